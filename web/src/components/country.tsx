// States by name in the reader's language, with the code that documents carry.
import { MultiSelect, Select, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '../api/client.ts';
import type { CountryView } from '../api/types.ts';
import { collatorOf } from '../i18n/collation.ts';
import type { Locale } from '../i18n/locale.ts';
import { useLocale } from '../i18n/texts.tsx';

const NAME: Readonly<Record<Locale, 'nameKy' | 'nameRu' | 'nameKk' | 'nameEn'>> = {
  ky: 'nameKy',
  ru: 'nameRu',
  kk: 'nameKk',
  en: 'nameEn',
};

function useCountries() {
  const { data } = useQuery({
    queryKey: ['countries'],
    queryFn: () => api.get<{ items: CountryView[] }>('/v1/reference/countries'),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return data?.items;
}

/** @returns a function from a code to its name; the code itself while the list is on its way */
export function useCountryName(): (code: string) => string {
  const { locale } = useLocale();
  const countries = useCountries();
  return (code) => countries?.find(({ alpha3 }) => alpha3 === code)?.[NAME[locale]] ?? code;
}

export function CountryName({ code }: { code: string }) {
  const name = useCountryName()(code);
  return (
    <Text component="span" fz="inherit">
      {name}
      {name !== code && (
        <Text component="span" size="xs" c="dimmed">
          {' '}
          {code}
        </Text>
      )}
    </Text>
  );
}

/** @param membersOnly states that take part, where an alert or a request may go */
function useCountryOptions(membersOnly: boolean) {
  const { locale } = useLocale();
  const order = collatorOf(locale);
  return (useCountries() ?? [])
    .filter(({ member }) => member || !membersOnly)
    .map((country) => ({
      value: country.alpha3,
      label: `${country[NAME[locale]]} · ${country.alpha3}`,
      member: country.member,
    }))
    .sort((a, b) => Number(b.member) - Number(a.member) || order.compare(a.label, b.label))
    .map(({ value, label }) => ({ value, label }));
}

interface FieldProps {
  readonly label: string;
  readonly membersOnly?: boolean;
  readonly error?: string | undefined;
  readonly disabled?: boolean;
  readonly required?: boolean;
  readonly id?: string;
  readonly size?: 'xs' | 'sm';
}

export function CountrySelect({
  value,
  onChange,
  membersOnly = false,
  ...field
}: FieldProps & { value: string; onChange(value: string): void }) {
  const data = useCountryOptions(membersOnly);
  return (
    <Select
      {...field}
      data={data}
      value={value === '' ? null : value}
      onChange={(next) => onChange(next ?? '')}
      searchable
      clearable={!field.required}
    />
  );
}

export function CountryMultiSelect({
  value,
  onChange,
  membersOnly = false,
  ...field
}: FieldProps & { value: readonly string[]; onChange(value: string[]): void }) {
  const data = useCountryOptions(membersOnly);
  return (
    <MultiSelect {...field} data={data} value={[...value]} onChange={onChange} searchable hidePickedOptions />
  );
}

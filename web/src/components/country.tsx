// States by name in the reader's language, with the code that documents carry.
import { MultiSelect, Select, Text } from '@mantine/core';
import { collatorOf } from '../i18n/collation.ts';
import { useLocale } from '../i18n/texts.tsx';
import { NAME, useCountries, useCountryName } from './use-country-name.ts';

export { useCountryName };

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

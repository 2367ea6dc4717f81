// Names of states in the reader's language, apart from the fields in which they are chosen: a verdict needs no field.
import { useQuery } from '@tanstack/react-query';
import { api } from '../api/client.ts';
import type { CountryView } from '../api/types.ts';
import type { Locale } from '../i18n/locale.ts';
import { useLocale } from '../i18n/texts.tsx';

export const NAME: Readonly<Record<Locale, 'nameKy' | 'nameRu' | 'nameKk' | 'nameEn'>> = {
  ky: 'nameKy',
  ru: 'nameRu',
  kk: 'nameKk',
  en: 'nameEn',
};

export function useCountries() {
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

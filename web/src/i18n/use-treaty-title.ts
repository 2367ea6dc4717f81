// What a treaty is called in the present language: its title is data, and so are its translations.
import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { TreatyEntry } from '../../../server/features/treaties/contract.ts';
import { api } from '../api/client.ts';
import { useLocale } from './texts.tsx';

type Titled = Pick<TreatyEntry, 'title' | 'titles'>;

/** @returns a function to the title in the present language, in English where it has none */
export function useTreatyTitle(): (treaty: Titled) => string {
  const { locale } = useLocale();
  return useCallback(
    ({ title, titles }) => (locale === 'en' ? undefined : titles[locale]) ?? title,
    [locale],
  );
}

export const treatiesQuery = {
  queryKey: ['treaties'],
  queryFn: () => api.get<{ items: TreatyEntry[] }>('/v1/treaties'),
  staleTime: 300_000,
};

/** @returns a function from the code of a treaty in force to its title; the code itself until they are known */
export function useTitleOfTreaty(): (code: string) => string {
  const title = useTreatyTitle();
  const { data } = useQuery(treatiesQuery);
  return useCallback(
    (code) => {
      const found = data?.items.find((one) => one.code === code);
      return found ? title(found) : code;
    },
    [data, title],
  );
}

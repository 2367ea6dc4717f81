// Articles of the criminal codes, for choosing and for reading.
import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import type { OffenceCodeView } from '../../api/registry-types.ts';
import { useLocale } from '../../i18n/texts.tsx';
import { useUser } from '../../session/session.tsx';

export function useOffenceCodes() {
  const { agency } = useUser();
  return useQuery({
    queryKey: ['offence-codes', agency.state],
    queryFn: () =>
      api.get<{ items: OffenceCodeView[] }>('/v1/reference/offence-codes', {
        query: { state: agency.state },
      }),
    staleTime: Number.POSITIVE_INFINITY,
  }).data?.items;
}

/** @returns a function from an id to the article and its title; empty while the list is on its way */
export function useOffenceName(): (id: string) => string {
  const codes = useOffenceCodes();
  const { locale } = useLocale();
  return (id) => {
    const code = codes?.find((one) => one.id === id);
    if (!code) return '';
    const title = locale === 'en' ? code.titleEn : locale === 'ru' ? code.titleRu : code.titleOrig;
    return [code.article, code.part && `(${code.part})`, title].filter(Boolean).join(' ');
  };
}

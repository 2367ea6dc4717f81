// Articles of the criminal codes, for choosing and for reading.
import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import type { AlertView, OffenceCodeView } from '../../api/registry-types.ts';
import type { Locale } from '../../i18n/locale.ts';
import { articleTitle } from '../../i18n/offence-title.ts';
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

type Article = Pick<
  AlertView['offences'][number],
  'state' | 'codeName' | 'article' | 'part' | 'point' | 'titleOrig' | 'titleRu' | 'titleEn'
>;

function nameOf({ article, part, point, ...titles }: Article, locale: Locale): string {
  return [article, part && `(${part})`, point && `${point})`, articleTitle(locale, titles)]
    .filter(Boolean)
    .join(' ');
}

/**
 * @param told the offences as an alert tells them: the law of another state is not in the list of the own one
 * @returns a function from an id to the article and its title, of an alert with its code; empty while the list is on its way
 */
export function useOffenceName(told: AlertView['offences'] = []): (id: string) => string {
  const codes = useOffenceCodes();
  const { locale } = useLocale();
  return (id) => {
    const said = told.find(({ offenceCodeId }) => offenceCodeId === id);
    if (said) return `${nameOf(said, locale)} (${said.codeName})`;
    const code = codes?.find((one) => one.id === id);
    return code ? nameOf(code, locale) : '';
  };
}

// How an offence is called on the screen: its article and its title.
import type { Locale } from '../../i18n/locale.ts';
import { articleTitle, type TitledArticle } from '../../i18n/offence-title.ts';

export interface TitledOffence extends TitledArticle {
  readonly article: string;
  readonly part: string | null;
}

export function offenceTitle(offence: TitledOffence, locale: Locale): string {
  const part = offence.part ? `-${offence.part}` : '';
  return [`${offence.state} ${offence.article}${part}`, articleTitle(locale, offence)]
    .filter(Boolean)
    .join(' · ');
}

// How an offence is called on the screen: its article and its title in a language that the reader has.
import type { Locale } from '../../i18n/locale.ts';

export interface TitledOffence {
  readonly state: string;
  readonly article: string;
  readonly part: string | null;
  readonly titleOrig: string;
  readonly titleRu: string;
  readonly titleEn: string;
}

export function offenceTitle(offence: TitledOffence, locale: Locale): string {
  const title = locale === 'en' ? offence.titleEn : locale === 'ru' ? offence.titleRu : offence.titleOrig;
  const part = offence.part ? `-${offence.part}` : '';
  return `${offence.state} ${offence.article}${part} · ${title}`;
}

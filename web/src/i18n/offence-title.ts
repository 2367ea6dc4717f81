// The title of an article in a language that the reader has.
import type { Locale } from './locale.ts';

export interface TitledArticle {
  readonly state: string;
  readonly titleOrig: string;
  readonly titleRu: string;
  readonly titleEn: string;
}

/** Whose codes are written in the language. */
const OWN: Readonly<Partial<Record<Locale, string>>> = { ky: 'KGZ', kk: 'KAZ' };

/** @returns for readers of Kyrgyz and Kazakh their own law as it is written, that of others in Russian; empty where no title was told */
export function articleTitle(locale: Locale, { state, titleOrig, titleRu, titleEn }: TitledArticle): string {
  if (locale === 'en') return titleEn;
  return OWN[locale] === state ? titleOrig : titleRu;
}

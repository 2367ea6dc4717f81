// The four languages of the screens and which of them a person reads.

export const LOCALES = ['ky', 'ru', 'kk', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

export const LOCALE_NAMES: Readonly<Record<Locale, string>> = {
  ky: 'Кыргызча',
  ru: 'Русский',
  kk: 'Қазақша',
  en: 'English',
};

const KEPT = 'izdoo.locale';

const isLocale = (text: string | null): text is Locale => LOCALES.includes(text as Locale);

/** The language chosen here before, else the browser's, else Russian, which most colleagues share. */
export function firstLocale(): Locale {
  const kept = localStorage.getItem(KEPT);
  if (isLocale(kept)) return kept;
  for (const wish of navigator.languages) {
    const short = wish.slice(0, 2);
    if (isLocale(short)) return short;
  }
  return 'ru';
}

export function keepLocale(locale: Locale): void {
  localStorage.setItem(KEPT, locale);
  document.documentElement.lang = locale;
}

// Days in the form of the present language, for the screens.
import { useCallback } from 'react';
import { showPartialDate } from './partial-dates.ts';
import { useLocale } from './texts.tsx';

/** @returns a function from a day, or a part of one, to what people read */
export function useShownDate(): (value: string) => string {
  const { locale } = useLocale();
  return useCallback((value) => showPartialDate(locale, value), [locale]);
}

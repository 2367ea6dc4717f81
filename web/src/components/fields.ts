// Form fields of closed lists: words in the reader's language, values as the API knows them.
import { type TextTable, useTexts } from '../i18n/texts.tsx';

/** @returns the options of a Select over one list of words */
export function useOptions<T extends TextTable>(
  words: T,
  values: readonly (keyof T & string)[] = Object.keys(words) as (keyof T & string)[],
): { value: string; label: string }[] {
  const t = useTexts(words);
  return values.map((value) => ({ value, label: t(value) }));
}

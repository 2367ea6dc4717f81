// Words for the closed lists of the server: a code that a newer server may send shows itself rather than nothing.
import { useCallback } from 'react';
import { type Text, type TextTable, textOf, useLocale } from './texts.tsx';

/** @returns a function from a code to its words in the present language */
export function useWords(table: TextTable): (code: string | null | undefined) => string {
  const { locale } = useLocale();
  return useCallback(
    (code) => (code ? (table[code] ? textOf(table[code] as Text, locale) : code) : ''),
    [table, locale],
  );
}

// Texts of the screens: each page keeps its own, every text in all four languages or it does not compile.
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import { firstLocale, keepLocale, type Locale } from './locale.ts';
import { type PluralForm, pluralForm } from './plural.ts';

type Plural = Partial<Record<PluralForm, string>> & { readonly other: string };
/** One text; `{name}` is filled in, and a plural chooses by the parameter `count`. */
export type Text = Readonly<Record<Locale, string | Plural>>;
export type TextTable = Readonly<Record<string, Text>>;
export type TextParams = Readonly<Record<string, string | number>>;

export function textOf(text: Text, locale: Locale, params: TextParams = {}): string {
  const form = text[locale];
  const pattern =
    typeof form === 'string' ? form : (form[pluralForm(locale, Number(params['count'] ?? 0))] ?? form.other);
  return pattern.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}

interface LocaleState {
  readonly locale: Locale;
  setLocale(locale: Locale): void;
}

const LocaleContext = createContext<LocaleState | null>(null);

export function LocaleProvider({ children }: { children: ReactNode }) {
  const [locale, set] = useState<Locale>(() => {
    const first = firstLocale();
    document.documentElement.lang = first;
    return first;
  });
  const state = useMemo<LocaleState>(
    () => ({
      locale,
      setLocale(next) {
        keepLocale(next);
        set(next);
      },
    }),
    [locale],
  );
  return <LocaleContext value={state}>{children}</LocaleContext>;
}

export function useLocale(): LocaleState {
  const state = useContext(LocaleContext);
  if (!state) throw new Error('LocaleProvider is missing');
  return state;
}

/**
 * @returns a function from a key of the table to its text in the present language; a code of the server that has no words yet
 *   stands for itself, because a screen without a word is worth more than none
 */
export function useTexts<T extends TextTable>(table: T): (key: keyof T, params?: TextParams) => string {
  const { locale } = useLocale();
  return useCallback(
    (key, params) => {
      const text = table[key] as Text | undefined;
      return text ? textOf(text, locale, params) : String(key);
    },
    [table, locale],
  );
}

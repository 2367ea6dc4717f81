// The order of letters in each language; the Kyrgyz and Kazakh alphabets are ours where the browser lacks them.
import type { Locale } from './locale.ts';

const ALPHABETS: Readonly<Record<'ky' | 'kk', string>> = {
  ky: 'абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя',
  kk: 'аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя',
};

export interface Order {
  compare(a: string, b: string): number;
}

function alphabetical(alphabet: string): Order {
  const rest = new Intl.Collator('ru');
  const place = new Map([...alphabet].map((letter, index) => [letter, index]));
  return {
    compare(a, b) {
      const [left, right] = [a.toLowerCase(), b.toLowerCase()];
      for (let at = 0; at < Math.min(left.length, right.length); at++) {
        const [x, y] = [left[at] as string, right[at] as string];
        if (x === y) continue;
        const [i, j] = [place.get(x), place.get(y)];
        return i !== undefined && j !== undefined ? i - j : rest.compare(x, y);
      }
      return left.length - right.length;
    },
  };
}

export function collatorOf(locale: Locale): Order {
  const known = Intl.Collator.supportedLocalesOf([locale]).length > 0;
  if (!known && (locale === 'ky' || locale === 'kk')) return alphabetical(ALPHABETS[locale]);
  return new Intl.Collator(locale);
}

// The spellings a name is also searched by: plain Cyrillic, plain Latin, and glued into one word.

import type { AnalysedName } from './analysed-name.ts';

const TO_CYRILLIC: Record<string, string> = {
  Y: 'ё',
  I: 'и',
  H: 'х',
  A: 'а',
  O: 'о',
  U: 'у',
  j: 'й',
  J: 'ж',
  w: 'в',
  N: 'нг',
  '8': 'дз',
  S: 'ш',
  Z: 'ж',
  D: 'дж',
  C: 'ч',
  '5': 'щ',
  T: 'ц',
  c: 'к',
  Q: 'ч',
  '6': 'ш',
  X: 'кс',
  h: 'х',
  a: 'а',
  e: 'е',
  i: 'и',
  o: 'о',
  u: 'у',
  y: 'ы',
  v: 'в',
  f: 'ф',
  b: 'б',
  p: 'п',
  m: 'м',
  n: 'н',
  l: 'л',
  r: 'р',
  d: 'д',
  t: 'т',
  z: 'з',
  s: 'с',
  g: 'г',
  k: 'к',
};
const TO_LATIN: Record<string, string> = {
  Y: 'o',
  I: 'i',
  H: 'h',
  A: 'a',
  O: 'o',
  U: 'u',
  j: 'i',
  J: 'j',
  w: 'v',
  N: 'ng',
  '8': 'dz',
  S: 'sh',
  Z: 'zh',
  D: 'dzh',
  C: 'ch',
  '5': 'shch',
  T: 'ts',
  c: 'c',
  Q: 'ch',
  '6': 'sch',
  X: 'ks',
  h: 'kh',
};

/** Forms of every reading, distinct, words in the order typed. */
export function formsOf(name: AnalysedName): { cyrl: string[]; latn: string[]; glued: string[] } {
  const readings = [name.tokens, ...name.otherReadings].filter((tokens) => tokens.length > 0);
  const spell = (map: Record<string, string>) =>
    readings.map((tokens) =>
      tokens
        .map((token) => [...token.sounds].map((sign) => map[sign] ?? sign).join(''))
        .join(' ')
        .replaceAll('йа', 'я')
        .replaceAll('йу', 'ю')
        .replaceAll('йо', 'ё')
        .replaceAll('йё', 'ё'),
    );
  const cyrl = [...new Set(spell(TO_CYRILLIC))];
  const latn = [...new Set(spell(TO_LATIN))];
  return { cyrl, latn, glued: [...cyrl, ...latn].map((form) => form.replaceAll(' ', '')) };
}

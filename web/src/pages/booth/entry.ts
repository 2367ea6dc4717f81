// What stands in the one field of the booth: a machine-readable zone (whole or half), a document number, or a name.

export type EntryKind = 'mrz' | 'document' | 'name';

export interface Entry {
  readonly kind: EntryKind;
  /** As it will be sent: a foreign keyboard layout undone, a date in a name taken out. */
  readonly text: string;
  /** Of a zone: every line is there. A half zone is never sent. */
  readonly complete: boolean;
  /** The reader typed through a Cyrillic keyboard layout, and its keys were turned back. */
  readonly relaid: boolean;
  readonly birthDate?: string;
}

/** Keys of the Russian, Kyrgyz and Kazakh layouts that a reader presses when it means a sign of the zone. */
const KEYS: Readonly<Record<string, string>> = Object.fromEntries([
  ...Array.from('йцукенгшщзфывапролдячсмить', (key, index) => [key, 'qwertyuiopasdfghjklzxcvbnm'[index]]),
  ...Array.from('ЙЦУКЕНГШЩЗФЫВАПРОЛДЯЧСМИТЬ', (key, index) => [key, 'QWERTYUIOPASDFGHJKLZXCVBNM'[index]]),
  ['Б', '<'],
  ['ә', '2'],
  ['і', '3'],
  ['ң', '4'],
  ['ғ', '5'],
  ['ү', '8'],
  ['ұ', '9'],
  ['қ', '0'],
]);

/** A line of a zone is one long word; no name and no number is. */
const LONG = 24;

function relay(text: string): string {
  const longest = Math.max(...text.split(/\s+/u).map((word) => word.length));
  if (longest < LONG || !/\p{Script=Cyrillic}/u.test(text)) return text;
  return Array.from(text, (sign) => KEYS[sign] ?? sign).join('');
}

const linesOf = (text: string): string[] =>
  text
    .toUpperCase()
    .split(/[\r\n\t]+/u)
    .map((line) => line.trim().replaceAll(' ', '<'))
    .filter((line) => line !== '');

/** Name lines may come without the fillers at their end; every other line has to be whole. */
function isWhole(lines: readonly string[]): boolean {
  const lengths = lines.map((line) => line.length);
  const [first = 0, second = 0, third = 0] = lengths;
  if (lines.length === 1) return first === 88 || first === 72 || first === 90;
  if (lines.length === 2) return (second === 44 && first <= 44) || (second === 36 && first <= 36);
  return lines.length === 3 && first <= 30 && second === 30 && third > 0 && third <= 30;
}

const looksLikeZone = (text: string): boolean =>
  text.includes('<') || text.split(/\s+/u).some((word) => /^[A-Z0-9]{24,}$/iu.test(word));

const looksLikeNumber = (text: string): boolean =>
  /^[\p{L}]{0,4}[\s№#-]*\d[\d\s/-]{3,}[\p{L}\d]{0,3}$/u.test(text.trim());

const DATE = /(?:^|[\s,;]+)(\d{1,2}\.\d{1,2}\.\d{4}|\d{4}-\d{2}(?:-\d{2})?|(?:19|20)\d{2})$/u;

/** @param wish what the officer says it is; left out: told by its look */
export function readEntry(typed: string, wish?: EntryKind): Entry {
  const relaid = relay(typed);
  const base = { text: relaid.trim(), relaid: relaid !== typed };
  const kind = wish ?? (looksLikeZone(relaid) ? 'mrz' : looksLikeNumber(relaid) ? 'document' : 'name');
  if (kind === 'mrz') {
    const lines = linesOf(relaid);
    return { ...base, kind, text: lines.join('\n'), complete: isWhole(lines) };
  }
  if (kind === 'document') return { ...base, kind, complete: base.text !== '' };
  const date = DATE.exec(base.text);
  const name = date ? base.text.slice(0, date.index).trim() : base.text;
  return date?.[1] !== undefined && name !== ''
    ? { ...base, kind, text: name, complete: true, birthDate: date[1] }
    : { ...base, kind, complete: base.text !== '' };
}

/** Every line has its full length: nothing more can come, so the reader need not send a last Enter. */
export function isFull({ kind, complete, text }: Entry): boolean {
  if (kind !== 'mrz' || !complete) return false;
  const lines = text.split('\n');
  return lines.length === 1 || lines.every((line) => line.length === lines[1]?.length);
}

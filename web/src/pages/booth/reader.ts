// A reader that types a whole new zone while another thing is asked: told from a hand by its speed and by the length of its lines.
import { isFull, readEntry } from './entry.ts';

/** What came without a pause. */
export interface Burst {
  readonly text: string;
  readonly at: number;
}

export const NO_BURST: Burst = { text: '', at: 0 };

/** No hand types thirty signs, each within this time of the last; a reader does. */
const PAUSE_MS = 100;

/** @param at in milliseconds, of the key itself and not of its handling */
export function afterKey(burst: Burst, key: string, at: number): Burst {
  const sign = key === 'Enter' || key === 'Tab' ? '\n' : Array.from(key).length === 1 ? key : '';
  return { text: at - burst.at > PAUSE_MS ? sign : burst.text + sign, at };
}

const FIRST_LINE = /^[ACIPV][A-Z0-9<]*$/u;
const LENGTHS = [30, 36, 44];

/** A first line of full length and its end have come: what follows belongs to the zone and to no field. */
export function beginsZone(text: string): boolean {
  const [first = ''] = readEntry(text, 'mrz').text.split('\n');
  return /[\r\n]/u.test(text) && LENGTHS.includes(first.length) && FIRST_LINE.test(first);
}

/** @returns the zone when all its lines have come in their full length */
export function wholeZone(text: string): string | undefined {
  const entry = readEntry(text);
  return isFull(entry) ? entry.text : undefined;
}

// The alphabet of sounds: costs of leaving a sign out or taking one for another, and the consonant skeleton.

const SIZE = 128;
const UNKNOWN_COST = 1;
const VOWEL_TO_VOWEL = 0.3;

export interface SoundTable {
  /** Cost of leaving a sign out, by character code below 128. */
  readonly drop: Float64Array;
  /** Cost of taking one sign for another, `a * 128 + b`. */
  readonly change: Float64Array;
  /** Skeleton classes of a sign; the empty string = no trace in the skeleton. */
  readonly classes: ReadonlyMap<string, readonly string[]>;
  readonly vowels: ReadonlySet<string>;
}

/** Builds the table from the rows of sounds.tsv and near-sounds.tsv. Throws when a row names an unknown sign. */
export function createSoundTable(
  sounds: readonly (readonly string[])[],
  near: readonly (readonly string[])[],
): SoundTable {
  const drop = new Float64Array(SIZE).fill(UNKNOWN_COST);
  const change = new Float64Array(SIZE * SIZE).fill(UNKNOWN_COST);
  const classes = new Map<string, readonly string[]>();
  const vowels = new Set<string>();
  for (const [sign = '', kind, cost = '1', classList = '-'] of sounds) {
    drop[sign.charCodeAt(0)] = Number(cost);
    classes.set(
      sign,
      classList.split('|').map((entry) => (entry === '-' ? '' : entry)),
    );
    if (kind === 'vowel') vowels.add(sign);
  }
  for (const a of vowels)
    for (const b of vowels) change[a.charCodeAt(0) * SIZE + b.charCodeAt(0)] = VOWEL_TO_VOWEL;
  for (const [a = '', b = '', cost = '1'] of near) {
    if (!classes.has(a) || !classes.has(b)) throw new Error(`near-sounds: unknown sign in "${a} ${b}"`);
    change[a.charCodeAt(0) * SIZE + b.charCodeAt(0)] = Number(cost);
    change[b.charCodeAt(0) * SIZE + a.charCodeAt(0)] = Number(cost);
  }
  for (let code = 0; code < SIZE; code++) change[code * SIZE + code] = 0;
  return { drop, change, classes, vowels };
}

const ROW = 64;
let previous2 = new Float64Array(ROW);
let previous = new Float64Array(ROW);
let current = new Float64Array(ROW);
const TRANSPOSITION = 0.6;

/** Sum of the costs of leaving every sign out: the weight of a word. */
export function weightOf(table: SoundTable, word: string): number {
  let sum = 0;
  for (let i = 0; i < word.length; i++) sum += dropCost(table, word.charCodeAt(i));
  return sum;
}

function dropCost(table: SoundTable, code: number): number {
  return code < SIZE ? (table.drop[code] ?? UNKNOWN_COST) : UNKNOWN_COST;
}

function changeCost(table: SoundTable, a: number, b: number): number {
  if (a === b) return 0;
  return a < SIZE && b < SIZE ? (table.change[a * SIZE + b] ?? UNKNOWN_COST) : UNKNOWN_COST;
}

/**
 * Weighted edit distance of two words in sound signs (both cut at 60 signs). Symmetric; 0 = same.
 * Leaving out, taking for another and swapping two neighbours are counted. Stops above `limit` and then
 * returns a number above it.
 */
export function soundDistance(
  table: SoundTable,
  left: string,
  right: string,
  limit: number = Number.POSITIVE_INFINITY,
): number {
  let start = 0;
  let endA = Math.min(left.length, 60);
  let endB = Math.min(right.length, 60);
  while (start < endA && start < endB && left.charCodeAt(start) === right.charCodeAt(start)) start++;
  while (endA > start && endB > start && left.charCodeAt(endA - 1) === right.charCodeAt(endB - 1)) {
    endA--;
    endB--;
  }
  const width = endB - start;
  previous[0] = 0;
  for (let j = 1; j <= width; j++)
    previous[j] = (previous[j - 1] as number) + dropCost(table, right.charCodeAt(start + j - 1));
  for (let i = 1; i <= endA - start; i++) {
    const ca = left.charCodeAt(start + i - 1);
    const dropA = dropCost(table, ca);
    current[0] = (previous[0] as number) + dropA;
    let least = current[0] as number;
    for (let j = 1; j <= width; j++) {
      const cb = right.charCodeAt(start + j - 1);
      let best = (previous[j - 1] as number) + changeCost(table, ca, cb);
      const viaA = (previous[j] as number) + dropA;
      if (viaA < best) best = viaA;
      const viaB = (current[j - 1] as number) + dropCost(table, cb);
      if (viaB < best) best = viaB;
      if (i > 1 && j > 1 && ca === right.charCodeAt(start + j - 2) && cb === left.charCodeAt(start + i - 2)) {
        const swapped = (previous2[j - 2] as number) + TRANSPOSITION;
        if (swapped < best) best = swapped;
      }
      current[j] = best;
      if (best < least) least = best;
    }
    if (least > limit) return least;
    const spare = previous2;
    previous2 = previous;
    previous = current;
    current = spare;
  }
  return previous[width] as number;
}

const MAX_SKELETONS = 4;

/**
 * Consonant skeletons of a word: vowels dropped, near consonants in one class, doubles collapsed.
 * Several when a sign has several readings (at most 4); never empty: a word of vowels gives its first vowel class "_".
 */
export function skeletons(table: SoundTable, word: string): string[] {
  let heads: string[] = [''];
  for (const sign of word) {
    const options = table.classes.get(sign) ?? [sign];
    if (options.length === 1) {
      const only = options[0] as string;
      if (only !== '') heads = heads.map((head) => append(head, only));
    } else {
      const next: string[] = [];
      for (const option of options) for (const head of heads) next.push(append(head, option));
      heads = [...new Set(next)].slice(0, MAX_SKELETONS);
    }
  }
  return [...new Set(heads.map((head) => (head === '' ? '_' : head)))];
}

function append(head: string, option: string): string {
  if (option === '') return head;
  return head.endsWith(option[0] as string) ? head + option.slice(1) : head + option;
}

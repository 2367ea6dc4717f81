// The alphabet of sounds: costs of leaving a sign out or taking one for another, and the consonant skeleton.

const SIZE = 128;
/** Codes from here on have no table entry; two different ones are unrelated. */
const OUTSIDE = 127;
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
  /** One bit per skeleton class a sign may belong to, by character code below 128. */
  readonly bits: Int32Array;
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
  for (let code = 0; code < OUTSIDE; code++) change[code * SIZE + code] = 0;
  return { drop, change, classes, vowels, bits: classBits(classes) };
}

const ROW = 64;
/** Three rows of the distance table, used in turn, and what is read of the right word once. */
const rows = new Float64Array(3 * ROW);
const rawCodes = new Int32Array(ROW);
const knownCodes = new Int32Array(ROW);
const drops = new Float64Array(ROW);
const TRANSPOSITION = 0.6;
const MAX_SIGNS = 60;

/** Sum of the costs of leaving every sign out: the weight of a word. */
export function weightOf(table: SoundTable, word: string): number {
  const { drop } = table;
  let sum = 0;
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    sum += drop[code < OUTSIDE ? code : OUTSIDE] as number;
  }
  return sum;
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
  const { drop, change } = table;
  let start = 0;
  let endA = left.length < MAX_SIGNS ? left.length : MAX_SIGNS;
  let endB = right.length < MAX_SIGNS ? right.length : MAX_SIGNS;
  while (start < endA && start < endB && left.charCodeAt(start) === right.charCodeAt(start)) start++;
  while (endA > start && endB > start && left.charCodeAt(endA - 1) === right.charCodeAt(endB - 1)) {
    endA--;
    endB--;
  }
  const width = endB - start;
  const height = endA - start;
  // Local names: the loop below is the hottest of the program.
  const table3 = rows;
  const raws = rawCodes;
  const codes = knownCodes;
  const dropsB = drops;
  let previous2 = 2 * ROW;
  let previous = 0;
  let current = ROW;
  let sum = 0;
  table3[0] = 0;
  for (let j = 1; j <= width; j++) {
    const raw = right.charCodeAt(start + j - 1);
    const code = raw < OUTSIDE ? raw : OUTSIDE;
    const cost = drop[code] as number;
    raws[j] = raw;
    codes[j] = code;
    dropsB[j] = cost;
    sum += cost;
    table3[j] = sum;
  }
  let before = -1;
  for (let i = 1; i <= height; i++) {
    const raw = left.charCodeAt(start + i - 1);
    const code = raw < OUTSIDE ? raw : OUTSIDE;
    const dropA = drop[code] as number;
    const row = code * SIZE;
    let diagonal = table3[previous] as number;
    let behind = diagonal + dropA;
    table3[current] = behind;
    let least = behind;
    let rawBehind = -1;
    for (let j = 1; j <= width; j++) {
      const other = raws[j] as number;
      const above = table3[previous + j] as number;
      let best = raw === other ? diagonal : diagonal + (change[row + (codes[j] as number)] as number);
      if (above + dropA < best) best = above + dropA;
      const viaB = behind + (dropsB[j] as number);
      if (viaB < best) best = viaB;
      if (before === other && raw === rawBehind) {
        const swapped = (table3[previous2 + j - 2] as number) + TRANSPOSITION;
        if (swapped < best) best = swapped;
      }
      table3[current + j] = best;
      diagonal = above;
      behind = best;
      rawBehind = other;
      if (best < least) least = best;
    }
    if (least > limit) return least;
    before = raw;
    const spare = previous2;
    previous2 = previous;
    previous = current;
    current = spare;
  }
  return table3[previous + width] as number;
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

function classBits(classes: ReadonlyMap<string, readonly string[]>): Int32Array {
  const bits = new Int32Array(SIZE);
  const places = new Map<string, number>();
  for (const [sign, options] of classes)
    for (const letter of options.join('')) {
      if (!places.has(letter)) places.set(letter, places.size);
      bits[sign.charCodeAt(0)] = (bits[sign.charCodeAt(0)] as number) | (1 << (places.get(letter) as number));
    }
  bits[OUTSIDE] = -1;
  return bits;
}

/** The classes of consonants that a word has, one bit each. */
export function classesOf(table: SoundTable, word: string): number {
  let found = 0;
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    found |= table.bits[code < OUTSIDE ? code : OUTSIDE] as number;
  }
  return found;
}

/** Whether two words share enough consonant classes to be worth comparing; never false for words that are alike. */
export function mayBeAlike(a: number, b: number): boolean {
  return countBits(a & b) * 3 >= countBits(a | b);
}

/** As above for words that must be nearly the same. */
export function mayBeSame(a: number, b: number): boolean {
  return countBits(a & b) * 2 >= countBits(a | b);
}

function countBits(value: number): number {
  let rest = value - ((value >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

// What a row of a name must fulfil: script, parts or full text, one primary name per script.
import type { NameType, Script } from './vocabulary.ts';

/** `mixed`: one word holds letters of two scripts (a Latin "a" inside Cyrillic), which is a data error. */
export interface ScriptReading {
  readonly script: Script;
  readonly mixed: boolean;
}

const SCRIPT_OF_LETTER: readonly (readonly [Script, RegExp])[] = [
  ['Cyrl', /\p{Script=Cyrillic}/u],
  ['Latn', /\p{Script=Latin}/u],
  ['Arab', /\p{Script=Arabic}/u],
  ['Armn', /\p{Script=Armenian}/u],
  ['Geor', /\p{Script=Georgian}/u],
  ['Hans', /\p{Script=Han}/u],
];

/** The script of most letters; Zyyy when there is none, when two tie, or when it is a script without a code here. */
export function detectScript(text: string): ScriptReading {
  const counts = new Map<Script, number>();
  let mixed = false;
  for (const word of text.split(/[^\p{L}\p{M}'’ʼʻ`]+/u)) {
    const inWord = new Set<Script>();
    for (const letter of word) {
      if (!/\p{L}/u.test(letter) || /\p{Script=Common}/u.test(letter)) continue;
      const script = SCRIPT_OF_LETTER.find(([, pattern]) => pattern.test(letter))?.[0] ?? 'Zyyy';
      inWord.add(script);
      counts.set(script, (counts.get(script) ?? 0) + 1);
    }
    mixed ||= inWord.size > 1;
  }
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  const script = first && first[1] !== second?.[1] ? first[0] : 'Zyyy';
  return { script, mixed };
}

/** Parts are known parts; `full` is the text as its source writes it, in an order that is not assumed. */
export interface WrittenName {
  readonly type: NameType;
  readonly full?: string | null;
  readonly family?: string | null;
  readonly given?: string | null;
  readonly patronymic?: string | null;
}

export const NAME_FINDINGS = [
  'NO_NAME',
  'NO_PRIMARY',
  'SECOND_PRIMARY_IN_SCRIPT',
  'NEITHER_PARTS_NOR_FULL',
  'NO_LETTERS',
  'MIXED_SCRIPT',
] as const;
/** MIXED_SCRIPT is a hint; the others refuse. */
export type NameFindingCode = (typeof NAME_FINDINGS)[number];

/** `index`: the row in the order given; absent when the finding is about the whole. */
export interface NameFinding {
  readonly code: NameFindingCode;
  readonly index?: number;
}

/** The text of a name for display and script detection: `full`, or else the known parts in family, given, patronymic order. */
export function nameText(name: WrittenName): string {
  const written = (part: string | null | undefined) => part?.trim() ?? '';
  return (
    written(name.full) || [name.family, name.given, name.patronymic].map(written).filter(Boolean).join(' ')
  );
}

/** A patronymic alone names nobody: it takes a family name, a given name or the full text. */
export function hasPartsOrFull(name: WrittenName): boolean {
  return Boolean(name.full?.trim() || name.family?.trim() || name.given?.trim());
}

/**
 * The names of one person together. Every script has at most one PRIMARY, and the person has at least one; a script known
 * from aliases alone needs none.
 */
export function nameFindings(names: readonly WrittenName[]): readonly NameFinding[] {
  if (names.length === 0) return [{ code: 'NO_NAME' }];
  const findings: NameFinding[] = [];
  const primaryScripts = new Set<Script>();
  names.forEach((name, index) => {
    const { script, mixed } = detectScript(nameText(name));
    if (!hasPartsOrFull(name)) findings.push({ code: 'NEITHER_PARTS_NOR_FULL', index });
    else if (!/\p{L}/u.test(nameText(name))) findings.push({ code: 'NO_LETTERS', index });
    if (mixed) findings.push({ code: 'MIXED_SCRIPT', index });
    if (name.type !== 'PRIMARY') return;
    if (primaryScripts.has(script)) findings.push({ code: 'SECOND_PRIMARY_IN_SCRIPT', index });
    primaryScripts.add(script);
  });
  if (primaryScripts.size === 0) findings.push({ code: 'NO_PRIMARY' });
  return findings;
}

// From what a reader or a keyboard wedge sends to lines of the right length.
import type { MrzFormat } from './vocabulary.ts';

export interface MrzLines {
  readonly format: MrzFormat;
  readonly lines: readonly string[];
}

const SHAPES: readonly { format: MrzFormat; lines: number; length: number }[] = [
  { format: 'TD3', lines: 2, length: 44 },
  { format: 'TD2', lines: 2, length: 36 },
  { format: 'TD1', lines: 3, length: 30 },
];

/**
 * Lines whose trailing fillers may be missing: in the name lines nothing is checked after the name, and in the first line of
 * a TD1 the composite check digit finds a filler that was lost elsewhere. In any other line a lost filler moves fields.
 */
const PADDED: Readonly<Record<MrzFormat, readonly number[]>> = { TD3: [0], TD2: [0], TD1: [0, 2] };

/** Signs that readers and other keyboard layouts send for the filler. */
const tidy = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[«]/gu, '<<')
    .replace(/[‹＜〈]/gu, '<');

/** @returns the lines, or null when they are those of no known format */
export function mrzLines(text: string): MrzLines | null {
  const lines = tidy(text)
    // Readers end lines with CR, LF, both, a tab, or the control signs of their own protocol.
    .split(/[\p{Cc}\u2028\u2029]+/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  // A space may stand for a filler or be too many; where it is too many, nothing may be missing at the end.
  const asFillers = lines.map((line) => line.replace(/\s/gu, '<'));
  return (
    shapeOf(asFillers, true) ??
    shapeOf(
      lines.map((line) => line.replace(/\s/gu, '')),
      false,
    )
  );
}

function shapeOf(lines: readonly string[], mayPad: boolean): MrzLines | null {
  for (const { format, lines: count, length } of SHAPES) {
    const split = lines.length === 1 ? cut(lines[0] ?? '', count, length) : lines;
    if (split === null || split.length !== count) continue;
    const padded = split.map((line, index) =>
      mayPad && PADDED[format].includes(index) ? line.padEnd(length, '<') : line,
    );
    if (padded.every((line) => line.length === length)) return { format, lines: padded };
  }
  return null;
}

/** One text without line ends. */
function cut(text: string, count: number, length: number): string[] | null {
  if (text.length !== count * length) return null;
  return Array.from({ length: count }, (_, index) => text.slice(index * length, (index + 1) * length));
}

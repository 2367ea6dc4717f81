// A font of 5 × 7 dots for marks on images, so that they are drawn alike on machines that have no fonts.

/** Rows from the top, five dots each as two hexadecimal digits; the highest of the five bits is the left dot. */
const GLYPHS: Readonly<Record<string, string>> = {
  '0': '0e11131519110e',
  '1': '040c040404040e',
  '2': '0e11010204081f',
  '3': '1f02040201110e',
  '4': '02060a121f0202',
  '5': '1f101e0101110e',
  '6': '0608101e11110e',
  '7': '1f010204080808',
  '8': '0e11110e11110e',
  '9': '0e11110f01020c',
  A: '0e11111f111111',
  B: '1e11111e11111e',
  C: '0e11101010110e',
  D: '1c12111111121c',
  E: '1f10101e10101f',
  F: '1f10101e101010',
  G: '0e11101711110f',
  H: '1111111f111111',
  I: '0e04040404040e',
  J: '0702020202120c',
  K: '11121418141211',
  L: '1010101010101f',
  M: '111b1515111111',
  N: '11111915131111',
  O: '0e11111111110e',
  P: '1e11111e101010',
  Q: '0e11111115120d',
  R: '1e11111e141211',
  S: '0f10100e01011e',
  T: '1f040404040404',
  U: '1111111111110e',
  V: '11111111110a04',
  W: '11111115151b11',
  X: '11110a040a1111',
  Y: '1111110a040404',
  Z: '1f01020408101f',
  '-': '0000001f000000',
  ':': '00040400040400',
  '.': '0000000000000c',
  ' ': '00000000000000',
};

const ROWS = 7;
const COLUMNS = 5;
/** One dot of space between letters, three between lines. */
const ADVANCE = COLUMNS + 1;
const LINE = ROWS + 3;

export interface DotText {
  readonly width: number;
  readonly height: number;
  isDot(x: number, y: number): boolean;
}

/** Lines of text as dots. Letters become capitals; a sign that the font lacks becomes a dash. */
export function drawText(lines: readonly string[]): DotText {
  const rows = lines.map((line) =>
    [...line.toUpperCase()].map((sign) => Buffer.from(GLYPHS[sign] ?? (GLYPHS['-'] as string), 'hex')),
  );
  const longest = Math.max(0, ...rows.map((row) => row.length));
  return {
    width: longest * ADVANCE,
    height: rows.length * LINE,
    isDot(x, y) {
      const bits = rows[Math.floor(y / LINE)]?.[Math.floor(x / ADVANCE)]?.[y % LINE];
      const column = x % ADVANCE;
      return bits !== undefined && column < COLUMNS && ((bits >> (COLUMNS - 1 - column)) & 1) === 1;
    },
  };
}

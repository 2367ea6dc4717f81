// Words as the fonts of the house can write them: a letter that none has becomes an empty box, which is seen and is no fault of the file.
const BOX = '□';
const LINE_BREAK = 10;

/** @param hasGlyph whether every font that the text may be set in has the character */
function printableText(text: string, hasGlyph: (point: number) => boolean): string {
  // Marks of direction and joiners have no shape of their own.
  return [...text.replaceAll(/[\p{Cf}]/gu, '').replaceAll(/[\t\r]+/g, ' ')]
    .map((letter) => {
      const point = letter.codePointAt(0) ?? 0;
      return point === LINE_BREAK || hasGlyph(point) ? letter : BOX;
    })
    .join('');
}

/** The same data with every text made printable; dates and images stay what they are. */
export function printable<T>(value: T, hasGlyph: (point: number) => boolean): T {
  if (typeof value === 'string') return printableText(value, hasGlyph) as T;
  if (Array.isArray(value)) return value.map((item) => printable(item, hasGlyph)) as T;
  if (value === null || typeof value !== 'object' || value instanceof Date || Buffer.isBuffer(value))
    return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, printable(item, hasGlyph)]),
  ) as T;
}

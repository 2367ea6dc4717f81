// Folding of a written identifier to plain upper-case Latin letters and ASCII digits: look-alike letters, full width.

// Only letters drawn like a Latin capital. Letters that merely sound alike (Б, Г, Л, П) or resemble a digit (З, О as 0)
// stay: folding them would make two different numbers one.
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  А: 'A',
  В: 'B',
  Е: 'E',
  К: 'K',
  М: 'M',
  Н: 'H',
  О: 'O',
  Р: 'P',
  С: 'C',
  Т: 'T',
  У: 'Y',
  Х: 'X',
  І: 'I',
  Ӏ: 'I',
  Ј: 'J',
  Ѕ: 'S',
  Ү: 'Y',
  Һ: 'H',
  Ԛ: 'Q',
  Ԝ: 'W',
  Α: 'A',
  Β: 'B',
  Ε: 'E',
  Ζ: 'Z',
  Η: 'H',
  Ι: 'I',
  Κ: 'K',
  Μ: 'M',
  Ν: 'N',
  Ο: 'O',
  Ρ: 'P',
  Τ: 'T',
  Υ: 'Y',
  Χ: 'X',
};

const ARABIC_INDIC_ZERO = 0x0660;
const EXTENDED_ARABIC_INDIC_ZERO = 0x06f0;

/**
 * Upper case, compatibility forms (full width, Roman numeral signs, styled letters) resolved, Cyrillic and Greek
 * letters that look Latin made Latin, Arabic digits made ASCII. Length may change; separators are kept.
 */
export function foldLookAlikes(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\u0370-\u052f]/gu, (letter) => LOOK_ALIKES[letter] ?? letter)
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/gu, (digit) => {
      const code = digit.codePointAt(0) ?? ARABIC_INDIC_ZERO;
      const zero = code >= EXTENDED_ARABIC_INDIC_ZERO ? EXTENDED_ARABIC_INDIC_ZERO : ARABIC_INDIC_ZERO;
      return String(code - zero);
    });
}

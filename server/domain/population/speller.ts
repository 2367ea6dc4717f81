// Turns a word of one script into another by a table of letters: passports, Russian papers, older romanisations.

/** Writes a word in another script; the first letter of every part keeps its size. */
export type Speller = (text: string) => string;

const VOWELS = /[аеёиоуыэюяіїєәөүұӣӯўaeiouäöüəıաեէըիոօ]/iu;

/**
 * Makes a speller of rules such as `ш=sh зг=zgh ^є=ye +е=ye ь=`: longest match first; `^` only at the start of a word,
 * `+` only after a vowel or a soft or hard sign. Letters without a rule stay.
 */
export function createSpeller(rules: string): Speller {
  const table = new Map<string, string>();
  let longest = 1;
  for (const rule of rules.split(/\s+/u)) {
    if (rule === '') continue;
    const cut = rule.indexOf('=');
    const from = rule.slice(0, cut);
    table.set(from, rule.slice(cut + 1));
    longest = Math.max(longest, from.replace(/^[+^]/u, '').length);
  }
  const match = (lower: string, place: number, length: number, start: boolean, afterVowel: boolean) => {
    const letters = lower.substr(place, length);
    if (letters.length < length) return undefined;
    if (start) {
      const atStart = table.get(`^${letters}`);
      if (atStart !== undefined) return atStart;
    }
    if (afterVowel) {
      const open = table.get(`+${letters}`);
      if (open !== undefined) return open;
    }
    return table.get(letters);
  };
  return (text) => {
    const lower = lowerCase(text);
    let spelled = '';
    let start = true;
    let afterVowel = false;
    for (let place = 0; place < lower.length; ) {
      let length = Math.min(longest, lower.length - place);
      let written: string | undefined;
      for (; length > 0; length--) {
        written = match(lower, place, length, start, afterVowel);
        if (written !== undefined) break;
      }
      if (written === undefined) {
        length = 1;
        written = lower.charAt(place);
      }
      const last = lower.charAt(place + length - 1);
      const capital = text.charAt(place) !== lower.charAt(place) || (start && caseless(text.charAt(place)));
      spelled += capital ? capitalise(written) : written;
      start = last === '-' || last === ' ';
      afterVowel = VOWELS.test(last) || last === 'ь' || last === 'ъ';
      place += length;
    }
    return spelled;
  };
}

// Turkish and Azerbaijani İ would become two characters.
const lowerCase = (text: string) => text.replaceAll('İ', 'i').toLowerCase();

// Georgian has one size of letters in names; its words begin with a capital in other scripts.
const caseless = (letter: string) => /[\u10d0-\u10ff]/u.test(letter);

const capitalise = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

export const asWritten: Speller = (text) => text;

const MRZ_LETTERS: Readonly<Record<string, string>> = {
  ß: 'SS',
  ł: 'L',
  ı: 'I',
  ø: 'OE',
  æ: 'AE',
  ə: 'A',
  đ: 'D',
  þ: 'TH',
};

/**
 * The letters A–Z and spaces that a machine-readable zone may hold; other Latin letters lose their marks, apostrophes
 * vanish, hyphens become spaces (ICAO Doc 9303-3, section 6, in its simplest permitted form).
 */
export function mrzLetters(latin: string): string {
  if (/^[A-Za-z ]*$/u.test(latin)) return latin.toUpperCase();
  return latin
    .replace(/[ßłıøæəđþ]/giu, (letter) => MRZ_LETTERS[letter.toLowerCase()] ?? letter)
    .normalize('NFD')
    .replace(/-/gu, ' ')
    .toUpperCase()
    .replace(/[^A-Z ]/gu, '');
}

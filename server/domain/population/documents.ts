// Invented identity documents: numbers in the form of their state. No number is checked against a real one.
import type { DocumentType } from '../persons/vocabulary.ts';
import { drawDay, isoDay } from './births.ts';
import { below, chance, digits, pick, type Random } from './random.ts';

export interface InventedDocument {
  readonly type: DocumentType;
  /** As printed. */
  readonly number: string;
  /** ISO 3166 alpha-3. */
  readonly issuingState: string;
  /** YYYY-MM-DD */
  readonly issuedOn: string;
  /** YYYY-MM-DD; absent: valid without end. */
  readonly expiresOn?: string;
}

/** `#` a digit, `@` a letter that looks alike in Latin and Cyrillic, all else itself. */
interface Form {
  readonly type: DocumentType;
  readonly patterns: readonly string[];
  /** Years of validity; 0: without end. */
  readonly years: number;
}

const passport = (years: number, ...patterns: string[]): Form => ({ type: 'PASSPORT', patterns, years });
const card = (years: number, ...patterns: string[]): Form => ({ type: 'ID', patterns, years });

// Own knowledge of what documents look like; for invented data only, not for validation.
const FORMS: Readonly<Record<string, readonly Form[]>> = {
  KGZ: [card(10, 'ID#######', 'AN#######'), passport(10, 'AC#######', 'PE#######')],
  KAZ: [passport(10, 'N########'), card(10, '0########')],
  UZB: [passport(10, 'AA#######', 'AB#######', 'AC#######', 'FA#######')],
  TJK: [passport(10, '4########'), card(10, 'A########')],
  TKM: [passport(10, 'A#######', 'B#######')],
  RUS: [card(0, '## ## ######'), passport(10, '7# #######', '6# #######')],
  UKR: [passport(10, 'FA######', 'FB######', 'FE######', 'GA######'), card(10, '00#######')],
  BLR: [passport(10, 'MP#######', 'KH#######', 'HB#######', 'AB#######')],
  MDA: [passport(7, 'AA#######', 'AB#######')],
  ARM: [passport(10, 'AM#######', 'AP#######', 'BA#######'), card(10, '00#######')],
  AZE: [passport(10, 'C########', 'C0#######'), card(10, 'AA#######', 'AZE########')],
  GEO: [passport(10, '##AB#####', '##AA#####'), card(10, '##IE#####')],
  MNG: [passport(10, 'E#######')],
  DEU: [passport(10, 'C#@#@##@#', 'F#@##@#@#')],
  FRA: [passport(10, '##AA#####', '##CK#####')],
  GBR: [passport(10, '5########', '1########')],
  USA: [passport(10, '4########', 'A########')],
  POL: [passport(10, 'AK#######', 'EB#######')],
  TUR: [passport(10, 'U########')],
  SYR: [passport(6, 'N#########')],
  IRQ: [passport(8, 'A########')],
  EGY: [passport(7, 'A########')],
  JOR: [passport(5, 'N######', 'P######')],
  SAU: [passport(5, '@######')],
  CHN: [passport(10, 'E########', 'EA#######')],
};

const LETTERS = 'ABCEHKMPTX';

/**
 * One or two documents of a state, the second of another kind where there is one.
 * @param year everything is issued before it. @returns none for a state whose forms are not known here.
 */
export function drawDocuments(random: Random, state: string, year: number): InventedDocument[] {
  const forms = FORMS[state];
  if (!forms) return [];
  const first = below(random, forms.length);
  const documents: InventedDocument[] = [];
  forms.forEach((form, index) => {
    if (index === first || chance(random, 0.25)) documents.push(drawDocument(random, form, state, year));
  });
  return documents;
}

/** The number of a passport as a traveller's document prints it, without spaces. */
export function drawPassportNumber(random: Random, state: string): string {
  const form = FORMS[state]?.find(({ type }) => type === 'PASSPORT');
  return form ? fill(random, pick(random, form.patterns)).replaceAll(' ', '') : digits(random, 9);
}

function drawDocument(random: Random, form: Form, state: string, year: number): InventedDocument {
  const issued = drawDay(random, year - 1 - below(random, 13));
  const number = fill(random, pick(random, form.patterns));
  const issuedOn = isoDay(issued);
  if (form.years === 0) return { type: form.type, number, issuingState: state, issuedOn };
  // The 29th of February has no anniversary in most years.
  const expires = { ...issued, year: issued.year + form.years, day: Math.min(issued.day, 28) };
  return { type: form.type, number, issuingState: state, issuedOn, expiresOn: isoDay(expires) };
}

function fill(random: Random, pattern: string): string {
  let number = '';
  for (let place = 0; place < pattern.length; place++) {
    const sign = pattern.charAt(place);
    if (sign === '#') {
      let end = place + 1;
      while (pattern.charAt(end) === '#') end++;
      number += digits(random, end - place);
      place = end - 1;
    } else number += sign === '@' ? LETTERS.charAt(below(random, LETTERS.length)) : sign;
  }
  return number;
}

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NATIONAL_ID_SCHEMES } from '../persons/vocabulary.ts';
import { icaoCheckDigit } from './check-digit.ts';
import { checkNationalId, readNationalId } from './national-id.ts';
import {
  kzIinCheckDigit,
  ruInnCheckDigits,
  ruSnilsCheckDigits,
  uzPinflCheckDigit,
} from './national-id-digits.ts';

// Every code point, lone surrogates among them.
const anyText = fc.array(fc.nat(0x10ffff), { maxLength: 40 }).map((codes) => String.fromCodePoint(...codes));

describe('readNationalId', () => {
  test('a Kyrgyz number tells sex and birth date', () => {
    expect(readNationalId('KG_PIN', '2 15021980 12345')).toEqual({
      normalised: '21502198012345',
      birth: { year: 1980, month: 2, day: 15 },
      sex: 'M',
      warnings: [],
    });
    expect(readNationalId('KG_PIN', '11502198012345').sex).toBe('F');
    expect(readNationalId('KG_PIN', '13112199912345').birth).toEqual({ year: 1999, month: 12, day: 31 });
    expect(readNationalId('KG_PIN', '20000198012345').birth).toEqual({ year: 1980 });
    expect(readNationalId('KG_PIN', '20002198012345').birth).toEqual({ year: 1980, month: 2 });
    expect(readNationalId('KG_PIN', '31502198012345').warnings).toEqual(['SEX_DIGIT_UNKNOWN']);
    expect(readNationalId('KG_PIN', '23102198012345').warnings).toEqual(['BIRTH_DATE_IMPOSSIBLE']);
  });

  test('a Kazakh number tells the century, and its check digit is verified', () => {
    const first = '80021530012';
    const number = `${first}${kzIinCheckDigit(first)}`;
    expect(readNationalId('KZ_IIN', number)).toEqual({
      normalised: number,
      birth: { year: 1980, month: 2, day: 15 },
      sex: 'M',
      warnings: [],
    });
    const wrong = `${first}${(Number(kzIinCheckDigit(first)) + 1) % 10}`;
    expect(readNationalId('KZ_IIN', wrong).warnings).toEqual(['CHECK_DIGIT_WRONG']);
  });

  test('a Kazakh number with the second round of weights, and one that cannot be issued', () => {
    const needsSecond = findKazakh(
      (digits) => firstRound(digits) === 10 && kzIinCheckDigit(digits) !== undefined,
    );
    expect(kzIinCheckDigit(needsSecond)).toBe(secondRound(needsSecond));
    expect(readNationalId('KZ_IIN', `${needsSecond}${secondRound(needsSecond)}`).warnings).toEqual([]);
    const never = findKazakh((digits) => kzIinCheckDigit(digits) === undefined);
    expect([firstRound(never), secondRound(never)]).toEqual([10, 10]);
    for (let digit = 0; digit <= 9; digit++)
      expect(readNationalId('KZ_IIN', `${never}${digit}`).warnings).toContain('CHECK_DIGIT_WRONG');
  });

  test('the parts of a Kazakh birth date are not mistaken for one another', () => {
    expect(readNationalId('KZ_IIN', '991231600123')).toMatchObject({
      birth: { year: 2099, month: 12, day: 31 },
      sex: 'F',
    });
    expect(readNationalId('KZ_IIN', '850708200123')).toMatchObject({
      birth: { year: 1885, month: 7, day: 8 },
      sex: 'F',
    });
    expect(readNationalId('KZ_IIN', '490708200123').warnings).toContain('BIRTH_DATE_IMPOSSIBLE');
    expect(readNationalId('KZ_IIN', '500708200123').warnings).not.toContain('BIRTH_DATE_IMPOSSIBLE');
  });

  test('a Kazakh number of a foreigner tells neither sex nor century', () => {
    const first = '80021500012';
    const reading = readNationalId('KZ_IIN', `${first}${kzIinCheckDigit(first)}`);
    expect(reading).toMatchObject({ warnings: [] });
    expect(reading).not.toHaveProperty('birth');
    expect(readNationalId('KZ_IIN', '800215700123').warnings).toContain('SEX_DIGIT_UNKNOWN');
  });

  test('a month or day of 00 is not known', () => {
    const first = '75030040012';
    expect(readNationalId('KZ_IIN', `${first}${kzIinCheckDigit(first)}`)).toMatchObject({
      birth: { year: 1975, month: 3 },
      sex: 'F',
      warnings: [],
    });
    expect(readNationalId('KZ_IIN', '750012400123').warnings).toContain('BIRTH_DATE_IMPOSSIBLE');
  });

  test('marks of sex and century that nobody uses are remarked upon', () => {
    expect(readNationalId('UZ_PINFL', '01502801234567').warnings).toContain('SEX_DIGIT_UNKNOWN');
    expect(readNationalId('UZ_PINFL', '71502801234567').warnings).toContain('SEX_DIGIT_UNKNOWN');
    for (const mark of ['1', '2', '3', '4', '5', '6'])
      expect(readNationalId('UZ_PINFL', `${mark}1502801234567`).warnings).not.toContain('SEX_DIGIT_UNKNOWN');
  });

  test('an Uzbek number tells sex, century and birth date', () => {
    const first = '3150280123456';
    expect(readNationalId('UZ_PINFL', `${first}${uzPinflCheckDigit(first)}`)).toMatchObject({
      birth: { year: 1980, month: 2, day: 15 },
      sex: 'M',
      warnings: [],
    });
    const girl = '6010105123456';
    expect(readNationalId('UZ_PINFL', `${girl}${uzPinflCheckDigit(girl)}`)).toMatchObject({
      birth: { year: 2005, month: 1, day: 1 },
      sex: 'F',
    });
  });

  test('Russian numbers: the published examples and the two kinds of wrong', () => {
    expect(readNationalId('RU_SNILS', '112-233-445 95').warnings).toEqual([]);
    expect(readNationalId('RU_SNILS', '112-233-445 96').warnings).toEqual(['CHECK_DIGIT_WRONG']);
    expect(readNationalId('RU_SNILS', '001-001-998 00').warnings).toEqual([]);
    expect(readNationalId('RU_INN', '500100732259').warnings).toEqual([]);
    expect(readNationalId('RU_INN', '500100732258').warnings).toEqual(['CHECK_DIGIT_WRONG']);
    expect(readNationalId('RU_INN', '7707083893').warnings).toEqual(['WRONG_LENGTH']);
  });

  test('letters that look like digits are remarked upon, and other schemes are taken as they are', () => {
    expect(readNationalId('RU_INN', '50O100732259').warnings).toEqual(['NOT_DIGITS']);
    expect(readNationalId('OTHER', 'x-12')).toEqual({ normalised: 'X12', warnings: [] });
    expect(readNationalId('OTHER', ' - ')).toEqual({ normalised: '', warnings: ['EMPTY'] });
  });

  test('never throws, whatever is written', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...NATIONAL_ID_SCHEMES),
        fc.oneof(anyText, fc.stringMatching(/^\d{9,15}$/)),
        (scheme, written) => {
          readNationalId(scheme, written);
        },
      ),
      { numRuns: 3000 },
    );
  });
});

describe('checkNationalId', () => {
  const number = '21502198012345';

  test('says when the number contradicts the person, and only then', () => {
    const agree = { births: [{ year: 1980, month: 2, day: 15 }], sex: 'M' as const };
    expect(checkNationalId('KG_PIN', number, agree).warnings).toEqual([]);
    expect(checkNationalId('KG_PIN', number, { ...agree, sex: 'F' }).warnings).toEqual(['SEX_DIFFERS']);
    expect(checkNationalId('KG_PIN', number, { ...agree, births: [{ year: 1981 }] }).warnings).toEqual([
      'BIRTH_DATE_DIFFERS',
    ]);
  });

  test('nothing known contradicts nothing, and one of several dates is enough', () => {
    expect(checkNationalId('KG_PIN', number, { births: [], sex: 'U' }).warnings).toEqual([]);
    expect(checkNationalId('KG_PIN', number, { births: [{ year: 1980 }], sex: 'X' }).warnings).toEqual([]);
    expect(
      checkNationalId('KG_PIN', number, { births: [{ year: 1970 }, { year: 1980, month: 2 }], sex: 'M' })
        .warnings,
    ).toEqual([]);
  });
});

describe('check digits', () => {
  test('want exactly the digits before them', () => {
    expect(() => kzIinCheckDigit('1234')).toThrow(RangeError);
    expect(() => ruInnCheckDigits('12345678901')).toThrow(RangeError);
    expect(() => ruSnilsCheckDigits('12345678a')).toThrow(RangeError);
    expect(() => uzPinflCheckDigit('')).toThrow(RangeError);
  });

  test('an Uzbek digit is that of a machine-readable zone', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^\d{13}$/),
        (digits) => uzPinflCheckDigit(digits) === icaoCheckDigit(digits),
      ),
    );
  });

  test('a Kazakh digit follows both rounds', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{11}$/), (digits) => {
        const rounds = [firstRound(digits), secondRound(digits)];
        expect(kzIinCheckDigit(digits)).toBe(rounds.find((round) => round < 10));
      }),
      { numRuns: 500 },
    );
  });

  test('Russian tax numbers of public examples', () => {
    expect(ruInnCheckDigits('5001007322')).toBe('59');
    expect(ruInnCheckDigits('1234567890')).toBe('47');
  });

  test('SNILS writes a rest of 100 as 00', () => {
    expect(ruSnilsCheckDigits('112233445')).toBe('95');
    expect(ruSnilsCheckDigits('087654302')).toBe('00');
  });

  test('one wrong digit in an Uzbek or Kazakh number is found', () => {
    const digits = fc.stringMatching(/^\d{13}$/);
    fc.assert(
      fc.property(digits, fc.nat(12), fc.integer({ min: 1, max: 9 }), (text, place, shift) => {
        const wrong =
          text.slice(0, place) + ((Number(text.charAt(place)) + shift) % 10) + text.slice(place + 1);
        expect(uzPinflCheckDigit(wrong)).not.toBe(uzPinflCheckDigit(text));
      }),
    );
  });
});

function firstRound(digits: string): number {
  return [...digits].reduce((sum, digit, place) => sum + Number(digit) * (place + 1), 0) % 11;
}

// The weights go on from 3 and start again at 1 after 11.
function secondRound(digits: string): number {
  return [...digits].reduce((sum, digit, place) => sum + Number(digit) * (((place + 2) % 11) + 1), 0) % 11;
}

function findKazakh(fits: (digits: string) => boolean): string {
  for (let serial = 0; serial <= 9999; serial++) {
    const digits = `8002153${String(serial).padStart(4, '0')}`;
    if (fits(digits)) return digits;
  }
  throw new Error('no such number');
}

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { icaoCheckDigit } from '../check-digit.ts';
import { isDocumentExpired, parseMrzExpiry } from './mrz-dates.ts';
import { readMrz } from './read-mrz.ts';
import type { MrzCorrection, MrzDocument } from './vocabulary.ts';

const TODAY = { year: 2026, month: 11, day: 23 };
const TD3 = ['P<KGZTESTBEKOV<<ZHENISH<<<<<<<<<<<<<<<<<<<<<', 'AC12345674KGZ8002158M31010122150219801234558'];
const RENAMED = [
  'P<KGZTESTBEK<UULU<<JENISH<<<<<<<<<<<<<<<<<<<',
  'PE76543213KGZ8002158M3307010<<<<<<<<<<<<<<<8',
];
const NO_DAY = [
  'P<KAZPROBAYEVA<<AIGUL<<<<<<<<<<<<<<<<<<<<<<<',
  'N123456785KAZ7503<<5F2909303750300400123<<96',
];
const TD1 = [
  'IDKGZID1234567321502198012345<',
  '8002158M3101012KGZ<<<<<<<<<<<9',
  'TESTBEKOV<<ZHENISH<<<<<<<<<<<<',
];
const TD2 = ['I<RUSOBRAZTSOV<<ILIA<<<<<<<<<<<<<<<<', '7000000010RUS7001017M2805058<<<<<<<8'];

function documentIn(text: string, corrections: MrzCorrection[] = []): MrzDocument {
  const result = readMrz(text, TODAY, corrections);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.reading.document;
}

const issuesIn = (text: string, corrections: MrzCorrection[] = []) => {
  const result = readMrz(text, TODAY, corrections);
  return result.ok ? [] : result.issues.map(({ field, fault, line }) => `${field} ${fault} ${line}`);
};

const spoil = (lines: readonly string[], line: number, place: number, sign: string): string =>
  lines
    .map((text, index) => (index === line ? text.slice(0, place) + sign + text.slice(place + 1) : text))
    .join('\n');

describe('the zones of the reference', () => {
  test('a passport with a national id', () => {
    expect(documentIn(TD3.join('\n'))).toEqual({
      format: 'TD3',
      documentCode: 'P',
      issuingState: 'KGZ',
      documentNumber: 'AC1234567',
      nationality: 'KGZ',
      birth: { year: 1980, month: 2, day: 15 },
      sex: 'M',
      expiresOn: { year: 2031, month: 1, day: 1 },
      name: 'TESTBEKOV<<ZHENISH',
      family: 'TESTBEKOV',
      given: 'ZHENISH',
      nameTruncated: false,
      optionalData: ['21502198012345'],
    });
  });

  test('a name of two words, an unknown day, a card, a TD2', () => {
    expect(documentIn(RENAMED.join('\n'))).toMatchObject({
      family: 'TESTBEK UULU',
      given: 'JENISH',
      optionalData: [],
    });
    expect(documentIn(NO_DAY.join('\n')).birth).toEqual({ year: 1975, month: 3 });
    expect(documentIn(TD1.join('\n'))).toMatchObject({
      format: 'TD1',
      documentNumber: 'ID1234567',
      given: 'ZHENISH',
    });
    expect(documentIn(TD2.join('\n'))).toMatchObject({
      format: 'TD2',
      documentNumber: '700000001',
      family: 'OBRAZTSOV',
    });
  });
});

describe('noise', () => {
  test.each([
    ['CR LF and a last line end', `${TD3.join('\r\n')}\r\n`],
    ['CR alone', TD3.join('\r')],
    ['no line end at all', TD3.join('')],
    ['lower case and spaces at the ends', `  ${TD3.join(' \n ').toLowerCase()}  `],
    ['control signs around the lines', `\u0002${TD3.join('\u001e')}\u0003`],
    ['trailing fillers of the name line missing', `P<KGZTESTBEKOV<<ZHENISH\n${TD3[1]}`],
    [
      'spaces too many between groups',
      `P<KGZ TESTBEKOV<<ZHENISH <<<<<<<<<<<<<<<<<<<<<\nAC1234567 4 KGZ 800215 8M3101012 2150219801234558`,
    ],
    ['spaces instead of fillers', `P KGZTESTBEKOV  ZHENISH                     \n${TD3[1]}`],
    ['another sign for the filler', `P‹KGZTESTBEKOV«ZHENISH\n${TD3[1]}`],
  ])('%s', (_, text) => expect(documentIn(text)).toEqual(documentIn(TD3.join('\n'))));

  test('the first line of a card as the reader cut it', () => {
    expect(documentIn([TD1[0]?.slice(0, 29), TD1[1], TD1[2]].join('\n'))).toEqual(documentIn(TD1.join('\n')));
  });

  test('a line with checked fields is never padded: a filler lost inside would move them', () => {
    expect(issuesIn(`${RENAMED[0]}\n${RENAMED[1]?.replace('<<8', '<8')}`)).toEqual(['null FORMAT 0']);
    expect(issuesIn('')).toEqual(['null FORMAT 0']);
    expect(issuesIn('TESTBEKOV ZHENISH')).toEqual(['null FORMAT 0']);
  });
});

describe('the wrong field is named', () => {
  test.each([
    ['number', spoil(TD3, 1, 3, '9'), 'DOCUMENT_NUMBER CHECK_DIGIT 2'],
    ['number digit', spoil(TD3, 1, 9, '7'), 'DOCUMENT_NUMBER CHECK_DIGIT 2'],
    ['birth date', spoil(TD3, 1, 14, '1'), 'BIRTH_DATE CHECK_DIGIT 2'],
    ['end', spoil(TD3, 1, 22, '2'), 'EXPIRY_DATE CHECK_DIGIT 2'],
    ['optional data', spoil(TD3, 1, 30, '9'), 'OPTIONAL_DATA CHECK_DIGIT 2'],
    ['composite', spoil(TD3, 1, 43, '1'), 'COMPOSITE_CHECK CHECK_DIGIT 2'],
    ['number of a card', spoil(TD1, 0, 8, '9'), 'DOCUMENT_NUMBER CHECK_DIGIT 1'],
    ['optional data of a card', spoil(TD1, 0, 16, '9'), 'COMPOSITE_CHECK CHECK_DIGIT 2'],
    ['birth date of a card', spoil(TD1, 1, 1, '9'), 'BIRTH_DATE CHECK_DIGIT 2'],
    ['TD2', spoil(TD2, 1, 2, '1'), 'DOCUMENT_NUMBER CHECK_DIGIT 2'],
    ['a digit in the name', spoil(TD3, 0, 7, '0'), 'NAME WRONG_SIGN 1'],
    ['sex', spoil(TD3, 1, 20, 'K'), 'SEX WRONG_SIGN 2'],
    ['a visa', spoil(TD3, 0, 0, 'V'), 'DOCUMENT_CODE WRONG_SIGN 1'],
    ['state', spoil(TD3, 0, 3, '6'), 'ISSUING_STATE WRONG_SIGN 1'],
  ])('%s', (_, text, expected) => expect(issuesIn(text)[0]).toBe(expected));

  test('a date that no calendar has, with a digit that fits it', () => {
    const line = `AC12345674KGZ801315${icaoCheckDigit('801315')}M31010122150219801234558`;
    expect(
      issuesIn(`${TD3[0]}
${line}`),
    ).toContain('BIRTH_DATE NOT_A_DATE 2');
  });

  test('any single wrong sign of a checked field is found, whatever it is', () => {
    const places = [0, 1, 2, 3, 4, 5, 6, 7, 8, 13, 14, 15, 16, 17, 18, 21, 22, 23, 24, 25, 26, 28, 30, 35];
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.constantFrom(...'0123456789'), (place, sign) => {
        const before = Number.parseInt(TD3[1]?.charAt(place) ?? '', 36);
        // Signs whose values differ by ten have the same weight in the sum: the standard cannot tell them apart.
        fc.pre(before % 10 !== Number(sign));
        expect(issuesIn(spoil(TD3, 1, place, sign))).not.toEqual([]);
      }),
    );
  });

  test('no text whatsoever makes it throw', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'grapheme-composite', maxLength: 100 }),
      fc.string({ unit: fc.constantFrom(...'AKZ059< '), minLength: 88, maxLength: 88 }),
    );
    fc.assert(
      fc.property(texts, (text) => void readMrz(text, TODAY)),
      { numRuns: 60 },
    );
  });
});

describe('corrections by hand', () => {
  const misread = spoil(TD3, 1, 3, '8');

  test('replace what was read and are kept with old and new', () => {
    const result = readMrz(misread, TODAY, [{ field: 'DOCUMENT_NUMBER', value: 'AC1234567' }]);
    expect(result.ok && result.reading.changes).toEqual([
      { field: 'DOCUMENT_NUMBER', from: 'AC1834567', to: 'AC1234567' },
    ]);
    expect(result.ok && result.reading.misprinted).toEqual([]);
    expect(documentIn(misread, [{ field: 'DOCUMENT_NUMBER', value: 'ac 1234567' }])).toEqual(
      documentIn(TD3.join('\n')),
    );
  });

  test('vouch for a field as it is printed, which is then named as misprinted', () => {
    const result = readMrz(misread, TODAY, [{ field: 'DOCUMENT_NUMBER', value: 'AC1834567' }]);
    expect(result.ok && result.reading.misprinted).toEqual(['DOCUMENT_NUMBER', 'COMPOSITE_CHECK']);
  });

  test('excuse no other field', () => {
    const twice = spoil(misread.split('\n'), 1, 14, '1');
    expect(issuesIn(twice, [{ field: 'DOCUMENT_NUMBER', value: 'AC1234567' }])).toEqual([
      'BIRTH_DATE CHECK_DIGIT 2',
    ]);
    expect(issuesIn(misread, [{ field: 'DOCUMENT_NUMBER', value: 'АС1234567' }])).toContain(
      'DOCUMENT_NUMBER WRONG_SIGN 2',
    );
    expect(issuesIn(misread, [{ field: 'DOCUMENT_NUMBER', value: 'AC12345678901' }])).not.toEqual([]);
  });
});

describe('names, numbers and ends', () => {
  test('a full name field may be cut', () => {
    const [, second] = TD3;
    const cut = `P<KGZABDURAKHMANBEKOVALIEVICHEV<<MUHAMMADKA\n${second}`;
    expect(documentIn(cut).nameTruncated).toBe(false);
    expect(documentIn(`P<KGZABDURAKHMANBEKOVALIEVICHEV<<MUHAMMADKAR\n${second}`)).toMatchObject({
      nameTruncated: true,
      given: 'MUHAMMADKAR',
    });
  });

  test('a long number goes on in the optional data of a card', () => {
    // ICAO 9303-5: D23145890734, its digit 9 after the last sign.
    const lines = [
      'I<UTOD23145890<7349<<<<<<<<<<<',
      '7408122F1204159UTO<<<<<<<<<<<6',
      'ERIKSSON<<ANNA<MARIA<<<<<<<<<<',
    ];
    expect(documentIn(lines.join('\n'))).toMatchObject({ documentNumber: 'D23145890734', optionalData: [] });
    expect(issuesIn(spoil(lines, 0, 16, '8'))[0]).toBe('DOCUMENT_NUMBER CHECK_DIGIT 1');
  });

  test('the century of an end, and the first day after it', () => {
    expect(parseMrzExpiry('310101', 2026)?.year).toBe(2031);
    expect(parseMrzExpiry('460101', 2026)?.year).toBe(2046);
    expect(parseMrzExpiry('470101', 2026)?.year).toBe(1947);
    expect(parseMrzExpiry('991231', 2026)?.year).toBe(1999);
    expect(parseMrzExpiry('250229', 2026)).toBeUndefined();
    const end = { year: 2026, month: 11, day: 23 };
    expect([isDocumentExpired(end, '2026-11-23'), isDocumentExpired(end, '2026-11-24')]).toEqual([
      false,
      true,
    ]);
    expect(isDocumentExpired({ year: 2026 }, '2026-12-31')).toBe(false);
  });

  test('a birth year is never after today', () => {
    expect(documentIn(TD2.join('\n')).birth).toEqual({ year: 1970, month: 1, day: 1 });
  });
});

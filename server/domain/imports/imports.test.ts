import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createCountryReader } from './country-words.ts';
import { readFbiPoster, readFtmEntity, readInterpolNotice } from './notice-records.ts';
import { namesPersons, suggestMapping } from './table-fields.ts';
import { readTableRow } from './table-record.ts';
import { readAmount, readBirth, readDay, readSex } from './values.ts';

const country = createCountryReader([
  { alpha3: 'KGZ', alpha2: 'KG', names: ['Кыргызстан', 'Киргизия', 'Қырғызстан', 'Kyrgyzstan'] },
  { alpha3: 'KAZ', alpha2: 'KZ', names: ['Казакстан', 'Казахстан', 'Қазақстан', 'Kazakhstan'] },
]);
const tables = { country };
const fixture = (name: string) =>
  readFileSync(new URL(`../../../tests/fixtures/imports/${name}`, import.meta.url), 'utf8');

describe('single values', () => {
  test.each([
    ['1975-03', { date: '1975-03' }],
    ['1975/03/21', { date: '1975/03/21' }],
    ['21.03.1975', { date: '21.03.1975' }],
    ['12 Mar 1970', { date: '1970-03-12' }],
    ['March 3, 1970', { date: '1970-03-03' }],
    ['Mar 1970', { date: '1970-03' }],
    ['circa 1965', { date: '1965', isApproximate: true }],
    ['около 1965', { date: '1965', isApproximate: true }],
    ['1960 to 1962', { date: '1960', yearFrom: 1960, yearTo: 1962 }],
    ['1970-01-02T00:00:00.000Z', { date: '1970-01-02' }],
    ['03/04/1975', null],
    ['soon', null],
  ])('a birth date %s', (text, expected) => expect(readBirth(text)).toEqual(expected));

  test('days, amounts and sexes in the ways people write them', () => {
    expect([readDay('1.2.2026'), readDay('2026/02/01'), readDay('2026')]).toEqual([
      '2026-02-01',
      '2026-02-01',
      null,
    ]);
    expect([
      readAmount('1,78 м', 40, 260),
      readAmount('1.78', 40, 260),
      readAmount('178 cm', 40, 260),
    ]).toEqual([178, 178, 178]);
    expect(readAmount('much', 40, 260)).toBeNull();
    expect(['Мужской', 'Ж', 'аял', 'X', 'кто-то'].map(readSex)).toEqual(['M', 'F', 'F', 'X', null]);
  });

  test('states by code, name and long form', () => {
    expect(
      ['kg', 'KGZ', 'Киргизия', 'Қазақстан', 'Kyrgyz Republic', 'Российская Федерация', 'Атлантида'].map(
        country,
      ),
    ).toEqual(['KGZ', 'KGZ', 'KGZ', 'KAZ', 'KGZ', 'RUS', null]);
  });
});

describe('columns', () => {
  test.each([
    ['en', ['Surname', 'Given names', 'Date of birth', 'Sex', 'Citizenship', 'Passport No']],
    ['ru', ['Фамилия', 'Имя', 'Дата рождения', 'Пол', 'Гражданство', 'Номер паспорта']],
    ['ky', ['Фамилиясы', 'Ысымы', 'Туулган күнү', 'Жынысы', 'Жарандыгы', 'Документ номери']],
    ['kk', ['Тегі', 'Есімі', 'Туған күні', 'Жынысы', 'Азаматтығы', 'Құжат нөмірі']],
  ])('in %s are known', (_, columns) => {
    expect(Object.values(suggestMapping(columns, false))).toEqual([
      'family',
      'given',
      'birthDate',
      'sex',
      'nationality',
      'documentNumber',
    ]);
  });

  test('of alerts are proposed for alerts alone, and a table without names is none', () => {
    expect(suggestMapping(['ФИО', 'Вид розыска'], false)).toEqual({ ФИО: 'name' });
    expect(suggestMapping(['ФИО', 'Вид розыска'], true)).toEqual({ ФИО: 'name', 'Вид розыска': 'alertType' });
    expect(namesPersons(suggestMapping(['Пол', 'Гражданство'], false))).toBe(false);
  });
});

test('a row keeps what it can and names what it cannot read', () => {
  const row = { Ф: 'Пробаев', Д: '32 нет', Г: 'Атлантида; KG', П: 'AC1', В: 'arrest prosecution', Н: 'Demo' };
  const mapping = {
    Ф: 'family',
    Д: 'birthDate',
    Г: 'nationality',
    П: 'documentNumber',
    В: 'alertType',
    Н: 'reason',
  } as const;
  const { person, alert, hints, faults } = readTableRow(row, mapping, tables, 'ru');
  expect(person).toEqual({
    sex: 'U',
    names: [{ type: 'PRIMARY', family: 'Пробаев' }],
    nationalities: [{ country: 'KGZ' }],
    documents: [{ type: 'PASSPORT', number: 'AC1', issuingState: 'KGZ' }],
  });
  expect(alert).toEqual({ type: 'ARREST_PROSECUTION', reasonSummary: { ru: 'Demo' } });
  expect(hints.map(({ code }) => code)).toEqual(['import-bad-date', 'import-bad-country']);
  expect(faults).toEqual([]);
  expect(readTableRow({ Ф: ' ' }, mapping, tables, 'ru').faults).toEqual([
    { field: 'name', code: 'import-no-name' },
  ]);
});

describe('published lists', () => {
  test('an Interpol notice: a dash is no name, 0 no height, null no list', () => {
    const { _embedded } = JSON.parse(fixture('interpol-notices.json'));
    const [first, second] = _embedded.notices.map((notice: never) => readInterpolNotice(notice, tables));
    expect(first).toMatchObject({
      key: '2024/90001',
      person: {
        heightCm: 178,
        hairColour: 'BLACK',
        eyeColour: 'BROWN',
        birthCountry: 'KGZ',
        languages: ['kir', 'rus'],
      },
      alert: { externalRefs: [{ channel: 'INTERPOL_RED', number: '2024/90001' }] },
      hints: [],
    });
    expect(second.person).toEqual({
      sex: 'F',
      names: [{ type: 'PRIMARY', family: 'TESTOVICH' }],
      birthDates: [{ date: '1965' }],
    });
  });

  test('an FBI poster: inches, pounds and the marks of a page', () => {
    const [poster] = JSON.parse(fixture('fbi-wanted.json')).items;
    const { person, alert } = readFbiPoster(poster, tables);
    expect(person).toMatchObject({
      heightCm: 178,
      weightKg: 75,
      birthDates: [
        { date: '1970-03-03', status: 'USED' },
        { date: '1971-05-04', status: 'USED' },
      ],
      marks: [{ description: 'Tattoo on the left arm' }],
    });
    expect(person.names.map(({ type, full }) => [type, full])).toEqual([
      ['PRIMARY', 'JORAN DEMO PELLWICK'],
      ['ALIAS_WEAK', 'Jory'],
      ['ALIAS_WEAK', 'J. D. Pellwick'],
    ]);
    expect(alert.reasonSummary?.['en']).toBe('Wire Fraud; Bribery. Invented for a test.');
  });

  test('an entity: one primary name in each script; a company is no person', () => {
    const [person, company] = fixture('ftm-entities.jsonl')
      .trim()
      .split('\n')
      .map((line) => readFtmEntity(JSON.parse(line), tables));
    expect(person?.person.names.map(({ type }) => type)).toEqual(['PRIMARY', 'PRIMARY', 'ALIAS_STRONG']);
    expect(person?.person.documents).toEqual([
      { type: 'PASSPORT', number: 'N55512345', issuingState: 'KAZ' },
    ]);
    expect(company?.faults).toEqual([{ field: '', code: 'import-not-a-person' }]);
  });
});

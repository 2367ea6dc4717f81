// Invented persons that the guides and examples speak of; everything about them is made up.
import type { SeedName } from './record.ts';

export interface DemoPerson {
  readonly names: readonly SeedName[];
  readonly sex: 'M' | 'F';
  /** YYYY, YYYY-MM or YYYY-MM-DD */
  readonly birth: string;
  readonly nationality: string;
  readonly document?: { readonly type: string; readonly number: string; readonly issuingState: string };
  readonly nationalId?: { readonly scheme: string; readonly value: string };
  readonly summary: string;
}

const cyrillic = (full: string, language: string, type: SeedName['type'] = 'PRIMARY'): SeedName => {
  const [family, given, patronymic] = full.split(' ');
  return { type, full, family, given, patronymic, script: 'Cyrl', language };
};

const latin = (family: string, given: string, extra: Partial<SeedName> = {}): SeedName => ({
  type: 'DOCUMENT',
  full: `${family} ${given}`,
  family,
  given,
  script: 'Latn',
  standard: 'NATIONAL_PASSPORT',
  ...extra,
});

export const DEMO_PEOPLE: readonly DemoPerson[] = [
  {
    // Recorded in Cyrillic alone: found as "Jumabayev Azamat" all the same.
    names: [cyrillic('Жумабаев Азамат Касымович', 'ru')],
    sex: 'M',
    birth: '1980-02-15',
    nationality: 'KGZ',
    summary: 'DEMO: bribery of a public official, invented',
  },
  {
    names: [
      {
        type: 'PRIMARY',
        full: 'Тестбек уулу Жениш',
        family: 'Тестбек уулу',
        given: 'Жениш',
        script: 'Cyrl',
        language: 'ky',
        validFrom: '2025-06-01',
        legalBasis: 'DEMO: change of name under the law of 2025',
      },
      { ...cyrillic('Тестбеков Жениш Асанович', 'ru', 'FORMER'), validTo: '2025-05-31' },
      latin('Testbekov', 'Zhenish', { mrzForm: 'TESTBEKOV<<ZHENISH' }),
      latin('Testbek uulu', 'Jenish', { mrzForm: 'TESTBEK<UULU<<JENISH' }),
    ],
    sex: 'M',
    birth: '1980-02-15',
    nationality: 'KGZ',
    document: { type: 'PASSPORT', number: 'AC1234567', issuingState: 'KGZ' },
    nationalId: { scheme: 'KG_PIN', value: '21502198012345' },
    summary: 'DEMO: embezzlement by a public official, invented',
  },
  {
    names: [
      cyrillic('Пробаева Айгүл Серікқызы', 'kk'),
      latin('Probayeva', 'Aigul', { mrzForm: 'PROBAYEVA<<AIGUL' }),
    ],
    sex: 'F',
    birth: '1975-03',
    nationality: 'KAZ',
    document: { type: 'PASSPORT', number: 'N12345678', issuingState: 'KAZ' },
    summary: 'DEMO: laundering of proceeds, invented',
  },
  {
    names: [cyrillic('Образцов Илья Петрович', 'ru'), latin('Obraztsov', 'Ilia')],
    sex: 'M',
    birth: '1970-01-01',
    nationality: 'RUS',
    document: { type: 'ID', number: '700000001', issuingState: 'RUS' },
    summary: 'DEMO: abuse of functions, invented',
  },
  {
    names: [
      cyrillic('Примерний Олександр Іванович', 'uk'),
      cyrillic('Примерный Александр Иванович', 'ru', 'ALIAS_STRONG'),
    ],
    sex: 'M',
    birth: '1968-11-30',
    nationality: 'UKR',
    summary: 'DEMO: trading in influence, invented',
  },
  {
    names: [
      {
        type: 'PRIMARY',
        full: 'Oʻrnakov Jasur Alisher oʻgʻli',
        family: 'Oʻrnakov',
        given: 'Jasur',
        patronymic: 'Alisher oʻgʻli',
        script: 'Latn',
        language: 'uz',
      },
      cyrillic('Урнаков Жасур Алишерович', 'ru', 'ALIAS_STRONG'),
    ],
    sex: 'M',
    birth: '1986-07-19',
    nationality: 'UZB',
    summary: 'DEMO: private-sector bribery, invented',
  },
  {
    names: [cyrillic('Намунаев Ҷамшед Раҳимович', 'tg'), latin('Namunaev', 'Jamshed')],
    sex: 'M',
    birth: '1979',
    nationality: 'TJK',
    summary: 'DEMO: illicit enrichment, invented',
  },
  {
    names: [
      {
        type: 'PRIMARY',
        full: 'Օրինակյան Արմեն Գևորգի',
        family: 'Օրինակյան',
        given: 'Արմեն',
        patronymic: 'Գևորգի',
        script: 'Armn',
        language: 'hy',
      },
      latin('Orinakyan', 'Armen'),
    ],
    sex: 'M',
    birth: '1983-04-05',
    nationality: 'ARM',
    summary: 'DEMO: obstruction of justice, invented',
  },
  {
    names: [
      {
        type: 'PRIMARY',
        full: 'ნიმუშაძე გიორგი',
        family: 'ნიმუშაძე',
        given: 'გიორგი',
        script: 'Geor',
        language: 'ka',
      },
      latin('Nimushadze', 'Giorgi'),
    ],
    sex: 'M',
    birth: '1977-12-12',
    nationality: 'GEO',
    summary: 'DEMO: concealment, invented',
  },
  {
    names: [
      {
        type: 'PRIMARY',
        full: 'Nümunəyev Elçin Rəşad oğlu',
        family: 'Nümunəyev',
        given: 'Elçin',
        patronymic: 'Rəşad oğlu',
        script: 'Latn',
        language: 'az',
      },
      cyrillic('Нумунаев Эльчин Рашадович', 'ru', 'ALIAS_STRONG'),
    ],
    sex: 'M',
    birth: '1990-09-01',
    nationality: 'AZE',
    summary: 'DEMO: bribery of a foreign official, invented',
  },
];

// Forms of family names and patronymics against examples that grammars and registers give.
import { describe, expect, it } from 'vitest';
import {
  azerbaijaniFamily,
  azerbaijaniLi,
  cyrillicFamily,
  russianFeminine,
  russianPatronymic,
  russianPatronymicFeminine,
  stemOf,
  turkmenFamily,
  ukrainianFeminine,
  ukrainianPatronymic,
  uzbekFamily,
} from './endings.ts';

describe('feminine family names', () => {
  it.each([
    ['Иванов', 'Иванова'],
    ['Ильин', 'Ильина'],
    ['Достоевский', 'Достоевская'],
    ['Троцкий', 'Троцкая'],
    ['Белый', 'Белая'],
    ['Толстой', 'Толстая'],
    ['Зимний', 'Зимняя'],
    ['Шевченко', 'Шевченко'],
    ['Цой', 'Цой'],
    ['Кравчук', 'Кравчук'],
  ])('Russian: %s → %s', (m, f) => expect(russianFeminine(m)).toBe(f));

  it.each([
    ['Іванов', 'Іванова'],
    ['Павловський', 'Павловська'],
    ['Білий', 'Біла'],
    ['Ковалів', 'Ковалів'],
    ['Бондаренко', 'Бондаренко'],
  ])('Ukrainian: %s → %s', (m, f) => expect(ukrainianFeminine(m)).toBe(f));
});

describe('family names of given names', () => {
  it.each([
    ['Асан', 'Асанов'],
    ['Муса', 'Мусаев'],
    ['Бакай', 'Бакаев'],
    ['Сатыбалды', 'Сатыбалдиев'],
    ['Жеңиш', 'Жеңишев'],
    ['Төлеу', 'Төлеуов'],
    ['Эмомалӣ', 'Эмомалиев'],
  ])('Cyrillic: %s → %s', (given, family) => expect(cyrillicFamily(given)).toBe(family));

  it('Latin scripts', () => {
    expect(['Karim', 'Abdulla', 'Boltaboy'].map(uzbekFamily)).toEqual([
      'Karimov',
      'Abdullayev',
      'Boltaboyev',
    ]);
    expect(['Oraz', 'Ata', 'Toýly', 'Baý'].map(turkmenFamily)).toEqual([
      'Orazow',
      'Ataýew',
      'Toýlyýew',
      'Baýew',
    ]);
    expect(['Məmməd', 'Mustafa'].map(azerbaijaniFamily)).toEqual(['Məmmədov', 'Mustafayev']);
    expect(['Məmməd', 'Qasım', 'Oruc', 'Ülvü', 'İsmət'].map(azerbaijaniLi)).toEqual([
      'Məmmədli',
      'Qasımlı',
      'Oruclu',
      'Ülvülü',
      'İsmətli',
    ]);
  });

  it('gives the given name back', () => {
    expect(['Асанов', 'Мусаев', 'Токобаев', 'Омуралиев', 'Жеңишев'].map(stemOf)).toEqual([
      'Асан',
      'Муса',
      'Токобай',
      'Омурали',
      'Жеңиш',
    ]);
  });
});

describe('patronymics', () => {
  it.each([
    ['Иван', 'Иванович', 'Ивановна'],
    ['Сергей', 'Сергеевич', 'Сергеевна'],
    ['Василий', 'Васильевич', 'Васильевна'],
    ['Юрий', 'Юрьевич', 'Юрьевна'],
    ['Дмитрий', 'Дмитриевич', 'Дмитриевна'],
    ['Георгий', 'Георгиевич', 'Георгиевна'],
    ['Игорь', 'Игоревич', 'Игоревна'],
    ['Илья', 'Ильич', 'Ильинична'],
    ['Никита', 'Никитич', 'Никитична'],
    ['Лука', 'Лукич', 'Лукинична'],
    ['Муса', 'Мусаевич', 'Мусаевна'],
    ['Кемел', 'Кемелович', 'Кемеловна'],
    ['Аскербий', 'Аскербьевич', 'Аскербьевна'],
  ])('Russian: %s → %s, %s', (father, m, f) => {
    expect(russianPatronymic(father)).toBe(m);
    expect(russianPatronymicFeminine(m)).toBe(f);
  });

  it.each([
    ['Іван', 'Іванович', 'Іванівна'],
    ['Микола', 'Миколайович', 'Миколаївна'],
    ['Сергій', 'Сергійович', 'Сергіївна'],
    ['Дмитро', 'Дмитрович', 'Дмитрівна'],
    ['Василь', 'Васильович', 'Василівна'],
    ['Ілля', 'Ілліч', 'Іллівна'],
  ])('Ukrainian: %s → %s, %s', (father, m, f) => expect(ukrainianPatronymic(father)).toEqual({ m, f }));
});

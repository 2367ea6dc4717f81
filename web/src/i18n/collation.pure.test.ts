import { describe, expect, it } from 'vitest';
import { collatorOf } from './collation.ts';

describe('the order of letters', () => {
  it('puts the letters of Kyrgyz and Kazakh where their alphabets have them', () => {
    const ky = ['Өзбекстан', 'Пакистан', 'Норвегия', 'Оман', 'Үрдүн', 'Фиджи', 'Уганда'];
    expect([...ky].sort(collatorOf('ky').compare)).toEqual([
      'Норвегия',
      'Оман',
      'Өзбекстан',
      'Пакистан',
      'Уганда',
      'Үрдүн',
      'Фиджи',
    ]);
    const kk = ['Қазақстан', 'Латвия', 'Канада', 'Әзербайжан', 'Бельгия', 'Австрия'];
    expect([...kk].sort(collatorOf('kk').compare)).toEqual([
      'Австрия',
      'Әзербайжан',
      'Бельгия',
      'Канада',
      'Қазақстан',
      'Латвия',
    ]);
  });

  it('puts a shorter word before the longer one that begins with it', () => {
    expect(collatorOf('ky').compare('Кара', 'Карабек')).toBeLessThan(0);
    expect(collatorOf('en').compare('b', 'a')).toBeGreaterThan(0);
  });
});

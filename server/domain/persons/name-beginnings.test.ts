// Beginnings in any script meet the stored name; short ones too.
import { describe, expect, it } from 'vitest';
import { loadNameTables } from '../../platform/name-tables/name-tables.ts';
import { createNameEngine } from '../names/engine.ts';
import { coarseWords, LONGEST_BEGINNING, nameBeginnings } from './name-beginnings.ts';

const engine = createNameEngine(loadNameTables());
const begins = (typed: string, stored: string): boolean => {
  const kept = new Set(nameBeginnings([engine.analyse({ full: stored })]));
  const words = coarseWords(engine.analyse({ full: typed }));
  return words.length > 0 && words.every((word) => kept.has(word.slice(0, LONGEST_BEGINNING)));
};

describe('nameBeginnings', () => {
  it.each([
    ['жум', 'Жумабаев Азамат'],
    ['jum', 'Жумабаев Азамат'],
    ['zhum', 'Жумабаев Азамат'],
    ['Dzhu', 'Жумабаев Азамат'],
    ['аза', 'Jumabayev Azamat'],
    ['azamat ju', 'Жумабаев Азамат'],
    ['Yus', 'Юсупов Тимур'],
    ['Iusu', 'Юсупов Тимур'],
    ['ше', 'Shevtsov Timur'],
    ['she', 'Шевцов Тимур'],
    ['Кыд', 'Kydyralieva Aigul'],
    ['Kid', 'Кыдыралиева Айгүл'],
    ['абдурахмановский', 'Abdurahmanovskiy Timur'],
  ])('%s begins %s', (typed, stored) => {
    expect(begins(typed, stored)).toBe(true);
  });

  it.each([
    ['маб', 'Жумабаев Азамат'],
    ['жун', 'Жумабаев Азамат'],
    ['азамат кас', 'Жумабаев Азамат'],
  ])('%s does not begin %s', (typed, stored) => {
    expect(begins(typed, stored)).toBe(false);
  });
});

// Highlights of any text stay inside it, do not overlap, and cover words only.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createNameEngine } from '../../domain/names/engine.ts';
import { loadNameTables } from '../../platform/name-tables/name-tables.ts';
import { highlightsOf } from './highlights.ts';

const engine = createNameEngine(loadNameTables());
const marked = (query: string, stored: string): string[] => {
  const parts = engine.compare(engine.analyse({ full: query }), engine.analyse({ full: stored })).parts;
  return highlightsOf(engine, stored, parts).map(({ start, end }) => stored.slice(start, end));
};

describe('highlightsOf', () => {
  it.each([
    ['Petrov Ivan', 'ПЕТРОВ  Иван Сергеевич', ['ПЕТРОВ', 'Иван']],
    ['Ivan Petrov', 'Петров, Иван', ['Петров', 'Иван']],
    ['Абдурахман Тестов', 'Тестов Абду Рахман', ['Тестов', 'Абду', 'Рахман']],
    ['Жумабаев', 'Жумaбаев Азамат', ['Жумaбаев']],
    ["Testbek O'rozov", 'O‘rozov Testbek', ['O‘rozov', 'Testbek']],
    ['Петров С.', 'Петров Сергей', ['Петров', 'Сергей']],
  ])('"%s" in "%s"', (query, stored, words) => {
    expect(marked(query, stored)).toEqual(words);
  });

  it('holds for any text', () => {
    const word = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom('Иван', 'Petrov', 'аb'),
    );
    const text = fc.array(word, { maxLength: 6 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(text, text, (query, stored) => {
        const { parts } = engine.compare(engine.analyse({ full: query }), engine.analyse({ full: stored }));
        let last = 0;
        for (const { start, end } of highlightsOf(engine, stored, parts)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(stored.length);
          last = end;
        }
      }),
      { numRuns: 200 },
    );
  });
});

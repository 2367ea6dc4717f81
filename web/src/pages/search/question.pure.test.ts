import { describe, expect, it, vi } from 'vitest';

vi.mock('../../session/tokens.ts', () => ({
  onGrant: (listener: (grant: unknown) => void) => (forget = listener),
}));
let forget: (grant: unknown) => void;
const { bodyOf, keepWords, NO_WORDS, readAddress, wordsOf } = await import('./question.ts');

const asked = { ...NO_WORDS, name: 'Выдуманов Герой', birthDate: '1980-02' };

describe('the address of a search', () => {
  it('names a question by a word that says nothing about it', () => {
    const key = keepWords(asked);
    expect(key).toMatch(/^[0-9a-f]{8}$/);
    expect(keepWords({ ...asked })).toBe(key);
    expect(wordsOf(key)).toEqual(asked);
    expect(keepWords(NO_WORDS)).toBeUndefined();
  });

  it('is forgotten when its owner signs out', () => {
    const key = keepWords(asked);
    forget(undefined);
    expect(wordsOf(key)).toEqual(NO_WORDS);
  });

  it('takes no names, whatever is typed into it', () => {
    expect(
      readAddress({ name: 'Выдуманов', q: 'не слово', birthYearFrom: 1700, sort: 'x', sexes: ['M'] }),
    ).toEqual({
      sexes: ['M'],
    });
  });
});

describe('the question sent', () => {
  it('asks nothing when nothing is given', () => {
    expect(bodyOf({ sort: 'name' }, NO_WORDS)).toBeUndefined();
  });

  it('joins words and filters', () => {
    expect(bodyOf({ nationalities: ['KGZ'] }, { ...asked, documentNumber: ' AC1 ' })).toMatchObject({
      name: 'Выдуманов Герой',
      birthDate: '1980-02',
      filters: { nationalities: ['KGZ'], documentNumber: 'AC1' },
    });
  });
});

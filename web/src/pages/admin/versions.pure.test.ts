// Two versions of a rule are compared by names, so that a moved line is no difference and a changed one is.
import { describe, expect, it } from 'vitest';
import { differencesOf } from './versions.ts';

describe('two versions of a rule', () => {
  it('differ in what was changed, added and taken away, wherever it stands in a list', () => {
    const old = {
      version: 1,
      deadlines: [
        { key: 'HOLD', length: 72 },
        { key: 'ARREST', length: 40 },
      ],
      languages: ['ru'],
    };
    const next = {
      version: 2,
      deadlines: [
        { key: 'ARREST', length: 60 },
        { key: 'HOLD', length: 72 },
      ],
      minimum: 12,
    };
    expect(differencesOf(old, next)).toEqual([
      { path: 'deadlines › ARREST › length', before: '40', after: '60' },
      { path: 'languages', before: 'ru', after: undefined },
      { path: 'minimum', before: undefined, after: '12' },
    ]);
  });

  it('do not differ by their number alone', () => {
    expect(differencesOf({ version: 1, a: { b: 1 } }, { version: 2, a: { b: 1 } })).toEqual([]);
  });
});

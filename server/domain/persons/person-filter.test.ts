// Filters as tags: each restricts, all together restrict more, and the clock is allowed for.
import { describe, expect, it } from 'vitest';
import { loadNameTables } from '../../platform/name-tables/name-tables.ts';
import { createNameEngine } from '../names/engine.ts';
import { alertGroups, alertMeets, meetsGroups, personGroups } from './person-filter.ts';
import { markTags, placeTag, soundsOfWords } from './search-tags.ts';

const engine = createNameEngine(loadNameTables());

describe('personGroups', () => {
  const tags = new Set([
    'S:M',
    'N:KGZ',
    'N:KAZ',
    'Y:1980',
    ...soundsOfWords(engine, 'Ош шаары').map(placeTag),
    ...markTags(engine, { kind: 'SCAR', bodyPart: 'сол кол' }),
    ...markTags(engine, { kind: 'TATTOO', bodyPart: 'спина' }),
  ]);
  const meets = (filter: Parameters<typeof personGroups>[1]) =>
    meetsGroups(tags, personGroups(engine, filter));

  it.each([
    [{ sexes: ['M', 'U'] }, true],
    [{ sexes: ['F'] }, false],
    [{ nationalities: ['KAZ'] }, true],
    [{ nationalities: ['UZB'] }, false],
    [{ sexes: ['M'], nationalities: ['UZB', 'KGZ'] }, true],
    [{ sexes: ['F'], nationalities: ['KGZ'] }, false],
    [{ birthYears: { from: 1975, to: 1980 } }, true],
    [{ birthYears: { from: 1981, to: 1990 } }, false],
    [{ birthPlace: 'Osh' }, true],
    [{ birthPlace: 'Osh Talas' }, false],
    [{ mark: { kind: 'SCAR' } }, true],
    [{ mark: { bodyPart: 'спина' } }, true],
    [{ mark: { kind: 'SCAR', bodyPart: 'кол' } }, true],
    // The scar is on the hand, the tattoo on the back: not one mark.
    [{ mark: { kind: 'SCAR', bodyPart: 'спина' } }, false],
    [{}, true],
  ] as const)('%o: %s', (filter, expected) => {
    expect(meets(filter as never)).toBe(expected);
  });
});

describe('alert filters', () => {
  it('look for every stored status that the clock may turn into the one asked for', () => {
    const ended = ['A:ENDED', 'A:EXECUTED', 'A:WITHDRAWN', 'A:EXPIRED', 'A:ARCHIVED'];
    expect(alertGroups({ statuses: ['EXPIRED'] })).toEqual([
      [...ended, 'A:ACTIVE', 'A:LOCATED', 'A:SUSPENDED'],
    ]);
    // One that ended is found by one tag for all ends, and in rows of before by the old ones.
    expect(alertGroups({ statuses: ['WITHDRAWN', 'EXECUTED'] })).toEqual([ended]);
    expect(alertGroups({ ownerStates: ['KGZ'], types: ['MISSING'], uncacArticles: [15, 17] })).toEqual([
      ['O:KGZ'],
      ['T:MISSING'],
      ['U:15', 'U:17'],
    ]);
  });

  it('hold of one alert at once', () => {
    const alert = { type: 'MISSING', status: 'ACTIVE', ownerState: 'KGZ', uncacArticles: [17] } as const;
    expect(alertMeets(alert, {})).toBe(true);
    expect(alertMeets(alert, { types: ['MISSING'], statuses: ['ACTIVE'], uncacArticles: [15, 17] })).toBe(
      true,
    );
    expect(alertMeets(alert, { types: ['MISSING'], ownerStates: ['KAZ'] })).toBe(false);
    expect(alertMeets(alert, { statuses: ['EXPIRED'] })).toBe(false);
    expect(alertMeets(alert, { uncacArticles: [15] })).toBe(false);
  });
});

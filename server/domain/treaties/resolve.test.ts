import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { profileOf, treatyRow } from '../../features/treaties/profile-schema.ts';
import { projectPath } from '../../platform/paths.ts';
import { LOCALES } from '../access/actor.ts';
import { checklistOf, missingFrom } from './checklist.ts';
import { rulesOf, type TreatyProfile, titleIn } from './profile.ts';
import { inForceOn, resolveTreaty } from './resolve.ts';

const folder = projectPath('prisma', 'reference-data', 'treaty-profiles');
const profiles: TreatyProfile[] = readdirSync(folder).flatMap((name) =>
  treatyRow
    .array()
    .parse(JSON.parse(readFileSync(join(folder, name), 'utf8')))
    .map(profileOf),
);
const named = (code: string) => {
  const found = profiles.find((profile) => profile.code === code);
  if (!found) throw new Error(code);
  return found;
};
const resolve = (requesting: string, requested: string, on = '2026-11-25', onlyUncacOffences = false) =>
  resolveTreaty(profiles, { requesting, requested, on, onlyUncacOffences });

describe('the treaty of a pair of states', () => {
  test.each([
    ['KGZ', 'KAZ', 'KAZ_KGZ_1997'],
    ['KGZ', 'RUS', 'CHISINAU_2002'],
    ['KGZ', 'UZB', 'MINSK_1993'],
    ['RUS', 'TUR', 'ECE_1957_P3'],
    ['UKR', 'TUR', 'ECE_1957'],
    ['DEU', 'FRA', 'EAW_2002'],
    ['GBR', 'USA', 'GBR_USA_2003'],
    ['KGZ', 'BRA', 'RECIPROCITY'],
  ])('%s asks %s: %s', (requesting, requested, code) => {
    expect(resolve(requesting, requested).treaty.code).toBe(code);
    expect(resolve(requested, requesting).treaty.code).toBe(code);
  });

  test('the corruption convention carries only its own offences, and only between parties that take it as a basis', () => {
    expect(resolve('KGZ', 'ARE', '2026-11-25', true).treaty.code).toBe('UNCAC_44');
    expect(resolve('KGZ', 'ARE').treaty.code).toBe('RECIPROCITY');
    expect(resolve('KGZ', 'CHN', '2026-11-25', true).treaty.code).toBe('RECIPROCITY');
  });

  test('the day decides: before Chisinau was in force for Russia, Minsk governed', () => {
    expect(resolve('KGZ', 'RUS', '2023-06-27').treaty.code).toBe('MINSK_1993');
    expect(resolve('KGZ', 'RUS', '2023-06-28').treaty.code).toBe('CHISINAU_2002');
  });

  test('the chain says of every profile why it governs or not', () => {
    const { chain } = resolve('KGZ', 'RUS');
    const link = (code: string) => chain.find((entry) => entry.code === code);
    expect(link('CHISINAU_2002')?.outcome).toBe('CHOSEN');
    expect(link('MINSK_1993')).toMatchObject({ outcome: 'REPLACED', detail: 'CHISINAU_2002' });
    expect(link('KAZ_KGZ_1997')).toMatchObject({ outcome: 'NOT_A_PARTY', detail: 'RUS' });
    expect(link('UNCAC_44')?.outcome).toBe('OTHER_OFFENCES');
    expect(link('RECIPROCITY')?.outcome).toBe('LATER_IN_ORDER');
    // Models and samples are no basis: they are chosen by a reasoned decision only.
    expect(link('UN_MODEL_1990')).toBeUndefined();
    expect(chain.filter(({ outcome }) => outcome === 'CHOSEN')).toHaveLength(1);
  });
});

test('a later version governs from its own day on', () => {
  const old = named('MINSK_1993');
  const next = { ...old, version: 2, validFrom: '2026-12-01' };
  const of = (on: string) =>
    inForceOn([...profiles, next], on).find(({ code }) => code === 'MINSK_1993')?.version;
  expect(of('2026-11-30')).toBe(1);
  expect(of('2026-12-01')).toBe(2);
});

test('rules come from the treaty, then the national law, then the house', () => {
  const rules = rulesOf({
    treaty: named('MINSK_1993'),
    national: named('KAZ_NATIONAL'),
    defaults: named('IZDOO_DEFAULTS'),
  });
  const from = (key: string) => rules.find(({ rule }) => rule.key === key)?.profile.code;
  expect(from('PA_LIMIT')).toBe('MINSK_1993');
  expect(from('NAT_DETENTION')).toBe('KAZ_NATIONAL');
  expect(from('APPEAL')).toBe('KAZ_NATIONAL');
  expect(from('REVIEW')).toBe('IZDOO_DEFAULTS');
});

test('the checklist follows the purpose of the case', () => {
  const law = { treaty: named('MINSK_1993'), defaults: named('IZDOO_DEFAULTS') };
  const required = (purpose: 'PROSECUTION' | 'SENTENCE', inAbsentia: boolean) =>
    missingFrom(checklistOf(law, { purpose, inAbsentia }), []);
  expect(required('PROSECUTION', false)).toEqual(['D10', 'D11', 'D14', 'D15', 'D16', 'D17', 'D18', 'D20']);
  expect(required('SENTENCE', true)).toEqual([
    'D10',
    'D12',
    'D13',
    'D14',
    'D15',
    'D16',
    'D17',
    'D18',
    'D19',
    'D20',
  ]);
  const held = { code: 'D10', present: true, translationsCertified: true, languages: [] } as const;
  expect(missingFrom(checklistOf(law, { purpose: 'PROSECUTION', inAbsentia: false }), [held])).not.toContain(
    'D10',
  );
});

test('no profile claims to be verified, and every one names its source', () => {
  expect(profiles.length).toBeGreaterThanOrEqual(16);
  for (const { verifiedBy, source } of profiles) {
    expect(verifiedBy).toBeNull();
    expect(source.length).toBeGreaterThan(20);
  }
});

test('every profile has its title in four languages, and says which of them are official', () => {
  for (const profile of profiles) {
    const titles = LOCALES.map((locale) => titleIn(locale, profile));
    expect(new Set(titles).size, profile.code).toBe(4);
  }
  expect(named('CHISINAU_2002').titles.official).toEqual(['ru']);
  expect(titleIn('kk', { title: 'A treaty', titles: { official: [] } })).toBe('A treaty');
});

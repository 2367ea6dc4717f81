// What a published alert still lets change, and that sharing can only shrink.
import { describe, expect, it } from 'vitest';
import { alertAudience } from '../access/audience.ts';
import { editingOf, isAmendable, type SharingTerms, wideningMembers } from './amendment.ts';
import { SHARINGS } from './vocabulary.ts';

it('a draft is open, a submitted and an ended alert are closed, a published one takes amendments', () => {
  expect(editingOf('DRAFT')).toBe('ALL');
  for (const status of ['ACTIVE', 'LOCATED', 'NOT_YET_VALID', 'SUSPENDED'] as const)
    expect(editingOf(status)).toBe('AMEND');
  for (const status of ['SUBMITTED', 'EXECUTED', 'WITHDRAWN', 'EXPIRED', 'ARCHIVED', 'ERASED'] as const)
    expect(editingOf(status)).toBe('NONE');
});

it('what the approver judged is not amendable', () => {
  for (const member of ['type', 'actionsOnHit', 'facts', 'offences', 'expiresOn', 'limitationDate'])
    expect(isAmendable(member)).toBe(false);
  expect(isAmendable('dangerFlags')).toBe(true);
});

describe('wideningMembers', () => {
  const terms = (change: Partial<SharingTerms>): SharingTerms => ({
    sharing: 'LISTED',
    sharedWithStates: ['KAZ'],
    sharedWithAgencies: [],
    caveats: [],
    ...change,
  });

  it('finds another state on the list, another agency, a wider sharing, a caveat taken back', () => {
    expect(wideningMembers(terms({}), terms({ sharedWithStates: ['KAZ', 'UZB'] }))).toEqual([
      'sharedWithStates',
    ]);
    expect(wideningMembers(terms({}), terms({ sharedWithAgencies: ['a'] }))).toEqual(['sharedWithAgencies']);
    expect(wideningMembers(terms({}), terms({ sharing: 'ALL_MEMBERS' }))).toEqual(['sharing']);
    expect(wideningMembers(terms({ caveats: ['NO_ONWARD_TRANSFER'] }), terms({}))).toEqual(['caveats']);
  });

  it('lets a list shrink, sharing narrow and caveats grow', () => {
    expect(wideningMembers(terms({}), terms({ sharedWithStates: [] }))).toEqual([]);
    expect(wideningMembers(terms({ sharing: 'ALL_MEMBERS' }), terms({ sharedWithStates: ['UZB'] }))).toEqual(
      [],
    );
    expect(wideningMembers(terms({}), terms({ caveats: ['ORIGINATOR_CONSENT'] }))).toEqual([]);
  });

  it('whatever is not called widening gives no reader a new token', () => {
    const lists = [[], ['KAZ'], ['UZB'], ['KAZ', 'UZB']];
    const all = SHARINGS.flatMap((sharing) =>
      lists.map((sharedWithStates) => terms({ sharing, sharedWithStates })),
    );
    const audience = (some: SharingTerms) =>
      alertAudience({
        type: 'ARREST_PROSECUTION',
        status: 'ACTIVE',
        ownerState: 'KGZ',
        ownerAgencyId: 'o',
        ...some,
      });
    let narrowings = 0;
    for (const old of all)
      for (const next of all) {
        if (wideningMembers(old, next).length > 0) continue;
        narrowings += 1;
        const before = audience(old);
        // `*` stands for every member state.
        if (!before.includes('*')) for (const token of audience(next)) expect(before).toContain(token);
      }
    expect(narrowings).toBeGreaterThan(all.length);
  });
});

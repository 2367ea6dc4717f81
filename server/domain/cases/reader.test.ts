import { describe, expect, test } from 'vitest';
import type { Role } from '../access/role.ts';
import { caseReaderOf, sideSeenBy } from './reader.ts';

const row = { requestingState: 'KAZ', requestedState: 'KGZ', rqAgencyId: 'inv-kaz' };
const draft = { ...row, sharedAt: null };
const shared = { ...row, sharedAt: new Date('2026-03-01') };

const sees = (role: Role, state: string, agencyId: string) => {
  const reader = caseReaderOf({ state, agencyId, roles: [role] });
  return reader && [sideSeenBy(reader, draft), sideSeenBy(reader, shared)];
};

describe('a draft and a shared case are seen by', () => {
  test.each<[Role, string, string, unknown]>([
    ['PRO', 'KAZ', 'ca', ['RQ', 'RQ']],
    ['CO', 'KGZ', 'ca', [null, 'RD']],
    ['NAD', 'KGZ', 'ca', [null, 'RD']],
    ['INV', 'KAZ', 'inv-kaz', ['RQ', 'RQ']],
    ['INV', 'KAZ', 'other', [null, null]],
    ['INV', 'KGZ', 'inv-kgz', [null, null]],
    ['LIA', 'KAZ', 'ca', [null, 'RQ']],
    ['LIA', 'KGZ', 'ca', [null, 'RD']],
    ['PRO', 'UZB', 'ca', [null, null]],
    ['BO2', 'KGZ', 'border', null],
  ])('%s of %s in %s: %j', (role, state, agency, expected) => {
    expect(sees(role, state, agency)).toEqual(expected);
  });
});

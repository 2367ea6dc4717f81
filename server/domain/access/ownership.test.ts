import { describe, expect, test } from 'vitest';
import { owns } from './ownership.ts';
import { ROLES, type Role } from './role.ts';

const actor = (roles: Role[], state: string | null = 'KGZ', agencyId: string | null = 'a1') => ({
  roles,
  state,
  agencyId,
});

describe('owns', () => {
  test('an investigator owns what his agency recorded', () => {
    expect(owns(actor(['INV']), { state: 'KGZ', agencyId: 'a1' })).toBe(true);
    expect(owns(actor(['INV']), { state: 'KGZ', agencyId: 'a2' })).toBe(false);
  });

  test.each(['CO', 'PRO'] as const)('%s owns what his state recorded, and nothing else', (role) => {
    expect(owns(actor([role]), { state: 'KGZ', agencyId: 'a2' })).toBe(true);
    expect(owns(actor([role]), { state: 'KAZ', agencyId: 'a1' })).toBe(false);
  });

  test('an agency id never opens another state', () => {
    expect(owns(actor(['INV']), { state: 'KAZ', agencyId: 'a1' })).toBe(false);
  });

  test('no other role owns anything, nor does an actor without a side', () => {
    for (const role of ROLES)
      if (role !== 'INV' && role !== 'CO' && role !== 'PRO')
        expect(owns(actor([role]), { state: 'KGZ', agencyId: 'a1' })).toBe(false);
    expect(owns(actor(['CO'], null), { state: 'KGZ', agencyId: 'a1' })).toBe(false);
    expect(owns(actor(['CO'], 'KGZ', null), { state: 'KGZ', agencyId: 'a1' })).toBe(false);
  });
});

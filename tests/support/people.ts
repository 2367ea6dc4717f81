// The agencies and accounts of the test world: three states, every role in each. Ids are fixed, so tests can name them.
import type { Role } from '../../server/domain/access/role.ts';

export const STATES = ['KGZ', 'KAZ', 'UZB'] as const;
export type TestState = (typeof STATES)[number];

/** Where a role works. */
const DESK = {
  INV: 'INVESTIGATION',
  BO1: 'BORDER',
  BO2: 'BORDER',
  CO: 'CENTRAL',
  PRO: 'CENTRAL',
  NAD: 'CENTRAL',
  SAD: 'CENTRAL',
  AUD: 'CENTRAL',
  DPO: 'CENTRAL',
  LIA: 'CENTRAL',
  SVC: 'BORDER',
} as const satisfies Record<Role, string>;

const DESKS = ['INVESTIGATION', 'SECOND_INVESTIGATION', 'BORDER', 'CENTRAL'] as const;
export type Desk = (typeof DESKS)[number];

const fixedId = (kind: number, state: number, number: number): string =>
  `00000000-0000-7000-8000-${String(kind).padStart(2, '0')}${String(state).padStart(4, '0')}${String(number).padStart(6, '0')}`;

export const agencyId = (state: TestState, desk: Desk): string =>
  fixedId(1, STATES.indexOf(state), DESKS.indexOf(desk));

export interface TestUser {
  id: string;
  login: string;
  displayName: string;
  role: Role;
  state: TestState;
  agencyId: string;
}

const ROLE_LIST = Object.keys(DESK) as Role[];

/** @returns the account of a role; `second` is a colleague in the same agency (SECOND_INVESTIGATION for 'other') */
export function testUser(
  state: TestState,
  role: Role,
  which: 'first' | 'second' | 'other' = 'first',
): TestUser {
  const offset = { first: 0, second: 100, other: 200 }[which];
  const desk: Desk = which === 'other' ? 'SECOND_INVESTIGATION' : DESK[role];
  return {
    id: fixedId(2, STATES.indexOf(state), ROLE_LIST.indexOf(role) + offset),
    login: `${role}.${state}${which === 'first' ? '' : `.${which}`}`.toLowerCase(),
    displayName: `Test ${role} ${state} ${which}`,
    role,
    state,
    agencyId: agencyId(state, desk),
  };
}

export const TEST_AGENCIES = STATES.flatMap((state) =>
  DESKS.map((desk) => ({ id: agencyId(state, desk), code: `${state}-${desk}`, state, desk })),
);

export const TEST_USERS: TestUser[] = STATES.flatMap((state) => [
  ...ROLE_LIST.map((role) => testUser(state, role)),
  ...(['INV', 'CO', 'PRO', 'BO2', 'DPO'] as const).map((role) => testUser(state, role, 'second')),
  testUser(state, 'INV', 'other'),
]);

/** The password and second-factor secret of every test account. */
export const TEST_PASSWORD = 'correct horse battery staple';
export const TEST_TOTP_SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
/** The installation secret of the test world. */
export const TEST_SECRET = 'test-installation-0123456789-abcdefghijkl';

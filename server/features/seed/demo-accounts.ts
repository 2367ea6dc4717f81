// The demo accounts: one per role in Kyrgyzstan and partners in three other states. Production refuses them.
import { needsSecondFactor } from '../../domain/access/permission.ts';
import type { Role } from '../../domain/access/role.ts';

/** All demo accounts share it; it protects invented data. */
export const DEMO_PASSWORD = 'demo-Izdoo-2026';
/** Base32; add it to any authenticator app, or ask `izdoo user code <login>`. */
export const DEMO_TOTP_SECRET = 'IZDOODEMOIZDOODEMOIZDOODEMOIZDOO';

export const DEMO_AGENCIES = [
  { code: 'DEMO-KGZ-INV', state: 'KGZ', kind: 'INVESTIGATION', name: 'DEMO Investigation Service (KGZ)' },
  { code: 'DEMO-KGZ-CA', state: 'KGZ', kind: 'CENTRAL', name: 'DEMO Prosecutor General’s Office (KGZ)' },
  { code: 'DEMO-KGZ-BORDER', state: 'KGZ', kind: 'BORDER', name: 'DEMO Border Service (KGZ)' },
  { code: 'DEMO-KAZ-INV', state: 'KAZ', kind: 'INVESTIGATION', name: 'DEMO Investigation Service (KAZ)' },
  { code: 'DEMO-KAZ-CA', state: 'KAZ', kind: 'CENTRAL', name: 'DEMO Prosecutor General’s Office (KAZ)' },
  { code: 'DEMO-KAZ-BORDER', state: 'KAZ', kind: 'BORDER', name: 'DEMO Border Service (KAZ)' },
  { code: 'DEMO-UZB-CA', state: 'UZB', kind: 'CENTRAL', name: 'DEMO Prosecutor General’s Office (UZB)' },
  { code: 'DEMO-TJK-CA', state: 'TJK', kind: 'CENTRAL', name: 'DEMO Prosecutor General’s Office (TJK)' },
] as const;

export type DemoAgencyCode = (typeof DEMO_AGENCIES)[number]['code'];

export interface DemoAccount {
  readonly login: string;
  readonly role: Role;
  readonly agency: DemoAgencyCode;
  readonly about: string;
}

export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  {
    login: 'investigator',
    role: 'INV',
    agency: 'DEMO-KGZ-INV',
    about: 'searches, writes persons and alert drafts',
  },
  { login: 'officer', role: 'BO1', agency: 'DEMO-KGZ-BORDER', about: 'first line at the border: checks' },
  { login: 'secondline', role: 'BO2', agency: 'DEMO-KGZ-BORDER', about: 'second line at the border' },
  {
    login: 'caseofficer',
    role: 'CO',
    agency: 'DEMO-KGZ-CA',
    about: 'central authority: approves, withdraws, merges',
  },
  {
    login: 'prosecutor',
    role: 'PRO',
    agency: 'DEMO-KGZ-CA',
    about: 'prosecutor: approves, withdraws, merges',
  },
  { login: 'admin', role: 'NAD', agency: 'DEMO-KGZ-CA', about: 'accounts, agencies and keys of Kyrgyzstan' },
  { login: 'sysadmin', role: 'SAD', agency: 'DEMO-KGZ-CA', about: 'runs the system, sees no content' },
  { login: 'auditor', role: 'AUD', agency: 'DEMO-KGZ-CA', about: 'reads and verifies the audit log' },
  {
    login: 'dpo',
    role: 'DPO',
    agency: 'DEMO-KGZ-CA',
    about: 'data protection: suspends, reviews emergency access',
  },
  { login: 'liaison', role: 'LIA', agency: 'DEMO-KAZ-CA', about: 'liaison of a partner state, reads' },
  { login: 'investigator.kz', role: 'INV', agency: 'DEMO-KAZ-INV', about: 'investigator of Kazakhstan' },
  { login: 'officer.kz', role: 'BO1', agency: 'DEMO-KAZ-BORDER', about: 'first line of Kazakhstan' },
  { login: 'secondline.kz', role: 'BO2', agency: 'DEMO-KAZ-BORDER', about: 'second line of Kazakhstan' },
  { login: 'prosecutor.kz', role: 'PRO', agency: 'DEMO-KAZ-CA', about: 'prosecutor of Kazakhstan' },
  { login: 'prosecutor.uz', role: 'PRO', agency: 'DEMO-UZB-CA', about: 'prosecutor of Uzbekistan' },
  { login: 'prosecutor.tj', role: 'PRO', agency: 'DEMO-TJK-CA', about: 'prosecutor of Tajikistan' },
];

/** Lines that tell a newcomer how to log in. */
export function describeAccounts(): string[] {
  const width = Math.max(...DEMO_ACCOUNTS.map(({ login }) => login.length));
  return [
    `  password of all: ${DEMO_PASSWORD}`,
    `  second factor (*): ${DEMO_TOTP_SECRET}, or: npx izdoo user code <login>`,
    ...DEMO_ACCOUNTS.map(({ login, role, about }) => {
      const mark = needsSecondFactor([role]) ? '*' : ' ';
      return `  ${login.padEnd(width)} ${mark} ${role}  ${about}`;
    }),
  ];
}

// What a role may do at all, before state, agency, sharing, sensitivity and purpose narrow it.
import type { Role } from './role.ts';

const GRANTS = {
  'session.own': ['INV', 'BO1', 'BO2', 'CO', 'PRO', 'NAD', 'SAD', 'AUD', 'DPO', 'LIA', 'SVC'],
  'reference.read': ['INV', 'BO1', 'BO2', 'CO', 'PRO', 'NAD', 'SAD', 'AUD', 'DPO', 'LIA', 'SVC'],
  'check.run': ['BO1', 'BO2', 'SVC'],
  'hit.acknowledge': ['BO1', 'BO2'],
  'hit.read': ['BO2', 'INV', 'CO', 'PRO'],
  'hit.decide': ['BO2'],
  'hit.answer': ['CO', 'PRO'],
  'offline.export': ['CO', 'SVC'],
  'list.send': ['BO2', 'SVC'],
  'list.read': ['BO1', 'BO2', 'SVC'],
  'list.review': ['BO2'],
  'search.persons': ['INV', 'BO2', 'CO', 'PRO', 'DPO', 'LIA'],
  // Questions of other systems in protocols of their own, and opening what they found.
  'interop.ask': ['INV', 'BO2', 'CO', 'PRO', 'DPO', 'LIA', 'SVC'],
  'interop.open': ['INV', 'CO', 'PRO', 'DPO', 'LIA', 'SVC'],
  'subject.save': ['INV', 'CO', 'PRO'],
  'person.read': ['INV', 'CO', 'PRO', 'DPO', 'LIA'],
  'person.print': ['INV', 'CO', 'PRO'],
  'person.write': ['INV', 'CO', 'PRO'],
  'person.merge.propose': ['INV', 'CO', 'PRO'],
  'person.merge.decide': ['CO', 'PRO'],
  'alert.read': ['INV', 'CO', 'PRO', 'DPO', 'LIA'],
  'alert.write': ['INV', 'CO', 'PRO'],
  'alert.decide': ['CO', 'PRO'],
  'alert.suspend': ['CO', 'PRO', 'DPO'],
  'case.read': ['INV', 'CO', 'PRO', 'NAD', 'LIA'],
  'case.propose': ['INV', 'CO', 'PRO'],
  'case.from-hit': ['BO2', 'CO', 'PRO'],
  'case.write': ['CO', 'PRO'],
  'case.step': ['CO', 'PRO', 'NAD'],
  'import.run': ['INV', 'CO', 'PRO'],
  'export.request': ['CO', 'PRO'],
  'export.approve': ['CO', 'PRO'],
  'export.read': ['CO', 'PRO', 'AUD', 'DPO'],
  'break-glass.open': ['INV', 'CO', 'PRO'],
  'break-glass.review': ['DPO'],
  'asset.read': ['INV', 'CO', 'PRO'],
  'asset.write': ['INV', 'CO', 'PRO'],
  'asset.decide': ['CO', 'PRO'],
  'assistance.read': ['INV', 'CO', 'PRO'],
  'assistance.write': ['CO', 'PRO'],
  'case-file.read': ['INV', 'CO', 'PRO', 'LIA'],
  'case-file.write': ['INV', 'CO', 'PRO'],
  'case-file.sign': ['PRO'],
  'disclosure.read': ['AUD', 'DPO'],
  'retention.read': ['AUD', 'DPO'],
  'retention.hold': ['PRO', 'DPO'],
  'request.read': ['AUD', 'DPO'],
  'request.write': ['DPO'],
  'correction.propose': ['INV', 'CO', 'PRO', 'DPO'],
  'correction.read': ['INV', 'CO', 'PRO', 'AUD', 'DPO'],
  'correction.decide': ['CO', 'PRO'],
  'user.manage': ['NAD'],
  'agency.read': ['CO', 'PRO', 'NAD', 'SAD', 'AUD', 'DPO'],
  'agency.manage': ['NAD', 'SAD'],
  'api-key.manage': ['NAD'],
  'webhook.read': ['NAD', 'CO'],
  'webhook.manage': ['NAD'],
  'webhook.open-secret': ['CO'],
  'exchange.read': ['NAD', 'SAD', 'CO', 'PRO'],
  'exchange.manage': ['NAD', 'SAD'],
  'exchange.write': ['CO', 'PRO'],
  'signing-key.rotate': ['SAD'],
  'report.read': ['INV', 'BO2', 'CO', 'PRO', 'NAD', 'AUD', 'DPO', 'LIA'],
  'report.freeze': ['CO', 'PRO', 'NAD'],
  'audit.read': ['AUD', 'DPO'],
  'audit.export': ['AUD', 'DPO'],
  'audit.verify': ['AUD', 'DPO', 'SAD'],
  'system.status': ['NAD', 'SAD'],
  'policy.try': ['NAD', 'SAD', 'DPO'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof GRANTS;

export const PERMISSIONS = Object.keys(GRANTS) as Permission[];

export const rolesWith = (permission: Permission): readonly Role[] => GRANTS[permission];

/** @returns whether one of the roles holds the permission */
export const grants = (roles: readonly Role[], permission: Permission): boolean =>
  rolesWith(permission).some((role) => roles.includes(role));

/** Roles that activate, withdraw, merge, export or rule over accounts: they log in with a second factor. */
const SECOND_FACTOR: readonly Permission[] = [
  'alert.decide',
  'alert.suspend',
  'case.step',
  'person.merge.decide',
  'audit.export',
  'retention.hold',
  'request.write',
  'export.approve',
  'user.manage',
  'agency.manage',
  'webhook.manage',
  'webhook.open-secret',
  'exchange.manage',
  'exchange.write',
];

export const needsSecondFactor = (roles: readonly Role[]): boolean =>
  SECOND_FACTOR.some((permission) => grants(roles, permission));

// The demo agencies and accounts: made once, found again afterwards.
import type { Actor } from '../../domain/access/actor.ts';
import { needsSecondFactor } from '../../domain/access/permission.ts';
import type { AgencyService } from '../agencies/service.ts';
import type { UserService } from '../users/service.ts';
import {
  DEMO_ACCOUNTS,
  DEMO_AGENCIES,
  DEMO_PASSWORD,
  DEMO_TOTP_SECRET,
  type DemoAgencyCode,
} from './demo-accounts.ts';
import type { SeedAgency } from './record.ts';
import type { SeedStore } from './store.ts';

/** Author of invented records in agencies without an account. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

export async function ensureDemoAgencies(
  actor: Actor,
  agencies: Pick<AgencyService, 'ensure'>,
  store: SeedStore,
): Promise<Map<DemoAgencyCode, SeedAgency>> {
  const zones = await store.zones();
  const users = await store.userIds();
  const made = new Map<DemoAgencyCode, SeedAgency>();
  for (const { code, ...agency } of DEMO_AGENCIES) {
    const contact24x7 = `+000 00 ${agency.state} (DEMO)`;
    const { id } = await agencies.ensure(actor, { ...agency, code, contact24x7, demo: true });
    const accountOf = (roles: readonly string[]) =>
      DEMO_ACCOUNTS.find(
        ({ agency: of, role }) => of.startsWith(`DEMO-${agency.state}`) && roles.includes(role),
      );
    const idOf = (roles: readonly string[]) => users.get(accountOf(roles)?.login ?? '') ?? NOBODY;
    made.set(code, {
      id,
      state: agency.state,
      zone: zones.get(agency.state) ?? 'UTC',
      contact24x7,
      authorId: idOf(['INV', 'CO']),
      approverId: idOf(['PRO']),
    });
  }
  return made;
}

export async function ensureDemoAccounts(
  actor: Actor,
  users: Pick<UserService, 'seedUser'>,
  agencies: ReadonlyMap<string, SeedAgency>,
): Promise<void> {
  for (const { login, role, agency, about } of DEMO_ACCOUNTS) {
    await users.seedUser(actor, {
      login,
      displayName: `DEMO ${login}: ${about}`.slice(0, 100),
      password: DEMO_PASSWORD,
      roles: [role],
      agencyId: agencies.get(agency)?.id ?? '',
      totpSecret: needsSecondFactor([role]) ? DEMO_TOTP_SECRET : null,
      locale: 'en',
    });
  }
}

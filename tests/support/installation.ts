// A running installation with demo accounts, used through the services of a second process on its database: its people record and
// decide beside the server, which has to hear of it by itself.
import { readConfig } from '../../server/config.ts';
import type { Actor } from '../../server/domain/access/actor.ts';
import { systemActor } from '../../server/domain/access/actor.ts';
import type { Role } from '../../server/domain/access/role.ts';
import {
  DEMO_ACCOUNTS,
  DEMO_AGENCIES,
  type DemoAgencyCode,
} from '../../server/features/seed/demo-accounts.ts';
import { newId } from '../../server/platform/ids.ts';
import { createLogger } from '../../server/platform/logger.ts';
import { createServices } from '../../server/services.ts';
import type { Registry } from './alert-files.ts';
import { databaseUrlOf } from './server-process.ts';

export interface Installation extends Registry {
  query<T extends object>(text: string, values?: unknown[]): Promise<T[]>;
  /** @returns the secret of a new key that may run checks for the agency */
  borderKey(agency: DemoAgencyCode): Promise<string>;
  close(): Promise<void>;
}

interface Person {
  readonly id: string;
  readonly login: string;
  readonly agencyId: string;
}

const stateOf = (agency: string) => DEMO_AGENCIES.find(({ code }) => code === agency)?.state ?? '';

export async function openInstallation(dataDir: string): Promise<Installation> {
  const config = readConfig({ NODE_ENV: 'development', DATA_DIR: dataDir, DEMO_DATA: 'persons' });
  const databaseUrl = await databaseUrlOf(dataDir);
  const services = createServices(config, { databaseUrl, logger: createLogger('silent') });
  const { database } = services;
  const query = async <T extends object>(text: string, values: unknown[] = []): Promise<T[]> =>
    (await database.pool.query<T>(text, values)).rows;
  const people = await query<Person>('select id, login, agency_id as "agencyId" from app_user');

  function actor(state: string, role: Role): Actor {
    const account = DEMO_ACCOUNTS.find((one) => one.role === role && stateOf(one.agency) === state);
    const person = people.find(({ login }) => login === account?.login);
    if (!person) throw new Error(`no demo account is ${role} of ${state}`);
    return {
      ...systemActor('test', newId()),
      kind: 'user',
      id: person.id,
      roles: [role],
      agencyId: person.agencyId,
      state,
      purpose: { code: 'P1', reference: 'long run' },
    };
  }

  return {
    services,
    database,
    config,
    actor,
    query,
    async borderKey(code) {
      const [agency] = await query<{ id: string }>('select id from agency where code = $1', [code]);
      const agencyId = agency?.id ?? '';
      const admin = { ...systemActor('console:test', newId()), id: newId(), roles: ['NAD'] as const };
      const made = await services.apiKeys.create(
        { ...admin, state: stateOf(code), agencyId },
        {
          name: 'long run',
          agencyId,
          scopes: ['check.run'],
          expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
        },
      );
      return made.secret;
    },
    close: () => services.close(),
  };
}

// Two installations in one process, each with a database and an address of its own; one speaks for KGZ, the other for KAZ.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { newPeer } from '../../server/features/exchange/contract.ts';
import { runDueJobs } from './jobs.ts';
import type { TestState } from './people.ts';
import { createTestWorld, type TestWorld } from './world.ts';

export interface Installation {
  readonly world: TestWorld;
  readonly state: TestState;
  readonly url: string;
  /** Its link to the other one. */
  peerId: string;
  /** Nobody answers at its address until it is opened again. */
  shut(): Promise<void>;
  open(): Promise<void>;
}

async function installation(
  state: TestState,
  others: readonly TestState[],
  secret: string,
  settings: Record<string, string> = {},
): Promise<Installation> {
  const world = await createTestWorld({
    ...settings,
    WEBHOOK_ALLOWED_HOSTS: '127.0.0.1',
    SECRET_KEY: secret,
  });
  // The keys of the template belong to another secret.
  await world.database.pool.query('delete from query_key');
  await world.database.pool.query(
    'update app_user set active = false where agency_id in (select id from agency where state = any($1))',
    [others],
  );
  let server: Server | null = null;
  let port = 0;
  const open = async () => {
    server = createServer(world.app);
    await new Promise<void>((resolve) => server?.listen(port, '127.0.0.1', resolve));
    port = (server.address() as AddressInfo).port;
  };
  await open();
  return {
    world,
    state,
    get url() {
      return `http://127.0.0.1:${port}`;
    },
    peerId: '',
    open,
    async shut() {
      const closing = server;
      server = null;
      if (!closing) return;
      closing.closeAllConnections();
      await new Promise<void>((resolve) => closing.close(() => resolve()));
    },
  };
}

/** Each proposes the other, and a colleague confirms. */
async function introduce(here: Installation, there: Installation): Promise<void> {
  const { exchange } = here.world.services;
  const { publicKey } = await there.world.services.exchange.overview(there.world.actor(there.state, 'SAD'));
  const proposed = await exchange.propose(
    here.world.actor(here.state, 'NAD'),
    newPeer.parse({
      name: `Registry of ${there.state}`,
      states: [there.state],
      address: there.url,
      publicKey,
    }),
  );
  await exchange.takeStep(here.world.actor(here.state, 'SAD'), proposed.id, proposed.version, 'confirm');
  here.peerId = proposed.id;
}

/** @param ofFirst settings of the first one */
export async function twoInstallations(
  ofFirst: Record<string, string> = {},
): Promise<[Installation, Installation]> {
  const first = 'first-installation-0123456789-abcdefghijkl';
  const a = await installation('KGZ', ['KAZ', 'UZB'], first, ofFirst);
  const b = await installation('KAZ', ['KGZ', 'UZB'], 'second-installation-9876543210-lkjihgfedcba');
  await introduce(a, b);
  await introduce(b, a);
  return [a, b];
}

/** Until nothing is left to do on either side. */
export async function settle(...both: Installation[]): Promise<void> {
  for (let round = 0; round < 3; round += 1) for (const { world } of both) await runDueJobs(world);
}

// kill -9 again and again while clients write: whatever was answered with 201 is there after the next start, whole, once,
// with its search row and its trace; what was not answered is there whole or not at all.
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bearer, send, signIn } from '../support/demo-client.ts';
import {
  clearAway,
  databaseUrlOf,
  launchTool,
  makeDataFolder,
  type ProductProcess,
  postgresOf,
  type ServerProcess,
  startServer,
} from '../support/server-process.ts';

const ROUNDS = 8;
const CLIENTS = 4;

let dataDir: string;
const processes: ProductProcess[] = [];
const answered = new Map<string, string>();
const sent = new Set<string>();

beforeAll(async () => {
  dataDir = await makeDataFolder();
});
afterAll(() => clearAway(dataDir, processes));

async function start(): Promise<ServerProcess> {
  const server = await startServer({ DATA_DIR: dataDir });
  processes.push(server);
  return server;
}

/** Records persons until the server is gone. */
async function write(url: string, token: string, client: string): Promise<void> {
  for (let number = 0; ; number += 1) {
    const key = `${client}-${number}`;
    sent.add(key);
    try {
      const { status, body } = await send(url, 'POST', '/v1/persons', {
        body: { sex: 'M', names: [{ type: 'PRIMARY', full: `Кулаганов ${key}`, sourceRef: key }] },
        headers: { ...bearer(token), 'Idempotency-Key': key },
      });
      if (status === 201) answered.set(key, body.id);
      // The figure of requests per minute holds for this client too.
      else await sleep(200);
    } catch {
      return;
    }
  }
}

async function expectWhole(): Promise<void> {
  const client = new pg.Client({ connectionString: await databaseUrlOf(dataDir) });
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string; key: string; row: boolean; trace: boolean }>(
      `select n.person_id as id, n.source_ref as key,
         exists (select from person_search s where s.person_id = n.person_id) as row,
         exists (select from audit_event e where e.subject_id = n.person_id::text and e.type = 'person.created') as trace
       from person_name n where n.source_ref like 'round%'`,
    );
    const kept = new Map(rows.map(({ key, id }) => [key, id]));
    expect(kept.size).toBe(rows.length);
    for (const [key, id] of answered) expect([key, kept.get(key)]).toEqual([key, id]);
    for (const { key, row, trace } of rows)
      expect([key, sent.has(key), row, trace]).toEqual([key, true, true, true]);
    const doubled = await client.query('select from person group by registry_number having count(*) > 1');
    expect(doubled.rowCount).toBe(0);
  } finally {
    await client.end();
  }
}

test('nothing that was answered is lost', async () => {
  let server = await start();
  const starts: number[] = [];
  for (let round = 1; round <= ROUNDS; round += 1) {
    const { token } = await signIn(server.url, 'investigator');
    const clients = Array.from({ length: CLIENTS }, (_, index) =>
      write(server.url, token, `round${round}-client${index}`),
    );
    await sleep(1_000 + 300 * round);
    // Every other time the database goes down with the server, as when the power fails.
    const postgres = round % 2 === 0 ? await postgresOf(dataDir) : null;
    server.signal('SIGKILL');
    if (postgres !== null) process.kill(postgres, 'SIGKILL');
    await server.ended;
    await Promise.all(clients);
    server = await start();
    starts.push(Math.round(server.readyAfter));
    await expectWhole();
  }
  process.stdout.write(
    `${ROUNDS} kills: ${answered.size} answered persons all there; starts ${starts.join(', ')} ms\n`,
  );
  expect(answered.size).toBeGreaterThan(ROUNDS * 5);
  const verify = launchTool(['audit', 'verify'], { DATA_DIR: dataDir });
  processes.push(verify);
  expect([(await verify.ended).code, verify.output()]).toEqual([0, expect.stringContaining('SOUND')]);
  server.signal('SIGTERM');
  expect(await server.ended).toEqual({ code: 0, signal: null });
});

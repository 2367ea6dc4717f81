// An installation with a search engine of its own for runs that break one of them: API and worker as processes, invented persons and
// cases, somebody who asks without a pause, and a comparison of every row at the end.
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { createNameEngine } from '../../server/domain/names/engine.ts';
import { createCaseMirrorSource } from '../../server/features/cases/mirror-store.ts';
import { createPersonMirrorSource } from '../../server/features/persons/mirror-store.ts';
import { systemClock } from '../../server/platform/clock.ts';
import { createLogger } from '../../server/platform/logger.ts';
import { loadNameTables } from '../../server/platform/name-tables/name-tables.ts';
import { createSearchEngine } from '../../server/platform/search/meilisearch/engine.ts';
import { loadIndexSettings } from '../../server/platform/search/meilisearch/settings.ts';
import { createMirror } from '../../server/platform/search/mirror/mirror.ts';
import { bearer, DEMO_TRAVELLER, send, signIn } from './demo-client.ts';
import { startEngine, type TestEngine } from './meilisearch.ts';
import {
  clearAway,
  databaseUrlOf,
  launch,
  launchTool,
  makeDataFolder,
  type ProductProcess,
  startServer,
} from './server-process.ts';

export interface Seen {
  checks: number;
  searches: number;
  byEngine: Record<string, number>;
  degraded: number;
  noAnswer: number;
  wrong: object[];
}

interface Known {
  readonly id: string;
  readonly name: string;
}

const SETTLED_MS = 240_000;

const CASES = `
  insert into extradition_case (id, case_number, person_id, alert_id, requesting_state, requested_state, rq_agency_id, purpose,
    treaty_code, treaty_version, defaults_version, treaty_chain, state, state_since, return_states, shared_at, owed_documents,
    created_by, created_at, updated_at)
  select uuidv7(), 'EX-2099-' || row_number() over (), person_id, id, owner_state, 'UZB', owner_agency_id, 'PROSECUTION',
    'MINSK_1993', 1, 1, '[]', 'REQUEST_RECEIVED', now(), '{}', case when random() < 0.9 then now() end, '{}', id, now(), now()
  from alert where type::text like 'ARREST%' and owner_state <> 'UZB' limit 1000`;

// Everybody's, in force, and of a name that nobody else has.
const KNOWN = `
  select min(n.id::text) as id, n.name from (
    select s.person_id as id, s.names -> 0 ->> 'raw' as name from person_search s join alert a using (person_id)
    where a.status = 'ACTIVE' and '*' = any(a.audience) and a.owner_state = 'KAZ' and a.type::text like 'ARREST%'
      and a.starts_at <= now() and a.ends_at > now()) n
  group by n.name having count(*) = 1 order by 1 limit 60`;

export type MirrorLab = Awaited<ReturnType<typeof openMirrorLab>>;

export async function openMirrorLab(persons: number) {
  const engine: TestEngine = await startEngine();
  const dataDir = await makeDataFolder();
  const settings = { DATA_DIR: dataDir, MEILI_URL: engine.url, MEILI_KEY: engine.key ?? '' };
  const processes: ProductProcess[] = [];
  const server = await startServer({ ...settings, ROLE: 'api' });
  processes.push(server);
  const seed = launchTool(['seed', '--persons', String(persons)], settings);
  processes.push(seed);
  if ((await seed.ended).code !== 0) throw new Error(seed.output());
  const databaseUrl = await databaseUrlOf(dataDir);
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 4 });
  pool.on('error', () => undefined);
  const query = async <T extends object>(text: string, values: unknown[] = []): Promise<T[]> =>
    (await pool.query<T>(text, values)).rows;
  await query(CASES);
  const known = await query<Known>(KNOWN);
  const withdrawn: Known[] = [];
  const { token } = await signIn(server.url, 'investigator');
  const { token: officer } = await signIn(server.url, 'officer');

  const source = createPersonMirrorSource(pool, createNameEngine(loadNameTables()), systemClock);
  const direct = createSearchEngine(engine);
  const mirror = createMirror({
    pool,
    engine: direct,
    definitions: [source, createCaseMirrorSource(pool, source)].map((one) => ({
      ...one,
      ...loadIndexSettings(one.name),
    })),
    clock: systemClock,
    logger: createLogger('silent'),
  });

  async function search({ id, name }: Known, seen: Seen, isWanted: boolean): Promise<void> {
    const { status, body } = await send(server.url, 'POST', '/v1/search/persons', {
      body: { name, purpose: { code: 'P1', reference: 'fault run' } },
      headers: bearer(token),
      patience: 10_000,
    });
    if (status !== 200) {
      seen.noAnswer += 1;
      return;
    }
    seen.searches += 1;
    seen.byEngine[body.engine] = (seen.byEngine[body.engine] ?? 0) + 1;
    seen.degraded += Number(body.degraded);
    const isThere = body.items.some(({ personId }: { personId: string }) => personId === id);
    if (isThere !== isWanted) seen.wrong.push({ search: id, isWanted, engine: body.engine });
  }
  async function check(seen: Seen): Promise<void> {
    const { status, body } = await send(server.url, 'POST', '/v1/checks', {
      body: DEMO_TRAVELLER,
      headers: bearer(officer),
      patience: 10_000,
    });
    if (status !== 200) seen.noAnswer += 1;
    else {
      seen.checks += 1;
      if (body.outcome !== 'HIT') seen.wrong.push({ check: body.outcome });
    }
  }

  return {
    engine,
    direct,
    mirror,
    dataDir,
    databaseUrl,
    query,
    server,
    /** Starts a worker; `change` of its settings. */
    work(change: Record<string, string> = {}): ProductProcess {
      const worker = launch({ ...settings, DATABASE_URL: databaseUrl, ROLE: 'worker', ...change });
      processes.push(worker);
      return worker;
    },
    /** Takes one person out of force behind the back of every service. */
    async withdraw(): Promise<void> {
      const one = known.pop();
      if (!one) throw new Error('nobody is left to be withdrawn');
      await query(`update alert set status = 'WITHDRAWN', audience = '{}' where person_id = $1`, [one.id]);
      withdrawn.push(one);
    },
    /** Changes rows of both indexes; @returns how many notes that made */
    async change(rows: number): Promise<number> {
      const before = await query<{ id: string }>(`select last_value as id from mirror_outbox_id_seq`);
      await query(
        `update person_search set person_version = person_version + 1
         where person_id in (select person_id from person_search order by random() limit $1)`,
        [rows],
      );
      await query('update extradition_case set version = version + 1 where random() < 0.3');
      const [after] = await query<{ id: string }>(`select last_value as id from mirror_outbox_id_seq`);
      return Number(after?.id) - Number(before[0]?.id);
    },
    waiting: async () =>
      (await query<{ rows: number }>('select count(*)::int as rows from mirror_outbox'))[0]?.rows ?? 0,
    /** Asks without a pause until it is told to end. */
    watch() {
      const seen: Seen = { checks: 0, searches: 0, byEngine: {}, degraded: 0, noAnswer: 0, wrong: [] };
      let running = true;
      const loop = (async () => {
        for (let round = 0; running; round += 1) {
          const gone = withdrawn[round % Math.max(1, withdrawn.length)];
          const there = known[round % known.length];
          for (const ask of [
            () => check(seen),
            () => (round % 2 === 0 && gone ? search(gone, seen, false) : search(there as Known, seen, true)),
          ])
            await ask().catch(() => {
              seen.noAnswer += 1;
            });
          await sleep(550);
        }
      })();
      return async () => {
        running = false;
        await loop;
        return seen;
      };
    },
    /** Waits until nothing waits and nothing is built; @returns how every row of both indexes compares */
    async settled() {
      const ends = performance.now() + SETTLED_MS;
      const busy = async () =>
        (await mirror.status()).some(({ live, next, waiting }) => !live || next || waiting.rows > 0);
      while (await busy().catch(() => true)) {
        if (performance.now() > ends)
          throw new Error(`the mirror does not settle: ${JSON.stringify(await mirror.status())}`);
        await sleep(250);
      }
      return Promise.all(
        mirror.names.map(async (name) => {
          const { rows, missing, stale, orphaned } = await mirror.verify(name);
          const gap = (await mirror.status()).find((one) => one.name === name)?.gap;
          const documents = await direct.count(name);
          const expected = rows - ((gap?.rows ?? 0) - (gap?.held ?? 0));
          return {
            ...{ index: name, rows, documents, expected },
            ...{ missing: missing.length, stale: stale.length, orphaned: orphaned.length },
          };
        }),
      );
    },
    async close(): Promise<void> {
      await pool.end();
      await clearAway(dataDir, processes);
      await engine.stop();
    },
  };
}

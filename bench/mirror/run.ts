// The search mirror measured on a registry of invented persons, with an engine and a database of its own:
//
//   npx tsx bench/mirror/run.ts [--persons 100000] [--searches 500] [--changes 40] [--out bench/mirror/results/<name>.json]
//
// first build, search latency with and without the engine, time from a change to its confirmation, a rebuild with searches and
// changes going on, and the first answers after the engine stops.
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { readConfig } from '../../server/config.ts';
import type { Actor } from '../../server/domain/access/actor.ts';
import { createMix } from '../../server/domain/population/mix.ts';
import { ordinaryTraveller } from '../../server/domain/population/person.ts';
import { createRandom } from '../../server/domain/population/random.ts';
import { createEvaluationDatabase } from '../../server/features/evaluation/database-store.ts';
import { createScreener } from '../../server/features/search/screening.ts';
import { seedDemo, seedPopulation } from '../../server/features/seed/service.ts';
import { migrate } from '../../server/platform/database/migrate.ts';
import { newId } from '../../server/platform/ids.ts';
import { createLogger } from '../../server/platform/logger.ts';
import { loadPopulationTables } from '../../server/platform/name-lists/load.ts';
import { projectPath } from '../../server/platform/paths.ts';
import { createSearchEngine } from '../../server/platform/search/meilisearch/engine.ts';
import { keepMirror } from '../../server/platform/search/mirror/keeper.ts';
import { createPostgresCandidateSource } from '../../server/platform/search/postgres/candidate-source.ts';
import { createServices } from '../../server/services.ts';
import { startEngine } from '../../tests/support/meilisearch.ts';

const { values } = parseArgs({
  options: {
    persons: { type: 'string', default: '100000' },
    searches: { type: 'string', default: '500' },
    changes: { type: 'string', default: '40' },
    out: { type: 'string' },
  },
});
const persons = Number(values.persons);
const say = (text: string) => console.log(`${new Date().toISOString().slice(11, 19)} ${text}`);

const percentiles = (times: number[]) => {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) =>
    Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 10) / 10;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) };
};
const timeOf = async (work: () => Promise<unknown>): Promise<number> => {
  const started = performance.now();
  await work();
  return performance.now() - started;
};

const folder = await mkdtemp(join(tmpdir(), 'izdoo-bench-'));
const database = await createEvaluationDatabase(process.env['DATABASE_URL']);
const engine = await startEngine();
await migrate(database.url, projectPath('prisma', 'migrations'));
const config = readConfig({
  NODE_ENV: 'test',
  DATA_DIR: folder,
  MEILI_URL: engine.url,
  MEILI_KEY: engine.key ?? '',
  SECRET_KEY: 'bench-installation-0123456789-abcdefghijkl',
});
const services = createServices(config, { databaseUrl: database.url, logger: createLogger('warn') });
await services.prepare();
await seedDemo(services);
say(`seeding ${persons} persons`);
const operator = {
  kind: 'system',
  id: 'bench',
  roles: [],
  scopes: null,
  agencyId: null,
  state: null,
} as unknown as Actor;
await seedPopulation(
  services,
  {
    ...operator,
    sessionId: null,
    requestId: newId(),
    ip: null,
    locale: 'en',
    purpose: null,
    idempotency: null,
  } as Actor,
  {
    ...{ persons, seed: 1, threads: availableParallelism() },
  },
);
const { mirror: mirrored, names, clock, database: db } = services;
if (!mirrored) throw new Error('there is no mirror');
const { mirror } = mirrored;
const policy = await services.reference.policies.current('INVESTIGATOR');
const tokens = ['*', 's:KGZ', `a:${newId()}`, '*#d', 's:KGZ#d'];
const tables = loadPopulationTables();
const questions = Array.from({ length: Number(values.searches) }, (_, index) => {
  const { family, given } = ordinaryTraveller(createRandom(77, index), tables, createMix(2026));
  return names.analyse({ full: `${family} ${given}` });
});
const screeners = {
  postgres: createScreener(names, createPostgresCandidateSource(db.pool)),
  meilisearch: createScreener(names, mirrored.candidates),
};
const ask = (which: keyof typeof screeners, index: number) => {
  const name = questions[index % questions.length];
  if (!name) throw new Error('there is no question');
  const match = { names: [name], births: [], nationalities: [], documents: [], nationalIds: [] };
  return screeners[which].screen({ match, tokens, now: clock.now(), policy, candidates: 300 });
};
async function searches(which: keyof typeof screeners) {
  for (let at = 0; at < 50; at += 1) await ask(which, at);
  const times: number[] = [];
  const engines: Record<string, number> = {};
  let candidates = 0;
  for (let at = 0; at < questions.length; at += 1) {
    times.push(
      await timeOf(async () => {
        const screening = await ask(which, at);
        candidates += screening.candidates;
        engines[screening.engine] = (engines[screening.engine] ?? 0) + 1;
      }),
    );
  }
  return { ...percentiles(times), engines, candidates: Math.round(candidates / questions.length) };
}
/** The building of an index, with what searches meet meanwhile. */
async function build(work: () => Promise<unknown>) {
  const started = performance.now();
  await work();
  const timeline: object[] = [];
  let building = true;
  const watching = (async () => {
    let at = 0;
    let changed = 0;
    while (building) {
      const times: number[] = [];
      const engines = new Set<string>();
      for (const until = performance.now() + 5_000; performance.now() < until && building; at += 1) {
        times.push(await timeOf(async () => void engines.add((await ask('meilisearch', at)).engine)));
        if (at % 20 === 0) {
          await db.pool
            .query(
              'update person_search set person_version = person_version where person_id = (select person_id from person_search order by random() limit 1)',
            )
            .catch(() => undefined);
          changed += 1;
        }
        await sleep(20);
      }
      const [status] = await mirror.status().catch(() => []);
      timeline.push({
        seconds: Math.round((performance.now() - started) / 100) / 10,
        loaded: status?.next?.loaded ?? null,
        waiting: status?.waiting.rows,
        answeredBy: [...engines],
        searchMs: percentiles(times),
        changed,
      });
    }
  })();
  for (;;) {
    await mirror.cycle();
    const [status] = await mirror.status().catch(() => []);
    if (status?.live && !status.next && status.waiting.rows === 0) break;
  }
  const seconds = Math.round((performance.now() - started) / 100) / 10;
  building = false;
  await watching;
  return { seconds, timeline };
}

say('first build');
const first = await build(async () => undefined);
say(`first build: ${first.seconds} s; searches`);
const search = { postgres: await searches('postgres'), meilisearch: await searches('meilisearch') };
say(JSON.stringify(search));

say('changes one by one');
const keeper = keepMirror(mirror, services.logger);
const confirmed: number[] = [];
for (let at = 0; at < Number(values.changes); at += 1) {
  await db.pool.query(
    'update person_search set person_version = person_version where person_id = (select person_id from person_search offset $1 limit 1)',
    [at * 7],
  );
  confirmed.push(
    await timeOf(async () => {
      while (((await mirror.status())[0]?.waiting.rows ?? 0) > 0) await sleep(20);
    }),
  );
}
await keeper.stop();
say(`confirmed after ${JSON.stringify(percentiles(confirmed))} ms; rebuild under load`);
const rebuild = await build(() => mirror.rebuild('persons'));
say(`rebuild: ${rebuild.seconds} s`);
const differences = await mirror.verify('persons');
const documents = await createSearchEngine(engine).count('persons');
const disk = Number(execFileSync('du', ['-sk', engine.folder], { encoding: 'utf8' }).split('\t')[0]);

say('engine stopped');
engine.signal('SIGSTOP');
const afterStop: object[] = [];
for (let at = 0; at < 20; at += 1) {
  let answeredBy = '';
  const ms = await timeOf(async () => {
    answeredBy = (await ask('meilisearch', at)).engine;
  });
  afterStop.push({ ms: Math.round(ms), answeredBy });
}
engine.signal('SIGCONT');

const report = {
  at: new Date().toISOString(),
  commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim(),
  machine: { cores: availableParallelism(), load: loadavg() },
  engineVersion: await createSearchEngine(engine).version(),
  persons,
  documents,
  diskMB: Math.round(disk / 1024),
  firstBuild: first,
  searchMs: search,
  changeToConfirmedMs: percentiles(confirmed),
  rebuildUnderLoad: rebuild,
  afterwards: {
    rows: differences.rows,
    missing: differences.missing.length,
    stale: differences.stale.length,
    orphaned: differences.orphaned.length,
  },
  afterEngineStop: afterStop,
};
console.log(JSON.stringify(report, null, 2));
if (values.out) await writeFile(values.out, `${JSON.stringify(report, null, 2)}\n`);
await services.close();
await engine.stop();
await database.drop();
await rm(folder, { recursive: true, force: true });
process.exit(0);

// How long an import of many persons takes, duplicates marked: a table of invented people, one in fifty written down twice, recorded by
// the worker's own code, one batch after another, on the registry under DATA_DIR or DATABASE_URL; then taken back.
//
//   DATA_DIR=/tmp/izdoo-imports npm run bench:imports -- --persons 10000 [--seed 77] [--keep] [--out file.jsonl] [--label '…']
import { execFileSync } from 'node:child_process';
import { appendFileSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createContext } from '../../server/cli/context.ts';
import type { Actor } from '../../server/domain/access/actor.ts';
import { createMix } from '../../server/domain/population/mix.ts';
import { ordinaryTraveller } from '../../server/domain/population/person.ts';
import { createRandom } from '../../server/domain/population/random.ts';
import { ensureAuditPartitions } from '../../server/platform/database/housekeeping.ts';
import { newId } from '../../server/platform/ids.ts';
import { migrateJobs } from '../../server/platform/jobs/jobs.ts';
import { loadPopulationTables } from '../../server/platform/name-lists/load.ts';

const { values } = parseArgs({
  options: {
    persons: { type: 'string', default: '10000' },
    keep: { type: 'boolean', default: false },
    seed: { type: 'string', default: '77' },
    out: { type: 'string' },
    label: { type: 'string', default: '' },
  },
});

const REPEAT_EVERY = 50;
const count = Number(values.persons);
const tables = loadPopulationTables();
const mix = createMix(2026);
const two = (value: number) => String(value).padStart(2, '0');

/** Every fiftieth is the one before him, with his names swapped, as clerks do. */
function table(): string {
  const rows = Array.from({ length: count }, (_, index) => {
    const repeated = index % REPEAT_EVERY === REPEAT_EVERY - 1;
    const person = ordinaryTraveller(
      createRandom(Number(values.seed), repeated ? index - 1 : index),
      tables,
      mix,
    );
    const { family, given, sex, birth, nationality, documentNumber } = person;
    const date = `${birth.year}-${two(birth.month ?? 1)}-${two(birth.day ?? 1)}`;
    const names = repeated ? [given, family] : [family, given];
    return [...names, date, sex, documentNumber, nationality].join(';');
  });
  return ['Surname;Given name;DOB;Sex;Passport;Nationality', ...rows].join('\n');
}

/** Fields of a process behind its name; none when it has ended meanwhile. */
function statOf(pid: string): string[] {
  try {
    return (readFileSync(`/proc/${pid}/stat`, 'utf8').split(/\) (?=[A-Z])/u)[1] ?? '').split(' ');
  } catch {
    return [];
  }
}

/** Processor time of the embedded PostgreSQL so far, where the system tells it: counts on a busy machine too. */
function databaseCpuSeconds(): number | null {
  try {
    const folder = join(process.env['DATA_DIR'] ?? 'data', 'postgres', 'postmaster.pid');
    const postmaster = readFileSync(folder, 'utf8').split('\n')[0];
    let ticks = 0;
    for (const pid of readdirSync('/proc').filter((name) => /^\d+$/u.test(name))) {
      const fields = statOf(pid);
      if (fields[1] === postmaster) ticks += Number(fields[11]) + Number(fields[12]);
      if (pid === postmaster) ticks += Number(fields[13]) + Number(fields[14]);
    }
    return ticks / 100;
  } catch {
    return null;
  }
}

const seconds = (since: number) => Math.round((performance.now() - since) / 100) / 10;

const context = createContext();
await context.withServices(async (services, server) => {
  const { pool } = services.database;
  await migrateJobs(pool, services.logger);
  await ensureAuditPartitions(pool, new Date());
  const { rows } = await pool.query<{ id: string; state: string; persons: number }>(
    `insert into agency (id, code, state, name, kind) values ($1, 'BENCH-KGZ', 'KGZ', 'Bench', 'CENTRAL')
     on conflict (code) do update set name = excluded.name
     returning id, state, (select count(*)::int from person) as persons`,
    [newId()],
  );
  const [agency] = rows;
  if (!agency) throw new Error('no agency');
  const actor: Actor = {
    kind: 'user',
    id: newId(),
    roles: ['CO'],
    scopes: null,
    agencyId: agency.id,
    state: agency.state,
    sessionId: null,
    requestId: newId(),
    ip: null,
    locale: 'en',
    purpose: { code: 'P6', reference: 'bench' },
    idempotency: null,
  };
  const folder = await mkdtemp(join(tmpdir(), 'izdoo-bench-'));
  const path = join(folder, 'persons.csv');
  await writeFile(path, table());
  const { imports } = services;
  const loadBefore = loadavg()[0];
  const cpuBefore = process.cpuUsage();
  const databaseBefore = databaseCpuSeconds();

  let began = performance.now();
  const received = await imports.upload(actor, { path, originalName: `${newId()}.csv`, bytes: 0 }, 'PERSONS');
  const uploadSeconds = seconds(began);
  began = performance.now();
  const { id } = await imports.start(actor, received.id, received.version, { duplicates: 'MARK' });
  const status = async () => (await imports.get(actor, id)).status;
  while ((await status()) === 'RUNNING') {
    await imports.goOn(id);
    const { progress } = await imports.get(actor, id);
    console.error(`${progress.done} of ${progress.records} after ${seconds(began)} s`);
  }
  const applySeconds = seconds(began);
  const { user, system } = process.cpuUsage(cpuBefore);
  const databaseAfter = databaseCpuSeconds();
  const done = await imports.get(actor, id);

  let takeBackSeconds: number | null = null;
  if (!values.keep) {
    began = performance.now();
    await imports.takeBack(actor, id, done.version, 'bench');
    while ((await status()) === 'TAKING_BACK') await imports.goOn(id);
    takeBackSeconds = seconds(began);
  }
  await rm(folder, { recursive: true });
  const report = {
    label: values.label,
    commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim(),
    at: new Date().toISOString(),
    personsBefore: agency.persons,
    embedded: server.embedded,
    machine: { cores: availableParallelism(), cpu: cpus()[0]?.model, loadBefore, loadAfter: loadavg()[0] },
    progress: done.progress,
    ...{ uploadSeconds, applySeconds, takeBackSeconds },
    personsPerSecond: Math.round(count / applySeconds),
    nodeCpuMsPerPerson: Math.round((user + system) / 10 / count) / 100,
    databaseCpuMsPerPerson:
      databaseBefore === null || databaseAfter === null
        ? null
        : Math.round(((databaseAfter - databaseBefore) * 100_000) / count) / 100,
    rssMb: Math.round(process.memoryUsage.rss() / 1024 / 1024),
  };
  console.log(JSON.stringify(report, null, 2));
  if (values.out) appendFileSync(values.out, `${JSON.stringify(report)}\n`);
});

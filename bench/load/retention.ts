// What a night of retention costs the checks beside it: checks at a steady rate in the same process, before, during and after, with each
// delay counted from the moment at which the check was due, and the log that PostgreSQL wrote in the meantime. It CHANGES the registry
// under DATA_DIR: ends the alerts of many persons three years ago and erases them (`--due`), and those of others 40 days ago, which go
// into the archive (`--archive`; a night begins with these). Take a copy.
//
//   cp -a data /tmp/copy && DATA_DIR=/tmp/copy npm run bench:retention -- --copy --due 100000 --rate 20 --seconds 120 [--out file.jsonl]
//   cp -a data /tmp/copy && DATA_DIR=/tmp/copy npm run bench:retention -- --copy --due 0 --archive 20000 --rate 20 --seconds 120
import { execFileSync } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createContext } from '../../server/cli/context.ts';
import { type Actor, systemActor } from '../../server/domain/access/actor.ts';
import { checkBody } from '../../server/features/checks/contract.ts';
import { ensureAuditPartitions } from '../../server/platform/database/housekeeping.ts';
import { newId } from '../../server/platform/ids.ts';
import { travellers } from './travellers.ts';

const { values } = parseArgs({
  options: {
    copy: { type: 'boolean', default: false },
    due: { type: 'string', default: '20000' },
    archive: { type: 'string', default: '0' },
    rate: { type: 'string', default: '20' },
    seconds: { type: 'string', default: '60' },
    out: { type: 'string' },
    label: { type: 'string', default: '' },
  },
});
if (!values.copy) throw new Error('this erases persons: run it on a copy, and say so with --copy');

const context = createContext();
await context.withServices(async (services, server) => {
  const { pool } = services.database;
  await ensureAuditPartitions(pool, new Date());
  const { rows } = await pool.query<{ id: string; persons: number }>(
    `select id, (select count(*)::int from person where erased_at is null) as persons
     from agency where code = 'DEMO-KGZ-BORDER'`,
  );
  const [agency] = rows;
  if (!agency) throw new Error('no demo agencies: start the server once');
  const made = await pool.query(
    `update alert set status = 'ARCHIVED', ended_at = now() - interval '3 years', withdrawal_reason = null
     where person_id in (
       select id from person p where erased_at is null and merged_into_id is null
         and not exists (select 1 from extradition_case c where c.person_id = p.id)
         and not exists (select 1 from hit h where h.person_id = p.id)
       order by md5(id::text) limit $1)`,
    [Number(values.due)],
  );
  // What the seed withdrew stands in the archive already: a night begins with what does not.
  await pool.query(
    `update alert set status = 'ARCHIVED', ended_at = now() - interval '1 day' where status = 'WITHDRAWN'`,
  );
  const archivable = await pool.query(
    `update alert set status = 'WITHDRAWN', audience = '{}', ended_at = now() - interval '40 days', withdrawal_reason = 'AMNESTY'
     where status = 'ACTIVE' and id in (select id from alert order by md5(id::text) desc limit $1)`,
    [Number(values.archive)],
  );
  await pool.query('vacuum analyze alert');
  await pool.query('vacuum analyze person');
  const actor: Actor = {
    kind: 'api-key',
    id: newId(),
    roles: ['BO1'],
    scopes: ['check.run'],
    agencyId: agency.id,
    state: 'KGZ',
    sessionId: null,
    requestId: newId(),
    ip: '127.0.0.1',
    locale: 'en',
    purpose: null,
    idempotency: null,
  };
  const bodies = travellers(4_000).map((body) => checkBody.parse(body));
  let next = 0;

  async function check(): Promise<void> {
    const { mrz, corrections, checkpoint, direction, ...fields } = bodies[
      next++ % bodies.length
    ] as (typeof bodies)[number];
    await services.checks.checkTraveller(
      actor,
      mrz === undefined ? { fields } : { mrz, corrections: corrections ?? [] },
      { origin: 'BOOTH', checkpoint, direction },
    );
  }

  /** @returns how many bytes of log PostgreSQL has ever written */
  async function logPosition(): Promise<number> {
    const found = await pool.query<{ bytes: string }>(`select pg_current_wal_lsn() - '0/0' as bytes`);
    return Number(found.rows[0]?.bytes);
  }

  /** Checks are due at fixed moments, whether the one before has ended or not. */
  async function checksFor(seconds: number) {
    const delays: number[] = [];
    const open: Promise<void>[] = [];
    let failed = 0;
    const logBefore = await logPosition();
    const loop = monitorEventLoopDelay({ resolution: 1 });
    loop.enable();
    const cpu = process.cpuUsage();
    const every = 1_000 / Number(values.rate);
    const began = performance.now();
    const count = Math.floor((seconds * 1_000) / every);
    for (let number = 0; number < count; number += 1) {
      const due = began + number * every;
      const wait = due - performance.now();
      if (wait > 0) await sleep(wait);
      open.push(
        check().then(
          () => void delays.push(performance.now() - due),
          () => {
            failed += 1;
          },
        ),
      );
    }
    await Promise.all(open);
    loop.disable();
    const { user, system } = process.cpuUsage(cpu);
    delays.sort((a, b) => a - b);
    const at = (share: number) =>
      Math.round((delays[Math.min(delays.length - 1, Math.floor(delays.length * share))] ?? 0) * 10) / 10;
    const house = {
      logMegabytes: Math.round(((await logPosition()) - logBefore) / 100_000) / 10,
      cpuShare: Math.round(((user + system) / 1_000 / (performance.now() - began)) * 100) / 100,
      loopP99: Math.round(loop.percentile(99) / 100_000) / 10,
      loopMax: Math.round(loop.max / 100_000) / 10,
    };
    return { checks: delays.length, failed, p50: at(0.5), p90: at(0.9), p99: at(0.99), max: at(1), ...house };
  }

  const seconds = Number(values.seconds);
  // The first checks after a start fill the buffers, and Node compiles for some thousands of them.
  for (let number = 0; number < 4_000; number += 1) await check();
  // So it does for the night: a server has used its database long before.
  await services.retention.runNight(systemActor('bench', newId()), 15_000);
  const loadBefore = loadavg()[0];
  const before = await checksFor(seconds);
  const [during, night] = await Promise.all([
    checksFor(seconds),
    services.retention.runNight(systemActor('bench', newId()), seconds * 1_000),
  ]);
  const after = await checksFor(seconds);
  await services.checks.settled();
  const without = (before.p99 + after.p99) / 2;
  const erased = Object.values(night.done).reduce((sum, count) => sum + count, 0);
  const report = {
    label: values.label,
    commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim(),
    at: new Date().toISOString(),
    persons: agency.persons,
    alertsEnded: made.rowCount,
    alertsToArchive: archivable.rowCount,
    embedded: server.embedded,
    machine: { cores: availableParallelism(), cpu: cpus()[0]?.model, loadBefore, loadAfter: loadavg()[0] },
    ratePerSecond: Number(values.rate),
    latencyMs: { before, during, after },
    p99Raised: Math.round((during.p99 / without - 1) * 100) / 100,
    night: { ...night, perSecond: Math.round((erased / seconds) * 10) / 10 },
  };
  console.log(JSON.stringify(report, null, 2));
  if (values.out) appendFileSync(values.out, `${JSON.stringify(report)}\n`);
});

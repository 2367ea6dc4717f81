// What an annual report costs on many checks and cases, and what it does to checks that go on meanwhile. Fills checks and cases of
// last year by SQL into the registry under DATA_DIR or DATABASE_URL (a throw-away one), closes the days, then measures.
//
//   DATA_DIR=/tmp/bench npm run bench:reports -- --checks 200000 --cases 20000 [--out file.jsonl] [--label '…']
import { execFileSync } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { buffer } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { createContext } from '../../server/cli/context.ts';
import type { Actor } from '../../server/domain/access/actor.ts';
import { checkBody } from '../../server/features/checks/contract.ts';
import { reportQuery } from '../../server/features/reports/contract.ts';
import type { FileReply } from '../../server/platform/http/route.ts';
import { newId } from '../../server/platform/ids.ts';
import { travellers } from './travellers.ts';

const { values } = parseArgs({
  options: {
    checks: { type: 'string', default: '200000' },
    cases: { type: 'string', default: '20000' },
    out: { type: 'string' },
    label: { type: 'string', default: '' },
  },
});

const FILL_CHECKS = `
  insert into border_check (id, at, actor_id, agency_id, state, origin, checkpoint, corrected, outcome, told, policy_code, policy_version, elapsed_ms)
  select gen_random_uuid(), ($3::int || '-01-01')::timestamptz + n * (interval '365 days' / $1::int), gen_random_uuid(), $2, 'KGZ', 'BOOTH',
         'DEMO post ' || n % 12, '{}', 'CLEAR', 'CLEAR', 'BORDER', 1, 15 + n % 40
  from generate_series(0, $1::int - 1) n`;

/** Every case is sent and received; half are granted and surrendered, a quarter refused, the rest wait. */
const FILL_CASES = `
  with c as (
    insert into extradition_case (id, case_number, person_id, alert_id, requesting_state, requested_state, rq_agency_id, purpose,
      treaty_code, treaty_version, defaults_version, treaty_chain, state, state_since, shared_at, created_by, created_at, updated_at)
    select gen_random_uuid(), 'BENCH-' || n, gen_random_uuid(), gen_random_uuid(),
           (array['KGZ', 'KAZ', 'UZB', 'TJK'])[1 + n % 4], (array['KAZ', 'UZB', 'TJK', 'KGZ', 'ARM'])[1 + n % 5], $2, 'PROSECUTION',
           'MINSK_1993', 1, 1, '[]', 'UNDER_REVIEW', now(), ($3::int || '-01-01')::date + n % 300, gen_random_uuid(),
           ($3::int || '-01-01')::date + n % 300, now()
    from generate_series(1, $1::int) n where n % 4 <> (n + 3) % 5 or n % 4 > 2
    returning id, created_at, abs(hashtext(id::text)) % 4 as lot),
  o as (
    insert into case_offence (id, case_id, no, state, code_name, article, title_orig, title_ru, title_en, uncac_articles, grounds)
    select gen_random_uuid(), id, 1, 'KGZ', 'BENCH', '1', 'x', 'x', 'x', array[15 + lot], '{}' from c)
  insert into case_event (id, case_id, seq, at, occurred_at, side, visible_to, kind, "to", documents, data)
  select gen_random_uuid(), c.id, s.seq, c.created_at + s.days * interval '1 day', c.created_at + s.days * interval '1 day', 'RQ', 'BOTH',
         'STEP', s.state::case_state, '{}', '{}'
  from c, lateral (values (1, 0, 'REQUEST_SENT', 0), (2, 10, 'REQUEST_RECEIVED', 0), (3, 20, 'UNDER_REVIEW', 0), (4, 40, 'GRANTED', 1),
    (5, 50, 'SURRENDER_SCHEDULED', 1), (6, 60, 'SURRENDERED', 1), (4, 45, 'REFUSED', 2)) s(seq, days, state, only_lot)
  where s.only_lot = 0 or (s.only_lot = 1 and c.lot in (0, 1)) or (s.only_lot = 2 and c.lot = 2)`;

/** Half of the people were held for fifty-five days; every case has a clock that most meet. */
const FILL_CUSTODY = `
  insert into custody_record (id, case_id, "from", "to", at, acted_by, side, recorded_at)
  select gen_random_uuid(), c.id, s."from", s."to", c.created_at + s.days * interval '1 day', 'BENCH', 'RD', now()
  from extradition_case c, lateral (values ('AT_LARGE', 'PROV_CUSTODY', 5), ('PROV_CUSTODY', 'HANDED_OVER', 60)) s("from", "to", days)
  where c.case_number like 'BENCH-%' and abs(hashtext(c.id::text)) % 2 = 0`;
const FILL_CLOCKS = `
  insert into case_deadline (id, case_id, key, type, scope, visible_to, rule, profile_code, profile_version, zone, started_at, due_at,
    basis, status, stopped_at, warned)
  select gen_random_uuid(), c.id, 'REVIEW', 'HARD', 'PROCEDURE', 'BOTH', '{}', 'MINSK_1993', 1, 'Asia/Bishkek', c.created_at,
         c.created_at + interval '40 days', 'BENCH', 'STOPPED', c.created_at + (20 + abs(hashtext(c.id::text)) % 25) * interval '1 day', '{}'
  from extradition_case c where c.case_number like 'BENCH-%'`;

const elapsed = async (work: () => Promise<unknown>): Promise<number> => {
  const started = performance.now();
  await work();
  return Math.round(performance.now() - started);
};

const context = createContext();
await context.withServices(async (services) => {
  const { pool } = services.database;
  const { rows } = await pool.query<{ id: string }>(`select id from agency where code = 'DEMO-KGZ-BORDER'`);
  const [agency] = rows;
  if (!agency) throw new Error('no demo agencies: start the server once');
  const year = new Date().getUTCFullYear() - 1;
  const actor = (role: 'PRO' | 'BO1'): Actor => ({
    ...{
      kind: 'user',
      id: newId(),
      roles: [role],
      scopes: null,
      agencyId: agency.id,
      state: 'KGZ',
      sessionId: null,
    },
    ...{ requestId: newId(), ip: '127.0.0.1', locale: 'en', purpose: null, idempotency: null },
  });
  const { count } = (
    await pool.query('select count(*)::int as count from border_check where at < $1', [`${year + 1}-01-01`])
  ).rows[0];
  const wanted = Number(values.checks);
  const fillMs = await elapsed(async () => {
    if (count < wanted) await pool.query(FILL_CHECKS, [wanted - count, agency.id, year]);
    const { present } = (
      await pool.query(
        `select count(*)::int as present from extradition_case where case_number like 'BENCH-%'`,
      )
    ).rows[0];
    if (present === 0) {
      await pool.query(FILL_CASES, [Number(values.cases), agency.id, year]);
      await pool.query(FILL_CUSTODY);
      await pool.query(FILL_CLOCKS);
    }
    await pool.query(
      'analyze border_check, extradition_case, case_event, case_offence, custody_record, case_deadline',
    );
  });
  const report = (format: 'json' | 'pdf') =>
    services.reports.show(actor('PRO'), 'R-1', reportQuery.parse({ year, format }));
  const beforeClosingMs = await elapsed(() => report('json'));
  const closeMs = await elapsed(async () => {
    for (let left = 31; left === 31; ) left = await services.reports.closeDays(31);
  });

  const bodies = travellers(2_000).map((body) => checkBody.parse(body));
  let isOver = false;
  async function checksWhile(until: () => boolean): Promise<number[]> {
    const times: number[] = [];
    for (const { mrz, corrections, checkpoint, direction, ...fields } of bodies) {
      if (until()) break;
      const started = performance.now();
      await services.checks.checkTraveller(
        actor('BO1'),
        mrz === undefined ? { fields } : { mrz, corrections: corrections ?? [] },
        { origin: 'BOOTH', checkpoint, direction },
      );
      times.push(performance.now() - started);
    }
    return times.sort((left, right) => left - right);
  }
  const p = (times: readonly number[], share: number) =>
    Math.round((times[Math.floor(times.length * share)] ?? 0) * 10) / 10;
  const aloneUntil = performance.now() + 5_000;
  const alone = await checksWhile(() => performance.now() > aloneUntil);
  const loop = monitorEventLoopDelay({ resolution: 1 });
  loop.enable();
  const beside = checksWhile(() => isOver);
  const runs: number[] = [];
  for (let run = 0; run < 5; run += 1) runs.push(await elapsed(() => report('json')));
  isOver = true;
  const during = await beside;
  loop.disable();
  const pdfMs = await elapsed(async () =>
    buffer(((await report('pdf')) as FileReply).content as NodeJS.ReadableStream),
  );
  const cases = (await pool.query('select count(*)::int as n from extradition_case')).rows[0].n;
  await services.checks.settled();
  const line = {
    label: values.label,
    commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim(),
    at: new Date().toISOString(),
    machine: { cores: availableParallelism(), cpu: cpus()[0]?.model, load: loadavg()[0] },
    ...{ checks: wanted, cases, fillMs, beforeClosingMs, closeMs, reportMs: runs, pdfMs },
    checkMs: {
      alone: { n: alone.length, p50: p(alone, 0.5), p99: p(alone, 0.99) },
      beside: { n: during.length, p50: p(during, 0.5), p99: p(during, 0.99) },
      // How long the process listened to nobody meanwhile.
      pauses: { p99: Math.round(loop.percentile(99) / 1e5) / 10, longest: Math.round(loop.max / 1e5) / 10 },
    },
  };
  process.stdout.write(`${JSON.stringify(line, null, 2)}\n`);
  if (values.out) appendFileSync(values.out, `${JSON.stringify(line)}\n`);
});

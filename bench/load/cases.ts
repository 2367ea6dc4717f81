// How long lists, board, deadlines and searches of a big central authority take: invented cases in a database of their own.
//
//   npm run bench:cases -- --cases 20000 [--rounds 100] [--out bench/load/results/cases.jsonl] [--label '…'] [--engine]
//
// With --engine a search engine of its own is started, and searches ask it as well.
import { execFileSync } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '../../server/config.ts';
import type { Actor } from '../../server/domain/access/actor.ts';
import { CASE_STATES, CUSTODY_STATES } from '../../server/domain/cases/vocabulary.ts';
import { caseSearchBody } from '../../server/features/cases/search-contract.ts';
import { seedDemo } from '../../server/features/seed/service.ts';
import { migrate } from '../../server/platform/database/migrate.ts';
import { openServer } from '../../server/platform/database/server.ts';
import { newId } from '../../server/platform/ids.ts';
import { migrateJobs } from '../../server/platform/jobs/jobs.ts';
import { createLogger } from '../../server/platform/logger.ts';
import { projectPath } from '../../server/platform/paths.ts';
import { createServices } from '../../server/services.ts';
import { startEngine } from '../../tests/support/meilisearch.ts';
import { settleMirror } from '../../tests/support/search-adapters.ts';

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '20000' },
    rounds: { type: 'string', default: '100' },
    out: { type: 'string' },
    label: { type: 'string', default: '' },
    engine: { type: 'boolean', default: false },
  },
});
const [cases, rounds] = [Number(values.cases), Number(values.rounds)];

const CASES = `
  with wanted as (
    select a.id, a.person_id, a.owner_state, a.owner_agency_id, row_number() over (order by a.id) - 1 as no
    from alert a where a.type::text like 'ARREST%'),
  size as (select count(*) as persons from wanted)
  insert into extradition_case (id, case_number, person_id, alert_id, requesting_state, requested_state, rq_agency_id,
    purpose, treaty_code, treaty_version, defaults_version, treaty_chain, state, state_since, return_states, shared_at,
    custody, next_due_at, owed_documents, demo, created_by, created_at, updated_at)
  select uuidv7(), 'EX-2026-' || lpad(i::text, 6, '0') || '-0', w.person_id, w.id, w.owner_state,
    case when w.owner_state = 'KGZ' then 'KAZ' else 'KGZ' end, w.owner_agency_id, 'PROSECUTION', 'MINSK_1993', 1, 1, '[]',
    ($2::text[])[1 + i % cardinality($2)]::case_state, now() - make_interval(days => i % 200), '{}', now(),
    ($3::text[])[1 + i % cardinality($3)], case when i % 3 > 0 then now() + make_interval(hours => i % 900 - 100) end,
    '{}', true, '00000000-0000-0000-0000-000000000000', now(), now()
  from generate_series(1, $1::int) as i cross join size join wanted w on w.no = i % size.persons`;

const CLOCKS = `
  insert into case_deadline (id, case_id, key, type, scope, visible_to, rule, profile_code, profile_version, zone,
    started_at, due_at, basis, status, extended_days, warned)
  select uuidv7(), id, 'REVIEW', 'SOFT', 'PROCEDURE', 'BOTH', '{}', 'IZDOO_DEFAULTS', 1, 'Asia/Bishkek', created_at,
    next_due_at, 'bench', 'RUNNING', 0, '{}' from extradition_case where next_due_at is not null`;

const WORDS = `
  insert into case_comment (id, case_id, visible_to, side, author_id, text, mentions, at)
  select uuidv7(), id, 'BOTH', 'RQ', created_by, 'papers ' || case_number || case when random() < 0.01 then ' courier' else '' end,
    '{}', now() from extradition_case`;

const OFFENCES = `
  insert into case_offence (id, case_id, no, state, code_name, article, title_orig, title_ru, title_en, uncac_articles, grounds)
  select uuidv7(), id, 1, requesting_state, 'Code', '342', 'Пара алуу', 'Получение взятки', 'Taking a bribe', '{15}', '{}'
  from extradition_case`;

const p = (sorted: readonly number[], share: number) =>
  Math.round((sorted[Math.ceil(sorted.length * share) - 1] ?? 0) * 10) / 10;

async function measure(work: (round: number) => Promise<unknown>) {
  for (let round = 0; round < 5; round += 1) await work(round);
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const started = performance.now();
    await work(round);
    times.push(performance.now() - started);
  }
  times.sort((a, b) => a - b);
  return { p50: p(times, 0.5), p95: p(times, 0.95), max: p(times, 1) };
}

const dataDir = await mkdtemp(join(tmpdir(), 'izdoo-bench-cases-'));
// Started by root, the database runs as somebody else.
await chmod(dataDir, 0o755);
const engine = values.engine ? await startEngine() : null;
const config = readConfig({
  NODE_ENV: 'development',
  DATA_DIR: dataDir,
  PORT: '0',
  DEMO_DATA: 'persons',
  ...(engine && { MEILI_URL: engine.url, MEILI_KEY: engine.key }),
});
const logger = createLogger('warn');
const database = await openServer(config);
await migrate(database.url, projectPath('prisma', 'migrations'));
const services = createServices(config, { databaseUrl: database.url, logger });
try {
  await services.prepare();
  await migrateJobs(services.database.pool, logger);
  await seedDemo(services);
  const { pool } = services.database;
  await pool.query(CASES, [cases, [...CASE_STATES], [...CUSTODY_STATES]]);
  // Visible pages are marked, as autovacuum leaves them within a minute: counts are read from indexes alone.
  for (const sql of [CLOCKS, WORDS, OFFENCES, 'vacuum analyze']) await pool.query(sql);
  await settleMirror({ services });
  const { rows } = await pool.query<{ id: string; agencyId: string }>(
    `select id, agency_id as "agencyId" from app_user where login = 'prosecutor'`,
  );
  const [user] = rows;
  if (!user) throw new Error('the demo account prosecutor is missing');
  const purpose = { code: 'P3', reference: 'bench' } as const;
  const base = {
    kind: 'user',
    roles: ['PRO'],
    scopes: null,
    state: 'KGZ',
    sessionId: null,
    ip: null,
  } as const;
  const actor: Actor = { ...base, ...user, requestId: newId(), locale: 'en', purpose, idempotency: null };
  const { cases: service } = services;
  const first = await service.listCases(actor, { limit: 50 });
  const before = loadavg()[0];
  const report = {
    label: values.label,
    commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim(),
    at: new Date().toISOString(),
    machine: { cores: availableParallelism(), cpu: cpus()[0]?.model, loadBefore: before },
    cases,
    rounds,
    mirror:
      (await services.mirror?.mirror.status())?.map(({ name, gap }) => ({ name, gap: gap.rows })) ?? null,
    ms: {
      list: await measure(() => service.listCases(actor, { limit: 50 })),
      listNextPage: await measure(() =>
        service.listCases(actor, { limit: 50, ...(first.nextCursor && { cursor: first.nextCursor }) }),
      ),
      listOverdue: await measure(() => service.listCases(actor, { limit: 50, overdue: 'true' })),
      listOneState: await measure((round) => {
        const state = CASE_STATES[round % CASE_STATES.length] ?? 'DRAFT';
        return service.listCases(actor, { limit: 50, state });
      }),
      board: await measure(() => service.showBoard(actor, {})),
      deadlines: await measure(() => service.listDeadlines(actor, { limit: 200 })),
      searchNumber: await measure((round) =>
        service.searchCases(
          actor,
          caseSearchBody.parse({ text: `EX-2026-${String(1_000 + round)}`, purpose }),
        ),
      ),
      searchWord: await measure(() =>
        service.searchCases(actor, caseSearchBody.parse({ text: 'courier', purpose })),
      ),
      searchName: await measure(() =>
        service.searchCases(actor, caseSearchBody.parse({ text: 'Jumabayev Azamat', purpose })),
      ),
    },
    loadAfter: loadavg()[0],
  };
  console.log(JSON.stringify(report, null, 2));
  if (values.out) appendFileSync(values.out, `${JSON.stringify(report)}\n`);
} finally {
  await services.close();
  await database.stop();
  await engine?.stop();
  await rm(dataDir, { recursive: true, force: true });
}

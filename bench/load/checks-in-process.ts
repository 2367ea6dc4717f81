// How long a whole border check takes without HTTP: question, candidates, comparison, alerts, kept check and trace, one after another,
// on the registry under DATA_DIR or DATABASE_URL.
//
//   DATA_DIR=./data npm run bench:checks-in-process -- --checks 2000 [--register off] [--out file.jsonl] [--label '…']
import { execFileSync } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { createContext } from '../../server/cli/context.ts';
import type { Actor } from '../../server/domain/access/actor.ts';
import { checkBody } from '../../server/features/checks/contract.ts';
import { newId } from '../../server/platform/ids.ts';
import { travellers } from './travellers.ts';

const { values } = parseArgs({
  options: {
    checks: { type: 'string', default: '2000' },
    out: { type: 'string' },
    label: { type: 'string', default: '' },
    register: { type: 'string', default: 'on' },
  },
});

const context = createContext();
await context.withServices(async (services, server) => {
  const { rows } = await services.database.pool.query<{ id: string; persons: number }>(
    `select id, (select count(*)::int from person) as persons from agency where code = 'DEMO-KGZ-BORDER'`,
  );
  const [agency] = rows;
  if (!agency) throw new Error('no demo agencies: start the server once');
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
  const bodies = travellers(Number(values.checks)).map((body) => checkBody.parse(body));
  const { checkTraveller } = services.checks;
  const filling = performance.now();
  if (values.register === 'on') {
    services.residentNames.start();
    await services.residentNames.settled();
  }
  const filledInSeconds = Math.round((performance.now() - filling) / 100) / 10;
  const ask = async (body: (typeof bodies)[number]) => {
    const { mrz, corrections, checkpoint, direction, ...fields } = body;
    const started = performance.now();
    const { told } = await checkTraveller(
      actor,
      mrz === undefined ? { fields } : { mrz, corrections: corrections ?? [] },
      { origin: 'BOOTH', checkpoint, direction },
    );
    return { ms: performance.now() - started, outcome: told.outcome };
  };
  for (const body of bodies.slice(0, 300)) await ask(body);
  const loadBefore = loadavg()[0];
  const cpuBefore = process.cpuUsage();
  const times: number[] = [];
  const outcomes: Record<string, number> = {};
  for (const body of bodies) {
    const { ms, outcome } = await ask(body);
    times.push(ms);
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  }
  const { user, system } = process.cpuUsage(cpuBefore);
  await services.checks.settled();
  times.sort((a, b) => a - b);
  const at = (share: number) =>
    Math.round((times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0) * 100) / 100;
  const report = {
    label: values.label,
    commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim(),
    at: new Date().toISOString(),
    persons: agency.persons,
    register: values.register === 'on' ? { filledInSeconds, ...services.residentNames.figures() } : null,
    embedded: server.embedded,
    machine: { cores: availableParallelism(), cpu: cpus()[0]?.model, loadBefore, loadAfter: loadavg()[0] },
    checks: times.length,
    latencyMs: { p50: at(0.5), p90: at(0.9), p99: at(0.99), max: at(1) },
    nodeCpuMsPerCheck: Math.round((user + system) / 10 / times.length) / 100,
    rssMb: Math.round(process.memoryUsage.rss() / 1024 / 1024),
    outcomes,
  };
  console.log(JSON.stringify(report, null, 2));
  if (values.out) appendFileSync(values.out, `${JSON.stringify(report)}\n`);
});

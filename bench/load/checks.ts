// Load on POST /v1/checks of a running server with demo data (an empty registry: `npx izdoo seed --persons N`): ordinary travellers, and one in a hundred who is wanted; every second one by the
// machine-readable zone of his passport.
//
//   DATA_DIR=./data npm run bench:checks -- --url http://127.0.0.1:8080 --seconds 20 --connections 8 [--rate 50] [--out file.json]
import { execFileSync } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import autocannon from 'autocannon';
import { createContext } from '../../server/cli/context.ts';
import { systemActor } from '../../server/domain/access/actor.ts';
import { newId } from '../../server/platform/ids.ts';
import { travellers } from './travellers.ts';

const { values } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://127.0.0.1:8080' },
    seconds: { type: 'string', default: '20' },
    connections: { type: 'string', default: '8' },
    rate: { type: 'string' },
    out: { type: 'string' },
    label: { type: 'string', default: '' },
  },
});

/** A key of the border service, made beside the running server: machines have a higher limit than people. */
async function borderKey(): Promise<string> {
  const context = createContext();
  let secret = '';
  await context.withServices(async ({ database, apiKeys }) => {
    const { rows } = await database.pool.query<{ id: string }>(
      `select id from agency where code = 'DEMO-KGZ-BORDER'`,
    );
    const made = await apiKeys.create(
      {
        ...systemActor('console:bench', newId()),
        id: newId(),
        roles: ['NAD'],
        state: 'KGZ',
        agencyId: rows[0]?.id ?? null,
      },
      {
        name: 'benchmark',
        agencyId: rows[0]?.id ?? '',
        scopes: ['check.run'],
        expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
      },
    );
    secret = made.secret;
  });
  return secret;
}

const key = await borderKey();
const bodies = travellers(4_000).map((body) => JSON.stringify(body));
let next = 0;
const before = loadavg()[0] ?? 0;
const outcomes: Record<string, number> = {};
const result = await autocannon({
  url: `${values.url}/v1/checks`,
  method: 'POST',
  connections: Number(values.connections),
  duration: Number(values.seconds),
  ...(values.rate && { overallRate: Number(values.rate) }),
  headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
  requests: [
    {
      setupRequest: (request) => ({ ...request, body: bodies[next++ % bodies.length] ?? '{}' }),
      onResponse: (status, body) => {
        const outcome = /"outcome":"(\w+)"/.exec(body)?.[1] ?? `status ${status}`;
        outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
      },
    },
  ],
});
const report = {
  label: values.label,
  commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim(),
  at: new Date().toISOString(),
  machine: {
    cores: availableParallelism(),
    cpu: cpus()[0]?.model,
    loadBefore: before,
    loadAfter: loadavg()[0],
  },
  connections: Number(values.connections),
  rate: values.rate ? Number(values.rate) : null,
  seconds: result.duration,
  requests: result.requests.total,
  perSecond: result.requests.average,
  latencyMs: {
    p50: result.latency.p50,
    p90: result.latency.p90,
    p99: result.latency.p99,
    max: result.latency.max,
  },
  non2xx: result.non2xx,
  errors: result.errors,
  outcomes,
};
console.log(JSON.stringify(report, null, 2));
if (values.out) appendFileSync(values.out, `${JSON.stringify(report)}\n`);

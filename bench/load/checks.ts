// Load on POST /v1/checks of a running demo server: ordinary travellers, and one in a hundred who is wanted; every second one by the
// machine-readable zone of his passport.
//
//   npm run bench:checks -- --url http://127.0.0.1:8080 --seconds 20 --connections 8 [--rate 50] [--out file.json]
import { execFileSync } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import autocannon from 'autocannon';
import { DEMO_PASSWORD, DEMO_TOTP_SECRET } from '../../server/features/seed/demo-accounts.ts';
import { totpCode } from '../../server/platform/security/totp.ts';
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

async function call<T>(path: string, body: object, token?: string, method = 'POST'): Promise<T> {
  const response = await fetch(`${values.url}${path}`, {
    method,
    headers: {
      'content-type': 'application/json',
      ...(token && { authorization: `Bearer ${token}` }),
      'idempotency-key': `bench-${Date.now()}-${Math.random()}`,
    },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

/** A key of the border service: machines have a higher limit than people. */
async function borderKey(): Promise<string> {
  const { accessToken, user } = await call<{ accessToken: string; user: { agency: { id: string } } }>(
    '/v1/sessions',
    {
      login: 'admin',
      password: DEMO_PASSWORD,
      code: totpCode(DEMO_TOTP_SECRET, new Date()),
    },
  );
  const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
  const { secret } = await call<{ secret: string }>(
    '/v1/api-keys',
    { name: 'benchmark', agencyId: user.agency.id, scopes: ['check.run'], expiresAt },
    accessToken,
  );
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

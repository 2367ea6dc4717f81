// Who may use which route: the committed table is what the code says, and requests prove it.
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rolesWith } from '../../server/domain/access/permission.ts';
import { ROLES, type Role } from '../../server/domain/access/role.ts';
import type { Route } from '../../server/platform/http/route.ts';
import { createRoutes } from '../../server/routes.ts';
import { createTestWorld, type TestWorld } from '../support/world.ts';

let world: TestWorld;
let routes: Route[];

beforeAll(async () => {
  world = await createTestWorld();
  routes = createRoutes(world.services).sort((left, right) =>
    `${left.path} ${left.method}` < `${right.path} ${right.method}` ? -1 : 1,
  );
});
afterAll(() => world.close());

const holds = (role: Role, { permission }: Route): boolean =>
  permission === 'public' || rolesWith(permission).includes(role);

function table(): string {
  const head = `| route | permission | ${ROLES.join(' | ')} |`;
  const line = `|---|---|${ROLES.map(() => ':-:').join('|')}|`;
  const rows = routes.map((route) => {
    const marks = ROLES.map((role) => (holds(role, route) ? '●' : ' '));
    return `| \`${route.method.toUpperCase()} ${route.path}\` | ${route.permission} | ${marks.join(' | ')} |`;
  });
  return [
    '# Who may use which route',
    '',
    'Made from the routes by `tests/contract/roles.test.ts`, which also proves it with a request for each field. A change',
    'of rights shows here. A mark means that the role may use the route at all; state, agency, sharing, sensitivity,',
    'purpose and ownership then decide what it may see and change there. Service accounts are narrowed further by the',
    'scopes of their key.',
    '',
    head,
    line,
    ...rows,
    '',
  ].join('\n');
}

test('docs/roles.md is what the code says (npx vitest run tests/contract/roles.test.ts -u renews it)', async () => {
  await expect(table()).toMatchFileSnapshot(join(import.meta.dirname, '../../docs/roles.md'));
});

/** A query member that no route knows: who passes the gate is stopped by it, and nothing is carried out. */
const PROBE = 'probe-that-no-route-knows';

async function knock(
  route: Route,
  token: string | undefined,
): Promise<{ status: number; body: Record<string, unknown> }> {
  const path = route.path.replace(/\{\w+\}/g, '00000000-0000-7000-8000-000000000000');
  const asked = world.http(token)[route.method](`${path}?${PROBE}=1`).set('Purpose', 'P6 probe');
  if (route.upload) asked.attach('file', Buffer.from('x'), 'x.png');
  else if (route.purpose === 'body') asked.send({ purpose: { code: 'P6', reference: 'probe' } });
  const { status, body } = await asked;
  return { status, body };
}

/** Clients of other makers add parameters of their own, which is no fault: their requests get as far as an answer. */
const answersStrangeParameters = ({ tag }: Route): boolean => tag === 'Interop';

const auditCount = async (type: string): Promise<number> => {
  const { rows } = await world.database.pool.query<{ count: number }>(
    'select count(*)::int as count from audit_event where type = $1',
    [type],
  );
  return rows[0]?.count ?? 0;
};

describe('requests prove the table', () => {
  test.each(ROLES)('%s', { timeout: 60_000 }, async (role) => {
    const token = await world.token('KGZ', role);
    const refusedBefore = await auditCount('access.refused');
    let refused = 0;
    for (const route of routes) {
      if (route.permission === 'public') continue;
      const { status, body } = await knock(route, token);
      const name = `${role} ${route.id} ${JSON.stringify(body)}`;
      if (holds(role, route)) {
        // Past the gate: stopped by the probe, or before it by a purpose that the role may not have.
        expect([status, body['code']], name).toSatisfy(
          ([code, problem]: [number, string]) =>
            (code === 422 && (problem === 'validation-failed' || problem === 'purpose-not-allowed')) ||
            (answersStrangeParameters(route) && (code === 200 || code === 404)),
        );
        if (body['code'] === 'purpose-not-allowed') refused += 1;
      } else {
        expect([status, body['code'], body['permission']], name).toEqual([
          403,
          'forbidden',
          route.permission,
        ]);
        refused += 1;
      }
    }
    expect((await auditCount('access.refused')) - refusedBefore).toBe(refused);
  });

  test('a stranger gets nowhere, and learns nothing', async () => {
    for (const route of routes) {
      if (route.permission === 'public') continue;
      const { status, body } = await knock(route, undefined);
      expect([status, body['code']], route.id).toEqual([401, 'not-authenticated']);
      expect(body['errors'], route.id).toBeUndefined();
    }
  });

  test('a token of another installation is a stranger', async () => {
    const token = await world.token('KGZ', 'CO');
    const [head, payload, signature = ''] = token.split('.');
    const forged = `${head}.${payload}.${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`;
    const first = routes.find(({ permission }) => permission === 'person.read');
    if (!first) throw new Error('no route reads persons');
    expect((await knock(first, forged)).status).toBe(401);
  });
});

test('open routes are these and no others', () => {
  expect(routes.filter(({ permission }) => permission === 'public').map(({ id }) => id)).toEqual([
    'getHealth',
    'getReadiness',
    'getSystemStatus',
    // A calendar programme cannot sign in: the address itself is the key, and can be withdrawn.
    'readCalendarFeed',
    // Another installation is known by the signature of its message.
    'receiveExchangeMessage',
    'openSession',
    'refreshSession',
  ]);
});

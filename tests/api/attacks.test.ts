// What an attacker tries over HTTP with an account, a key or none: each attempt ends in a plain refusal, never in a
// broken server, and teaches nothing.
import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import type { Response } from 'supertest';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Route } from '../../server/platform/http/route.ts';
import { newId } from '../../server/platform/ids.ts';
import { createRoutes } from '../../server/routes.ts';
import { addWarrant, arrestDraft, makeOffenceCode, makePerson, publish } from '../support/alert-files.ts';
import { agencyId, TEST_PASSWORD, testUser } from '../support/people.ts';
import { createTestWorld, type TestWorld } from '../support/world.ts';

let world: TestWorld;
let routes: Route[];
let personId: string;
let offence: string;
beforeAll(async () => {
  world = await createTestWorld();
  routes = createRoutes(world.services);
  offence = await makeOffenceCode(world, 'KGZ');
  personId = await makePerson(world, world.actor('KGZ', 'INV'));
});
afterAll(() => world.close());

const PURPOSE = { code: 'P1', reference: 'attack' };
const outcome = ({ status, body }: Response) => [status, body.code];
const filled = (path: string, ids: Record<string, string> = {}) =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? newId());

describe('tokens that nobody gave', () => {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

  test('unsigned, signed with another key or algorithm, and those of ended or foreign sessions open nothing', async () => {
    const good = await world.token('KGZ', 'CO');
    const [head = '', payload = '', signature = ''] = good.split('.');
    const header = JSON.parse(Buffer.from(head, 'base64url').toString());
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
    const own = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const es256 = (body: string, key: KeyObject) =>
      sign('sha256', Buffer.from(body), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url');
    const signedBy = (key: KeyObject, h: object, c: object = claims) => {
      const body = `${part(h)}.${part(c)}`;
      return `${body}.${es256(body, key)}`;
    };
    const { rows } = await world.database.pool.query<{ publicKey: string }>(
      'select public_key as "publicKey" from signing_key limit 1',
    );
    const hs256 = (secret: string) => {
      const body = `${part({ ...header, alg: 'HS256' })}.${payload}`;
      return `${body}.${createHmac('sha256', secret).update(body).digest('base64url')}`;
    };
    const forged = {
      none: `${part({ ...header, alg: 'none' })}.${payload}.`,
      'none with a signature': `${part({ ...header, alg: 'None' })}.${payload}.${signature}`,
      'HMAC with the public key': hs256(rows[0]?.publicKey ?? ''),
      'a foreign key under our id': signedBy(own.privateKey, header),
      'a foreign key under its own id': signedBy(own.privateKey, { ...header, kid: newId() }),
      'no id at all': signedBy(own.privateKey, { alg: 'ES256', typ: 'JWT' }),
      'a key in the header': signedBy(own.privateKey, {
        ...header,
        jwk: own.publicKey.export({ format: 'jwk' }),
      }),
      'an id that is a path': signedBy(own.privateKey, { ...header, kid: '../../../../dev/null' }),
      'an id that is SQL': signedBy(own.privateKey, { ...header, kid: "' or 1=1 --" }),
      'another user in the claims': `${head}.${part({ ...claims, sub: testUser('KGZ', 'NAD').id })}.${signature}`,
      'a longer life': `${head}.${part({ ...claims, exp: claims.exp + 99_999 })}.${signature}`,
      'no signature': `${head}.${payload}.`,
      'half a token': `${head}.${payload}`,
      'five parts': `${good}.x.y`,
      'a huge token': `${head}.${payload}.${'A'.repeat(7_000)}`,
    };
    for (const [name, token] of Object.entries(forged))
      expect([name, ...outcome(await world.http(token).get('/v1/me'))]).toEqual([
        name,
        401,
        'not-authenticated',
      ]);
    expect((await world.http(good).get('/v1/me')).status).toBe(200);
    expect((await world.http(good).delete('/v1/sessions/current')).status).toBe(204);
    expect(outcome(await world.http(good).get('/v1/me'))).toEqual([401, 'session-ended']);
  });
});

describe('sessions and keys that may do little', () => {
  test('a temporary password opens the change of the password, and nothing else', async () => {
    const admin = world.http(await world.token('KGZ', 'NAD'));
    const made = await admin.post('/v1/users').send({
      login: 'fresh.officer',
      displayName: 'Fresh officer',
      agencyId: agencyId('KGZ', 'CENTRAL'),
      roles: ['CO', 'PRO'],
    });
    expect(made.status).toBe(201);
    const signedIn = await world
      .http()
      .post('/v1/sessions')
      .send({ login: 'fresh.officer', password: made.body.temporaryPassword });
    expect(signedIn.status).toBe(201);
    const fresh = world.http(signedIn.body.accessToken);
    for (const route of routes) {
      if (route.permission === 'public' || route.permission === 'session.own') continue;
      const answer = await fresh[route.method](filled(route.path))
        .set('If-Match', '"v1"')
        .set('Purpose', 'P1 x');
      expect([route.id, answer.status]).toEqual([route.id, 403]);
      expect(['password-change-required', 'second-factor-enrolment-required']).toContain(answer.body.code);
    }
  });

  test('a key does what its scopes say, for as long as they say, and is no session', async () => {
    const admin = world.http(await world.token('KGZ', 'NAD'));
    const made = await admin.post('/v1/api-keys').send({
      name: 'Gate',
      agencyId: agencyId('KGZ', 'BORDER'),
      scopes: ['check.run'],
      expiresAt: new Date(world.clock.now().getTime() + 3_600_000).toISOString(),
    });
    expect(made.status).toBe(201);
    const key = world.http(made.body.secret);
    expect((await key.post('/v1/checks').send({ family: 'Тестов', given: 'Тест' })).status).toBe(200);
    for (const route of routes) {
      if (route.permission === 'public' || route.permission === 'check.run') continue;
      const answer = await key[route.method](filled(route.path))
        .set('If-Match', '"v1"')
        .set('Purpose', 'P1 x');
      expect([route.id, ...outcome(answer)]).toEqual([route.id, 403, 'forbidden']);
    }
    for (const scopes of [
      ['user.manage'],
      ['session.own'],
      ['search.persons'],
      [],
      ['check.run', 'audit.read'],
    ]) {
      const answer = await admin.post('/v1/api-keys').send({
        name: 'Wide',
        agencyId: agencyId('KGZ', 'BORDER'),
        scopes,
        expiresAt: new Date(world.clock.now().getTime() + 3_600_000).toISOString(),
      });
      expect([scopes, answer.status]).toEqual([scopes, 422]);
    }
    const foreign = await admin.post('/v1/api-keys').send({
      name: 'Foreign',
      agencyId: agencyId('KAZ', 'BORDER'),
      scopes: ['check.run'],
      expiresAt: new Date(world.clock.now().getTime() + 3_600_000).toISOString(),
    });
    expect([404, 422]).toContain(foreign.status);
    world.clock.advance(3_600_001);
    expect(outcome(await key.post('/v1/checks').send({ family: 'Тестов' }))).toEqual([
      401,
      'not-authenticated',
    ]);
  });
});

describe('ids of others', () => {
  test('what belongs to another state is not found, in the same words as what does not exist', async () => {
    const author = world.actor('KAZ', 'INV');
    const theirs = await makePerson(world, author, { family: 'Бөтөнов' });
    const draft = await world.services.alerts.createAlert(
      author,
      arrestDraft(theirs, await makeOffenceCode(world, 'KAZ')),
    );
    const warrant = await addWarrant(world, author, draft);
    const { rows } = await world.database.pool.query<{ id: string }>(
      'select id from person_name where person_id = $1',
      [theirs],
    );
    const admin = world.http(await world.token('KAZ', 'NAD'));
    const theirToken = await world.token('KAZ', 'INV');
    const sessions = await world.http(theirToken).get('/v1/sessions');
    const key = await admin.post('/v1/api-keys').send({
      name: 'Gate',
      agencyId: agencyId('KAZ', 'BORDER'),
      scopes: ['check.run'],
      expiresAt: new Date(world.clock.now().getTime() + 3_600_000).toISOString(),
    });
    const ids: Record<string, string> = {
      personId: theirs,
      alertId: draft.id,
      warrantId: warrant.warrantId,
      partId: rows[0]?.id ?? '',
      sessionId: sessions.body.items[0].id,
      userId: testUser('KAZ', 'INV').id,
      apiKeyId: key.body.apiKey.id,
    };
    expect(Object.values(ids).every((id) => /^[0-9a-f-]{36}$/.test(id))).toBe(true);
    const reason = { reason: 'An attempt of somebody else' };
    const bodies: Record<string, object> = {
      changePerson: { sex: 'F' },
      changeAlert: { priority: 1 },
      submitAlert: {},
      returnAlert: reason,
      approveAlert: { complianceReviewed: true },
      suspendAlert: reason,
      resumeAlert: reason,
      locateAlert: reason,
      relocateAlert: reason,
      executeAlert: reason,
      withdrawAlert: { reason: 'ERROR', text: 'x' },
      renewAlert: { expiresOn: '2028-01-01', ...reason },
      revokeWarrant: reason,
      changeWarrant: { number: '1' },
      changeUser: { displayName: 'Other' },
    };
    const tokens = await Promise.all(
      (['CO', 'NAD', 'PRO', 'INV'] as const).map((role) => world.token('KGZ', role)),
    );
    let compared = 0;
    for (const route of routes) {
      if (!Object.keys(ids).some((name) => route.path.includes(`{${name}}`))) continue;
      if (route.upload) continue;
      for (const token of tokens) {
        const knock = async (given: Record<string, string>) => {
          const asked = world
            .http(token)
            [route.method](filled(route.path, given))
            .set('If-Match', '"v1"')
            .set('Purpose', 'P1 x');
          const body = bodies[route.id];
          const { status, headers, body: answer } = await (body ? asked.send(body) : asked);
          const { 'content-length': length, 'content-type': type } = headers as Record<string, string>;
          return { status, length, type, etag: headers['etag'], answer: { ...answer, instance: '' } };
        };
        const known = await knock(ids);
        expect([route.id, await knock({})]).toEqual([route.id, known]);
        expect([route.id, [403, 404, 422].includes(known.status)]).toEqual([route.id, true]);
        if (known.status === 404) compared += 1;
      }
    }
    // Most get as far as the record itself; the others are stopped before it by an empty body.
    expect(compared).toBeGreaterThan(30);
  });
});

describe('members that nobody asked for', () => {
  test.each([
    ['id', newId()],
    ['version', 7],
    ['demo', true],
    ['sourceState', 'KAZ'],
    ['sourceAgencyId', newId()],
    ['ownerAudience', ['*']],
    ['createdBy', newId()],
    ['registryNumber', 'KG-2026-000001-1'],
    ['mergedIntoId', newId()],
    ['constructor', { prototype: { roles: ['NAD'] } }],
  ])('a person cannot be given %s', async (member, value) => {
    const own = world.http(await world.token('KGZ', 'INV'));
    const body = { sex: 'M', names: [{ type: 'PRIMARY', family: 'Кошумчаев' }], [member]: value };
    const made = await own.post('/v1/persons').send(body);
    expect(made.status).toBe(422);
    expect(made.body.errors).toContainEqual(
      expect.objectContaining({ at: `/${member}`, code: 'unknown-member' }),
    );
    const changed = await own
      .patch(`/v1/persons/${personId}`)
      .set('If-Match', '"v1"')
      .send({ sex: 'M', [member]: value });
    expect(changed.status).toBe(422);
  });

  test.each([
    ['status', 'ACTIVE'],
    ['ownerState', 'KAZ'],
    ['audience', ['*']],
    ['approvedBy', newId()],
    ['authorId', newId()],
    ['endsAt', '2099-01-01T00:00:00Z'],
    ['alertNumber', 'KGZ-1'],
  ])('an alert cannot be given %s', async (member, value) => {
    const own = world.http(await world.token('KGZ', 'INV'));
    const made = await own.post('/v1/alerts').send({ personId, type: 'MISSING', [member]: value });
    expect(made.status).toBe(422);
    expect(made.body.errors).toContainEqual(
      expect.objectContaining({ at: `/${member}`, code: 'unknown-member' }),
    );
  });

  test('__proto__ is a member like any other, and changes nothing in the process', async () => {
    const own = world.http(await world.token('KGZ', 'INV'));
    for (const [path, text] of [
      ['/v1/persons', '{"sex":"M","names":[{"type":"PRIMARY","family":"Прото"}],"__proto__":{"polluted":1}}'],
      ['/v1/persons', '{"sex":"M","names":[{"type":"PRIMARY","family":"Прото","__proto__":{"polluted":1}}]}'],
      [
        '/v1/search/persons',
        '{"name":"Прото","purpose":{"code":"P1","reference":"x"},"__proto__":{"limit":50}}',
      ],
    ] as const) {
      const answer = await own.post(path).set('Content-Type', 'application/json').send(text);
      expect(answer.status).toBe(422);
    }
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  test('a national admin makes nobody more than an admin of his state may, least of all himself', async () => {
    const admin = world.http(await world.token('KGZ', 'NAD'));
    const self = `/v1/users/${testUser('KGZ', 'NAD').id}`;
    const view = await admin.get(self);
    const change = (body: object) =>
      admin
        .patch(self)
        .set('If-Match', view.headers['etag'] ?? '')
        .send(body);
    expect((await change({ agencyId: agencyId('KAZ', 'CENTRAL') })).status).toBeGreaterThanOrEqual(400);
    expect((await change({ passwordHash: 'x' })).status).toBe(422);
    expect((await change({ totpConfirmedAt: null })).status).toBe(422);
    const foreign = await admin.post('/v1/users').send({
      login: 'foreign.user',
      displayName: 'Foreign',
      agencyId: agencyId('KAZ', 'CENTRAL'),
      roles: ['CO'],
    });
    expect([403, 404, 422]).toContain(foreign.status);
  });
});

describe('text that breaks things', () => {
  const raw = async (path: string, text: string | Buffer) => {
    const own = world.http(await world.token('KGZ', 'INV'));
    return own.post(path).set('Content-Type', 'application/json').send(text);
  };
  const person = (family: string) => `{"sex":"M","names":[{"type":"PRIMARY","family":${family}}]}`;

  test.each([
    ['NUL', person('"Ж\\u0000ук"'), 422],
    ['half a surrogate pair', person('"Ж\\ud800ук"'), 422],
    ['the other half', person('"\\udc00"'), 422],
    ['NUL in a member name', '{"sex":"M","a\\u0000b":1}', 422],
    ['a name of 1 MB', person(JSON.stringify('Ж'.repeat(500_000))), 413],
    ['a name of 301 characters', person(JSON.stringify('Ж'.repeat(301))), 422],
    ['ten thousand levels', `${'['.repeat(10_000)}${']'.repeat(10_000)}`, 422],
    ['ten thousand levels inside', person(`${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`), 422],
    ['a hundred thousand names', `{"sex":"M","names":[${'{},'.repeat(60_000)}{}]}`, 422],
    ['numbers beyond numbers', '{"sex":"M","names":[],"heightCm":1e999}', 422],
    ['a list', '[]', 422],
    ['a text', '"x"', 400],
    ['nothing', 'null', 400],
    ['half', '{"sex":', 400],
    ['a byte order mark', '\ufeff{}', 422],
    ['double members', '{"sex":"M","sex":"Q","names":[]}', 422],
  ])('%s', async (_name, text, status) => {
    const answer = await raw('/v1/persons', text);
    expect([answer.status, answer.headers['content-type']]).toEqual([
      status,
      'application/problem+json; charset=utf-8',
    ]);
    expect(answer.text.length).toBeLessThan(20_000);
  });

  test('bytes that are no UTF-8', async () => {
    const own = world.http(await world.token('KGZ', 'INV'));
    const answer = await own
      .post('/v1/persons')
      .set('Content-Type', 'application/json')
      .serialize((value) => value as string)
      .send(Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]) as unknown as object);
    expect(answer.status).toBe(400);
  });

  test.each([
    ['300 combining marks', `Ж${'\u0301'.repeat(299)}`],
    ['right to left and invisible', '\u202eвеабамуЖ\u200b\u2066\u2069 \u00ad\u2060'],
    ['flags and families', '👨‍👩‍👧‍👦🇰🇬'.repeat(10)],
    ['150 words', 'ж '.repeat(150)],
    ['all hyphens', '-'.repeat(300)],
    ['ligatures that grow', 'ﷺ'.repeat(300)],
    ['one letter', 'ж'],
    ['nearly the same word over and over', 'абдыкадыр '.repeat(30)],
    ['apostrophes', "'".repeat(150) + 'ʻ'.repeat(150)],
    ['digits in all writings', '१२३٤٥٦９８７'],
    ['SQL', "Жумабаев'); drop table person; --"],
    ['patterns', '(a+)+$ .*.*.*.* %_%_%_ \\'],
  ])('a search for %s is answered in time', async (_name, name) => {
    const own = world.http(await world.token('KGZ', 'CO'));
    const started = performance.now();
    const answer = await own.post('/v1/search/persons').send({ name, purpose: PURPOSE });
    expect([200, 422]).toContain(answer.status);
    expect(performance.now() - started).toBeLessThan(5_000);
    expect(await world.database.prisma.person.count()).toBeGreaterThan(0);
  });
});

describe('versions and keys of requests', () => {
  test('If-Match names exactly one version, the newest', async () => {
    const own = world.http(await world.token('KGZ', 'INV'));
    const id = await makePerson(world, world.actor('KGZ', 'INV'), { family: 'Версиев' });
    const patch = (tag?: string) => {
      const asked = own.patch(`/v1/persons/${id}`);
      return (tag === undefined ? asked : asked.set('If-Match', tag)).send({ sex: 'M' });
    };
    for (const tag of [undefined, '*', '']) expect([tag, (await patch(tag)).status]).toEqual([tag, 428]);
    for (const tag of [
      '"v0"',
      '"v2"',
      'W/"v1"',
      '"v1", "v2"',
      'v1',
      '1',
      '"v-1"',
      '"v1.0"',
      '"v999999999999"',
      '"v1\' or \'1"',
    ])
      expect([tag, (await patch(tag)).status]).toEqual([tag, 412]);
    const [first, second] = await Promise.all([patch('"v1"'), patch('"v1"')]);
    expect([first.status, second.status].sort()).toEqual([200, 412]);
    expect((await patch('"v1"')).status).toBe(412);
    expect((await patch('"v2"')).headers['etag']).toBe('"v3"');
  });

  test('an idempotency key belongs to one caller and one request', async () => {
    const own = world.http(await world.token('KGZ', 'INV'));
    const colleague = world.http(await world.token('KGZ', 'INV', 'second'));
    const make = (agent: typeof own, given: string, key = 'attack-key') =>
      agent
        .post('/v1/persons')
        .set('Idempotency-Key', key)
        .send({ sex: 'M', names: [{ type: 'PRIMARY', family: 'Ачкычев', given }] });
    const wrong = await own
      .post('/v1/persons')
      .set('Idempotency-Key', 'attack-key')
      .send({ sex: 'M', names: [] });
    expect(wrong.status).toBe(422);
    const first = await make(own, 'Бир');
    expect(first.status).toBe(201);
    expect((await make(own, 'Бир')).body).toEqual(first.body);
    expect(outcome(await make(own, 'Эки'))).toEqual([409, 'idempotency-conflict']);
    const elsewhere = await own
      .post('/v1/alerts')
      .set('Idempotency-Key', 'attack-key')
      .send({ personId: first.body.id, type: 'MISSING' });
    expect(outcome(elsewhere)).toEqual([409, 'idempotency-conflict']);
    const others = await make(colleague, 'Бир');
    expect(others.status).toBe(201);
    expect(others.body.id).not.toBe(first.body.id);
    for (const key of ['', ' ', 'x'.repeat(256), 'a b'])
      expect([key, [201, 422].includes((await make(own, `К${key.length}`, key)).status)]).toEqual([
        key,
        true,
      ]);
  });

  test('cursors of one’s own making lead nowhere', async () => {
    const agents = await Promise.all(
      (['CO', 'NAD', 'AUD', 'DPO'] as const).map(async (role) => world.http(await world.token('KGZ', role))),
    );
    const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const cursors = [
      'x',
      '%00',
      encode(null),
      encode([]),
      encode({}),
      encode(['2026-01-01T00:00:00.000Z', "' or 1=1 --"]),
      encode(['not a date', newId()]),
      encode(['2026-01-01T00:00:00.000Z', newId(), 'more']),
      encode(['999999-01-01T00:00:00.000Z', newId()]),
      encode([1e308, newId()]),
      encode(['9'.repeat(40)]),
      encode([[[]]]),
      'A'.repeat(501),
    ];
    const lists = routes.filter(
      ({ method, path, query }) => method === 'get' && query !== undefined && !path.includes('{'),
    );
    let refused = 0;
    for (const route of lists) {
      for (const agent of agents) {
        for (const cursor of cursors) {
          const answer = await agent
            .get(`${route.path}?cursor=${encodeURIComponent(cursor)}`)
            .set('Purpose', 'P7 attack');
          expect([route.id, cursor, answer.status]).toEqual([
            route.id,
            cursor,
            expect.toSatisfy((status: number) => [200, 403, 422].includes(status)),
          ]);
          if (answer.status === 422) refused += 1;
          // Who may not read the list is told so whatever he asks with.
          if (answer.status === 403) break;
        }
      }
    }
    expect(refused).toBeGreaterThan(lists.length * 8);
    const own = agents[0];
    for (const cursor of cursors) {
      const answer = await own
        ?.post('/v1/search/persons')
        .send({ name: 'Тестбеков', cursor, purpose: PURPOSE });
      expect([cursor, [200, 422].includes(answer?.status ?? 0)]).toEqual([cursor, true]);
    }
    // Some two thousand requests.
  }, 120_000);
});

describe('four eyes', () => {
  const submit = async (author = world.actor('KGZ', 'CO')) => {
    const made = await world.services.alerts.createAlert(author, arrestDraft(personId, offence));
    return addWarrant(world, author, made);
  };
  const step = (token: string, id: string, verb: string, version: string | number, body: object) =>
    world
      .http(token)
      .post(`/v1/alerts/${id}/${verb}`)
      .set('If-Match', typeof version === 'number' ? `"v${version}"` : version)
      .send(body);

  test('an author approves his own alert neither with his own nor with a colleague’s version', async () => {
    const own = await world.token('KGZ', 'CO');
    const colleague = await world.token('KGZ', 'CO', 'second');
    const draft = await submit();
    const approval = { complianceReviewed: true };
    const handedIn = await step(own, draft.id, 'submit', draft.version, {});
    expect(handedIn.status).toBe(200);
    const seen = await world.http(colleague).get(`/v1/alerts/${draft.id}`).set('Purpose', 'P1 x');
    for (const tag of [handedIn.headers['etag'], seen.headers['etag']])
      expect(outcome(await step(own, draft.id, 'approve', tag ?? '', approval))).toEqual([403, 'own-work']);
    // Given back and handed in again it is still his own.
    const returned = await step(colleague, draft.id, 'return', seen.headers['etag'] ?? '', {
      reason: 'The date.',
    });
    expect(returned.status).toBe(200);
    const again = await step(own, draft.id, 'submit', returned.headers['etag'] ?? '', {});
    expect(outcome(await step(own, draft.id, 'approve', again.headers['etag'] ?? '', approval))).toEqual([
      403,
      'own-work',
    ]);
    const approved = await step(colleague, draft.id, 'approve', again.headers['etag'] ?? '', approval);
    expect([approved.status, approved.body.status]).toEqual([200, 'ACTIVE']);
  });

  test('who rewrote a colleague’s draft, or brought its warrant, is an author of it', async () => {
    const second = await world.token('KGZ', 'CO', 'second');
    const approval = { complianceReviewed: true };
    const rewritten = await submit(world.actor('KGZ', 'INV'));
    const edit = await world
      .http(second)
      .patch(`/v1/alerts/${rewritten.id}`)
      .set('If-Match', `"v${rewritten.version}"`)
      .send({ facts: 'Something quite different.' });
    expect(edit.status).toBe(200);
    const first = await step(second, rewritten.id, 'submit', edit.headers['etag'] ?? '', {});
    expect(
      outcome(await step(second, rewritten.id, 'approve', first.headers['etag'] ?? '', approval)),
    ).toEqual([403, 'own-work']);

    const bare = await world.services.alerts.createAlert(
      world.actor('KGZ', 'INV'),
      arrestDraft(personId, offence),
    );
    const papered = await addWarrant(world, world.actor('KGZ', 'CO', { which: 'second' }), bare);
    const third = await step(second, bare.id, 'submit', papered.version, {});
    expect(third.status).toBe(200);
    expect(outcome(await step(second, bare.id, 'approve', third.headers['etag'] ?? '', approval))).toEqual([
      403,
      'own-work',
    ]);
  });

  test('nobody approves with the credentials of a role that may not, or twice', async () => {
    const alert = await publish(world, 'KGZ', arrestDraft(personId, offence));
    for (const role of ['INV', 'BO1', 'BO2', 'NAD', 'AUD', 'DPO', 'LIA', 'SAD'] as const) {
      const answer = await step(await world.token('KGZ', role), alert.id, 'approve', alert.version, {
        complianceReviewed: true,
      });
      expect([role, answer.status]).toEqual([role, 403]);
    }
    const again = await step(await world.token('KGZ', 'PRO'), alert.id, 'approve', alert.version, {
      complianceReviewed: true,
    });
    expect(again.status).toBe(409);
  });
});

test('guessing passwords locks the login and not the office', async () => {
  const victim = testUser('UZB', 'INV').login;
  const guess = (login: string, password: string) =>
    world.http().post('/v1/sessions').send({ login, password });
  const statuses = [];
  for (let attempt = 0; attempt < 9; attempt += 1)
    statuses.push((await guess(victim, `guess-${attempt}`)).status);
  expect(statuses.slice(0, 5)).toEqual([401, 401, 401, 401, 401]);
  expect(statuses.at(-1)).toBe(429);
  // The right password is as good as a wrong one now, and a login that does not exist behaves the same.
  expect((await guess(victim, TEST_PASSWORD)).status).toBe(429);
  expect((await guess(testUser('KAZ', 'INV').login, TEST_PASSWORD)).status).toBe(201);
});

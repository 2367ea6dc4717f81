import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  arrestDraft,
  makeOffenceCode,
  makePerson,
  plainDraft,
  publish,
} from '../../../tests/support/alert-files.ts';
import { checkAt } from '../../../tests/support/border.ts';
import { refusalCode, refusalOf } from '../../../tests/support/refusals.ts';
import { type Installation, settle, twoInstallations } from '../../../tests/support/two-installations.ts';
import { newId } from '../../platform/ids.ts';
import { openText, type SignedText, signText } from '../../platform/security/signed-text.ts';
import { createSigner } from '../../platform/security/signer.ts';
import { createVault } from '../../platform/security/vault.ts';
import { nameBody } from '../persons/parts/names.ts';
import { searchBody } from '../search/contract.ts';
import { newPeer } from './contract.ts';
import type { Envelope, Receipt } from './message-contract.ts';

// Two whole installations; a busy machine takes its time.
vi.setConfig({ testTimeout: 180_000 });

let a: Installation;
let b: Installation;
beforeAll(async () => {
  [a, b] = await twoInstallations();
}, 60_000);
afterAll(async () => {
  for (const one of [a, b]) {
    await one.shut();
    await one.world.close();
  }
});

const kgz = (role: 'INV' | 'CO' | 'NAD' | 'SAD') => a.world.actor('KGZ', role);
const kaz = (role: 'INV' | 'CO' | 'NAD' | 'SAD') => b.world.actor('KAZ', role);

const rows = async <T extends object>(one: Installation, sql: string, values: unknown[] = []): Promise<T[]> =>
  (await one.world.database.pool.query<T>(sql, values)).rows;

const statusAt = async (one: Installation, id: string): Promise<string | undefined> =>
  (await rows<{ status: string }>(one, 'select status::text from alert where id = $1', [id]))[0]?.status;

let persons = 0;
/** A published alert of the first installation on somebody new. */
async function published(change: object = {}) {
  persons += 1;
  const personId = await makePerson(a.world, kgz('INV'), {
    family:
      ['Касымов', 'Дюшебаев', 'Орозбеков', 'Пакирдинов', 'Ташиев', 'Усубалиев', 'Чотонов'][persons % 7] ?? '',
    given: ['Эмиль', 'Бакыт', 'Улан', 'Талант'][persons % 4] ?? '',
    birth: `19${50 + persons * 3}-0${1 + (persons % 9)}-11`,
    document: `AC${1_000_000 + persons * 7_411}`,
  });
  const alert = await publish(a.world, 'KGZ', plainDraft(personId, change));
  return alert;
}

const withdraw = async (id: string) => {
  const [row] = await rows<{ version: number }>(a, 'select version from alert where id = $1', [id]);
  return a.world.services.alerts.takeStep(kgz('CO'), id, row?.version ?? 0, 'withdraw', {
    reason: 'Decision 12/2026.',
    withdrawal: 'ERROR',
  });
};

const written = (thingId: string) =>
  rows<{ kind: string; status: string; outcome: string | null; body: unknown }>(
    a,
    'select kind, status, outcome, body from exchange_out_message where thing_id = $1 order by sequence',
    [thingId],
  );

const taken = async (thingId: string): Promise<string[]> =>
  (
    await rows<{ outcome: string }>(
      b,
      'select outcome from exchange_in_message where thing_id = $1 order by sequence',
      [thingId],
    )
  ).map(({ outcome }) => outcome);

const signerOf = (one: Installation) =>
  createSigner(createVault(one.world.config.secretKey), 'exchange-signing');

/** A message of the first installation, made by hand. */
function message(
  kind: string,
  thingId: string,
  version: number,
  body: object,
  change: Partial<Envelope> = {},
): Envelope {
  const now = b.world.clock.now();
  return {
    v: 1,
    from: signerOf(a).keyId,
    to: signerOf(b).keyId,
    id: newId(),
    sequence: 1_000_000 + Math.floor(Math.random() * 1_000_000),
    sentAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + 60_000).toISOString(),
    kind: kind as Envelope['kind'],
    thing: { kind: 'ALERT', id: thingId, version },
    body,
    ...change,
  };
}

const post = (text: SignedText) => b.world.http().post('/v1/exchange/messages').send(text);
const postSigned = (content: Envelope) => post(signText(signerOf(a), content));
const receiptIn = (answer: { body: SignedText }) =>
  openText(answer.body, signerOf(b).publicKeyPem) as Receipt;

describe('an alert of one installation', () => {
  it('works in the other from publication to withdrawal, like one of its own, and can be changed by nobody there', async () => {
    const offence = await makeOffenceCode(a.world, 'KGZ');
    const author = kgz('INV');
    const personId = await makePerson(a.world, author, {
      family: 'Жумабаев',
      given: 'Азамат',
      document: 'AC2345678',
    });
    const alert = await publish(a.world, 'KGZ', arrestDraft(personId, offence));
    await settle(a, b);
    expect(await statusAt(b, alert.id)).toBe('ACTIVE');
    const check = async () =>
      (
        await checkAt(b.world, 'KAZ', {
          family: 'Jumabayev',
          given: 'Azamat',
          birthDate: '1980-02-15',
          document: { number: 'AC2345678' },
        })
      ).body.outcome;

    // The border of the other state finds him by another spelling and is told what its own alerts would tell.
    expect(await check()).toBe('HIT');
    const view = await b.world.services.alerts.getAlert(kaz('CO'), alert.id);
    expect(view).toMatchObject({
      alertNumber: alert.alertNumber,
      ownerState: 'KGZ',
      status: 'ACTIVE',
      actionsOnHit: ['A1'],
      owner: null,
      warrants: [{ number: '3-114/2026', file: null }],
      // Its list of articles has no such one: it is kept as it was told.
      offences: [
        {
          state: 'KGZ',
          codeName: 'Test Code',
          article: '342',
          titleRu: '',
          articleText: 'Whoever takes a bribe…',
        },
      ],
    });
    const found = await b.world.services.search.searchPersons(
      kaz('INV'),
      searchBody.parse({ name: 'Jumabayev Azamat', purpose: { code: 'P1', reference: 'test' } }),
    );
    expect(found.items.map((item) => item.personId)).toContain(personId);
    expect(
      await refusalCode(
        b.world.services.alerts.takeStep(kaz('CO'), alert.id, 1, 'withdraw', {
          reason: 'x',
          withdrawal: 'ERROR',
        }),
      ),
    ).toBe('forbidden');

    // What changes there, changes here.
    await a.world.services.alerts.changeAlert(kgz('CO'), alert.id, alert.version, {
      contact24x7: '+996 312 00 00 01',
    });
    await settle(a, b);
    expect((await b.world.services.alerts.getAlert(kaz('CO'), alert.id)).contact24x7).toBe(
      '+996 312 00 00 01',
    );
    await withdraw(alert.id);
    await settle(a, b);
    expect(await statusAt(b, alert.id)).toBe('WITHDRAWN');
    expect(await check()).toBe('CLEAR');
    expect(
      (await written(alert.id)).map(({ kind, status, outcome, body }) => [kind, status, outcome, body]),
    ).toEqual([
      ['alert.published', 'DELIVERED', 'APPLIED', null],
      ['alert.changed', 'DELIVERED', 'APPLIED', null],
      ['alert.withdrawn', 'DELIVERED', 'APPLIED', null],
    ]);
  });

  it('goes only to those it is shared with, and leaves them when the circle narrows; secret rows stay at home', async () => {
    const secret = await published({ sharing: 'LISTED', sharedWithStates: ['UZB'] });
    const shared = await published({ sharing: 'LISTED', sharedWithStates: ['KAZ', 'UZB'] });
    const { persons: registry } = a.world.services;
    await registry.addPart(
      kgz('INV'),
      shared.personId,
      'names',
      nameBody.parse({
        type: 'ALIAS_STRONG',
        family: 'Жашыруун',
        given: 'Ат',
        sensitivity: 'RESTRICTED',
      }),
    );
    await settle(a, b);
    expect([await statusAt(b, secret.id), await statusAt(b, shared.id)]).toEqual([undefined, 'ACTIVE']);
    const names = await rows<{ full: string }>(b, 'select "full" from person_name where person_id = $1', [
      shared.personId,
    ]);
    expect(names).toHaveLength(1);
    const [told] = await rows<{ states: string[] }>(
      b,
      'select shared_with_states as states from alert where id = $1',
      [shared.id],
    );
    expect(told?.states).toEqual(['KAZ']);
    const [row] = await rows<{ version: number }>(a, 'select version from alert where id = $1', [shared.id]);
    await a.world.services.alerts.changeAlert(kgz('CO'), shared.id, row?.version ?? 0, {
      sharedWithStates: ['UZB'],
    });
    await settle(a, b);
    expect(await statusAt(b, shared.id)).toBe('WITHDRAWN');
    expect((await written(shared.id)).at(-1)?.kind).toBe('alert.withdrawn');
  });
});

describe('a line that is down', () => {
  it('loses nothing and repeats nothing; a withdrawal goes first and empties what waited before it', async () => {
    await b.shut();
    const first = await published();
    const second = await published();
    await settle(a);
    await withdraw(first.id);
    await settle(a);
    expect((await written(first.id)).map(({ kind, status, body }) => [kind, status, body])).toEqual([
      ['void', 'PENDING', {}],
      ['alert.withdrawn', 'PENDING', expect.anything()],
    ]);
    const { peers } = await a.world.services.exchange.overview(kgz('SAD'));
    expect(peers[0]?.link).toMatchObject({ waiting: 3, lastFault: 'CONNECTION' });
    await b.open();
    a.world.clock.advance(120_000);
    b.world.clock.advance(120_000);
    await a.world.services.channel.send(a.peerId);
    expect(await statusAt(b, second.id)).toBe('ACTIVE');
    expect(await statusAt(b, first.id)).toBeUndefined();
    const [order] = await rows<{ kinds: string[] }>(
      b,
      'select array_agg(kind order by received_at, sequence desc) as kinds from exchange_in_message where thing_id = $1',
      [first.id],
    );
    expect(order?.kinds.sort()).toEqual(['alert.withdrawn', 'void']);
    expect(await taken(second.id)).toEqual(['APPLIED']);
    const { peers: after } = await a.world.services.exchange.overview(kgz('SAD'));
    expect(after[0]?.link).toMatchObject({ waiting: 0, failures: 0, silent: false });
    const { peers: there } = await b.world.services.exchange.overview(kaz('SAD'));
    expect(there[0]?.link).toMatchObject({ missing: 0 });
  });

  it('shows as silent after five minutes without a word, until the next sign of life', async () => {
    for (const { world } of [a, b]) world.clock.advance(6 * 60_000);
    const silent = async () => (await b.world.services.exchange.overview(kaz('SAD'))).peers[0]?.link.silent;
    expect(await silent()).toBe(true);
    await a.world.services.channel.pingAll();
    expect(await silent()).toBe(false);
  });
});

describe('a message', () => {
  it('of a withdrawal that comes before its publication keeps that from ever waking', async () => {
    const alert = await published();
    await a.world.services.channel.compose('PERSON', alert.personId);
    const [kept] = await rows<{ body: object }>(
      a,
      'select body from exchange_out_message where thing_id = $1',
      [alert.id],
    );
    const gone = await postSigned(
      message('alert.withdrawn', alert.id, 7, { alertId: alert.id, at: b.world.clock.now().toISOString() }),
    );
    expect([gone.status, receiptIn(gone).outcome]).toEqual([200, 'NOT_APPLICABLE']);
    const late = await postSigned(message('alert.published', alert.id, 1, kept?.body ?? {}));
    expect(receiptIn(late).outcome).toBe('SUPERSEDED');
    expect(await statusAt(b, alert.id)).toBeUndefined();
    // Published again there, it is news again.
    const again = await postSigned(message('alert.published', alert.id, 8, kept?.body ?? {}));
    expect(receiptIn(again).outcome).toBe('APPLIED');
    expect(await statusAt(b, alert.id)).toBe('ACTIVE');
  });

  it('is taken once, however often it comes, and its number covers no other', async () => {
    const alert = await published();
    await settle(a, b);
    const content = message('alert.withdrawn', alert.id, 50, {
      alertId: alert.id,
      at: b.world.clock.now().toISOString(),
    });
    const answers = await Promise.all([1, 2, 3].map(() => postSigned(content)));
    expect(answers.map((answer) => [answer.status, receiptIn(answer).outcome])).toEqual([
      [200, 'APPLIED'],
      [200, 'APPLIED'],
      [200, 'APPLIED'],
    ]);
    expect(answers.filter((answer) => receiptIn(answer).repeated)).toHaveLength(2);
    const [steps] = await rows<{ count: number }>(
      b,
      "select count(*)::int from alert_transition where alert_id = $1 and verb = 'withdraw'",
      [alert.id],
    );
    expect(steps?.count).toBe(1);
    const other = await postSigned({ ...content, id: newId() });
    expect([other.status, other.body.errors?.[0]?.code]).toEqual([409, 'sequence-used']);
  });

  it('of a strange key, with a broken signature, too old or for others is refused, and leaves a trace', async () => {
    const alert = await published();
    const body = { alertId: alert.id, at: b.world.clock.now().toISOString() };
    const good = message('alert.withdrawn', alert.id, 2, body);
    const stranger = createSigner(createVault('a-third-installation-0123456789-abcdef'), 'exchange-signing');
    const refusals = [
      await post(signText(stranger, { ...good, from: stranger.keyId })),
      await post({
        ...signText(signerOf(a), good),
        payload: signText(signerOf(a), { ...good, sequence: 9 }).payload,
      }),
      await postSigned({
        ...good,
        sentAt: new Date(b.world.clock.now().getTime() - 6 * 60_000).toISOString(),
      }),
      await postSigned({ ...good, to: '0123456789abcdef' }),
      await postSigned({ ...good, thing: { ...good.thing, kind: 'HIT' } }),
    ];
    expect(
      refusals.map(({ status, body: problem }) => [status, problem.code, problem.errors?.[0]?.code]),
    ).toEqual([
      [401, 'not-authenticated', undefined],
      [401, 'not-authenticated', undefined],
      [409, 'conflict', 'message-too-old'],
      [409, 'conflict', 'message-not-for-us'],
      [422, 'validation-failed', 'not-understood'],
    ]);
    const traces = await rows<{ reason: string }>(
      b,
      "select data->>'reason' as reason from audit_event where type = 'exchange.rejected' order by at, id",
    );
    expect(traces.map(({ reason }) => reason)).toEqual([
      'unknown-key',
      'wrong-signature',
      'message-too-old',
      'message-not-for-us',
    ]);
  });

  it('may speak for the states of its sender alone', async () => {
    const alert = await published();
    await a.world.services.channel.compose('PERSON', alert.personId);
    const [kept] = await rows<{ body: { alert: object } }>(
      a,
      'select body from exchange_out_message where thing_id = $1',
      [alert.id],
    );
    const forged = { ...kept?.body, alert: { ...kept?.body.alert, ownerState: 'KAZ' } };
    const answer = await postSigned(message('alert.published', alert.id, 1, forged));
    expect([answer.status, answer.body.errors?.[0]?.code]).toEqual([422, 'state-not-spoken-for']);
    expect(await statusAt(b, alert.id)).toBeUndefined();
  });
});

describe('an installation', () => {
  it('is let in by two people who compared its key, and speaks for no state that is kept here', async () => {
    const { exchange } = a.world.services;
    const { publicKeyPem: publicKey } = createSigner(
      createVault('a-third-installation-0123456789-abcdef'),
      'exchange-signing',
    );
    const body = { name: 'Third', states: ['UZB'], address: b.url, publicKey };
    const own = await refusalOf(
      exchange.propose(kgz('NAD'), newPeer.parse({ ...body, states: ['KGZ', 'KAZ', 'XXX'] })),
    );
    expect(own.faults.map(({ code }) => code)).toEqual([
      'state-kept-already',
      'state-kept-already',
      'unknown-state',
    ]);
    const noKey = await refusalOf(
      exchange.propose(kgz('NAD'), newPeer.parse({ ...body, publicKey: publicKey.slice(0, 60) })),
    );
    expect(noKey.faults.map(({ code }) => code)).toEqual(['no-peer-key']);
    const peer = await exchange.propose(kgz('NAD'), newPeer.parse(body));
    expect(await refusalCode(exchange.takeStep(kgz('NAD'), peer.id, peer.version, 'confirm'))).toBe(
      'own-work',
    );
    const closed = await exchange.takeStep(kgz('NAD'), peer.id, peer.version, 'close');
    expect(closed.status).toBe('CLOSED');
    const officer = a.world.http(await a.world.token('KGZ', 'BO1'));
    expect((await officer.get('/v1/exchange')).status).toBe(403);
  });

  it('whose link is closed leaves no alert behind that nobody would withdraw', async () => {
    const alert = await published();
    await settle(a, b);
    expect(await statusAt(b, alert.id)).toBe('ACTIVE');
    const { peers } = await b.world.services.exchange.overview(kaz('SAD'));
    await b.world.services.exchange.takeStep(kaz('NAD'), b.peerId, peers[0]?.version ?? 0, 'close');
    await settle(b);
    expect(await statusAt(b, alert.id)).toBe('WITHDRAWN');
    const [left] = await rows<{ count: number }>(
      b,
      "select count(*)::int from alert where peer_id is not null and status in ('ACTIVE', 'LOCATED')",
    );
    expect(left?.count).toBe(0);
  });
});

// Scenario 8 for every route that asks why: without a purpose nothing is disclosed and the refusal is recorded; with one,
// the trace stands in the log before anything leaves: when the trace cannot be written, nothing leaves at all.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../server/platform/ids.ts';
import { createRoutes } from '../../server/routes.ts';
import { addWarrant, arrestDraft, makeOffenceCode, makePerson, publish } from '../support/alert-files.ts';
import { createTestWorld, type TestWorld } from '../support/world.ts';

const WANTED = { family: 'Максатов', given: 'Себепбек', birth: '1979-05-06', document: 'AN8080808' };
/** Everything that would give the person or his alert away. */
const SECRETS = [WANTED.family, WANTED.given, WANTED.document, WANTED.birth, 'ARREST', 'alertNumber', '%PDF'];

let world: TestWorld;
let personId: string;
let alertId: string;
let warrantId: string;
beforeAll(async () => {
  world = await createTestWorld();
  const offence = await makeOffenceCode(world, 'KGZ');
  personId = await makePerson(world, world.actor('KGZ', 'INV'), WANTED);
  await publish(world, 'KGZ', arrestDraft(personId, offence));
  const author = world.actor('KGZ', 'INV');
  const draft = await world.services.alerts.createAlert(author, arrestDraft(personId, offence));
  alertId = draft.id;
  warrantId = (await addWarrant(world, author, draft)).warrantId;
});
afterAll(() => world.close());

const refusals = async (code: string): Promise<string[]> => {
  const { rows } = await world.database.pool.query<{ route: string }>(
    `select data->>'route' as route from audit_event
     where type = 'access.refused' and data->>'code' = $1 order by id`,
    [code],
  );
  return rows.map(({ route }) => route);
};

const filled = (path: string, ids: Record<string, string>): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? newId());

/** Makes every insert into a table fail until the returned function is called. */
async function breakInserts(table: string): Promise<() => Promise<unknown>> {
  const { pool } = world.database;
  await pool.query(`
    create function planted_fault() returns trigger language plpgsql as
      $$ begin raise exception 'planted: % is full', tg_table_name; end $$;
    create trigger planted_fault before insert on ${table} for each row execute function planted_fault();`);
  return () => pool.query(`drop trigger planted_fault on ${table}; drop function planted_fault`);
}

describe('scenario 8: without a purpose', () => {
  it('every route that asks why answers 422, the same for what exists and what does not', async () => {
    const officer = world.http(await world.token('KGZ', 'CO'));
    // A route that is only offered a purpose tells without one no more than what it can do.
    const purposeful = createRoutes(world.services).filter(
      ({ purpose }) => purpose !== undefined && purpose !== 'offered',
    );
    expect(purposeful.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['searchPersons', 'getPerson', 'listPersons', 'getAlert', 'listAlerts']),
    );
    const seen: string[] = [];
    for (const route of purposeful) {
      const ask = async (ids: Record<string, string>) => {
        const knock = officer[route.method](filled(route.path, ids)).set('If-Match', '"v1"');
        const { status, body } = await (route.method === 'get' ? knock : knock.send({ name: WANTED.family }));
        return { status, body: { ...body, instance: '' } };
      };
      const existing = await ask({ personId, alertId, warrantId });
      expect([route.id, existing.status, existing.body.code]).toEqual([route.id, 422, 'purpose-required']);
      expect(await ask({}), route.id).toEqual(existing);
      for (const secret of SECRETS) expect(JSON.stringify(existing.body), route.id).not.toContain(secret);
      seen.push(route.id, route.id);
    }
    expect(await refusals('purpose-required')).toEqual(seen);
  });

  it('what is no purpose in form is none', async () => {
    const officer = world.http(await world.token('KGZ', 'CO'));
    for (const purpose of ['P9 case', 'P1', 'P1 ', 'case 12', `P1 ${'x'.repeat(201)}`, 'P1 %00', '']) {
      const { status, body } = await officer.get(`/v1/persons/${personId}`).set('Purpose', purpose);
      expect([purpose, status, body.code]).toEqual([purpose, 422, 'purpose-required']);
    }
  });

  it('a data-protection officer looks only for what her office is for', async () => {
    const reviewer = world.http(await world.token('KGZ', 'DPO'));
    const look = (purpose: string) => reviewer.get(`/v1/persons/${personId}`).set('Purpose', purpose);
    const refused = await look('P1 curiosity');
    expect([refused.status, refused.body.code]).toEqual([422, 'purpose-not-allowed']);
    expect(await refusals('purpose-not-allowed')).toEqual(['getPerson']);
    expect((await look('P7 request 12')).status).toBe(200);
  });
});

describe('scenario 8: with a purpose', () => {
  type Ask = () => Promise<{ status: number; text: string }>;
  let asks: [type: string, ask: Ask][];

  const textOf = ({ status, text, body }: { status: number; text?: string; body: unknown }) => ({
    status,
    text: text ?? (Buffer.isBuffer(body) ? body.toString('utf8') : JSON.stringify(body)),
  });

  beforeAll(async () => {
    const purpose = { code: 'P1', reference: 'case-8' };
    const own = world.http(await world.token('KGZ', 'CO'));
    const partner = world.http(await world.token('KAZ', 'INV'));
    const border = world.http(await world.token('KAZ', 'BO1'));
    const look = (path: string) => async () => textOf(await own.get(path).set('Purpose', 'P1 case-8'));
    asks = [
      ['person.viewed', look(`/v1/persons/${personId}`)],
      ['person.listed', look('/v1/persons')],
      ['alert.viewed', look(`/v1/alerts/${alertId}`)],
      ['alert.listed', look('/v1/alerts')],
      ['warrant.file-viewed', look(`/v1/alerts/${alertId}/warrants/${warrantId}/file`)],
      [
        'search.persons',
        async () =>
          textOf(
            await partner
              .post('/v1/search/persons')
              .send({ name: `${WANTED.family} ${WANTED.given}`, birthDate: WANTED.birth, purpose }),
          ),
      ],
      [
        'check.run',
        async () =>
          textOf(
            await border.post('/v1/checks').send({ document: { number: WANTED.document, state: 'KGZ' } }),
          ),
      ],
    ];
  });

  const counted = async (type: string): Promise<number> => {
    const { rows } = await world.database.pool.query<{ count: number }>(
      'select count(*)::int as count from audit_event where type = $1',
      [type],
    );
    return rows[0]?.count ?? 0;
  };
  const leaks = (text: string): string[] => SECRETS.filter((secret) => text.includes(secret));

  it('the trace is in the log when the answer arrives', async () => {
    for (const [type, ask] of asks) {
      const before = await counted(type);
      const { status, text } = await ask();
      expect([type, status]).toEqual([type, 200]);
      expect(leaks(text), type).not.toEqual([]);
      expect([type, await counted(type)]).toEqual([type, before + 1]);
    }
  });

  it('when the trace cannot be written, nothing is disclosed', async () => {
    const checks = async () => world.database.prisma.borderCheck.count();
    const before = await checks();
    const mend = await breakInserts('audit_event');
    try {
      for (const [type, ask] of asks) {
        const { status, text } = await ask();
        // A check that could not be kept says so in the word of the border: nobody could be asked.
        expect([type, status, leaks(text)]).toEqual([type, type === 'check.run' ? 503 : 500, []]);
        expect(text).not.toContain('CLEAR');
        expect(text).not.toContain('planted');
      }
    } finally {
      await mend();
    }
    // A check without its trace is not kept either.
    expect(await checks()).toBe(before);
  });

  it('when the ledger of disclosures cannot be written, no person is disclosed', async () => {
    const noted = ['person.viewed', 'alert.viewed', 'warrant.file-viewed', 'search.persons', 'check.run'];
    const mend = await breakInserts('disclosure');
    try {
      for (const [type, ask] of asks) {
        if (!noted.includes(type)) continue;
        const { status, text } = await ask();
        expect([type, status, leaks(text)]).toEqual([type, 500, []]);
      }
    } finally {
      await mend();
    }
  });
});

import { readFile } from 'node:fs/promises';
import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  arrestDraft,
  makeOffenceCode,
  makePerson,
  plainDraft,
  publish,
} from '../../../tests/support/alert-files.ts';
import { runDueJobs } from '../../../tests/support/jobs.ts';
import { refusalCode } from '../../../tests/support/refusals.ts';
import { createTestWorld, type TestWorld } from '../../../tests/support/world.ts';
import { projectPath } from '../../platform/paths.ts';
import { listBody } from './contract.ts';

let world: TestWorld;
let offenceCodeId: string;
beforeAll(async () => {
  world = await createTestWorld();
  offenceCodeId = await makeOffenceCode(world, 'KGZ');
});
afterAll(() => world.close());

const bo2 = () => world.actor('KGZ', 'BO2');
const bo1 = () => world.actor('KGZ', 'BO1');

let flights = 100;
/** A screened list of its own flight. */
async function screened(travellers: object[], source: 'API' | 'PNR' = 'API') {
  flights += 1;
  const { passengerLists } = world.services;
  const body = listBody.parse({
    source,
    carrier: 'ZZ',
    number: String(flights),
    date: '2026-11-24',
    travellers,
  });
  const { id } = await passengerLists.create(bo2(), body);
  await runDueJobs(world);
  return {
    id,
    body,
    read: () => passengerLists.get(bo2(), id),
    lines: () => passengerLists.lines(bo2(), id, { limit: 200 }),
  };
}

const wanted = async (family: string, document: string, draft: 'ARREST' | 'DISCREET' = 'ARREST') => {
  const personId = await makePerson(world, world.actor('KGZ', 'INV'), {
    family,
    given: 'Искандер',
    birth: `19${60 + (document.charCodeAt(8) % 30)}-05-1${document.at(-1)}`,
    document,
  });
  const made =
    draft === 'ARREST'
      ? arrestDraft(personId, offenceCodeId)
      : plainDraft(personId, { type: 'DISCREET_CHECK', actionsOnHit: ['D1'], sharing: 'OWNER_ONLY' });
  return { personId, alert: await publish(world, 'KGZ', made) };
};

const wantedUnder = async (document: string) => {
  const inv = world.actor('KGZ', 'INV');
  const personId = await makePerson(world, inv, { family: 'Тестбек уулу', given: 'Жениш', document });
  return publish(world, 'KGZ', arrestDraft(personId, offenceCodeId));
};

describe('results', () => {
  it('are red from documents and never more than amber from bookings', async () => {
    await wanted('Рейсов', 'AC7000001');
    const traveller = {
      family: 'REISOV',
      given: 'ISKANDER',
      documentNumber: 'AC7000001',
      documentState: 'KGZ',
    };
    const api = await screened([
      traveller,
      { family: 'DRUGOY', given: 'CHELOVEK', documentNumber: 'ZZ0000001' },
    ]);
    const pnr = await screened([{ ...traveller, name: 'REISOV/ISKANDER MR' }], 'PNR');
    expect((await api.lines()).items.map(({ result, colour }) => [result, colour])).toEqual([
      ['HIT', 'RED'],
      ['CLEAR', 'GREEN'],
    ]);
    expect((await pnr.lines()).items.map(({ result, actions }) => [result, actions])).toEqual([
      ['POSSIBLE', []],
    ]);
    expect((await api.read()).results).toEqual({ hit: 1, possible: 0 });
  });

  it('show nothing of a discreet alert: not in lines, counters, news, review or export', async () => {
    const clear = { family: 'OBYCHNYI', given: 'CHELOVEK', documentNumber: 'ZZ0000009' };
    const found = { family: 'TIKHOV', given: 'ISKANDER', documentNumber: 'AC7000002' };
    await wanted('Тихов', 'AC7000002', 'DISCREET');
    const silent = await screened([found]);
    const plain = await screened([clear]);
    const { rows } = await world.database.pool.query(
      `select outcome from passenger_line where list_id = $1`,
      [silent.id],
    );
    expect(rows).toEqual([{ outcome: 'SILENT' }]);
    const { rows: reports } = await world.database.pool.query(
      `select h.kind from hit h join passenger_list p on h.transport = p.carrier || p.number where p.id = $1`,
      [silent.id],
    );
    expect(reports).toEqual([{ kind: 'SILENT' }]);
    const strip = (line: object) => ({ ...line, id: '', names: '', document: '' });
    const shown = async (list: typeof silent) => ({
      lines: (await list.lines()).items.map(strip),
      results: (await list.read()).results,
      progress: (await list.read()).progress,
    });
    expect(await shown(silent)).toEqual(await shown(plain));
    const { passengerLists } = world.services;
    const review = async (list: typeof silent) =>
      passengerLists.reviewLine(bo2(), list.id, (await list.lines()).items[0]?.id ?? '', {
        decision: 'SAME',
        note: 'Looks like him.',
      });
    expect(await refusalCode(review(silent))).toBe('conflict');
    expect(await refusalCode(review(plain))).toBe('conflict');
    expect(await passengerLists.lines(bo2(), silent.id, { limit: 50, result: 'HIT' })).toMatchObject({
      items: [],
    });
  });

  it('of somebody found to be another person turn clear, until there is news', async () => {
    const { personId } = await wanted('Тёзкин', 'AC7000003');
    const list = await screened([{ family: 'TEZKIN', given: 'ISKANDER', documentNumber: 'AC7000003' }]);
    const { passengerLists } = world.services;
    const [line] = (await list.lines()).items;
    const after = await passengerLists.reviewLine(bo2(), list.id, line?.id ?? '', {
      decision: 'NOT_SAME',
      note: 'Another face.',
    });
    expect([line?.result, after.result, after.review]).toEqual(['HIT', 'CLEAR', 'NOT_SAME']);
    expect(personId).toBeTruthy();
    const { rows } = await world.database.pool.query(`select review_note from passenger_line where id = $1`, [
      line?.id,
    ]);
    expect(Buffer.from(rows[0].review_note).toString('latin1')).not.toContain('Another face');
  });

  it('follow a record that gets the traveller’s document later', async () => {
    const { personId } = await wanted('Позднев', 'AC7000004');
    const list = await screened([{ family: 'SOVSEM', given: 'INOI', documentNumber: 'PE7000005' }]);
    expect((await list.read()).results.hit).toBe(0);
    const { version } = await world.database.prisma.person.findUniqueOrThrow({ where: { id: personId } });
    await world
      .http(await world.token('KGZ', 'INV'))
      .post(`/v1/persons/${personId}/documents`)
      .set('If-Match', `"v${version}"`)
      .set('Purpose', 'P1 case')
      .send({ type: 'PASSPORT', number: 'PE7000005', issuingState: 'KGZ' })
      .expect(201);
    await runDueJobs(world);
    expect((await list.read()).results.hit).toBe(1);
  });
});

describe('a list', () => {
  it('keeps travellers encrypted, each once per flight, and is known to its own state only', async () => {
    const travellers = [
      { family: 'SEKRETOV', given: 'IMYA', documentNumber: 'ZZ1111111' },
      { family: 'SEKRETOV', given: 'IMYA', documentNumber: 'ZZ 111 1111' },
    ];
    const list = await screened(travellers);
    expect((await list.read()).progress).toEqual({ lines: 1, screened: 1, repeated: 1, faults: 0 });
    const { passengerLists } = world.services;
    const longer = {
      ...list.body,
      travellers: [...list.body.travellers, { kind: 'CREW' as const, family: 'NOVYI' }],
    };
    const second = await passengerLists.create(bo2(), longer);
    expect(second.progress).toMatchObject({ lines: 1, repeated: 2 });
    const { rows } = await world.database.pool.query(`select traveller, exact from passenger_line`);
    const all = rows
      .map(({ traveller, exact }) => Buffer.from(traveller).toString('latin1') + exact.join())
      .join();
    expect(all).not.toMatch(/SEKRETOV|ZZ1111111/);
    for (const stranger of [world.actor('KAZ', 'BO2'), world.actor('UZB', 'BO1')]) {
      expect(await refusalCode(passengerLists.get(stranger, list.id))).toBe('not-found');
      expect((await passengerLists.list(stranger, { limit: 50 })).items).toEqual([]);
    }
    expect((await passengerLists.list(bo1(), { limit: 50, number: list.body.number })).items).toHaveLength(2);
    await runDueJobs(world);
  });

  it('goes to the post, arrives, and a day later nothing is left to read', async () => {
    await wanted('Прибывов', 'AC7000006');
    const list = await screened([
      { family: 'PRIBYVOV', given: 'ISKANDER', documentNumber: 'AC7000006' },
      { family: '=HYPERLINK("x")', given: 'OBYCHNYI', documentNumber: 'ZZ2222222' },
    ]);
    const { passengerLists, listScreening } = world.services;
    const csv = await passengerLists.exportCsv(bo2(), list.id);
    const text = (csv.content as Buffer).toString('utf8');
    expect(text).toContain("'=HYPERLINK");
    expect(text).toContain('HIT');
    const step = async (name: 'send' | 'arrive' | 'review') =>
      passengerLists.step(bo2(), list.id, (await list.read()).version, name);
    expect((await step('send')).status).toBe('SENT_TO_POST');
    expect(await refusalCode(step('review'))).toBe('transition-not-allowed');
    expect((await step('arrive')).status).toBe('ARRIVED');
    world.clock.advance(23 * 3_600_000);
    await listScreening.purge();
    expect((await list.read()).status).toBe('ARRIVED');
    world.clock.advance(2 * 3_600_000);
    await listScreening.purge();
    expect(await list.read()).toMatchObject({ status: 'PURGED', results: { hit: 0, possible: 0 } });
    expect((await list.lines()).items).toEqual([]);
    const { rows } = await world.database.pool.query(
      `select outcome from passenger_line where list_id = $1`,
      [list.id],
    );
    expect(rows).toEqual([{ outcome: 'HIT' }]);
    world.clock.advance(-25 * 3_600_000);
  });

  it('is not for roles without a border', async () => {
    for (const role of ['INV', 'NAD', 'LIA'] as const) {
      const http = world.http(await world.token('KGZ', role));
      expect((await http.get('/v1/passenger-lists')).status).toBe(403);
    }
    const first = world.http(await world.token('KGZ', 'BO1'));
    expect((await first.get('/v1/passenger-lists')).status).toBe(200);
    expect((await first.post('/v1/passenger-lists').send({})).status).toBe(403);
  });
});

describe('an uploaded file', () => {
  const upload = async (content: Buffer | string, name: string, fields: Record<string, string> = {}) =>
    world
      .http(await world.token('KGZ', 'BO2'))
      .post('/v1/passenger-lists/files')
      .field({ source: 'API', ...fields })
      .attach('file', Buffer.from(content), name);
  const flight = { carrier: 'ZZ', number: '900', date: '2026-11-25' };

  it('may be PAXLST, which names its flight, with the arrival by the clocks of the border', async () => {
    const message =
      "UNA:+.? 'UNB+UNOA:4+A+B+261124:0900+1'UNH+1+PAXLST:D:02B:UN:IATA'BGM+745'TDT+20+ZZ0901+++ZZ'LOC+125+ALA'" +
      "DTM+189:2611242330:201'LOC+87+FRU'DTM+232:2611250055:201'NAD+FL+++ODIN:PERVYI'DOC+P+ZZ3333331'" +
      "NAD+FL+++DVA:VTOROI'DOC+P+ZZ3333332'CNT+42:2'UNT+13+1'UNZ+1+1'";
    const { status, body } = await upload(message, 'list.txt');
    expect([status, body.errors]).toEqual([202, undefined]);
    expect(body).toMatchObject({
      format: 'PAXLST',
      carrier: 'ZZ',
      number: '901',
      date: '2026-11-24',
      from: 'ALA',
      to: 'FRU',
      dueAt: '2026-11-24T18:55:00.000Z',
      progress: { lines: 2, faults: 0 },
    });
    await runDueJobs(world);
    expect((await world.services.passengerLists.get(bo2(), body.id)).progress.screened).toBe(2);
  });

  it('may be the sample of the documentation, which has one mistake', async () => {
    const sample = await readFile(projectPath('docs', 'examples', 'flight-zz901.paxlst'));
    await wantedUnder('PE7654321');
    const { body } = await upload(sample, 'flight-zz901.paxlst', { checkpoint: 'Manas' });
    expect(body.progress).toMatchObject({ lines: 4, faults: 1 });
    expect(body.faults).toEqual([
      { line: 31, segment: 30, field: 'birthDate', code: 'bad-birth-date', text: expect.any(String) },
    ]);
    await runDueJobs(world);
    const { items } = await world.services.passengerLists.lines(bo2(), body.id, { limit: 50 });
    expect(items.map(({ names, kind, result }) => [names, kind, result])).toEqual([
      ['TESTBEK UULU JENISH', 'PASSENGER', 'HIT'],
      ['PROBAYEVA AIGUL', 'PASSENGER', 'CLEAR'],
      ["O'BRAZTSOV ILIA", 'PASSENGER', 'CLEAR'],
      ['EKIPAZHOV DEMO', 'CREW', 'CLEAR'],
    ]);
    const { rows } = await world.database.pool.query(
      `select kind, checkpoint from hit where transport = 'ZZ901'`,
    );
    expect(rows).toEqual([{ kind: 'MATCH', checkpoint: 'Manas' }]);
  });

  it('may be JSON or a table in the alphabet of old Excel', async () => {
    const json = await upload(
      JSON.stringify({ passengers: [{ lastName: 'TRETII', passport: 'ZZ4444441' }] }),
      'a.json',
      flight,
    );
    expect(json.body).toMatchObject({ format: 'JSON', progress: { lines: 1, faults: 0 } });
    const cp1251 = Buffer.from([
      0xd4, 0xe0, 0xec, 0xe8, 0xeb, 0xe8, 0xff, 0x3b, 0xcf, 0xe0, 0xf1, 0xef, 0xee, 0xf0, 0xf2, 0x0a, 0xc0,
      0xe0, 0x3b, 0x4e, 0x31, 0x32, 0x33,
    ]);
    const csv = await upload(cp1251, 'b.csv', flight);
    expect(csv.body).toMatchObject({ format: 'CSV', progress: { lines: 1, faults: 0 } });
  });

  it('without its flight, without known columns or broken is said to be so', async () => {
    const nameless = await upload('Фамилия;Паспорт\nА;Б1', 'c.csv');
    expect([nameless.status, nameless.body.errors.map(({ at }: { at: string }) => at)]).toEqual([
      422,
      ['/carrier', '/number', '/date'],
    ]);
    const columns = await upload('a;b\nc;d', 'd.csv', flight);
    expect([columns.status, columns.body.faults[0].code]).toEqual([202, 'no-such-columns']);
    const broken = await upload(
      Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(50)]),
      'e.xlsx',
      flight,
    );
    expect([broken.status, broken.body.code]).toEqual([422, 'unreadable-file']);
    await runDueJobs(world);
  });

  it('that unpacks to far more than it is is refused before it is read', async () => {
    const bomb = zipOf('xl/worksheets/sheet1.xml', Buffer.alloc(30_000_000, 0x20));
    expect(bomb.length).toBeLessThan(60_000);
    const { status, body } = await upload(bomb, 'f.xlsx', flight);
    expect([status, body.code]).toEqual([422, 'unreadable-file']);
  });
});

/** A ZIP file of one entry whose directory says that it is small. */
function zipOf(name: string, content: Buffer): Buffer {
  const packed = deflateRawSync(content);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(100, 22);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt32LE(100, 24);
  central.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length + name.length, 12);
  end.writeUInt32LE(local.length + name.length + packed.length, 16);
  return Buffer.concat([local, Buffer.from(name), packed, central, Buffer.from(name), end]);
}

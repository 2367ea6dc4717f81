// Reports on a real database: who reads which, every format in four languages, daily sums that late checks reach, own unit only.
import { mkdir, writeFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makePerson } from '../../../tests/support/alert-files.ts';
import { plantCase, wayTo } from '../../../tests/support/planted-cases.ts';
import { createTestWorld, type TestWorld } from '../../../tests/support/world.ts';
import { LOCALES, type Locale } from '../../domain/access/actor.ts';
import type { Role } from '../../domain/access/role.ts';
import type { FileReply } from '../../platform/http/route.ts';
import { newId } from '../../platform/ids.ts';
import { type ReportView, reportQuery } from './contract.ts';
import { csvOf } from './files.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await createTestWorld();
  world.clock.set('2027-01-20T06:00:00Z');
  for (const month of ['02', '03', '05', '08', '11'])
    await plantCase(world, { rq: 'KGZ', rd: 'KAZ', steps: wayTo('surrendered', `2026-${month}-05`) });
  for (const month of ['02', '03', '05', '08'])
    await plantCase(world, {
      rq: 'UZB',
      rd: 'KGZ',
      steps: wayTo('refused', `2026-${month}-05`),
      refusedOn: ['R01'],
    });
});
afterAll(() => world.close());

const show = async (
  role: Role,
  code: 'R-1' | 'R-4' | 'R-5' | 'R-6' | 'R-7' | 'R-8' | 'R-9',
  query: object = {},
) =>
  (await world.services.reports.show(
    world.actor('KGZ', role),
    code,
    reportQuery.parse({ year: 2026, ...query }),
  )) as ReportView;

const check = (at: string, change: object = {}) =>
  world.database.prisma.borderCheck.create({
    data: {
      ...{ id: newId(), at: new Date(at), actorId: newId(), state: 'KGZ', checkpoint: 'DEMO post' },
      agencyId: world.actor('KGZ', 'BO2').agencyId ?? '',
      ...{ outcome: 'CLEAR', told: 'CLEAR', policyCode: 'BORDER', policyVersion: 1, elapsedMs: 20 },
      ...change,
    },
  });

test('who reads which report', async () => {
  const codes = async (role: Role) => {
    const { items } = await world.services.reports.list(world.actor('KGZ', role));
    return items.map(({ code }) => code).join(' ');
  };
  expect(await codes('INV')).toBe('R-1 R-2 R-3 R-4 R-5 R-6 R-7 R-10');
  expect(await codes('BO2')).toBe('R-8');
  expect(await codes('AUD')).toBe('R-1 R-4 R-5 R-6 R-7 R-8 R-9');
  expect(await codes('LIA')).toBe('');
  await expect(show('BO2', 'R-1')).rejects.toMatchObject({ code: 'not-found' });
  await expect(show('CO', 'R-9')).rejects.toMatchObject({ code: 'not-found' });
  await expect(show('PRO', 'R-5', { state: 'KAZ' })).rejects.toMatchObject({ code: 'not-found' });
  expect((await world.http(await world.token('KGZ', 'BO1')).get('/v1/reports')).status).toBe(403);
  const board = await world.http(await world.token('KGZ', 'CO')).get('/v1/reports/R-2');
  expect(board.body.columns).toBeDefined();
});

test('an investigator reads the numbers of his agency, and of nothing that it was asked', async () => {
  const view = await show('INV', 'R-1');
  expect(view.unit).toBe('AGENCY');
  expect(view.tables.map(({ id }) => id)).not.toContain('requested');
  const { rows } = await world.database.pool.query<{ data: object }>(
    "select data from audit_event where type = 'report.viewed' order by id desc limit 1",
  );
  expect(rows[0]?.data).toMatchObject({ code: 'R-1', period: '2026', format: 'json', version: null });
});

describe('every table report', () => {
  test.each(['R-4', 'R-5', 'R-6', 'R-7', 'R-8', 'R-9'] as const)(
    '%s has words and definitions in four languages',
    async (code) => {
      for (const language of LOCALES) {
        const view = await show(code === 'R-9' ? 'AUD' : 'NAD', code, { language });
        for (const table of view.tables) {
          expect(table.title).toBeTruthy();
          expect(table.definitions.every(({ name, rule }) => name && rule)).toBe(true);
          expect(table.rows.every(({ cells }) => cells.length === table.columns.length)).toBe(true);
        }
      }
    },
  );

  test('R-4 and R-5 count what was decided', async () => {
    const [treaties] = (await show('PRO', 'R-4')).tables;
    expect(treaties?.rows[0]).toMatchObject({ key: 'MINSK_1993' });
    expect(treaties?.rows[0]?.cells.map(({ text }) => text)).toEqual(['4', '26', '26', '<3']);
    const grounds = (await show('PRO', 'R-5')).tables.find(({ id }) => id === 'grounds');
    expect(grounds?.rows.find(({ key }) => key === 'R01')).toMatchObject({ label: 'R01 Own national' });
    expect(grounds?.rows.find(({ key }) => key === 'R01')?.cells[1]?.text).toBe('4');
  });
});

/** For eyes: where somebody asked for pictures. */
async function keep(name: string, bytes: Buffer): Promise<void> {
  const folder = process.env['SCREENSHOTS'];
  if (!folder) return;
  await mkdir(folder, { recursive: true });
  await writeFile(`${folder}/${name}.pdf`, bytes);
}

describe('as files', () => {
  test.each(LOCALES)('the annual report in %s is a tagged PDF with every letter', async (language) => {
    const reply = (await world.services.reports.show(
      world.actor('KGZ', 'PRO'),
      'R-1',
      reportQuery.parse({ year: 2026, format: 'pdf', language }),
    )) as FileReply;
    const bytes = await buffer(reply.content as NodeJS.ReadableStream);
    expect(bytes.subarray(0, 8).toString()).toBe('%PDF-1.7');
    expect(bytes.toString('latin1')).toContain(`/Lang (${language})`);
    expect(reply.fileName).toBe('R-1-KGZ-2026.pdf');
    await keep(`R-1-${language}`, bytes);
  });

  test.each(['R-2', 'R-3'] as const)('%s is a list of work in every form and language', async (code) => {
    // The lists show cases of persons who are there.
    const personId = await makePerson(world, world.actor('KGZ', 'INV'), { birth: `1980-02-1${code.at(-1)}` });
    await world.database.pool.query('update extradition_case set person_id = $1', [personId]);
    const file = async (format: 'csv' | 'xlsx' | 'pdf', language: Locale) =>
      (await world.services.reports.show(
        world.actor('KGZ', 'CO'),
        code,
        reportQuery.parse({ format, language }),
      )) as FileReply;
    const csv = (await file('csv', 'en')).content as Buffer;
    const text = csv.toString();
    expect(text).toContain(code === 'R-2' ? 'Cases by stage' : 'What falls due');
    if (code === 'R-2') expect(text).toMatch(/^Surrendered,5,0,/mu);
    const rows = await readSheet((await file('xlsx', 'en')).content as Buffer);
    if (code === 'R-2') expect(rows.find(([stage]) => stage === 'Refused')?.[1]).toBe(4);
    for (const language of LOCALES) {
      const reply = await file('pdf', language);
      const bytes = await buffer(reply.content as NodeJS.ReadableStream);
      expect(bytes.toString('latin1')).toContain(`/Lang (${language})`);
      expect(reply.fileName).toBe(`${code}-KGZ-2027-01-20.pdf`);
      await keep(`${code}-${language}`, bytes);
    }
  });

  test('a workbook keeps numbers as numbers; a text like a formula stays text in both', async () => {
    const view = await show('PRO', 'R-1');
    const reply = (await world.services.reports.show(
      world.actor('KGZ', 'PRO'),
      'R-1',
      reportQuery.parse({ year: 2026, format: 'xlsx' }),
    )) as FileReply;
    const rows = await readSheet(reply.content as Buffer);
    expect(rows.find(([label]) => label === 'Total')?.[1]).toBe(5);
    // The one large cell beside zeros would give them away.
    expect(rows.find(([label]) => label === 'Kazakhstan')?.[1]).toBe('•');
    expect(rows.find(([label]) => label === 'Armenia')?.[1]).toBe('<3');
    const [first] = view.tables;
    if (!first) throw new Error('no table');
    const armed = {
      ...view,
      tables: [{ ...first, rows: [{ key: 'x', label: '=HYPERLINK("x")', cells: [] }] }],
    };
    expect(csvOf(armed)).toContain(`"'=HYPERLINK(""x"")"`);
  });
});

test('days are summed once, a late check reaches its day, and what is not summed is counted all the same', async () => {
  await check('2026-12-30T03:00:00Z');
  await check('2026-12-30T19:30:00Z', { corrected: ['birthDate'], elapsedMs: 1_500 });
  const shifts = async () => {
    const [table] = (await show('BO2', 'R-8')).tables;
    return table?.rows.map(({ key, cells }) => `${key}: ${cells[0]?.text}`);
  };
  // 03:00 UTC is the morning of Bishkek, 19:30 UTC the night of the next day.
  const live = ['DEMO post · 0: 1', 'DEMO post · 1: 1', 'TOTAL: 2'];
  expect(await shifts()).toEqual(live);
  const { reports } = world.services;
  for (let left = 31; left === 31; ) left = await reports.closeDays(31);
  const { rows } = await world.database.pool.query(
    'select sum(checks)::int as n, sum(slow)::int as slow from check_day',
  );
  expect(rows[0]).toEqual({ n: 2, slow: 1 });
  expect(await shifts()).toEqual(live);
  await check('2026-12-30T04:00:00Z', { origin: 'REPLAY', replayedAt: world.clock.now() });
  expect(await reports.closeDays(31)).toBeGreaterThan(0);
  expect(await shifts()).toEqual(['DEMO post · 0: 1', 'DEMO post · 1: 2', 'TOTAL: 3']);
});

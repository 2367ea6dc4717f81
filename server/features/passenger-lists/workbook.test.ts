import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeWanted } from '../../../tests/support/border.ts';
import { runDueJobs } from '../../../tests/support/jobs.ts';
import { workbookOf } from '../../../tests/support/workbook.ts';
import { createTestWorld, type TestWorld } from '../../../tests/support/world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());

it('a workbook with a title, days as Excel keeps them and numbers as numbers is uploaded and screened', async () => {
  await makeWanted(world, { family: 'Таблицын', given: 'Сабыр', birth: '1964-05-06', document: '76543210' });
  const file = workbookOf([
    ['Рейс ZZ 77, список пассажиров'],
    ['№', 'Фамилия', 'Имя', 'Дата рождения', 'Пол', 'Номер паспорта', 'Гражданство'],
    [1, 'TABLITSYN', 'SABYR', new Date('1964-05-06'), 'M', 76543210, 'KGZ'],
    [2, 'СОСЕДОВА & СЫН', 'АЙЗАДА', new Date('1999-12-31'), 'Ж', 'AC0000002', 'KGZ'],
    [3, null, null, new Date('1980-01-01'), null, null, null],
  ]);
  const http = world.http(await world.token('KGZ', 'BO2'));
  const sent = await http
    .post('/v1/passenger-lists/files')
    .field({ source: 'API', carrier: 'ZZ', number: '77', date: '2026-11-24' })
    .attach('file', file, 'рейс.xlsx');
  expect([sent.status, sent.body.format, sent.body.progress]).toEqual([
    202,
    'XLSX',
    { lines: 2, screened: 0, repeated: 0, faults: 1 },
  ]);
  expect(sent.body.faults).toEqual([expect.objectContaining({ line: 5, code: 'no-identity' })]);
  await runDueJobs(world);
  const lines = await http.get(`/v1/passenger-lists/${sent.body.id}/lines`);
  expect(
    lines.body.items.map(({ birthDate, result }: Record<string, string>) => [birthDate, result]),
  ).toEqual([
    ['1964-05-06', 'HIT'],
    ['1999-12-31', 'CLEAR'],
  ]);
});

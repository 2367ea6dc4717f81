// Searches for oneself and for colleagues, in whatever script they are typed.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type AuditLab, createAuditLab } from '../../../tests/support/audit-lab.ts';
import { testUser } from '../../../tests/support/people.ts';
import { userActor } from '../../../tests/support/records.ts';
import { createNameEngine } from '../../domain/names/engine.ts';
import { loadNameTables } from '../../platform/name-tables/name-tables.ts';
import { createFlaggedSearches, type FlaggedSearches } from './flagged-searches.ts';

let lab: AuditLab;
let flags: FlaggedSearches;
const names = createNameEngine(loadNameTables());

const rename = (id: string, displayName: string) =>
  lab.database.prisma.user.update({ where: { id }, data: { displayName } });

const self = testUser('KGZ', 'INV');
const colleague = testUser('KGZ', 'INV', 'second');
const elsewhere = testUser('KGZ', 'INV', 'other');

beforeAll(async () => {
  lab = await createAuditLab();
  await rename(self.id, 'Бакытов Нурлан Сапарович');
  await rename(colleague.id, 'Осмонова Айгүл');
  await rename(elsewhere.id, 'Ковальчук Тарас Богданович');
});
beforeEach(async () => {
  await lab.reset();
  await lab.pool.query('delete from flagged_search');
  flags = createFlaggedSearches({ database: lab.database, clock: lab.clock, names });
});
afterAll(() => lab.close());

async function flagged(name: string): Promise<string[]> {
  await flags.flagSearch(userActor('KGZ', 'INV'), name);
  const { rows } = await lab.pool.query<{ kind: string; user_id: string }>(
    'select kind, user_id from flagged_search',
  );
  return rows.map(({ kind, user_id }) => `${kind} ${user_id}`);
}

test.each([
  ['Бакытов Нурлан Сапарович', 'SELF', self],
  ['нурлан бакытов', 'SELF', self],
  ['BAKYTOV NURLAN', 'SELF', self],
  ['Bakytov, Nurlan Saparovich', 'SELF', self],
  ['Osmonova Aigul', 'COLLEAGUE', colleague],
  ['Айгул Осмонова', 'COLLEAGUE', colleague],
])('%s is flagged as %s', async (name, kind, user) => {
  expect(await flagged(name)).toEqual([`${kind} ${user.id}`]);
  const { rows } = await lab.pool.query(
    "select type, data, subject_id from audit_event where type = 'search.flagged'",
  );
  expect(rows).toEqual([{ type: 'search.flagged', data: { kind }, subject_id: user.id }]);
});

test.each([
  ['a namesake of the given name alone', 'Нурлан Асанов'],
  ['a relative', 'Бакытова Чолпон Сапаровна'],
  ['another patronymic', 'Бакытов Нурлан Маратович'],
  ['somebody of another agency', 'Ковальчук Тарас Богданович'],
  ['a stranger', 'Wang Xiaoming'],
  ['nothing that is a name', '12345 !!!'],
])('%s is not flagged', async (_, name) => {
  expect(await flagged(name)).toEqual([]);
});

test('a search that is part of a repeated request is noted each time it is made', async () => {
  const actor = userActor('KGZ', 'INV', { idempotencyKey: 'same' });
  await flags.flagSearch(actor, 'Бакытов Нурлан');
  await flags.flagSearch(actor, 'Бакытов Нурлан');
  expect((await lab.pool.query('select from flagged_search')).rowCount).toBe(2);
});

test('a colleague who was renamed is known a minute later', async () => {
  expect(await flagged('Токтосунов Эрмек')).toEqual([]);
  await rename(colleague.id, 'Токтосунов Эрмек');
  lab.clock.at = new Date(lab.clock.at.getTime() + 61_000);
  expect(await flagged('Токтосунов Эрмек')).toEqual([`COLLEAGUE ${colleague.id}`]);
  await rename(colleague.id, 'Осмонова Айгүл');
});

test('keys and the system search for nobody’s colleagues', async () => {
  await flags.flagSearch(userActor('KGZ', 'SVC', { kind: 'api-key' }), 'Бакытов Нурлан');
  expect((await lab.pool.query('select from flagged_search')).rowCount).toBe(0);
});

test('auditors see what people of their own state searched, page by page, and stand in the log for it', async () => {
  for (const seconds of [1, 2, 3]) {
    lab.clock.at = new Date(lab.clock.at.getTime() + seconds * 1_000);
    await flags.flagSearch(userActor('KGZ', 'INV'), 'Бакытов Нурлан');
  }
  expect((await flags.list(userActor('KAZ', 'AUD'), { limit: 10 })).items).toEqual([]);
  const auditor = userActor('KGZ', 'AUD');
  const first = await flags.list(auditor, { limit: 2 });
  const second = await flags.list(auditor, { limit: 2, cursor: first.nextCursor ?? '' });
  const all = [...first.items, ...second.items];
  expect(all).toHaveLength(3);
  expect(all.map(({ at }) => at)).toEqual([...all.map(({ at }) => at)].sort().reverse());
  expect(all[0]).toMatchObject({ kind: 'SELF', actorId: self.id, userId: self.id });
  const { rowCount } = await lab.pool.query("select from audit_event where type = 'audit.read'");
  expect(rowCount).toBe(3);
});

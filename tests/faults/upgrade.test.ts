// An installation of an earlier release, with rows in it, is brought to the present one: nothing is lost, and it is searched and changed.
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, it, vi } from 'vitest';
import { readConfig } from '../../server/config.ts';
import { migrate } from '../../server/platform/database/migrate.ts';
import { createLogger } from '../../server/platform/logger.ts';
import { projectPath } from '../../server/platform/paths.ts';
import { createServices } from '../../server/services.ts';
import { TEST_SECRET } from '../support/people.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

/** The last migration before the border, cases and mirror: the first release that anybody could have tried. */
const EARLIER = '20261124001500_alert_lists';
const NAME = `izdoo_upgrade_${process.pid}`;

let folder: string;
let url: string;
const asAdmin = async (sql: string) => {
  const admin = new pg.Client({ connectionString: inject('adminUrl') });
  await admin.connect();
  await admin.query(sql).finally(() => admin.end());
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'izdoo-upgrade-'));
  await asAdmin(`create database ${NAME}`);
  const address = new URL(inject('adminUrl'));
  address.pathname = `/${NAME}`;
  url = address.href;
});
afterAll(async () => {
  await asAdmin(`drop database ${NAME} with (force)`);
  await rm(folder, { recursive: true, force: true });
});

const ID = '01933f2a-0000-7000-8000-00000000000';

const ROWS = `
  insert into country (alpha3, name_ky, name_ru, name_kk, name_en, time_zone, member, source)
    values ('KGZ', 'k', 'k', 'k', 'Kyrgyzstan', 'Asia/Bishkek', true, 'test');
  insert into agency (id, code, state, name, kind) values ('${ID}1', 'KGZ-1', 'KGZ', 'Test agency', 'CENTRAL');
  insert into person (id, registry_number, source_state, source_agency_id, owner_audience, created_by)
    values ('${ID}2', 'KG-2026-000001-0', 'KGZ', '${ID}1', '{s:KGZ#W}', '${ID}9');
  insert into person_name (id, person_id, type, "full", script, source_state, source_agency_id, recorded_by)
    values ('${ID}3', '${ID}2', 'PRIMARY', 'Эскиев Жениш', 'Cyrl', 'KGZ', '${ID}1', '${ID}9');
  insert into alert (id, alert_number, person_id, type, status, owner_state, owner_agency_id, author_id)
    values ('${ID}4', 'KGZ-2026-000001-7', '${ID}2', 'ARREST_PROSECUTION', 'ACTIVE', 'KGZ', '${ID}1', '${ID}9');
  insert into border_check (id, at, actor_id, agency_id, state, query, outcome, policy_code, policy_version, elapsed_ms)
    values ('${ID}5', now(), '${ID}9', '${ID}1', 'KGZ', '\\x01', 'SILENT', 'BORDER', 1, 3);
  insert into audit_event (at, type, outcome, actor_kind, data) values (now(), 'person.created', 'SUCCESS', 'user', '{}');`;

it('keeps every row through all migrations since, gives new columns their meaning, and is searched again', async () => {
  const all = projectPath('prisma', 'migrations');
  for (const name of await readdir(all))
    if (name <= EARLIER) await cp(join(all, name), join(folder, 'migrations', name), { recursive: true });
  const first = await migrate(url, join(folder, 'migrations'));
  expect(first.at(-1)).toBe(EARLIER);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(ROWS);

  const later = await migrate(url, all);
  expect(later.length).toBeGreaterThan(10);
  expect([...first, ...later].sort()).toEqual(
    (await readdir(all)).filter((name) => /^\d/u.test(name)).sort(),
  );
  const { rows } = await client.query(
    `select p.registry_number, n."full", a.status::text, c.told, p.erased_at, (select count(*)::int from audit_event) as traces
     from person p join person_name n on n.person_id = p.id join alert a on a.person_id = p.id, border_check c`,
  );
  expect(rows).toEqual([
    {
      ...{ registry_number: 'KG-2026-000001-0', full: 'Эскиев Жениш', status: 'ACTIVE' },
      // What the first line was told of a silent check then is written down now.
      ...{ told: 'CLEAR', erased_at: null, traces: 1 },
    },
  ]);
  await client.end();

  const config = readConfig({
    NODE_ENV: 'test',
    DATA_DIR: folder,
    SECRET_KEY: TEST_SECRET,
    DEMO_DATA: 'false',
  });
  const services = createServices(config, { databaseUrl: url, logger: createLogger('silent') });
  try {
    await services.prepare();
    expect(await services.database.prisma.legalPeriod.count({ where: { code: 'RETENTION' } })).toBe(1);
    expect(await migrate(url, all)).toEqual([]);
  } finally {
    await services.close();
  }
});

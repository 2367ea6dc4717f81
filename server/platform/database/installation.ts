// What a database is for, decided once at its first start: the registry, or training with invented persons. Never both.
import pg from 'pg';

export type InstallationKind = 'REGISTRY' | 'TRAINING';

export class WrongDatabase extends Error {
  override readonly name = 'WrongDatabase';
}

export const kindOf = ({ training }: { readonly training: boolean }): InstallationKind =>
  training ? 'TRAINING' : 'REGISTRY';

type Asked = Pick<pg.Pool | pg.Client, 'query'>;

function demand(kind: InstallationKind, marked: InstallationKind | null, holdsPersons: boolean): void {
  if (marked === null && kind === 'TRAINING' && holdsPersons)
    throw new WrongDatabase(
      'TRAINING is on, but this database holds persons and was not made for training: give training a database of its own',
    );
  if (marked === 'REGISTRY' && kind === 'TRAINING')
    throw new WrongDatabase('TRAINING is on, but this database is a registry: give training its own');
  if (marked === 'TRAINING' && kind === 'REGISTRY')
    throw new WrongDatabase('this database is for training: set TRAINING=on, or name another database');
}

async function exists(database: Asked, table: string): Promise<boolean> {
  const { rows } = await database.query<{ known: boolean }>(`select to_regclass($1) is not null as known`, [
    table,
  ]);
  return rows[0]?.known ?? false;
}

async function look(database: Asked) {
  const { rows } = (await exists(database, 'installation'))
    ? await database.query<{ kind: InstallationKind }>(`select kind from installation`)
    : { rows: [] };
  const persons = (await exists(database, 'person'))
    ? await database.query<{ some: boolean }>(`select exists (select from person) as some`)
    : { rows: [] };
  return { marked: rows[0]?.kind ?? null, holdsPersons: persons.rows[0]?.some ?? false };
}

/** Before anything is changed, migrations too. @throws WrongDatabase */
export async function refuseWrongDatabase(url: string, kind: InstallationKind): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { marked, holdsPersons } = await look(client);
    demand(kind, marked, holdsPersons);
  } finally {
    await client.end();
  }
}

/** The first start decides for good; of several at once the one that was first. @throws WrongDatabase */
export async function claimDatabase(pool: Asked, kind: InstallationKind, now: Date): Promise<void> {
  await pool.query(
    `insert into installation (kind, decided_at)
     select $1, $2 where $1 = 'REGISTRY' or not exists (select from person)
     on conflict (id) do nothing`,
    [kind, now],
  );
  const { marked, holdsPersons } = await look(pool);
  demand(kind, marked, holdsPersons);
}

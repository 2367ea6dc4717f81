// The tables of persons: reading a whole record, lists, and writing the person's own row.
import type { Database, Tx } from '../../platform/database/database.ts';
import type { Prisma } from '../../platform/database/generated/client.ts';
import { asProblem } from '../../platform/database/problems.ts';

const BY_ID = { orderBy: { id: 'asc' } } as const;

const FILE = {
  names: BY_ID,
  birthDates: BY_ID,
  nationalities: BY_ID,
  documents: BY_ID,
  nationalIds: BY_ID,
  marks: BY_ID,
  photos: BY_ID,
  alerts: {
    orderBy: [{ priority: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      alertNumber: true,
      type: true,
      status: true,
      ownerState: true,
      ownerAgencyId: true,
      audience: true,
      ownerAudience: true,
      startsAt: true,
      endsAt: true,
      expiresOn: true,
      priority: true,
      actionsOnHit: true,
      reviewDueOn: true,
      dangerFlags: { select: { flag: true, expiresOn: true } },
      warrants: { select: { validUntil: true, revokedOn: true, fileSha256: true } },
    },
  },
} satisfies Prisma.PersonInclude;

/** Everything that is recorded of a person, whoever may see it. */
export type PersonFile = Prisma.PersonGetPayload<{ include: typeof FILE }>;

type Reader = Pick<Tx['db'], 'person'>;

export const readFile = (db: Reader, id: string): Promise<PersonFile | null> =>
  db.person.findUnique({ where: { id }, include: FILE });

export const readFiles = (db: Reader, ids: readonly string[]): Promise<PersonFile[]> =>
  db.person.findMany({ where: { id: { in: [...ids] } }, include: FILE });

/** @returns the record that the person was merged into in the end, or null when it stands by itself */
export async function readSurvivorId({ pool }: Pick<Database, 'pool'>, id: string): Promise<string | null> {
  const { rows } = await pool.query<{ id: string }>(
    `with recursive way as (
       select id, merged_into_id, 0 as step from person where id = $1
       union all select p.id, p.merged_into_id, way.step + 1 from person p join way on p.id = way.merged_into_id
     ) select id from way where merged_into_id is null and step > 0`,
    [id],
  );
  return rows[0]?.id ?? null;
}

// Newest first: ids are ordered by the time of creation (UUID version 7), so that the primary key serves the list.
// Most readers see much: their page is found among the newest records. Who sees little is asked the other way round,
// from what his tokens open; so nobody waits for a walk through all records.
const NEWEST = 5_000;

const WANTED = `
  p.merged_into_id is null
  and ($1::uuid is null or p.id < $1)
  and ($2::boolean is null or (p.source_state = $3) = $2)`;

const AMONG_NEWEST = `
  with newest as (
    select p.id, p.owner_audience, ${WANTED} as wanted from person p
    where $1::uuid is null or p.id < $1 order by p.id desc limit ${NEWEST}
  )
  select p.id from newest p
  where p.wanted and (p.owner_audience && $4::text[] or exists (
    select 1 from alert a
    where a.person_id = p.id
      and (a.owner_audience && $4::text[]
        or (a.audience && $4::text[] and a.starts_at <= $5 and $5 < a.ends_at))))
  order by p.id desc limit $6`;

const AMONG_OPENED = `
  select p.id from person p
  where ${WANTED} and p.id in (
    select id from person where owner_audience && $4::text[]
    union select person_id from alert where owner_audience && $4::text[]
    union select person_id from alert where audience && $4::text[] and starts_at <= $5 and $5 < ends_at)
  order by p.id desc limit $6`;

export interface ListFilter {
  readonly after: string | null;
  /** Recorded by `state` (true), by others (false), or both (null). */
  readonly own: boolean | null;
  readonly state: string;
  readonly tokens: readonly string[];
  readonly now: Date;
  readonly limit: number;
}

export async function listVisibleIds(
  { pool }: Pick<Database, 'pool'>,
  { after, own, state, tokens, now, limit }: ListFilter,
): Promise<string[]> {
  const values = [after, own, state, tokens, now, limit];
  const ask = async (name: string, text: string) =>
    (await pool.query<{ id: string }>({ name, text, values })).rows.map(({ id }) => id);
  try {
    const newest = await ask('persons-newest', AMONG_NEWEST);
    return newest.length === limit ? newest : await ask('persons-opened', AMONG_OPENED);
  } catch (error) {
    throw asProblem(error);
  }
}

/** @returns the record of a number, or the one into which it was merged */
export async function findIdByNumber(
  { prisma }: Pick<Database, 'prisma'>,
  registryNumber: string,
): Promise<string | null> {
  const select = { id: true, mergedIntoId: true };
  const found = await prisma.person.findUnique({ where: { registryNumber }, select });
  return found && (found.mergedIntoId ?? found.id);
}

export type PersonUpdate = Prisma.PersonUncheckedUpdateInput;

export async function insertPerson(tx: Tx, data: Prisma.PersonUncheckedCreateInput): Promise<void> {
  await tx.db.person.create({ data });
}

/** @returns the new version. The caller holds the person's lock and has compared the old one. */
export async function updatePerson(tx: Tx, id: string, data: PersonUpdate): Promise<number> {
  const { version } = await tx.db.person.update({
    where: { id },
    data: { ...data, version: { increment: 1 }, updatedAt: tx.now },
    select: { version: true },
  });
  return version;
}

/** Numbers are given out in the order of commits and never twice. */
export async function nextInSeries({ db }: Tx, name: string): Promise<number> {
  const [row] = await db.$queryRaw<{ number: bigint }[]>`
    insert into number_series (name, next) values (${name}, 2)
    on conflict (name) do update set next = number_series.next + 1
    returning next - 1 as number`;
  if (!row) throw new Error('a number series gave no number');
  return Number(row.number);
}

/** @returns the codes of those that are known, with their two-letter code where they have one */
export async function knownCountries(
  { db }: Tx,
  codes: readonly string[],
): Promise<Map<string, string | null>> {
  const rows = await db.country.findMany({
    where: { alpha3: { in: [...new Set(codes)] } },
    select: { alpha3: true, alpha2: true },
  });
  return new Map(rows.map(({ alpha3, alpha2 }) => [alpha3, alpha2]));
}

// Keeps a person's search row in step: made anew in the transaction that changes the person or an alert on him.

import type { Pool } from 'pg';
import type { NameEngine } from '../../domain/names/engine.ts';
import { type SearchAggregate, searchRow } from '../../domain/persons/search-row.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Prisma } from '../../platform/database/generated/client.ts';

const SOURCE = { sourceState: true, sourceAgencyId: true, sensitivity: true, alertId: true } as const;

const AGGREGATE = {
  id: true,
  version: true,
  sex: true,
  sourceState: true,
  sourceAgencyId: true,
  birthPlace: true,
  birthSettlement: true,
  birthRegion: true,
  ownerAudience: true,
  mergedIntoId: true,
  names: {
    select: {
      ...SOURCE,
      id: true,
      type: true,
      full: true,
      family: true,
      given: true,
      patronymic: true,
      mrzForm: true,
      language: true,
    },
    orderBy: { id: 'asc' },
  },
  birthDates: {
    select: {
      ...SOURCE,
      year: true,
      month: true,
      day: true,
      isApproximate: true,
      yearFrom: true,
      yearTo: true,
    },
    orderBy: { id: 'asc' },
  },
  nationalities: { select: { ...SOURCE, country: true }, orderBy: { id: 'asc' } },
  documents: { select: { ...SOURCE, normNumber: true, issuingState: true }, orderBy: { id: 'asc' } },
  nationalIds: { select: { ...SOURCE, normValue: true }, orderBy: { id: 'asc' } },
  marks: { select: { ...SOURCE, kind: true, bodyPart: true }, orderBy: { id: 'asc' } },
  alerts: {
    select: {
      id: true,
      type: true,
      status: true,
      ownerState: true,
      audience: true,
      startsAt: true,
      endsAt: true,
      offences: { select: { offenceCode: { select: { uncacArticles: true } } } },
    },
    orderBy: { id: 'asc' },
  },
} satisfies Prisma.PersonSelect;

/**
 * Waits until no other transaction holds the person. Everything read afterwards in this transaction is what the
 * others committed, so that of two changes at once neither is lost.
 * @returns false when there is no such person
 */
export async function lockPerson({ db }: Tx, personId: string): Promise<boolean> {
  // Not FOR UPDATE: rows that merely refer to the person may be inserted meanwhile.
  const rows = await db.$queryRaw<unknown[]>`
    select 1 from person where id = ${personId}::uuid for no key update`;
  return rows.length === 1;
}

type Stored = Prisma.PersonGetPayload<{ select: typeof AGGREGATE }>;

function aggregateOf(person: Stored): SearchAggregate {
  const { birthDates, alerts, birthPlace, birthSettlement, birthRegion, ...rest } = person;
  const { sourceState, sourceAgencyId } = person;
  return {
    ...rest,
    births: birthDates,
    birthPlace: {
      ...{ sourceState, sourceAgencyId, sensitivity: 'NORMAL', alertId: null },
      texts: [birthPlace, birthSettlement, birthRegion].filter((text) => text !== null),
    },
    alerts: alerts.map(({ offences, ...alert }) => ({
      ...alert,
      uncacArticles: offences.flatMap(({ offenceCode }) => offenceCode.uncacArticles),
    })),
  };
}

/** Makes the rows of locked persons anew, or takes them away from persons who can no longer be found. */
async function writeRows({ db }: Tx, engine: NameEngine, personIds: readonly string[]): Promise<void> {
  const people = await db.person.findMany({ where: { id: { in: [...personIds] } }, select: AGGREGATE });
  const without = new Set(personIds);
  for (const person of people) {
    // One after another with a statement between: to analyse all names at a stretch would hold up every answer of the process.
    const row = searchRow(aggregateOf(person), engine);
    if (!row) continue;
    without.delete(person.id);
    const data = row as unknown as Prisma.PersonSearchUncheckedCreateInput;
    await db.personSearch.upsert({ where: { personId: person.id }, create: data, update: data });
  }
  if (without.size > 0) await db.personSearch.deleteMany({ where: { personId: { in: [...without] } } });
}

/** Makes the rows anew, or takes them away from persons who can no longer be found. */
export async function refreshSearchRows(
  tx: Tx,
  engine: NameEngine,
  personIds: readonly string[],
): Promise<void> {
  // In one order, so that two never wait for each other.
  await tx.db.$queryRaw`
    select 1 from person where id = any(${personIds}::uuid[]) order by id for no key update`;
  await writeRows(tx, engine, personIds);
}

/**
 * Makes the rows of persons anew whom nobody else holds. It waits for nobody: who is being changed gets his row from the change,
 * and a transaction that waited with many persons in its hands would hold up everybody.
 * @returns the persons whose rows were made
 */
export async function refreshFreeRows(
  tx: Tx,
  engine: NameEngine,
  personIds: readonly string[],
): Promise<string[]> {
  const free = await tx.db.$queryRaw<{ id: string }[]>`
    select id from person where id = any(${personIds}::uuid[]) order by id for no key update skip locked`;
  const ids = free.map(({ id }) => id);
  if (ids.length > 0) await writeRows(tx, engine, ids);
  return ids;
}

export interface RowsWanted {
  readonly keyVersion: number;
  /** OTHER: of another version than that; OLDER: a newer one is left to the newer program, so that two never undo each other. */
  readonly which: 'ALL' | 'OTHER' | 'OLDER';
}

const WHICH = {
  ALL: '$1::int is not null',
  OTHER: 'key_version <> $1::int',
  OLDER: 'key_version < $1::int',
} as const;

export async function countRowsToMake(
  pool: Pick<Pool, 'query'>,
  { keyVersion, which }: RowsWanted,
): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    `select count(*)::int as count from person_search where ${WHICH[which]}`,
    [keyVersion],
  );
  return rows[0]?.count ?? 0;
}

/** @returns the next persons in order of id whose row is to be made anew */
export async function nextRowsToMake(
  { db }: Tx,
  { keyVersion, which }: RowsWanted,
  after: string | null,
  limit: number,
): Promise<string[]> {
  const rows = await db.$queryRawUnsafe<{ id: string }[]>(
    `select person_id as id from person_search
     where ${WHICH[which]} and ($2::uuid is null or person_id > $2::uuid)
     order by person_id limit $3`,
    keyVersion,
    after,
    limit,
  );
  return rows.map(({ id }) => id);
}

/**
 * Of all processes one at a time makes rows, transaction by transaction.
 * @returns false when another one does so now and `waits` is false
 */
export async function takeTurn({ db }: Tx, waits: boolean): Promise<boolean> {
  const lock = waits ? 'pg_advisory_xact_lock' : 'pg_try_advisory_xact_lock';
  const [row] = await db.$queryRawUnsafe<{ taken: unknown }[]>(
    `select ${lock}(hashtextextended('izdoo:search-rows', 0))::text as taken`,
  );
  return row?.taken !== 'false';
}

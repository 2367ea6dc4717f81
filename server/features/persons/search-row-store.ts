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

async function readAggregate({ db }: Tx, personId: string): Promise<SearchAggregate | null> {
  const person = await db.person.findUnique({ where: { id: personId }, select: AGGREGATE });
  if (!person) return null;
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

/** Makes the row anew, or takes it away from a person who can no longer be found. */
export async function refreshSearchRow(tx: Tx, engine: NameEngine, personId: string): Promise<void> {
  await lockPerson(tx, personId);
  const aggregate = await readAggregate(tx, personId);
  const row = aggregate && searchRow(aggregate, engine);
  if (!row) {
    await tx.db.personSearch.deleteMany({ where: { personId } });
    return;
  }
  const data = row as unknown as Prisma.PersonSearchUncheckedCreateInput;
  await tx.db.personSearch.upsert({ where: { personId }, create: data, update: data });
}

interface RowsWanted {
  readonly keyVersion: number;
  readonly all: boolean;
}

const WANTED = 'from person_search where ($1 or key_version <> $2)';

export async function countRowsToMake(pool: Pool, { keyVersion, all }: RowsWanted): Promise<number> {
  const { rows } = await pool.query<{ count: string }>(`select count(*) ${WANTED}`, [all, keyVersion]);
  return Number(rows[0]?.count ?? 0);
}

/** @returns the next persons in order of id whose row is to be made anew */
export async function nextRowsToMake(
  pool: Pool,
  { keyVersion, all }: RowsWanted,
  after: string | null,
  limit: number,
): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `select person_id as id ${WANTED} and ($3::uuid is null or person_id > $3) order by person_id limit $4`,
    [all, keyVersion, after, limit],
  );
  return rows.map(({ id }) => id);
}

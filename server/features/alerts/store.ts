// The rows of alerts: reading them as far as a reader may, changing them only in the version that was seen.
import type { AlertStatus } from '../../domain/alerts/vocabulary.ts';
import { Problem } from '../../domain/errors.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Prisma } from '../../platform/database/generated/client.ts';
import { newId } from '../../platform/ids.ts';

type Db = Tx['db'];

const PARTS = {
  person: { select: { id: true, registryNumber: true, deceased: true } },
  warrants: { orderBy: { id: 'asc' } },
  offences: { include: { offenceCode: true }, orderBy: { id: 'asc' } },
  dangerFlags: true,
  transitions: { orderBy: [{ at: 'asc' }, { id: 'asc' }] },
} satisfies Prisma.AlertInclude;

export interface AgencyFacts {
  readonly id: string;
  readonly name: string;
  readonly contact24x7: string | null;
}

/** An alert with everything that belongs to it. */
export type AlertRow = Prisma.AlertGetPayload<{ include: typeof PARTS }> & {
  /** Null when the agency is not known any more. */
  readonly agency: AgencyFacts | null;
};

/** In SQL what alertIsVisible is in memory. */
export const visibleTo = (tokens: readonly string[], now: Date): Prisma.AlertWhereInput => ({
  OR: [
    { ownerAudience: { hasSome: [...tokens] } },
    { audience: { hasSome: [...tokens] }, startsAt: { lte: now }, endsAt: { gt: now } },
  ],
});

/** @returns the person of a visible alert, or null: the same work whether it is hidden or does not exist */
export async function findVisible(
  db: Db,
  id: string,
  tokens: readonly string[],
  now: Date,
): Promise<{ personId: string } | null> {
  return db.alert.findFirst({ where: { id, ...visibleTo(tokens, now) }, select: { personId: true } });
}

/**
 * Makes changes of one person's alerts and names wait for one another: the search row is made of all of them, and
 * two halves written at the same time would lose one.
 */
export async function lockPerson(db: Db, personId: string): Promise<void> {
  await db.$queryRaw`select 1 from person where id = ${personId}::uuid for no key update`;
}

/** @returns the alert whoever may see it */
export async function readAlert(db: Db, id: string): Promise<AlertRow | null> {
  const row = await db.alert.findUnique({ where: { id }, include: PARTS });
  if (!row) return null;
  const agency = await db.agency.findUnique({
    where: { id: row.ownerAgencyId },
    select: { id: true, name: true, contact24x7: true },
  });
  return { ...row, agency };
}

/** @returns the alerts whoever may see them, each person locked until the end of the transaction */
export async function lockAlerts(db: Db, ids: readonly string[]): Promise<AlertRow[]> {
  await db.$queryRaw`
    select 1 from person where id in (select person_id from alert where id = any(${ids}::uuid[]))
    order by id for no key update`;
  const rows = await db.alert.findMany({ where: { id: { in: [...ids] } }, include: PARTS });
  const agencies = await db.agency.findMany({
    where: { id: { in: rows.map(({ ownerAgencyId }) => ownerAgencyId) } },
    select: { id: true, name: true, contact24x7: true },
  });
  return rows.map((row) => ({
    ...row,
    agency: agencies.find(({ id }) => id === row.ownerAgencyId) ?? null,
  }));
}

export interface DraftPerson {
  readonly mergedIntoId: string | null;
  readonly deceased: 'NO' | 'REPORTED' | 'CONFIRMED';
}

/** @returns the person if he exists for the reader, locked until the end of the transaction */
export async function lockVisiblePerson(
  db: Db,
  id: string,
  tokens: readonly string[],
  now: Date,
): Promise<DraftPerson | null> {
  const where: Prisma.PersonWhereInput = {
    id,
    OR: [{ ownerAudience: { hasSome: [...tokens] } }, { alerts: { some: visibleTo(tokens, now) } }],
  };
  if ((await db.person.count({ where })) === 0) return null;
  await lockPerson(db, id);
  return db.person.findUnique({ where: { id }, select: { mergedIntoId: true, deceased: true } });
}

/** Numbers are given out in the order of commits and never twice; a rolled-back draft leaves no gap. */
export async function nextNumber(db: Db, series: string): Promise<number> {
  const [row] = await db.$queryRaw<{ number: bigint }[]>`
    insert into number_series (name, next) values (${series}, 2)
    on conflict (name) do update set next = number_series.next + 1
    returning next - 1 as number`;
  if (!row) throw new Error('a number series gave no number');
  return Number(row.number);
}

export async function insertAlert(db: Db, data: Prisma.AlertUncheckedCreateInput): Promise<void> {
  await db.alert.create({ data });
}

/** @throws Problem `version-mismatch` when somebody else changed the alert since that version */
export async function updateAlert(
  db: Db,
  { id, version }: { readonly id: string; readonly version: number },
  data: Prisma.AlertUncheckedUpdateManyInput,
): Promise<void> {
  const { count } = await db.alert.updateMany({
    where: { id, version },
    data: { ...data, version: version + 1 },
  });
  if (count === 0) throw new Problem('version-mismatch');
}

export type OffenceInput = Omit<Prisma.AlertOffenceCreateManyInput, 'id' | 'alertId'>;

export async function replaceOffences(
  db: Db,
  alertId: string,
  offences: readonly OffenceInput[],
): Promise<void> {
  await db.alertOffence.deleteMany({ where: { alertId } });
  await db.alertOffence.createMany({
    data: offences.map((offence) => ({ ...offence, id: newId(), alertId })),
  });
}

export type FlagInput = Omit<Prisma.AlertDangerFlagCreateManyInput, 'alertId'>;

export async function replaceFlags(db: Db, alertId: string, flags: readonly FlagInput[]): Promise<void> {
  await db.alertDangerFlag.deleteMany({ where: { alertId } });
  await db.alertDangerFlag.createMany({ data: flags.map((flag) => ({ ...flag, alertId })) });
}

export interface HistoryLine {
  readonly alertId: string;
  readonly verb: string;
  readonly from: AlertStatus;
  readonly to: AlertStatus;
  readonly actorId: string | null;
  readonly reason: string | null;
  /** What was handed in. */
  readonly content?: Readonly<Record<string, unknown>>;
}

export async function addHistory({ db, now }: Tx, { content, ...line }: HistoryLine): Promise<void> {
  await db.alertTransition.create({
    data: { ...line, id: newId(), at: now, ...(content && { content: content as Prisma.InputJsonObject }) },
  });
}

/** Which of the ids name something that an alert of the state may point to. */
export async function readKnown(
  db: Db,
  ownerState: string,
  asked: {
    readonly states: readonly string[];
    readonly agencies: readonly string[];
    readonly offenceCodes: readonly string[];
    readonly countries: readonly string[];
  },
): Promise<Record<'members' | 'agencies' | 'offenceCodes' | 'countries', Set<string>>> {
  const countries = await db.country.findMany({
    where: { alpha3: { in: [...asked.states, ...asked.countries] } },
    select: { alpha3: true, member: true },
  });
  const agencies = await db.agency.findMany({
    where: { id: { in: [...asked.agencies] } },
    select: { id: true },
  });
  const codes = await db.offenceCode.findMany({
    where: { id: { in: [...asked.offenceCodes] }, state: ownerState },
    select: { id: true },
  });
  return {
    members: new Set(countries.filter(({ member }) => member).map(({ alpha3 }) => alpha3)),
    countries: new Set(countries.map(({ alpha3 }) => alpha3)),
    agencies: new Set(agencies.map(({ id }) => id)),
    offenceCodes: new Set(codes.map(({ id }) => id)),
  };
}

/** Stored statuses that end with the validity. */
export const RUNNING: AlertStatus[] = ['ACTIVE', 'LOCATED', 'SUSPENDED'];

/** @returns alerts whose end has passed and whose stored state does not say so yet, oldest end first */
export async function findOver(
  db: Db,
  now: Date,
  limit: number,
): Promise<{ id: string; ownerState: string }[]> {
  return db.alert.findMany({
    where: { status: { in: RUNNING }, OR: [{ endsAt: null }, { endsAt: { lte: now } }] },
    select: { id: true, ownerState: true },
    orderBy: { endsAt: 'asc' },
    take: limit,
  });
}

/** @returns null where no zone is known */
export async function readZoneOf(db: Db, state: string): Promise<string | null> {
  const row = await db.country.findUnique({ where: { alpha3: state }, select: { timeZone: true } });
  return row?.timeZone ?? null;
}

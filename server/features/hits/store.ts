// The tables of hits: who may see which, one hit under lock, lists, steps and tasks.
import { borderTokens } from '../../domain/access/audience.ts';
import type { AlertType } from '../../domain/alerts/vocabulary.ts';
import type { HitSide, HitStatus, HitTaskKind } from '../../domain/hits/vocabulary.ts';
import type { Tx } from '../../platform/database/database.ts';
import { Prisma } from '../../platform/database/generated/client.ts';

/** Who reads: what `visibleTo` asks of a row. */
export interface HitReader {
  readonly state: string;
  readonly agencyId: string;
  readonly secondLine: boolean;
  /** Only to acknowledge what he saw himself. */
  readonly firstLine: boolean;
  readonly border: readonly string[];
  readonly owner: readonly string[];
}

/** A hit as it is stored, with whether its alert works now. */
export interface HitRow {
  readonly id: string;
  readonly checkId: string;
  readonly kind: 'MATCH' | 'SILENT';
  readonly status: HitStatus;
  readonly at: Date;
  readonly reference: string;
  readonly state: string;
  readonly agencyId: string;
  readonly checkpoint: string | null;
  readonly lane: string | null;
  readonly direction: string | null;
  readonly transport: string | null;
  /** Of the record under which the alert stands now: a merge may have moved it. */
  readonly personId: string;
  readonly alertId: string;
  readonly alertType: AlertType;
  readonly alertInForce: boolean;
  readonly ownerState: string;
  readonly ownerAgencyId: string;
  readonly actions: readonly string[];
  readonly band: string;
  readonly score: number;
  readonly colour: string;
  readonly travellerKey: Buffer | null;
  readonly traveller: Buffer;
  readonly reasons: Buffer;
  readonly acknowledgedBy: string | null;
  readonly acknowledgedAt: Date | null;
  readonly claimedBy: string | null;
  readonly claimedAt: Date | null;
  readonly decision: string | null;
  readonly decisionReason: string | null;
  readonly identifiers: readonly string[];
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly supervisedBy: string | null;
  readonly urgency: string | null;
  readonly askedAt: Date | null;
  readonly answerDueAt: Date | null;
  readonly answer: string | null;
  readonly answeredBy: string | null;
  readonly answeredAt: Date | null;
  readonly action: string | null;
  readonly actionAt: Date | null;
  readonly actionPlace: string | null;
  readonly actionOfficer: string | null;
  readonly custodyFacility: string | null;
  readonly escalated: readonly string[];
  readonly closedAt: Date | null;
  readonly caseId: string | null;
  readonly version: number;
}

type Db = Pick<Tx['db'], '$queryRaw' | 'hit' | 'hitStep' | 'hitTask' | 'borderEvent'>;

const { sql, empty, join } = Prisma;

const columns = (now: Date) => sql`
  h.id, h.check_id as "checkId", h.kind, h.status, h.at, h.reference, h.state, h.agency_id as "agencyId", h.checkpoint,
  h.lane, h.direction, h.transport, a.person_id as "personId", h.alert_id as "alertId", h.alert_type as "alertType",
  (a.status in ('ACTIVE', 'LOCATED') and a.starts_at <= ${now} and ${now} < a.ends_at) as "alertInForce",
  h.owner_state as "ownerState", h.owner_agency_id as "ownerAgencyId", h.actions, h.band, h.score, h.colour,
  h.traveller_key as "travellerKey", h.traveller, h.reasons, h.acknowledged_by as "acknowledgedBy",
  h.acknowledged_at as "acknowledgedAt", h.claimed_by as "claimedBy", h.claimed_at as "claimedAt", h.decision,
  h.decision_reason as "decisionReason", h.identifiers, h.decided_by as "decidedBy", h.decided_at as "decidedAt",
  h.supervised_by as "supervisedBy", h.urgency, h.asked_at as "askedAt", h.answer_due_at as "answerDueAt", h.answer,
  h.answered_by as "answeredBy", h.answered_at as "answeredAt", h.action, h.action_at as "actionAt",
  h.action_place as "actionPlace", h.action_officer as "actionOfficer", h.custody_facility as "custodyFacility",
  h.escalated, h.closed_at as "closedAt", h.case_id as "caseId", h.version`;

/** The one place that says for whom a hit exists; lists, events and single looks ask it. */
export const visibleTo = (
  { state, agencyId, secondLine, firstLine, border, owner }: HitReader,
  now: Date,
) => sql`(
  (${secondLine} and h.kind = 'MATCH' and h.state = ${state})
  or (${firstLine} and h.kind = 'MATCH' and h.agency_id = ${agencyId}::uuid)
  or (${secondLine} and h.kind = 'SILENT' and h.for_second_line and h.state = ${state}
      and a.status in ('ACTIVE', 'LOCATED') and a.starts_at <= ${now} and ${now} < a.ends_at and a.audience && ${border}::text[])
  or a.owner_audience && ${owner}::text[])`;

/** @param lock waits for whoever changes the hit now and keeps others out until the end of the transaction */
export async function findHit(
  db: Db,
  id: string,
  reader: HitReader,
  now: Date,
  lock = false,
): Promise<HitRow | null> {
  const rows = await db.$queryRaw<HitRow[]>`
    select ${columns(now)} from hit h join alert a on a.id = h.alert_id
    where h.id = ${id}::uuid and ${visibleTo(reader, now)} ${lock ? sql`for no key update of h` : empty}`;
  return rows[0] ?? null;
}

/** @returns whether another system of the agency may hear of the hit now */
export async function isKnownTo(
  db: Db,
  id: string,
  state: string,
  agencyId: string,
  now: Date,
): Promise<boolean> {
  const rows = await db.$queryRaw<{ known: boolean }[]>`
    select h.owner_state = ${state} or (h.state = ${state} and (h.kind = 'MATCH'
      or (h.for_second_line and a.status in ('ACTIVE', 'LOCATED') and a.starts_at <= ${now} and ${now} < a.ends_at
          and a.audience && ${borderTokens(state, agencyId)}::text[]))) as known
    from hit h join alert a on a.id = h.alert_id where h.id = ${id}::uuid`;
  return rows[0]?.known ?? false;
}

export interface HitFilter {
  readonly kind?: 'MATCH' | 'SILENT' | undefined;
  readonly open?: boolean | undefined;
  readonly after: readonly [string, string] | null;
  readonly limit: number;
}

/** Newest first. */
export function listHits(db: Db, reader: HitReader, now: Date, filter: HitFilter): Promise<HitRow[]> {
  const wanted = [
    visibleTo(reader, now),
    ...(filter.kind ? [sql`h.kind = ${filter.kind}`] : []),
    ...(filter.open === undefined
      ? []
      : [filter.open ? sql`h.closed_at is null` : sql`h.closed_at is not null`]),
    ...(filter.after
      ? [sql`(h.at, h.id) < (${filter.after[0]}::timestamptz, ${filter.after[1]}::uuid)`]
      : []),
  ];
  return db.$queryRaw<HitRow[]>`
    select ${columns(now)} from hit h join alert a on a.id = h.alert_id
    where ${join(wanted, ' and ')} order by h.at desc, h.id desc limit ${filter.limit}`;
}

/** Hits that the clocks are for, in order of id. */
export const openHits = (db: Db, now: Date, after: string, limit: number): Promise<HitRow[]> =>
  db.$queryRaw<HitRow[]>`
    select ${columns(now)} from hit h join alert a on a.id = h.alert_id
    where h.closed_at is null and h.kind = 'MATCH' and h.id > ${after}::uuid order by h.id limit ${limit}`;

/** One hit under lock, whoever looks: for the clock and for cases. */
export async function lockHit(db: Db, id: string, now: Date): Promise<HitRow | null> {
  const rows = await db.$queryRaw<HitRow[]>`
    select ${columns(now)} from hit h join alert a on a.id = h.alert_id where h.id = ${id}::uuid for no key update of h`;
  return rows[0] ?? null;
}

export async function updateHit(db: Db, id: string, data: Prisma.HitUncheckedUpdateInput): Promise<number> {
  const { version } = await db.hit.update({
    where: { id },
    data: { ...data, version: { increment: 1 } },
    select: { version: true },
  });
  return version;
}

export interface OpenElsewhere {
  readonly hitId: string;
  readonly at: Date;
  readonly state: string;
  readonly checkpoint: string | null;
}

/** Other open hits on the same person, told to second line only. */
export const openElsewhere = (db: Db, hit: HitRow): Promise<OpenElsewhere[]> =>
  db.$queryRaw<OpenElsewhere[]>`
    select h.id as "hitId", h.at, h.state, h.checkpoint from hit h join alert a on a.id = h.alert_id
    where a.person_id = ${hit.personId}::uuid and h.kind = 'MATCH' and h.closed_at is null and h.id <> ${hit.id}::uuid
      and h.status not in ('NOT_SAME', 'OWNER_WITHDREW')
    order by h.at`;

export interface NewStep {
  readonly hitId: string;
  readonly verb: string;
  readonly from: string;
  readonly to: string;
  readonly actorId: string;
  readonly state: string | null;
  readonly at: Date;
  readonly note: Buffer | null;
}

export async function addStep(db: Db, { note, ...step }: NewStep): Promise<void> {
  await db.hitStep.create({ data: { ...step, note: note === null ? null : new Uint8Array(note) } });
}

export const stepsOf = (db: Db, hitId: string) =>
  db.hitStep.findMany({ where: { hitId }, orderBy: [{ at: 'asc' }, { id: 'asc' }] });

export interface NewTask {
  readonly hitId: string;
  readonly kind: HitTaskKind;
  readonly state: string;
  readonly side: HitSide;
  readonly openedAt: Date;
}

/** A task that is there already stays as it is. */
export async function openTasks(db: Db, tasks: readonly NewTask[]): Promise<void> {
  await db.hitTask.createMany({ data: [...tasks], skipDuplicates: true });
}

/** @returns how many were open until now */
export async function finishTasks(
  db: Db,
  hitId: string,
  kinds: readonly HitTaskKind[],
  done: { by: string; at: Date },
): Promise<number> {
  const { count } = await db.hitTask.updateMany({
    where: { hitId, kind: { in: [...kinds] }, doneAt: null },
    data: { doneBy: done.by, doneAt: done.at },
  });
  return count;
}

export const tasksOf = (db: Db, hitIds: readonly string[]) =>
  db.hitTask.findMany({ where: { hitId: { in: [...hitIds] } }, orderBy: { openedAt: 'asc' } });

export async function addEvent(
  db: Db,
  event: {
    at: Date;
    type: string;
    hitId: string;
    checkId: string;
    state: string;
    data: Record<string, string>;
  },
): Promise<void> {
  await db.borderEvent.create({ data: event });
}

/** @returns what is known of a person now, as a "not the same person" remembers it */
export async function knownFacts(db: Db, personId: string): Promise<string> {
  const rows = await db.$queryRaw<{ facts: string }[]>`select person_known_facts(${personId}::uuid) as facts`;
  return rows[0]?.facts ?? '';
}

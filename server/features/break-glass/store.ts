// The table of emergency accesses, and what is asked of persons to decide on one.
import type { Pool } from 'pg';
import type { BreakGlassFacts } from '../../domain/access/break-glass.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { BreakGlassView, ReviewBody } from './contract.ts';

export interface Target {
  readonly personId: string;
  readonly registryNumber: string;
  readonly sourceState: string;
  readonly alerts: readonly BreakGlassFacts[];
}

export interface Opening {
  readonly id: string;
  readonly actorId: string;
  readonly agencyId: string;
  readonly state: string;
  readonly personId: string;
  readonly ownerStates: string[];
  readonly reason: string;
  readonly openedAt: Date;
  readonly endsAt: Date;
  readonly reviewDueAt: Date;
}

/** Records merged one after the other; more is a circle. */
const MERGES_FOLLOWED = 10;

/** One attempt at a time per person at the keyboard: two at once must not both count themselves as the last. */
export async function queueAttempts(tx: Tx, actorId: string): Promise<void> {
  await tx.db.$executeRaw`select pg_advisory_xact_lock(hashtextextended('break-glass ' || ${actorId}, 0))`;
}

/** @returns instants of the attempts since `since`, oldest first: openings, and tries that found nothing */
export async function attemptsSince(tx: Tx, actorId: string, since: Date): Promise<Date[]> {
  const rows = await tx.db.$queryRaw<{ at: Date }[]>`
    select e.at from audit_event e
    where e.actor_id = ${actorId} and e.at > ${since}
      and (e.type = 'break-glass.opened'
        or e.type = 'access.refused' and e.data->>'route' = 'openBreakGlass' and e.data->>'code' = 'not-found')
    order by e.at`;
  return rows.map(({ at }) => at);
}

/** @returns the record with its alerts; for a record merged away the one that stands for it now */
export async function findTarget(
  tx: Tx,
  where: { id: string } | { registryNumber: string },
): Promise<Target | null> {
  let next = where;
  for (let followed = 0; followed <= MERGES_FOLLOWED; followed += 1) {
    const person = await tx.db.person.findUnique({
      where: next,
      select: {
        id: true,
        registryNumber: true,
        sourceState: true,
        mergedIntoId: true,
        alerts: { select: { type: true, status: true, ownerState: true, startsAt: true, endsAt: true } },
      },
    });
    if (!person) return null;
    const { id, registryNumber, sourceState, mergedIntoId, alerts } = person;
    if (mergedIntoId === null) return { personId: id, registryNumber, sourceState, alerts };
    next = { id: mergedIntoId };
  }
  return null;
}

export async function insertOpening(tx: Tx, opening: Opening): Promise<void> {
  await tx.db.breakGlass.create({ data: opening });
}

interface Row {
  id: string;
  personId: string;
  registryNumber: string;
  actorId: string;
  agencyId: string;
  state: string;
  reason: string;
  openedAt: Date;
  endsAt: Date;
  reviewDueAt: Date;
  reviewedBy: string | null;
  reviewedAt: Date | null;
  justified: boolean | null;
  reviewNote: string | null;
  version: number;
}

const toView = (row: Row, now: Date): BreakGlassView => ({
  ...row,
  openedAt: row.openedAt.toISOString(),
  endsAt: row.endsAt.toISOString(),
  reviewDueAt: row.reviewDueAt.toISOString(),
  overdue: row.reviewedAt === null && row.reviewDueAt < now,
  reviewedAt: row.reviewedAt?.toISOString() ?? null,
});

const COLUMNS = `
  b.id, b.person_id as "personId", p.registry_number as "registryNumber", b.actor_id as "actorId",
  b.agency_id as "agencyId", b.state, b.reason, b.opened_at as "openedAt", b.ends_at as "endsAt",
  b.review_due_at as "reviewDueAt", b.reviewed_by as "reviewedBy", b.reviewed_at as "reviewedAt", b.justified,
  b.review_note as "reviewNote", b.version`;

// Notice goes to the state of the officer and to every state whose data he opened.
const NOTICE = '(b.state = $1 or $1 = any(b.owner_states))';

/** @returns the access as a reviewer of the state sees it, its row locked until the transaction ends */
export async function lockForReview(tx: Tx, state: string, id: string): Promise<BreakGlassView | null> {
  const rows = await tx.db.$queryRawUnsafe<Row[]>(
    `select ${COLUMNS} from break_glass b join person p on p.id = b.person_id
     where b.id = $2::uuid and ${NOTICE} for update of b`,
    state,
    id,
  );
  return rows[0] ? toView(rows[0], tx.now) : null;
}

/** An access found unjustified while it is open ends at once. */
export async function saveReview(
  tx: Tx,
  access: BreakGlassView,
  reviewerId: string,
  { justified, note }: ReviewBody,
): Promise<BreakGlassView> {
  const endsAt = !justified && new Date(access.endsAt) > tx.now ? tx.now.toISOString() : access.endsAt;
  await tx.db.breakGlass.update({
    where: { id: access.id },
    data: {
      reviewedBy: reviewerId,
      reviewedAt: tx.now,
      justified,
      reviewNote: note,
      endsAt: new Date(endsAt),
      version: { increment: 1 },
    },
  });
  return {
    ...access,
    endsAt,
    overdue: false,
    reviewedBy: reviewerId,
    reviewedAt: tx.now.toISOString(),
    justified,
    reviewNote: note,
    version: access.version + 1,
  };
}

export interface BreakGlassStore {
  /** Newest first, after the place `[openedAt, id]` when given. */
  list(
    state: string,
    reviewed: boolean | null,
    limit: number,
    after: readonly [string, string] | null,
    now: Date,
  ): Promise<BreakGlassView[]>;
  /** The records whose time has not run out, as they are now. */
  openTargets(actorId: string, now: Date): Promise<Target[]>;
}

type AlertJson = Omit<BreakGlassFacts, 'startsAt' | 'endsAt'> & {
  startsAt: string | null;
  endsAt: string | null;
};

const factsOf = ({ startsAt, endsAt, ...alert }: AlertJson): BreakGlassFacts => ({
  ...alert,
  startsAt: startsAt === null ? null : new Date(startsAt),
  endsAt: endsAt === null ? null : new Date(endsAt),
});

export const createBreakGlassStore = (pool: Pool): BreakGlassStore => ({
  async list(state, reviewed, limit, after, now) {
    const { rows } = await pool.query<Row>(
      `select ${COLUMNS} from break_glass b join person p on p.id = b.person_id
       where ${NOTICE} and ($2::boolean is null or (b.reviewed_at is not null) = $2)
         and ($4::timestamptz is null or (b.opened_at, b.id) < ($4::timestamptz, $5::uuid))
       order by b.opened_at desc, b.id desc limit $3`,
      [state, reviewed, limit, after?.[0] ?? null, after?.[1] ?? null],
    );
    return rows.map((row) => toView(row, now));
  },
  async openTargets(actorId, now) {
    const { rows } = await pool.query<{
      personId: string;
      registryNumber: string;
      sourceState: string;
      alerts: AlertJson[];
    }>({
      name: 'break-glass-open',
      text: `
        select p.id as "personId", p.registry_number as "registryNumber", p.source_state as "sourceState",
               (select coalesce(jsonb_agg(jsonb_build_object('type', a.type, 'status', a.status,
                  'ownerState', a.owner_state, 'startsAt', a.starts_at, 'endsAt', a.ends_at)), '[]')
                from alert a where a.person_id = p.id) as alerts
        from person p
        where p.id in (select coalesce(opened.merged_into_id, opened.id)
                       from break_glass b join person opened on opened.id = b.person_id
                       where b.actor_id = $1::uuid and b.ends_at > $2 and b.opened_at <= $2)`,
      values: [actorId, now],
    });
    return rows.map(({ alerts, ...target }) => ({ ...target, alerts: alerts.map(factsOf) }));
  },
});

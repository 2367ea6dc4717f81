// The table of merges, and the rows that a merge moves from one person to the other.
import { workAudience } from '../../domain/access/audience.ts';
import type { MergedState, MergePlan, MergeRecord } from '../../domain/persons/merge.ts';
import type { Script } from '../../domain/persons/vocabulary.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import type { Prisma } from '../../platform/database/generated/client.ts';
import { asProblem } from '../../platform/database/problems.ts';

/** Everything that hangs on a person and goes with him. */
const TABLES = {
  name: 'person_name',
  'birth-date': 'birth_date',
  nationality: 'nationality',
  document: 'identity_document',
  'national-id': 'national_id',
  mark: 'mark',
  photo: 'photo',
  alert: 'alert',
} as const;
type Kind = keyof typeof TABLES;
const KINDS = Object.keys(TABLES) as Kind[];

export interface MergeRow {
  readonly id: string;
  readonly version: number;
  readonly status: 'PROPOSED' | 'DONE' | 'REJECTED' | 'UNDONE';
  readonly survivorId: string;
  readonly survivorNumber: string;
  readonly survivorState: string;
  readonly survivorAgencyId: string;
  readonly absorbedId: string;
  readonly absorbedNumber: string;
  readonly absorbedState: string;
  readonly absorbedAgencyId: string;
  readonly reason: string;
  readonly plan: MergePlan | null;
  readonly proposedBy: string;
  readonly proposedByState: string;
  readonly proposedAt: Date;
  readonly decidedAt: Date | null;
  readonly undoneAt: Date | null;
}

const SELECT = `
  select m.id, m.version, m.status, m.survivor_id as "survivorId", m.absorbed_id as "absorbedId", m.reason, m.plan,
         s.registry_number as "survivorNumber", s.source_state as "survivorState",
         s.source_agency_id as "survivorAgencyId",
         b.registry_number as "absorbedNumber", b.source_state as "absorbedState",
         b.source_agency_id as "absorbedAgencyId",
         m.proposed_by as "proposedBy", g.state as "proposedByState", m.proposed_at as "proposedAt",
         m.decided_at as "decidedAt", m.undone_at as "undoneAt"
  from person_merge m
  join person s on s.id = m.survivor_id
  join person b on b.id = m.absorbed_id
  join app_user u on u.id = m.proposed_by
  join agency g on g.id = u.agency_id`;

export const findMerge = async ({ pool }: Pick<Database, 'pool'>, id: string): Promise<MergeRow | null> =>
  pool.query<MergeRow>(`${SELECT} where m.id = $1`, [id]).then(
    ({ rows }) => rows[0] ?? null,
    (error) => Promise.reject(asProblem(error)),
  );

/** The row, held to the end of the transaction. */
export async function lockMerge({ db }: Tx, id: string): Promise<MergeRow | null> {
  const [row] = await db.$queryRawUnsafe<MergeRow[]>(`${SELECT} where m.id = $1::uuid for update of m`, id);
  return row ?? null;
}

export interface MergeFilter {
  readonly status: string | null;
  readonly personId: string | null;
  readonly after: string | null;
  /** Records of this state, or where `agencyId` is given of that agency alone. */
  readonly state: string;
  readonly agencyId: string | null;
  readonly limit: number;
}

/** Newest first; ids are ordered by time. */
export async function listMerges({ pool }: Pick<Database, 'pool'>, filter: MergeFilter): Promise<MergeRow[]> {
  const { status, personId, after, state, agencyId, limit } = filter;
  const { rows } = await pool
    .query<MergeRow>(
      `${SELECT}
       where ($1::merge_status is null or m.status = $1) and ($2::uuid is null or m.id < $2)
         and ((s.source_state = $3 and ($4::uuid is null or s.source_agency_id = $4))
           or (b.source_state = $3 and ($4::uuid is null or b.source_agency_id = $4)))
         and ($6::uuid is null or $6 in (m.survivor_id, m.absorbed_id))
       order by m.id desc limit $5`,
      [status, after, state, agencyId, limit, personId],
    )
    .catch((error) => Promise.reject(asProblem(error)));
  return rows;
}

export async function isProposed({ db }: Tx, one: string, other: string): Promise<boolean> {
  const pair = [one, other];
  const found = await db.personMerge.count({
    where: { status: 'PROPOSED', survivorId: { in: pair }, absorbedId: { in: pair } },
  });
  return found > 0;
}

export async function isKnownDifferent({ db }: Tx, one: string, other: string): Promise<boolean> {
  const [personAId, personBId] = [one, other].sort() as [string, string];
  const decision = await db.duplicateDecision.findUnique({
    where: { personAId_personBId: { personAId, personBId } },
  });
  return decision?.same === false;
}

export const insertMerge = async (tx: Tx, data: Prisma.PersonMergeUncheckedCreateInput): Promise<void> => {
  await tx.db.personMerge.create({ data });
};

export async function updateMerge(
  tx: Tx,
  id: string,
  { plan, ...data }: Omit<Prisma.PersonMergeUncheckedUpdateInput, 'plan'> & { plan?: MergePlan },
): Promise<void> {
  await tx.db.personMerge.update({
    where: { id },
    data: {
      ...data,
      ...(plan && { plan: plan as unknown as Prisma.InputJsonValue }),
      version: { increment: 1 },
    },
  });
}

/** Both persons, the smaller id first, so that two merges never wait for each other. */
export async function lockPersons({ db }: Tx, ids: readonly string[]): Promise<void> {
  await db.$queryRaw`select 1 from person where id = any(${ids}::uuid[]) order by id for no key update`;
}

/** What planMerge has to know of a person. */
export async function readMergeRecord({ db }: Tx, personId: string): Promise<MergeRecord> {
  const person = await db.person.findUniqueOrThrow({
    where: { id: personId },
    select: { id: true, mergedIntoId: true, sex: true },
  });
  const children = [];
  for (const kind of KINDS) {
    const rows = await db.$queryRawUnsafe<{ id: string }[]>(
      `select id from ${TABLES[kind]} where person_id = $1::uuid order by id`,
      personId,
    );
    children.push(...rows.map(({ id }) => ({ kind, id, personId })));
  }
  return { ...person, children, names: await readNames(db, { personId }) };
}

async function readNames(db: Tx['db'], where: Prisma.PersonNameWhereInput): Promise<MergeRecord['names']> {
  const rows = await db.personName.findMany({
    where,
    select: { id: true, personId: true, type: true, script: true },
    orderBy: { id: 'asc' },
  });
  return rows.map((row) => ({ ...row, script: row.script as Script }));
}

/** Where the rows of a plan are now, and what the two persons are now. */
export async function readMergedState({ db }: Tx, plan: MergePlan): Promise<MergedState> {
  const children = [];
  for (const kind of KINDS) {
    const ids = plan.moves.filter((move) => move.kind === kind).map(({ id }) => id);
    const rows = await db.$queryRawUnsafe<{ id: string; personId: string }[]>(
      `select id, person_id as "personId" from ${TABLES[kind]} where id = any($1::uuid[])`,
      ids,
    );
    children.push(...rows.map((row) => ({ ...row, kind })));
  }
  const persons = await db.person.findMany({
    where: { id: { in: [plan.survivorId, plan.absorbedId] } },
    select: { id: true, mergedIntoId: true, sex: true },
  });
  const nameIds = plan.nameChanges.map(({ id }) => id);
  return { children, persons, names: await readNames(db, { id: { in: nameIds } }) };
}

/** Rows of a person that are bound to one of the alerts. */
export async function readBoundRows(
  { db }: Tx,
  personId: string,
  alertIds: readonly string[],
): Promise<{ kind: string; id: string }[]> {
  const bound = [];
  for (const kind of KINDS.filter((one) => one !== 'alert')) {
    const rows = await db.$queryRawUnsafe<{ id: string }[]>(
      `select id from ${TABLES[kind]} where person_id = $1::uuid and alert_id = any($2::uuid[])`,
      personId,
      alertIds,
    );
    bound.push(...rows.map(({ id }) => ({ kind, id })));
  }
  return bound;
}

export async function moveRows(
  { db }: Tx,
  rows: readonly { readonly kind: string; readonly id: string }[],
  toPersonId: string,
): Promise<void> {
  for (const kind of KINDS) {
    const ids = rows.filter((row) => row.kind === kind).map(({ id }) => id);
    if (ids.length === 0) continue;
    await db.$executeRawUnsafe(
      `update ${TABLES[kind]} set person_id = $1::uuid where id = any($2::uuid[])`,
      toPersonId,
      ids,
    );
  }
}

export async function changeNameTypes({ db }: Tx, changes: MergePlan['nameChanges']): Promise<void> {
  for (const { id, toType } of changes) await db.personName.update({ where: { id }, data: { type: toType } });
}

/**
 * @returns the audience tokens of the person's own side and of every side whose record was merged into him: they keep
 * sight of what was theirs
 */
export async function ownerAudienceOf({ db }: Tx, personId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ state: string; agencyId: string }[]>`
    with recursive merged as (
      select id, source_state, source_agency_id from person where id = ${personId}::uuid
      union all
      select p.id, p.source_state, p.source_agency_id from person p join merged on p.merged_into_id = merged.id
    ) select distinct source_state as state, source_agency_id as "agencyId" from merged`;
  return rows.flatMap(({ state, agencyId }) => workAudience(state, agencyId));
}

// The tables of requests, their steps, and of notices to those who were shown a person.
import type { Pool } from 'pg';
import type { Locale } from '../../domain/access/actor.ts';
import type {
  IdentityProof,
  RequestDecision,
  RequestStatus,
  RequestType,
  RequestVerb,
} from '../../domain/subject-requests/procedure.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Prisma } from '../../platform/database/generated/client.ts';
import { newId } from '../../platform/ids.ts';
import type { NoticeView } from './contract.ts';

export interface RequestRow {
  readonly id: string;
  readonly requestNumber: string;
  readonly type: RequestType;
  readonly status: RequestStatus;
  readonly receivedState: string;
  readonly ownerState: string | null;
  readonly content: Uint8Array;
  readonly locale: Locale;
  readonly identityProof: IdentityProof | null;
  readonly receivedAt: Date;
  readonly dueAt: Date;
  readonly sentAt: Date | null;
  readonly decision: RequestDecision | null;
  readonly personId: string | null;
  readonly decidedAt: Date | null;
  readonly communicated: Uint8Array | null;
  readonly releaseAt: Date | null;
  readonly version: number;
}

export interface StepRow {
  readonly verb: RequestVerb;
  readonly state: string;
  readonly at: Date;
  readonly actorId: string;
  readonly note: Uint8Array | null;
}

const COLUMNS = `r.id, r.request_number as "requestNumber", r.type, r.status, r.received_state as "receivedState",
  r.owner_state as "ownerState", r.content, r.locale, r.identity_proof as "identityProof",
  r.received_at as "receivedAt", r.due_at as "dueAt", r.sent_at as "sentAt", r.decision, r.person_id as "personId",
  r.decided_at as "decidedAt", r.communicated, r.release_at as "releaseAt", r.version`;

/** As the reader's state sees it: a decision whose answer has not left does not exist outside of its owner. */
const SEEN_STATUS = `case when r.status = 'DECIDED' and r.owner_state is distinct from $1 and r.release_at > $2
  then 'SENT_TO_OWNER' else r.status end`;

export interface RequestFilter {
  readonly status: string | null;
  readonly type: string | null;
  readonly before: string | null;
  readonly limit: number;
}

export function createRequestStore(pool: Pool) {
  return {
    async list(
      state: string,
      now: Date,
      { status, type, before, limit }: RequestFilter,
    ): Promise<RequestRow[]> {
      const { rows } = await pool.query<RequestRow>(
        `select ${COLUMNS} from subject_request r
         where (r.received_state = $1 or r.owner_state = $1) and ($3::text is null or ${SEEN_STATUS} = $3)
           and ($4::text is null or r.type = $4) and ($5::uuid is null or r.id < $5)
         order by r.id desc limit $6`,
        [state, now, status, type, before, limit],
      );
      return rows;
    },
    async find(state: string, id: string): Promise<RequestRow | null> {
      const { rows } = await pool.query<RequestRow>(
        `select ${COLUMNS} from subject_request r where r.id = $2 and (r.received_state = $1 or r.owner_state = $1)`,
        [state, id],
      );
      return rows[0] ?? null;
    },
    async steps(id: string): Promise<StepRow[]> {
      const { rows } = await pool.query<StepRow>(
        `select verb, state, at, actor_id as "actorId", note from subject_request_step where request_id = $1
         order by at, id`,
        [id],
      );
      return rows;
    },
    /** A record that the state itself made. */
    async isOwnPerson(personId: string, state: string): Promise<boolean> {
      const { rowCount } = await pool.query(
        'select 1 from person where id = $1 and source_state = $2 and erased_at is null and merged_into_id is null',
        [personId, state],
      );
      return rowCount === 1;
    },
    async isMember(state: string): Promise<boolean> {
      const { rowCount } = await pool.query('select 1 from country where alpha3 = $1 and member', [state]);
      return rowCount === 1;
    },
    async notices(side: 'TOLD' | 'TELLING', state: string, now: Date, before: string | null, limit: number) {
      const own = side === 'TOLD' ? 'recipient_state' : 'owner_state';
      const { rows } = await pool.query<NoticeRow>(
        `select ${NOTICE} from recipient_notice n where n.${own} = $1 and ($2::uuid is null or n.id < $2)
         order by n.id desc limit $3`,
        [state, before, limit],
      );
      return rows.map((row) => noticeOf(row, now));
    },
    async notice(id: string, state: string, now: Date): Promise<NoticeView | null> {
      const { rows } = await pool.query<NoticeRow>(
        `select ${NOTICE} from recipient_notice n where n.id = $1 and n.recipient_state = $2`,
        [id, state],
      );
      return rows[0] ? noticeOf(rows[0], now) : null;
    },
  };
}

type NoticeRow = Omit<NoticeView, 'at' | 'dueAt' | 'confirmedAt' | 'overdue'> & {
  readonly at: Date;
  readonly dueAt: Date;
  readonly confirmedAt: Date | null;
};

const NOTICE = `n.id, n.kind, n.person_id as "personId", n.owner_state as "ownerState",
  n.recipient_state as "recipientState", n.recipient_agency_id as "recipientAgencyId", n.at, n.due_at as "dueAt",
  n.confirmed_at as "confirmedAt", n.version`;

const noticeOf = ({ at, dueAt, confirmedAt, ...row }: NoticeRow, now: Date): NoticeView => ({
  ...row,
  at: at.toISOString(),
  dueAt: dueAt.toISOString(),
  overdue: confirmedAt === null && dueAt <= now,
  confirmedAt: confirmedAt?.toISOString() ?? null,
});

export async function insertRequest(tx: Tx, data: Prisma.SubjectRequestUncheckedCreateInput): Promise<void> {
  await tx.db.subjectRequest.create({ data });
}

/** @returns false when it was changed since it was read */
export async function updateRequest(
  tx: Tx,
  { id, version }: { readonly id: string; readonly version: number },
  data: Prisma.SubjectRequestUncheckedUpdateManyInput,
): Promise<boolean> {
  const { count } = await tx.db.subjectRequest.updateMany({
    where: { id, version },
    data: { ...data, version: version + 1 },
  });
  return count === 1;
}

export async function insertStep(
  tx: Tx,
  step: {
    requestId: string;
    verb: string;
    actorId: string;
    state: string;
    note: Uint8Array<ArrayBuffer> | null;
  },
): Promise<void> {
  await tx.db.subjectRequestStep.create({ data: { ...step, id: newId(), at: tx.now } });
}

/** Everybody outside of the owner's state who was ever shown the person, once each. @returns how many are told */
export async function tellRecipients(
  tx: Tx,
  notice: {
    readonly kind: string;
    readonly personId: string;
    readonly ownerState: string;
    readonly dueAt: Date;
  },
): Promise<number> {
  const recipients = await tx.db.disclosure.findMany({
    where: { personId: notice.personId, recipientState: { not: notice.ownerState } },
    distinct: ['recipientState', 'recipientAgencyId'],
    select: { recipientState: true, recipientAgencyId: true },
    orderBy: [{ recipientState: 'asc' }, { recipientAgencyId: 'asc' }],
  });
  await tx.db.recipientNotice.createMany({
    data: recipients.map((recipient) => ({ ...notice, ...recipient, id: newId(), at: tx.now })),
  });
  return recipients.length;
}

/** @returns false when it was confirmed meanwhile */
export async function confirmNotice(tx: Tx, id: string, version: number, by: string): Promise<boolean> {
  const { count } = await tx.db.recipientNotice.updateMany({
    where: { id, version, confirmedAt: null },
    data: { confirmedAt: tx.now, confirmedBy: by, version: version + 1 },
  });
  return count === 1;
}

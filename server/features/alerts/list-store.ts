// The list of alerts as far as a reader may read: filters, and the columns of a line.
import type { EffectiveStatus } from '../../domain/alerts/effective-status.ts';
import type { AlertType } from '../../domain/alerts/vocabulary.ts';
import { dateOf } from '../../platform/database/calendar-day.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Prisma } from '../../platform/database/generated/client.ts';
import { RUNNING, visibleTo } from './store.ts';

type Db = Tx['db'];

/** In SQL what effectiveStatus is in memory. */
function statusWhere(status: EffectiveStatus, now: Date): Prisma.AlertWhereInput {
  const begun = { startsAt: { lte: now } };
  const notOver = { endsAt: { gt: now } };
  const over = { OR: [{ endsAt: null }, { endsAt: { lte: now } }] };
  switch (status) {
    case 'ACTIVE':
    case 'LOCATED':
      return { status, ...begun, ...notOver };
    case 'SUSPENDED':
      return { status, ...notOver };
    case 'NOT_YET_VALID':
      return {
        status: { in: ['ACTIVE', 'LOCATED'] },
        ...notOver,
        OR: [{ startsAt: null }, { startsAt: { gt: now } }],
      };
    case 'EXPIRED':
      return { OR: [{ status }, { status: { in: RUNNING }, ...over }] };
    default:
      return { status };
  }
}

export interface AlertFilter {
  readonly status?: EffectiveStatus | undefined;
  readonly type?: AlertType | undefined;
  readonly personId?: string | undefined;
  /** True: of this state only; false: of others only. */
  readonly own?: { readonly state: string; readonly wanted: boolean } | undefined;
  readonly reviewDueBefore?: string | undefined;
  readonly expiresBefore?: string | undefined;
  /** Only alerts after this id in the order of the list. */
  readonly after?: string | undefined;
  readonly limit: number;
}

const ENTRY = {
  id: true,
  alertNumber: true,
  personId: true,
  type: true,
  status: true,
  ownerState: true,
  ownerAgencyId: true,
  priority: true,
  actionsOnHit: true,
  validFrom: true,
  expiresOn: true,
  startsAt: true,
  endsAt: true,
  reviewDueOn: true,
  ownerAudience: true,
  createdAt: true,
  version: true,
  person: { select: { registryNumber: true } },
} satisfies Prisma.AlertSelect;

export type AlertEntryRow = Prisma.AlertGetPayload<{ select: typeof ENTRY }>;

/** Newest first: ids grow with time, so their order is the order of creation and stands still under inserts. */
export async function listVisible(
  db: Db,
  tokens: readonly string[],
  now: Date,
  filter: AlertFilter,
): Promise<AlertEntryRow[]> {
  const { own, type, personId, reviewDueBefore, expiresBefore, after } = filter;
  const conditions: Prisma.AlertWhereInput[] = [visibleTo(tokens, now)];
  if (filter.status) conditions.push(statusWhere(filter.status, now));
  if (type) conditions.push({ type });
  if (personId) conditions.push({ personId });
  if (own) conditions.push({ ownerState: own.wanted ? own.state : { not: own.state } });
  // The day of review is the owner's business: as a filter it would tell others what they cannot read.
  if (reviewDueBefore)
    conditions.push({
      reviewDueOn: { lt: dateOf(reviewDueBefore) },
      ownerAudience: { hasSome: [...tokens] },
    });
  if (expiresBefore) conditions.push({ expiresOn: { lt: dateOf(expiresBefore) } });
  if (after) conditions.push({ id: { lt: after } });
  return db.alert.findMany({
    where: { AND: conditions },
    select: ENTRY,
    orderBy: { id: 'desc' },
    take: filter.limit,
  });
}

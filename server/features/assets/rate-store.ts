// Exchange rates by day.
import { Problem } from '../../domain/errors.ts';
import { dateOf } from '../../platform/database/calendar-day.ts';
import type { Prisma } from '../../platform/database/generated/client.ts';
import type { RateBody } from './contract.ts';
import type { Db } from './store.ts';

export type RateRow = Prisma.ExchangeRateGetPayload<object>;

/** @throws Problem `conflict`: a published rate never changes */
export async function insertRate(
  db: Db,
  { from, to, on, rate, source }: RateBody,
  recorded: { by: string; at: Date },
): Promise<void> {
  const { count } = await db.exchangeRate.createMany({
    data: [{ from, to, on: dateOf(on), rate, source, recordedBy: recorded.by, recordedAt: recorded.at }],
    skipDuplicates: true,
  });
  if (count === 0) throw new Problem('conflict', [{ at: '/on', code: 'rate-is-fixed' }]);
}

/** The newest rate of each currency into `to` between two days. */
export const ratesInto = (db: Db, to: string, from: Date, until: Date): Promise<RateRow[]> =>
  db.exchangeRate.findMany({
    where: { to, on: { gte: from, lte: until } },
    orderBy: [{ from: 'asc' }, { on: 'desc' }],
    distinct: ['from'],
  });

export const listRates = (
  db: Db,
  filter: { from: string | undefined; to: string | undefined },
  { limit, after }: { limit: number; after: readonly [string, string, string] | undefined },
): Promise<RateRow[]> =>
  db.exchangeRate.findMany({
    where: {
      ...(filter.from !== undefined && { from: filter.from }),
      ...(filter.to !== undefined && { to: filter.to }),
      ...(after && {
        OR: [
          { on: { lt: dateOf(after[0]) } },
          { on: dateOf(after[0]), from: { gt: after[1] } },
          { on: dateOf(after[0]), from: after[1], to: { gt: after[2] } },
        ],
      }),
    },
    orderBy: [{ on: 'desc' }, { from: 'asc' }, { to: 'asc' }],
    take: limit + 1,
  });

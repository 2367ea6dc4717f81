// Rows of peers and of what people see of their messages.
import type { PeerStatus } from '../../domain/exchange/message.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import type { Prisma } from '../../platform/database/generated/client.ts';
import type { PeerRow } from './channel-store.ts';

export interface LinkFigures {
  readonly peerId: string;
  readonly waiting: number;
  readonly oldestAt: Date | null;
  readonly refused: number;
  readonly received: number;
  readonly missing: number;
  readonly alerts: number;
}

const FIGURES = `
  select p.id as "peerId",
    coalesce(o.waiting, 0)::int as waiting, o.oldest as "oldestAt", coalesce(o.refused, 0)::int as refused,
    coalesce(i.highest, 0)::int as received, coalesce(i.highest - i.taken, 0)::int as missing,
    (select count(*)::int from alert a where a.peer_id = p.id and a.status in ('ACTIVE', 'LOCATED')
       and a.starts_at <= $1 and $1 < a.ends_at) as alerts
  from exchange_peer p
  left join (select peer_id, count(*) filter (where status = 'PENDING') as waiting,
               min(created_at) filter (where status = 'PENDING') as oldest,
               count(*) filter (where status = 'REFUSED') as refused
             from exchange_out_message where status in ('PENDING', 'REFUSED') group by 1) o on o.peer_id = p.id
  left join (select peer_id, max(sequence) as highest, count(*) as taken from exchange_in_message group by 1) i
    on i.peer_id = p.id`;

interface Page {
  readonly limit: number;
  readonly after: string | undefined;
}

export function createPeerStore({ prisma, pool }: Pick<Database, 'prisma' | 'pool'>) {
  return {
    list: (): Promise<PeerRow[]> => prisma.exchangePeer.findMany({ orderBy: { id: 'asc' } }),
    find: (id: string): Promise<PeerRow | null> => prisma.exchangePeer.findUnique({ where: { id } }),
    figures: async (now: Date): Promise<Map<string, LinkFigures>> => {
      const { rows } = await pool.query<LinkFigures>(FIGURES, [now]);
      return new Map(rows.map((row) => [row.peerId, row]));
    },
    insert: (tx: Tx, data: Prisma.ExchangePeerUncheckedCreateInput): Promise<PeerRow> =>
      tx.db.exchangePeer.create({ data }),
    /** @returns false when it is not that version any more */
    async change(
      tx: Tx,
      { id, version }: { id: string; version: number },
      data: Prisma.ExchangePeerUncheckedUpdateManyInput,
    ): Promise<boolean> {
      const { count } = await tx.db.exchangePeer.updateMany({
        where: { id, version },
        data: { ...data, version: version + 1 },
      });
      return count === 1;
    },
    /** States of which people of this installation write: another cannot speak for them. */
    async statesKeptHere(tx: Tx, states: readonly string[]): Promise<string[]> {
      const rows = await tx.db.user.findMany({
        where: { active: true, agency: { state: { in: [...states] } } },
        select: { agency: { select: { state: true } } },
      });
      return [...new Set(rows.map(({ agency }) => agency.state))];
    },
    async memberStates(tx: Tx, states: readonly string[]): Promise<string[]> {
      const rows = await tx.db.country.findMany({
        where: { alpha3: { in: [...states] }, member: true },
        select: { alpha3: true },
      });
      return rows.map(({ alpha3 }) => alpha3);
    },
    async statesSpokenFor(tx: Tx): Promise<string[]> {
      const open: PeerStatus[] = ['PROPOSED', 'ACTIVE', 'PAUSED'];
      const rows = await tx.db.exchangePeer.findMany({
        where: { status: { in: open } },
        select: { states: true },
      });
      return rows.flatMap(({ states }) => states);
    },
    listOut: (peerId: string, status: string | undefined, { limit, after }: Page) =>
      prisma.exchangeOutMessage.findMany({
        where: { peerId, ...(status && { status }), ...(after && { id: { lt: after } }) },
        orderBy: { id: 'desc' },
        take: limit + 1,
        omit: { body: true },
      }),
    listIn: (peerId: string, { limit, after }: Page) =>
      prisma.exchangeInMessage.findMany({
        where: { peerId, ...(after && { id: { lt: after } }) },
        orderBy: { id: 'desc' },
        take: limit + 1,
      }),
    /** Puts a message that was refused in line again. @returns false when it is not there or not refused */
    async retry(tx: Tx, peerId: string, id: string): Promise<boolean> {
      const { count } = await tx.db.exchangeOutMessage.updateMany({
        where: { id, peerId, status: 'REFUSED' },
        data: { status: 'PENDING', fault: null, endedAt: null },
      });
      return count === 1;
    },
    /** @returns alerts that the installation keeps and that still work here */
    async standingAlerts(peerId: string, limit: number): Promise<string[]> {
      const rows = await prisma.alert.findMany({
        where: { peerId, status: { in: ['ACTIVE', 'LOCATED'] } },
        select: { id: true },
        take: limit,
      });
      return rows.map(({ id }) => id);
    },
  };
}

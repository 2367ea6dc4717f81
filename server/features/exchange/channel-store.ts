// The books of the channel: who is at the other end, what was told, what waits, what came in.
import type { Pool } from 'pg';
import type { MessageKind, Outcome, PeerStatus, Thing } from '../../domain/exchange/message.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Prisma } from '../../platform/database/generated/client.ts';
import { newId } from '../../platform/ids.ts';

type Db = Tx['db'];

export type PeerRow = Prisma.ExchangePeerGetPayload<Record<never, never>> & { readonly status: string };
export type ToldRow = Prisma.ExchangeToldGetPayload<Record<never, never>>;

/** The job that looks whether somebody has to be told of a thing. */
export const COMPOSE = 'exchange-compose';
/** The job that compares everything that stands with what was told. */
export const COMPOSE_ALL = 'exchange-compose-all';
/** The job that sends what waits for one peer. */
export const SEND = 'exchange-send';

const LIVE: PeerStatus[] = ['ACTIVE', 'PAUSED'];

/** Those for whom messages are written: also while the sending is paused. */
export const livePeers = (db: Db): Promise<PeerRow[]> =>
  db.exchangePeer.findMany({ where: { status: { in: LIVE } }, orderBy: { id: 'asc' } });

export const peerOfKey = (db: Db, keyId: string): Promise<PeerRow | null> =>
  db.exchangePeer.findUnique({ where: { keyId } });

export const readPeer = (db: Db, id: string): Promise<PeerRow | null> =>
  db.exchangePeer.findUnique({ where: { id } });

export interface NewMessage {
  readonly kind: MessageKind;
  readonly thing: Thing;
  readonly thingId: string;
  readonly thingVersion: number;
  readonly urgent: boolean;
  readonly body: object;
}

/** Numbers the message and puts it in line; the peer's row is held to the end of the transaction. */
export async function writeMessage(tx: Tx, peerId: string, message: NewMessage): Promise<void> {
  const { lastSequence: sequence } = await tx.db.exchangePeer.update({
    where: { id: peerId },
    data: { lastSequence: { increment: 1 } },
    select: { lastSequence: true },
  });
  const id = newId(tx.now.getTime());
  await tx.db.exchangeOutMessage.create({
    data: {
      ...message,
      id,
      peerId,
      sequence,
      body: message.body as Prisma.InputJsonObject,
      createdAt: tx.now,
    },
  });
  const { kind, thingVersion } = message;
  tx.audit({
    type: 'exchange.message-written',
    data: { peerId, kind, sequence: Number(sequence), thingVersion },
    subject: { type: 'exchange-peer', id: peerId },
  });
  await tx.enqueue(SEND, { peerId }, { key: `${SEND}:${peerId}` });
}

/** What has not left yet about a thing says nothing any more. */
export async function voidWaiting(tx: Tx, peerId: string, thing: Thing, thingId: string): Promise<void> {
  await tx.db.exchangeOutMessage.updateMany({
    where: { peerId, thing, thingId, status: 'PENDING', kind: { in: ['alert.published', 'alert.changed'] } },
    data: { kind: 'void', body: {} },
  });
}

export const toldOf = (db: Db, peerId: string, thing: Thing, thingId: string): Promise<ToldRow | null> =>
  db.exchangeTold.findUnique({ where: { peerId_thing_thingId: { peerId, thing, thingId } } });

/** @returns what the peer was told of alerts on the person */
export const toldOfPerson = (db: Db, peerId: string, personId: string): Promise<ToldRow[]> =>
  db.exchangeTold.findMany({ where: { peerId, personId, thing: 'ALERT' }, orderBy: { thingId: 'asc' } });

export async function noteTold(db: Db, row: ToldRow): Promise<void> {
  const { peerId, thing, thingId } = row;
  await db.exchangeTold.upsert({
    where: { peerId_thing_thingId: { peerId, thing, thingId } },
    create: row,
    update: row,
  });
}

/** @returns the newest version of the thing that came in from the peer */
export const heardOf = (db: Db, peerId: string, thing: Thing, thingId: string) =>
  db.exchangeHeard.findUnique({ where: { peerId_thing_thingId: { peerId, thing, thingId } } });

export async function noteHeard(
  db: Db,
  row: { peerId: string; thing: Thing; thingId: string; version: number; live: boolean },
): Promise<void> {
  const { peerId, thing, thingId } = row;
  await db.exchangeHeard.upsert({
    where: { peerId_thing_thingId: { peerId, thing, thingId } },
    create: row,
    update: row,
  });
}

export interface Arrived {
  readonly peerId: string;
  readonly id: string;
  readonly sequence: bigint;
  readonly kind: string;
  readonly thing: string;
  readonly thingId: string;
  readonly thingVersion: number;
  readonly sentAt: Date;
  readonly receivedAt: Date;
  readonly outcome: string;
}

/** Of one peer one message at a time is taken. */
export async function waitForOthers(db: Db, peerId: string): Promise<void> {
  await db.$queryRaw`select 1 from (select pg_advisory_xact_lock(hashtextextended(${`izdoo:exchange-in:${peerId}`}, 0))) as held`;
}

/** @returns the message that was taken under this id or this number, if there is one */
export const findArrived = (db: Db, peerId: string, id: string, sequence: bigint): Promise<Arrived | null> =>
  db.exchangeInMessage.findFirst({ where: { peerId, OR: [{ id }, { sequence }] } });

export async function noteArrived(db: Db, row: Arrived): Promise<void> {
  await db.exchangeInMessage.create({ data: row });
}

export interface Waiting {
  readonly id: string;
  readonly sequence: bigint;
  readonly kind: string;
  readonly thing: string;
  readonly thingId: string;
  readonly thingVersion: number;
  readonly urgent: boolean;
  readonly body: object | null;
}

const NEXT = `
  select id, sequence, kind, thing, thing_id as "thingId", thing_version as "thingVersion", urgent, body
  from exchange_out_message where peer_id = $1 and status = 'PENDING' order by urgent desc, sequence limit 1`;

const DELIVERED = `
  with message as (
    update exchange_out_message set status = 'DELIVERED', outcome = $3, ended_at = $4, body = null, fault = null,
      attempts = attempts + 1 where id = $1)
  update exchange_peer set heard_at = greatest(heard_at, $4), failures = 0, next_try_at = null, last_fault = null where id = $2`;

const REFUSED = `
  with message as (
    update exchange_out_message set status = 'REFUSED', fault = $3, ended_at = $4, attempts = attempts + 1 where id = $1)
  update exchange_peer set failures = 0, next_try_at = null where id = $2`;

const FAILED = `
  with message as (update exchange_out_message set fault = $3, attempts = attempts + 1 where id = $1)
  update exchange_peer set failures = failures + 1, next_try_at = $4, last_fault = $3 where id = $2`;

/** Statements of the sender and of the clock, outside of any transaction. */
export function createChannelBooks(pool: Pool) {
  return {
    next: async (peerId: string): Promise<Waiting | null> =>
      (await pool.query<Waiting>(NEXT, [peerId])).rows[0] ?? null,
    delivered: async (id: string, peerId: string, outcome: Outcome, now: Date) =>
      void (await pool.query(DELIVERED, [id, peerId, outcome, now])),
    refused: async (id: string, peerId: string, fault: string, now: Date) =>
      void (await pool.query(REFUSED, [id, peerId, fault, now])),
    failed: async (id: string | null, peerId: string, fault: string, nextTryAt: Date) =>
      void (await pool.query(FAILED, [id, peerId, fault, nextTryAt])),
    heard: async (peerId: string, now: Date) =>
      void (await pool.query(
        'update exchange_peer set heard_at = greatest(heard_at, $2), failures = 0, next_try_at = null, last_fault = null where id = $1',
        [peerId, now],
      )),
    /** @returns false for a sign of life that is no newer than the last one */
    pinged: async (peerId: string, sentAt: Date, now: Date): Promise<boolean> =>
      (
        await pool.query(
          `update exchange_peer set heard_at = greatest(heard_at, $3), ping_sent_at = $2
           where id = $1 and (ping_sent_at is null or ping_sent_at < $2)`,
          [peerId, sentAt, now],
        )
      ).rowCount === 1,
    /** @param inMs milliseconds from now, by the clock of the queue */
    sendSoon: async (peerId: string, inMs = 0) =>
      void (await pool.query(
        `select graphile_worker.add_job('${SEND}', json_build_object('peerId', $1::text), run_at := now() + $2 * interval '1 millisecond', job_key := $3)`,
        [peerId, inMs, `${SEND}:${peerId}`],
      )),
    lookLater: async (thing: string, thingId: string, inMs: number) =>
      void (await pool.query(
        `select graphile_worker.add_job('${COMPOSE}', json_build_object('thing', $1::text, 'thingId', $2::text),
           run_at := now() + $3 * interval '1 millisecond', job_key := $4)`,
        [thing, thingId, inMs, `exchange-begin:${thingId}`],
      )),
    /** @returns ids of the notes about a thing: what they tell of is committed, so it is seen by whoever looks now */
    notesOf: async (thing: string, thingId: string): Promise<string[]> =>
      (
        await pool.query<{ id: string }>('select id from exchange_note where thing = $1 and thing_id = $2', [
          thing,
          thingId,
        ])
      ).rows.map(({ id }) => id),
    dropNotes: async (ids: readonly string[]) =>
      void (await pool.query('delete from exchange_note where id = any($1::bigint[])', [ids])),
    /** @returns things that were noted and at which nobody has looked */
    noted: async (limit: number): Promise<{ thing: string; thingId: string }[]> =>
      (
        await pool.query<{ thing: string; thingId: string }>(
          `select thing, thing_id as "thingId" from exchange_note group by 1, 2 order by min(id) limit $1`,
          [limit],
        )
      ).rows,
    /** Everything that this installation keeps is looked at again, and everything that was told. */
    noteAll: async () =>
      void (await pool.query(
        `insert into exchange_note (thing, thing_id)
         select distinct 'PERSON', person_id from alert
         where peer_id is null and (status in ('ACTIVE', 'LOCATED') or id in (select thing_id from exchange_told where thing = 'ALERT' and live))`,
      )),
    purge: async (before: Date): Promise<number> =>
      (
        await pool.query(`delete from exchange_out_message where status = 'DELIVERED' and ended_at < $1`, [
          before,
        ])
      ).rowCount ?? 0,
  };
}
export type ChannelBooks = ReturnType<typeof createChannelBooks>;

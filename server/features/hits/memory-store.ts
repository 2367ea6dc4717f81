// Pairs of traveller and person of whom second line decided that they are two: made with the decision, listed, revoked.
import type { Actor } from '../../domain/access/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import { newId } from '../../platform/ids.ts';
import { type HitRow, knownFacts } from './store.ts';

/**
 * Keeps a decision. A document that is the person's own is never remembered: the next bearer of it is looked at again;
 * nor is a traveller without document and full birth date, because a name alone lets nobody pass.
 */
export async function rememberNotSame(
  tx: Tx,
  actor: Actor,
  hit: HitRow,
  reason: string,
  years: number,
): Promise<void> {
  if (hit.travellerKey === null || hit.band === 'DOCUMENT_HIT') return;
  const id = newId(tx.now.getTime());
  const endsAt = new Date(tx.now);
  endsAt.setUTCFullYear(endsAt.getUTCFullYear() + years);
  await tx.db.nonIdentityPair.create({
    data: {
      id,
      travellerKey: new Uint8Array(hit.travellerKey),
      personId: hit.personId,
      state: hit.state,
      hitId: hit.id,
      reason,
      facts: await knownFacts(tx.db, hit.personId),
      decidedBy: actor.id,
      decidedAt: tx.now,
      endsAt,
    },
  });
  tx.audit({
    type: 'not-same.remembered',
    data: { pairId: id, personId: hit.personId },
    subject: { type: 'hit', id: hit.id },
  });
}

export interface PairRow {
  readonly id: string;
  readonly personId: string;
  readonly hitId: string;
  readonly reason: string;
  readonly decidedBy: string;
  readonly decidedAt: Date;
  readonly endsAt: Date;
  readonly revokedAt: Date | null;
  /** Nothing new is known of the person since. */
  readonly stillFits: boolean;
  readonly version: number;
}

export const listPairs = (
  db: Tx['db'],
  state: string,
  after: readonly [string, string] | null,
  limit: number,
): Promise<PairRow[]> =>
  db.$queryRaw<PairRow[]>`
    select id, person_id as "personId", hit_id as "hitId", reason, decided_by as "decidedBy", decided_at as "decidedAt",
      ends_at as "endsAt", revoked_at as "revokedAt", facts = person_known_facts(person_id) as "stillFits", version
    from non_identity_pair
    where state = ${state}
      and (${after === null} or (decided_at, id) < (${after?.[0] ?? null}::timestamptz, ${after?.[1] ?? null}::uuid))
    order by decided_at desc, id desc limit ${limit}`;

export async function lockPair(
  db: Tx['db'],
  state: string,
  id: string,
): Promise<Pick<PairRow, 'id' | 'personId' | 'decidedBy' | 'revokedAt' | 'version'> | null> {
  const rows = await db.$queryRaw<Pick<PairRow, 'id' | 'personId' | 'decidedBy' | 'revokedAt' | 'version'>[]>`
    select id, person_id as "personId", decided_by as "decidedBy", revoked_at as "revokedAt", version
    from non_identity_pair where id = ${id}::uuid and state = ${state} for no key update`;
  return rows[0] ?? null;
}

// "Not the same person" as second line reads and revokes it.
import { z } from 'zod';
import type { Actor } from '../../domain/access/actor.ts';
import { notFound, Problem } from '../../domain/errors.ts';
import { asProblem } from '../../platform/database/problems.ts';
import { decodeCursor, toPage } from '../../platform/http/cursor.ts';
import type { pageQuery } from '../../platform/http/page.ts';
import { pageOf } from '../../platform/http/page.ts';
import { listPairs, lockPair } from './memory-store.ts';
import type { HitDeps } from './steps.ts';

export const notSameView = z
  .object({
    id: z.string(),
    personId: z.string(),
    hitId: z.string(),
    reason: z.string(),
    decidedBy: z.string(),
    decidedAt: z.string(),
    endsAt: z.string(),
    revokedAt: z.string().nullable(),
    inForce: z.boolean().meta({ description: 'False also when anything new is known of the person since.' }),
    version: z.number(),
  })
  .meta({
    id: 'NotSame',
    description: 'The bearer of one document with one birth date is not this person: decided by second line.',
  });
export const notSamePage = pageOf(notSameView);
export const revokedNotSame = z
  .object({ id: z.string(), version: z.number() })
  .meta({ id: 'RevokedNotSame' });
export const notSameParams = z.object({ notSameId: z.uuid() });

const position = z.tuple([z.iso.datetime(), z.uuid()]);

/** The sort values of the last row of the page before. */
export function placeOf(cursor: string | undefined): readonly [string, string] | null {
  if (cursor === undefined) return null;
  const [at, id] = decodeCursor(cursor, position);
  return [at, id];
}

export function createNotSameMemory({ database, clock }: Pick<HitDeps, 'database' | 'clock'>) {
  const stateOf = ({ state }: Actor): string => {
    if (state === null) throw notFound();
    return state;
  };

  async function listNotSame(
    actor: Actor,
    { limit, cursor }: z.output<typeof pageQuery>,
  ): Promise<z.output<typeof notSamePage>> {
    const now = clock.now();
    const after = placeOf(cursor);
    const rows = await listPairs(database.prisma, stateOf(actor), after, limit + 1).catch((error) =>
      Promise.reject(asProblem(error)),
    );
    const page = toPage(rows, limit, ({ decidedAt, id }) => [decidedAt.toISOString(), id]);
    await database.record(actor, { type: 'not-same.listed', data: { count: page.items.length } });
    return {
      ...page,
      items: page.items.map(({ stillFits, ...pair }) => ({
        ...pair,
        decidedAt: pair.decidedAt.toISOString(),
        endsAt: pair.endsAt.toISOString(),
        revokedAt: pair.revokedAt?.toISOString() ?? null,
        inForce: stillFits && pair.revokedAt === null && now < pair.endsAt,
      })),
    };
  }

  /** By a second officer: who let somebody pass does not watch over it himself. */
  const revokeNotSame = (
    actor: Actor,
    id: string,
    version: number,
  ): Promise<{ id: string; version: number }> =>
    database.transaction(actor, async (tx) => {
      const pair = await lockPair(tx.db, stateOf(actor), id);
      if (!pair) throw notFound();
      if (pair.version !== version) throw new Problem('version-mismatch');
      if (pair.decidedBy === actor.id) throw new Problem('own-work');
      if (pair.revokedAt !== null) throw new Problem('conflict');
      await tx.db.nonIdentityPair.update({
        where: { id },
        data: { revokedBy: actor.id, revokedAt: tx.now, version: { increment: 1 } },
      });
      tx.audit({
        type: 'not-same.revoked',
        data: { personId: pair.personId },
        subject: { type: 'person', id: pair.personId },
      });
      return { id, version: version + 1 };
    });

  return { listNotSame, revokeNotSame };
}

// Rows of kept questions and of what was found for them.
import type { Band } from '../../domain/matching/match.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import type { Prisma } from '../../platform/database/generated/client.ts';

export type SubjectRow = Prisma.SavedSubjectGetPayload<Record<never, never>>;
export type SubjectMatchRow = Prisma.SubjectMatchGetPayload<Record<never, never>>;

// Two index scans beat one condition for which the planner reads the whole table.
const MEANT = `
  with hit as (
    select id from saved_subject where keys && $1::int4[]
    union select id from saved_subject where exact && $2::text[])
  select s.id, s.agency_id as "agencyId", s.state, s.tokens, s.content
  from saved_subject s join hit on hit.id = s.id where s.expires_at > $3`;

export interface MeantSubject {
  readonly id: string;
  readonly agencyId: string;
  readonly state: string;
  readonly tokens: readonly string[];
  readonly content: Uint8Array;
}

export interface NewMatch {
  readonly id: string;
  readonly subjectId: string;
  readonly personId: string;
  readonly band: Band;
  readonly score: number;
}

export function createSubjectStore({ prisma, pool }: Pick<Database, 'prisma' | 'pool'>) {
  return {
    insert: (tx: Tx, data: Prisma.SavedSubjectUncheckedCreateInput): Promise<SubjectRow> =>
      tx.db.savedSubject.create({ data }),

    countOwn: (tx: Tx, ownerId: string): Promise<number> =>
      tx.db.savedSubject.count({ where: { ownerId, expiresAt: { gt: tx.now } } }),

    list: (ownerId: string, now: Date, { limit, after }: { limit: number; after: string | undefined }) =>
      prisma.savedSubject.findMany({
        where: { ownerId, expiresAt: { gt: now }, ...(after && { id: { lt: after } }) },
        orderBy: { id: 'desc' },
        take: limit + 1,
        include: { matches: true },
      }),

    find: (id: string, ownerId: string, now: Date) =>
      prisma.savedSubject.findFirst({
        where: { id, ownerId, expiresAt: { gt: now } },
        include: { matches: { orderBy: [{ foundAt: 'desc' }, { id: 'asc' }] } },
      }),

    async remove(tx: Tx, id: string, ownerId: string): Promise<boolean> {
      return (await tx.db.savedSubject.deleteMany({ where: { id, ownerId } })).count === 1;
    },

    async markSeen(ids: readonly string[], now: Date): Promise<void> {
      await prisma.subjectMatch.updateMany({
        where: { id: { in: [...ids] }, seenAt: null },
        data: { seenAt: now },
      });
    },

    meant: async (handles: { keys: readonly number[]; exact: readonly string[] }, now: Date) =>
      (await pool.query<MeantSubject>(MEANT, [handles.keys, handles.exact, now])).rows,

    /**
     * @param isNews a finding that is known already is told anew
     * @returns whether there is something to tell
     */
    async keepMatch(tx: Tx, match: NewMatch, isNews: boolean): Promise<boolean> {
      const { id, subjectId, personId, band, score } = match;
      const changed = await tx.db.$executeRaw`
        insert into subject_match (id, subject_id, person_id, band, score, found_at)
        values (${id}::uuid, ${subjectId}::uuid, ${personId}::uuid, ${band}, ${score}, ${tx.now})
        on conflict (subject_id, person_id) do update
          set band = excluded.band, score = excluded.score, found_at = excluded.found_at, seen_at = null
          where ${isNews}`;
      return changed === 1;
    },

    purge: async (now: Date): Promise<number> =>
      (await prisma.savedSubject.deleteMany({ where: { expiresAt: { lte: now } } })).count,
  };
}

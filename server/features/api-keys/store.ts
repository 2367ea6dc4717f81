// Rows of API keys.
import type { Purpose, PurposeCode } from '../../domain/access/purpose.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import type { Prisma } from '../../platform/database/generated/client.ts';
import type { KeyFacts } from './key-facts.ts';

const WITH_AGENCY = { include: { agency: true } } as const;

export type ApiKeyRow = Prisma.ApiKeyGetPayload<typeof WITH_AGENCY>;

/** @returns the purpose that the key always has, if it has one */
export const purposeOfRow = ({
  purposeCode,
  purposeRef,
}: Pick<ApiKeyRow, 'purposeCode' | 'purposeRef'>): Purpose | null =>
  purposeCode !== null && purposeRef !== null
    ? { code: purposeCode as PurposeCode, reference: purposeRef }
    : null;

export function createApiKeyStore({ prisma }: Pick<Database, 'prisma'>) {
  return {
    async find(id: string): Promise<KeyFacts | null> {
      const row = await prisma.apiKey.findUnique({ where: { id }, ...WITH_AGENCY });
      return (
        row && {
          id: row.id,
          secretHash: row.secretHash,
          scopes: row.scopes,
          expiresAt: row.expiresAt,
          revoked: row.revokedAt !== null,
          purpose: purposeOfRow(row),
          agency: { id: row.agency.id, state: row.agency.state, active: row.agency.active },
        }
      );
    },

    /** Keys of a state's agencies, the newest first; `limit + 1` rows to know of a next page. */
    list: (
      state: string,
      { limit, after }: { limit: number; after?: { createdAt: Date; id: string } | undefined },
    ): Promise<ApiKeyRow[]> =>
      prisma.apiKey.findMany({
        where: {
          agency: { state },
          ...(after && {
            OR: [
              { createdAt: { lt: after.createdAt } },
              { createdAt: after.createdAt, id: { lt: after.id } },
            ],
          }),
        },
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        take: limit + 1,
        ...WITH_AGENCY,
      }),

    insert: (
      tx: Tx,
      key: {
        id: string;
        name: string;
        agencyId: string;
        secretHash: Uint8Array<ArrayBuffer>;
        scopes: string[];
        purposeCode: PurposeCode | null;
        purposeRef: string | null;
        createdBy: string;
        expiresAt: Date;
      },
    ): Promise<ApiKeyRow> => tx.db.apiKey.create({ data: { ...key, createdAt: tx.now }, ...WITH_AGENCY }),

    /** @returns false when there is no such unrevoked key in the state */
    async revoke(tx: Tx, id: string, state: string): Promise<boolean> {
      const { count } = await tx.db.apiKey.updateMany({
        where: { id, revokedAt: null, agency: { state } },
        data: { revokedAt: tx.now, version: { increment: 1 } },
      });
      return count === 1;
    },
  };
}

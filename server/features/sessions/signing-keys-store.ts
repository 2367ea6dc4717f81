// Rows of the keys that sign access tokens.
import type { Database, Tx } from '../../platform/database/database.ts';

export interface SigningKeyRow {
  readonly kid: string;
  readonly publicKey: string;
  /** Encrypted. */
  readonly privateKey: Uint8Array;
  readonly createdAt: Date;
  readonly retiredAt: Date | null;
}

/** Any fixed number: all processes that change keys wait for the same lock. */
const KEY_LOCK = 4_991_203;

const COLUMNS = { kid: true, publicKey: true, privateKey: true, createdAt: true, retiredAt: true } as const;

export function createSigningKeyStore({ prisma }: Pick<Database, 'prisma'>) {
  return {
    /** Keys of our algorithm that are active or were retired after `since`; the newest first. */
    list: (algorithm: string, since: Date): Promise<SigningKeyRow[]> =>
      prisma.signingKey.findMany({
        where: { algorithm, OR: [{ retiredAt: null }, { retiredAt: { gt: since } }] },
        orderBy: { createdAt: 'desc' },
        select: COLUMNS,
      }),

    /** @returns the active key, read when nobody else can change it any more until the transaction ends */
    async lockActive(tx: Tx, algorithm: string): Promise<SigningKeyRow | null> {
      await tx.db.$executeRaw`select pg_advisory_xact_lock(${KEY_LOCK})`;
      return tx.db.signingKey.findFirst({
        where: { algorithm, retiredAt: null },
        orderBy: { createdAt: 'desc' },
        select: COLUMNS,
      });
    },

    /** @returns the ids of the keys retired now */
    async retireActive(tx: Tx, algorithm: string): Promise<string[]> {
      const rows = await tx.db.signingKey.updateManyAndReturn({
        where: { algorithm, retiredAt: null },
        data: { retiredAt: tx.now },
        select: { kid: true },
      });
      return rows.map(({ kid }) => kid);
    },

    insert: (
      tx: Tx,
      key: { kid: string; algorithm: string; publicKey: string; privateKey: Uint8Array<ArrayBuffer> },
    ) => tx.db.signingKey.create({ data: { ...key, createdAt: tx.now } }),

    /** Keys that no token of ours can name any more. */
    removeRetired: (tx: Tx, before: Date) =>
      tx.db.signingKey.deleteMany({ where: { retiredAt: { lte: before } } }),
  };
}

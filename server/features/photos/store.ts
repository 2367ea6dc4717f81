// The table of photos; the images themselves are files by content.
import type { Database, Tx } from '../../platform/database/database.ts';
import type { Prisma } from '../../platform/database/generated/client.ts';
import type { PhotoRow } from './view.ts';

export interface KeptPhoto extends PhotoRow {
  readonly personId: string;
  readonly sha256: string;
  readonly thumbSha256: string;
}

export const findPhoto = (
  db: Pick<Tx['db'] | Database['prisma'], 'photo'>,
  id: string,
): Promise<KeptPhoto | null> => db.photo.findUnique({ where: { id } });

export const insertPhoto = (tx: Tx, data: Prisma.PhotoUncheckedCreateInput): Promise<KeptPhoto> =>
  tx.db.photo.create({ data });

export async function clearPrimary(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.db.photo.updateMany({ where: { id: { in: [...ids] } }, data: { isPrimary: false } });
}

export async function deletePhoto(tx: Tx, id: string): Promise<void> {
  await tx.db.photo.delete({ where: { id } });
}

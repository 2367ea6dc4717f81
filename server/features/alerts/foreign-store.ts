// What of an alert only another installation writes as a whole: its columns, and its warrants without their files.
import type { AlertType } from '../../domain/alerts/vocabulary.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Prisma } from '../../platform/database/generated/client.ts';

type Db = Tx['db'];

/** An alert that another installation keeps, as columns; what follows from sharing and status is worked out here. */
export type ForeignRow = Omit<
  Prisma.AlertUncheckedCreateInput,
  'audience' | 'ownerAudience' | 'authorId' | 'peerId' | 'sharedWithStates' | 'sharedWithAgencies' | 'id'
> & {
  readonly id: string;
  readonly type: AlertType;
  readonly status: 'ACTIVE' | 'LOCATED';
  readonly sharing: 'ALL_MEMBERS' | 'LISTED';
  readonly sharedWithStates: string[];
  readonly sharedWithAgencies: string[];
};

export type WarrantInput = Omit<Prisma.WarrantCreateManyInput, 'alertId'>;

export async function replaceWarrants(
  db: Db,
  alertId: string,
  warrants: readonly WarrantInput[],
): Promise<void> {
  await db.warrant.deleteMany({ where: { alertId } });
  await db.warrant.createMany({ data: warrants.map((warrant) => ({ ...warrant, alertId })) });
}

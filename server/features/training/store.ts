// Rows of attempts at exercises.
import type { Database, Tx } from '../../platform/database/database.ts';
import type { Prisma } from '../../platform/database/generated/client.ts';

export const createTrainingStore = ({ prisma }: Pick<Database, 'prisma'>) => ({
  insert: async (tx: Tx, data: Prisma.TrainingAnswerUncheckedCreateInput): Promise<void> => {
    await tx.db.trainingAnswer.create({ data });
  },

  /** Oldest first. */
  ofUser: (userId: string) =>
    prisma.trainingAnswer.findMany({
      where: { userId },
      orderBy: { id: 'asc' },
      select: { exercise: true, right: true, answeredAt: true },
    }),
});

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

  /** @returns null for an account of another state */
  officer: (userId: string, state: string) =>
    prisma.user.findFirst({
      where: { id: userId, agency: { state } },
      select: { displayName: true, login: true, agency: { select: { name: true } } },
    }),

  /** Accounts of a state, by name. */
  officersOf: (state: string) =>
    prisma.user.findMany({
      where: { agency: { state } },
      orderBy: [{ displayName: 'asc' }, { id: 'asc' }],
      select: { id: true, login: true, displayName: true, agency: { select: { code: true } } },
    }),

  /** Oldest first. */
  ofUsers: (userIds: readonly string[]) =>
    prisma.trainingAnswer.findMany({
      where: { userId: { in: [...userIds] } },
      orderBy: { id: 'asc' },
      select: { userId: true, exercise: true, right: true, answeredAt: true },
    }),
});

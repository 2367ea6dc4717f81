// Rows of letters about cases.
import type { Database, Tx } from '../../platform/database/database.ts';
import type { Prisma } from '../../platform/database/generated/client.ts';

export type LetterRow = Prisma.ExchangeLetterGetPayload<Record<never, never>>;

export const keepLetter = (
  db: Tx['db'],
  data: Prisma.ExchangeLetterUncheckedCreateInput,
): Promise<LetterRow> => db.exchangeLetter.create({ data });

/** Of the state alone, which wrote it or whom it is for. */
const ofState = (state: string): Prisma.ExchangeLetterWhereInput => ({
  OR: [{ fromState: state }, { toState: state }],
});

export const createLetterStore = ({ prisma }: Pick<Database, 'prisma'>) => ({
  /** Newest first. */
  list: (
    state: string,
    caseNumber: string | undefined,
    limit: number,
    after: string | undefined,
  ): Promise<LetterRow[]> =>
    prisma.exchangeLetter.findMany({
      where: { ...ofState(state), ...(caseNumber && { caseNumber }), ...(after && { id: { lt: after } }) },
      orderBy: { id: 'desc' },
      take: limit + 1,
    }),
  find: (id: string, state: string): Promise<LetterRow | null> =>
    prisma.exchangeLetter.findFirst({ where: { id, ...ofState(state) } }),
});

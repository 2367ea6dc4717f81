// Whom a letter about a case goes to, and that it has gone.
import type { Tx } from '../../platform/database/database.ts';

type Db = Tx['db'];

/**
 * Who works on the case for a state: those to whom it is assigned; while it is nobody's, the prosecutors and case officers
 * of the state's central authorities.
 */
export async function readWorkersOf(db: Db, caseId: string, state: string): Promise<string[]> {
  const workers = { active: true, email: { not: null }, agency: { state } } as const;
  const assigned = (await db.caseAssignment.findMany({ where: { caseId }, select: { userId: true } })).map(
    ({ userId }) => userId,
  );
  const select = { id: true } as const;
  const ofSide = await db.user.findMany({
    where: { id: { in: assigned }, active: true, agency: { state } },
    select: { id: true, email: true },
  });
  if (ofSide.length > 0) return ofSide.filter(({ email }) => email !== null).map(({ id }) => id);
  const all = await db.user.findMany({
    where: { ...workers, agency: { state, kind: 'CENTRAL' }, roles: { hasSome: ['CO', 'PRO'] } },
    select,
  });
  return all.map(({ id }) => id);
}

export const readReachable = async (db: Db, userIds: readonly string[]): Promise<string[]> =>
  (
    await db.user.findMany({
      where: { id: { in: [...userIds] }, active: true, email: { not: null } },
      select: { id: true },
    })
  ).map(({ id }) => id);

export interface NewLetter {
  readonly id: string;
  readonly userId: string;
  readonly caseId: string;
  readonly key: string;
  readonly kind: string;
  readonly params: Record<string, string>;
  readonly at: Date;
}

/** @returns false when the user was written to about this event before */
export async function addLetter(db: Db, letter: NewLetter): Promise<boolean> {
  const { count } = await db.caseMail.createMany({ data: [letter], skipDuplicates: true });
  return count === 1;
}

export const readLetter = (db: Pick<Db, 'caseMail'>, id: string) =>
  db.caseMail.findFirst({ where: { id, sentAt: null } });

export const readAddressee = (db: Pick<Db, 'user'>, id: string) =>
  db.user.findFirst({ where: { id, active: true }, select: { email: true, locale: true } });

export const readCaseNumber = async (db: Pick<Db, 'extraditionCase'>, id: string): Promise<string> =>
  (await db.extraditionCase.findUniqueOrThrow({ where: { id }, select: { caseNumber: true } })).caseNumber;

export const markSent = (db: Pick<Db, 'caseMail'>, id: string, at: Date): Promise<unknown> =>
  db.caseMail.update({ where: { id }, data: { sentAt: at } });

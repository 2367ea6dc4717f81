// Rows of users, as those who manage them see them.
import type { Locale } from '../../domain/access/actor.ts';
import type { Role } from '../../domain/access/role.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import type { UserChange, UserView } from './contract.ts';

const WITH_AGENCY = { include: { agency: true } } as const;

type UserRow = Prisma.UserGetPayload<typeof WITH_AGENCY>;

const view = ({ agency, ...user }: UserRow): UserView => ({
  id: user.id,
  login: user.login,
  displayName: user.displayName,
  agency: { id: agency.id, code: agency.code, name: agency.name, state: agency.state },
  roles: user.roles,
  locale: user.locale as Locale,
  email: user.email,
  active: user.active,
  demo: user.demo,
  mustChangePassword: user.mustChangePassword,
  secondFactorEnrolled: user.totpConfirmedAt !== null,
  createdAt: user.createdAt.toISOString(),
  version: user.version,
});

export interface UserRecord {
  readonly id: string;
  readonly login: string;
  readonly displayName: string;
  readonly agencyId: string;
  readonly roles: readonly Role[];
  readonly locale: Locale;
  readonly email?: string | undefined;
  readonly passwordHash: string;
  readonly mustChangePassword: boolean;
  /** Encrypted and already confirmed; null for none. */
  readonly totpSecret: Uint8Array<ArrayBuffer> | null;
  readonly demo: boolean;
}

export function createUserStore({ prisma }: Pick<Database, 'prisma'>) {
  return {
    /** Users of a state, the newest first; `limit + 1` rows to know of a next page. */
    async list(
      state: string,
      filter: { agencyId?: string | undefined; role?: Role | undefined; active?: boolean | undefined },
      { limit, after }: { limit: number; after?: { createdAt: Date; id: string } | undefined },
    ): Promise<UserView[]> {
      const rows = await prisma.user.findMany({
        where: {
          agency: { state },
          ...(filter.agencyId !== undefined && { agencyId: filter.agencyId }),
          ...(filter.role !== undefined && { roles: { has: filter.role } }),
          ...(filter.active !== undefined && { active: filter.active }),
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
      });
      return rows.map(view);
    },

    async find(id: string): Promise<UserView | null> {
      const row = await prisma.user.findUnique({ where: { id }, ...WITH_AGENCY });
      return row && view(row);
    },

    /** Also of people who left: what they did stays theirs. */
    async names(ids: readonly string[]) {
      const rows = await prisma.user.findMany({ where: { id: { in: [...ids] } }, ...WITH_AGENCY });
      return rows.map(({ id, displayName, agency }) => ({ id, displayName, agency }));
    },

    async findByLogin(login: string): Promise<UserView | null> {
      const row = await prisma.user.findUnique({ where: { login }, ...WITH_AGENCY });
      return row && view(row);
    },

    /** @returns null when the login is taken; the transaction is then lost */
    async insert(tx: Tx, { roles, totpSecret, email, ...user }: UserRecord): Promise<UserView | null> {
      try {
        const row = await tx.db.user.create({
          data: {
            ...user,
            roles: [...roles],
            email: email ?? null,
            createdAt: tx.now,
            updatedAt: tx.now,
            ...(totpSecret && { totpSecret, totpConfirmedAt: tx.now }),
          },
          ...WITH_AGENCY,
        });
        return view(row);
      } catch (error) {
        if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') return null;
        throw error;
      }
    },

    /** @returns false when the row has another version by now */
    async change(
      tx: Tx,
      { id, version }: { id: string; version: number },
      { displayName, agencyId, roles, locale, email, active }: UserChange,
    ): Promise<boolean> {
      const { count } = await tx.db.user.updateMany({
        where: { id, version },
        data: {
          ...(displayName !== undefined && { displayName }),
          ...(agencyId !== undefined && { agencyId }),
          ...(roles !== undefined && { roles }),
          ...(locale !== undefined && { locale }),
          ...(email !== undefined && { email }),
          ...(active !== undefined && { active }),
          updatedAt: tx.now,
          version: { increment: 1 },
        },
      });
      return count === 1;
    },

    resetPassword: (tx: Tx, id: string, passwordHash: string) =>
      tx.db.user.update({
        where: { id },
        data: { passwordHash, mustChangePassword: true, updatedAt: tx.now, version: { increment: 1 } },
      }),

    resetSecondFactor: (tx: Tx, id: string) =>
      tx.db.user.update({
        where: { id },
        data: {
          totpSecret: null,
          totpConfirmedAt: null,
          totpLastStep: null,
          updatedAt: tx.now,
          version: { increment: 1 },
        },
      }),
  };
}

// Rows of sessions, refresh tokens and the sign-in part of users.
import type { Locale } from '../../domain/access/actor.ts';
import { announce, SESSION_ENDED } from '../../platform/database/announcements.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import type { Prisma } from '../../platform/database/generated/client.ts';
import type { SessionFacts, UserFacts } from './user-facts.ts';

export interface Credentials {
  readonly user: UserFacts;
  readonly passwordHash: string;
  /** Encrypted; also set while an enrolment waits for its confirmation. */
  readonly totpSecret: Uint8Array | null;
  readonly version: number;
}

export interface RefreshFacts {
  readonly session: SessionFacts;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
}

const USER = { include: { agency: true } } as const;

type UserRow = Prisma.UserGetPayload<typeof USER>;

function userFacts({ agency, ...user }: UserRow): UserFacts {
  return {
    id: user.id,
    login: user.login,
    displayName: user.displayName,
    roles: user.roles,
    locale: user.locale as Locale,
    active: user.active,
    demo: user.demo,
    mustChangePassword: user.mustChangePassword,
    totpConfirmed: user.totpConfirmedAt !== null,
    agency: {
      id: agency.id,
      code: agency.code,
      name: agency.name,
      state: agency.state,
      active: agency.active,
    },
  };
}

type SessionRow = Prisma.SessionGetPayload<{ include: { user: typeof USER } }>;

const sessionFacts = (row: SessionRow): SessionFacts => ({
  id: row.id,
  expiresAt: row.expiresAt,
  revoked: row.revokedAt !== null,
  complete: row.complete,
  user: userFacts(row.user),
});

const credentials = (row: UserRow): Credentials => ({
  user: userFacts(row),
  passwordHash: row.passwordHash,
  totpSecret: row.totpSecret,
  version: row.version,
});

export function createSessionStore({ prisma }: Pick<Database, 'prisma'>) {
  return {
    async findByLogin(login: string): Promise<Credentials | null> {
      const row = await prisma.user.findUnique({ where: { login }, ...USER });
      return row && credentials(row);
    },

    async findById(userId: string): Promise<Credentials | null> {
      const row = await prisma.user.findUnique({ where: { id: userId }, ...USER });
      return row && credentials(row);
    },

    async findSession(id: string): Promise<SessionFacts | null> {
      const row = await prisma.session.findUnique({ where: { id }, include: { user: USER } });
      return row && sessionFacts(row);
    },

    async findRefreshToken(tokenHash: Uint8Array<ArrayBuffer>): Promise<RefreshFacts | null> {
      const row = await prisma.refreshToken.findUnique({
        where: { tokenHash },
        include: { session: { include: { user: USER } } },
      });
      return row && { session: sessionFacts(row.session), expiresAt: row.expiresAt, usedAt: row.usedAt };
    },

    /** The living sessions of a user, the newest first. */
    listLive: (userId: string, now: Date) =>
      prisma.session.findMany({
        where: { userId, revokedAt: null, expiresAt: { gt: now } },
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        take: 200,
      }),

    insertSession: (
      tx: Tx,
      { id, expiresAt, complete, user }: SessionFacts,
      from: { ip: string | null; userAgent: string | null },
    ) =>
      tx.db.session.create({
        data: { id, userId: user.id, createdAt: tx.now, expiresAt, complete, ...from },
      }),

    insertRefreshToken: (
      tx: Tx,
      token: { tokenHash: Uint8Array<ArrayBuffer>; sessionId: string; expiresAt: Date },
    ) => tx.db.refreshToken.create({ data: { ...token, issuedAt: tx.now } }),

    /** @returns whether this call was the one that used the token up */
    async useRefreshToken(tx: Tx, tokenHash: Uint8Array<ArrayBuffer>): Promise<boolean> {
      const where = { tokenHash, usedAt: null };
      const { count } = await tx.db.refreshToken.updateMany({ where, data: { usedAt: tx.now } });
      return count === 1;
    },

    /**
     * Uses the step of a code up, and holds the account as it was looked at until the transaction ends, so that
     * a password reset at the same time either stops the sign-in or ends its session.
     * @returns false when this step or a later one was used before (a code works once), or the account changed
     */
    async enter(tx: Tx, { user, version }: Credentials, step: number | null): Promise<boolean> {
      if (step === null) {
        const same = await tx.db.$queryRaw<unknown[]>`
          select 1 from app_user where id = ${user.id}::uuid and version = ${version} for share`;
        return same.length === 1;
      }
      const { count } = await tx.db.user.updateMany({
        where: { id: user.id, version, OR: [{ totpLastStep: null }, { totpLastStep: { lt: step } }] },
        data: { totpLastStep: step },
      });
      return count === 1;
    },

    /** Ends sessions and tells all processes when the transaction commits. @returns the ids of those that lived */
    async endSessions(
      tx: Tx,
      which: { sessionId?: string; userId?: string; agencyId?: string; exceptId?: string | null },
      reason: string,
    ): Promise<string[]> {
      const { sessionId, userId, agencyId, exceptId } = which;
      const rows = await tx.db.session.updateManyAndReturn({
        where: {
          revokedAt: null,
          expiresAt: { gt: tx.now },
          ...(sessionId !== undefined && { id: sessionId }),
          ...(userId !== undefined && { userId }),
          ...(agencyId !== undefined && { user: { agencyId } }),
          ...(exceptId && { NOT: { id: exceptId } }),
        },
        data: { revokedAt: tx.now, revokedReason: reason },
        select: { id: true },
      });
      const ids = rows.map(({ id }) => id);
      await announce(tx, SESSION_ENDED, ids);
      return ids;
    },

    completeSession: async (tx: Tx, id: string) => {
      await tx.db.session.update({ where: { id }, data: { complete: true } });
      await announce(tx, SESSION_ENDED, [id]);
    },

    setPassword: async (tx: Tx, userId: string, passwordHash: string, sessionId: string | null) => {
      await tx.db.user.update({
        where: { id: userId },
        data: { passwordHash, mustChangePassword: false, updatedAt: tx.now, version: { increment: 1 } },
      });
      if (sessionId !== null) await announce(tx, SESSION_ENDED, [sessionId]);
    },

    /** @returns false when a confirmed factor is in place: it is never overwritten */
    async offerTotp(tx: Tx, userId: string, totpSecret: Uint8Array<ArrayBuffer>): Promise<boolean> {
      const { count } = await tx.db.user.updateMany({
        where: { id: userId, totpConfirmedAt: null },
        data: { totpSecret, totpLastStep: null },
      });
      return count === 1;
    },

    /** @returns false when the factor was confirmed or offered anew by another request meanwhile */
    async confirmTotp(tx: Tx, { user, totpSecret }: Credentials, step: number): Promise<boolean> {
      const { count } = await tx.db.user.updateMany({
        where: { id: user.id, totpConfirmedAt: null, totpSecret: totpSecret && Buffer.from(totpSecret) },
        data: {
          totpConfirmedAt: tx.now,
          totpLastStep: step,
          updatedAt: tx.now,
          version: { increment: 1 },
        },
      });
      return count === 1;
    },
  };
}

export type SessionStore = ReturnType<typeof createSessionStore>;

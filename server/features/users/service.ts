// Users: who is let in and as what. National admins rule over their own state, the console over all.
import { z } from 'zod';
import type { Actor, Locale } from '../../domain/access/actor.ts';
import type { Role } from '../../domain/access/role.ts';
import { notFound, Problem } from '../../domain/errors.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { decodeCursor, toPage } from '../../platform/http/cursor.ts';
import { toFaults } from '../../platform/http/faults.ts';
import { newId } from '../../platform/ids.ts';
import { newTemporaryPassword, type Passwords } from '../../platform/security/passwords.ts';
import type { Vault } from '../../platform/security/vault.ts';
import type { AgencyService } from '../agencies/service.ts';
import type { SessionService } from '../sessions/service.ts';
import {
  type ActorName,
  type CreatedUser,
  type NewUser,
  newUser,
  type UserChange,
  type UserPage,
  type UserQuery,
  type UserView,
} from './contract.ts';
import { createUserStore } from './store.ts';

/** What the encrypted secret of a second factor is bound to. */
const TOTP_CONTEXT = 'app_user.totp_secret';
/** A repeated create is answered from a stored result; the password lies in it only encrypted. */
const REPLAY_CONTEXT = 'idempotency_key.result:user';

/** System admins are made at the console: they reach beyond one state. */
const CONSOLE_ONLY: readonly Role[] = ['SAD'];

export interface SeedUser {
  readonly login: string;
  readonly displayName: string;
  readonly password: string;
  readonly roles: readonly Role[];
  readonly agencyId: string;
  /** Base 32; already confirmed. Null: none. */
  readonly totpSecret: string | null;
  readonly locale?: Locale;
}

export interface UserService {
  list(actor: Actor, query: UserQuery): Promise<UserPage>;
  get(actor: Actor, userId: string): Promise<UserView>;
  /** For histories: colleagues of the own agency by name, everybody else by agency; an unknown id is not listed. */
  names(actor: Actor, ids: readonly string[]): Promise<{ items: ActorName[] }>;
  /** @throws Problem `duplicate-login`, `validation-failed` */
  create(actor: Actor, body: NewUser): Promise<CreatedUser>;
  /** @throws Problem `not-found` for other states, `forbidden` for oneself and system admins, `version-mismatch` */
  change(actor: Actor, userId: string, version: number, body: UserChange): Promise<UserView>;
  resetPassword(actor: Actor, userId: string): Promise<{ temporaryPassword: string }>;
  resetSecondFactor(actor: Actor, userId: string): Promise<void>;
  /** For the console: any agency, any role. @throws Problem `duplicate-login`, `validation-failed` */
  addFromConsole(actor: Actor, body: NewUser): Promise<CreatedUser>;
  /** For the console: temporary password, no second factor, no sessions. @throws Problem `not-found` */
  resetFromConsole(actor: Actor, login: string): Promise<{ temporaryPassword: string }>;
  /** For demo data: a demo account that production refuses. @returns its id; an existing login is left alone */
  seedUser(actor: Actor, user: SeedUser): Promise<string>;
}

export interface UserDeps {
  readonly database: Database;
  readonly vault: Vault;
  readonly passwords: Passwords;
  readonly sessions: Pick<SessionService, 'endAll'>;
  readonly agencies: Pick<AgencyService, 'ownOpen'>;
}

const cursorShape = z.tuple([z.iso.datetime(), z.uuid()]);

const subject = (id: string) => ({ type: 'user' as const, id });

export function createUserService(deps: UserDeps): UserService {
  const { database, vault, passwords, sessions, agencies } = deps;
  const store = createUserStore(database);

  /** @throws Problem `not-found`: people of other states do not exist here */
  async function ofOwnState(actor: Actor, userId: string): Promise<UserView> {
    const user = await store.find(userId);
    if (!user || user.agency.state !== actor.state) throw notFound();
    return user;
  }

  /** @throws Problem `forbidden`: nobody rules over his own account, and nobody but the console over system admins */
  function demandRule(actor: Actor, user: UserView): void {
    const isBeyond = user.roles.some((role) => CONSOLE_ONLY.includes(role));
    if (user.id === actor.id || isBeyond) throw new Problem('forbidden');
  }

  function demandGrantable(roles: readonly Role[]): void {
    const faults = roles.flatMap((role, index) =>
      CONSOLE_ONLY.includes(role)
        ? [{ at: `/roles/${index}`, code: 'role-not-grantable', params: { role } }]
        : [],
    );
    if (faults.length > 0) throw new Problem('validation-failed', faults);
  }

  async function insert(actor: Actor, body: NewUser): Promise<CreatedUser> {
    const password = newTemporaryPassword();
    const passwordHash = await passwords.hash(password);
    const { user, sealed } = await database.transaction(actor, async (tx) => {
      const roles = [...new Set(body.roles)];
      const id = newId(tx.now.getTime());
      const record = { mustChangePassword: true, totpSecret: null, demo: false };
      const user = await store.insert(tx, { ...body, ...record, id, roles, passwordHash });
      if (!user) throw new Problem('duplicate-login', [{ at: '/login', code: 'login-taken' }]);
      tx.audit({ type: 'user.created', subject: subject(id), data: { roles, agencyId: body.agencyId } });
      return { user, sealed: vault.encrypt(REPLAY_CONTEXT, password).toString('base64') };
    });
    return { user, temporaryPassword: vault.decrypt(REPLAY_CONTEXT, Buffer.from(sealed, 'base64')) };
  }

  async function setTemporaryPassword(tx: Tx, userId: string, passwordHash: string): Promise<void> {
    await store.resetPassword(tx, userId, passwordHash);
    await sessions.endAll(tx, { userId }, 'password-reset');
    tx.audit({ type: 'user.password-reset', subject: subject(userId), data: {} });
  }

  async function removeSecondFactor(tx: Tx, userId: string): Promise<void> {
    await store.resetSecondFactor(tx, userId);
    await sessions.endAll(tx, { userId }, 'second-factor-reset');
    tx.audit({ type: 'user.second-factor-reset', subject: subject(userId), data: {} });
  }

  return {
    async list(actor, { limit, cursor, ...filter }) {
      if (actor.state === null) throw new Problem('forbidden');
      const [createdAt, id] = cursor === undefined ? [] : decodeCursor(cursor, cursorShape);
      const after = createdAt && id ? { createdAt: new Date(createdAt), id } : undefined;
      const rows = await store.list(actor.state, filter, { limit, after });
      const page = toPage(rows, limit, (row) => [row.createdAt, row.id]);
      await database.record(actor, { type: 'user.listed', data: { count: page.items.length } });
      return page;
    },

    async names(actor, ids) {
      const rows = await store.names(ids);
      const items = rows.map(({ id, displayName, agency }) => ({
        id,
        name: agency.id === actor.agencyId ? displayName : null,
        agency: agency.name,
        state: agency.state,
      }));
      await database.record(actor, { type: 'user.named', data: { count: items.length } });
      return { items };
    },

    async get(actor, userId) {
      const user = await ofOwnState(actor, userId);
      await database.record(actor, { type: 'user.viewed', subject: subject(userId), data: {} });
      return user;
    },

    async create(actor, body) {
      demandGrantable(body.roles);
      await agencies.ownOpen(actor, body.agencyId);
      return insert(actor, body);
    },

    async change(actor, userId, version, body) {
      const before = await ofOwnState(actor, userId);
      const { agencyId, roles, active } = body;
      const isPower = agencyId !== undefined || roles !== undefined || active !== undefined;
      // One's own name and language are no power over oneself.
      if (isPower || userId !== actor.id) demandRule(actor, before);
      if (before.version !== version) throw new Problem('version-mismatch');
      demandGrantable(roles ?? []);
      const agency = agencyId === undefined ? before.agency : await agencies.ownOpen(actor, agencyId);
      return database.transaction(actor, async (tx) => {
        if (!(await store.change(tx, { id: userId, version }, body))) throw new Problem('version-mismatch');
        if (isPower) await sessions.endAll(tx, { userId }, 'account-changed');
        tx.audit({ type: 'user.changed', subject: subject(userId), data: { changed: Object.keys(body) } });
        const { id, code, name, state } = agency;
        return {
          ...before,
          displayName: body.displayName ?? before.displayName,
          agency: { id, code, name, state },
          roles: roles ?? before.roles,
          locale: body.locale ?? before.locale,
          email: body.email === undefined ? before.email : body.email,
          active: active ?? before.active,
          version: version + 1,
        };
      });
    },

    async resetPassword(actor, userId) {
      demandRule(actor, await ofOwnState(actor, userId));
      const temporaryPassword = newTemporaryPassword();
      const passwordHash = await passwords.hash(temporaryPassword);
      await database.transaction(actor, async (tx) => {
        await setTemporaryPassword(tx, userId, passwordHash);
        return null;
      });
      return { temporaryPassword };
    },

    async resetSecondFactor(actor, userId) {
      demandRule(actor, await ofOwnState(actor, userId));
      await database.transaction(actor, async (tx) => {
        await removeSecondFactor(tx, userId);
        return null;
      });
    },

    async addFromConsole(actor, body) {
      const parsed = newUser.safeParse(body);
      if (!parsed.success) throw new Problem('validation-failed', toFaults(parsed.error, 'body', body));
      return insert(actor, parsed.data);
    },

    async resetFromConsole(actor, login) {
      const user = await store.findByLogin(login);
      if (!user) throw notFound();
      const temporaryPassword = newTemporaryPassword();
      const passwordHash = await passwords.hash(temporaryPassword);
      await database.transaction(actor, async (tx) => {
        await setTemporaryPassword(tx, user.id, passwordHash);
        await removeSecondFactor(tx, user.id);
        return null;
      });
      return { temporaryPassword };
    },

    async seedUser(actor, { password, totpSecret, locale = 'ru', ...user }) {
      const existing = await store.findByLogin(user.login);
      if (existing) return existing.id;
      const passwordHash = await passwords.hash(password);
      const sealed = totpSecret === null ? null : Buffer.from(vault.encrypt(TOTP_CONTEXT, totpSecret));
      return database.transaction(actor, async (tx) => {
        const id = newId(tx.now.getTime());
        const record = {
          id,
          locale,
          passwordHash,
          mustChangePassword: false,
          totpSecret: sealed,
          demo: true,
        };
        if (!(await store.insert(tx, { ...user, ...record }))) throw new Problem('duplicate-login');
        const data = { roles: [...user.roles], agencyId: user.agencyId };
        tx.audit({ type: 'user.created', subject: subject(id), data });
        return id;
      });
    },
  };
}

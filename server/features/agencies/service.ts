// Agencies: whose people and keys work here.
import { z } from 'zod';
import type { Actor } from '../../domain/access/actor.ts';
import { notFound, Problem } from '../../domain/errors.ts';
import { ALL, announce, SESSION_ENDED } from '../../platform/database/announcements.ts';
import type { Database } from '../../platform/database/database.ts';
import { decodeCursor, toPage } from '../../platform/http/cursor.ts';
import { newId } from '../../platform/ids.ts';
import type { SessionService } from '../sessions/service.ts';
import type { AgencyChange, AgencyName, AgencyPage, AgencyQuery, AgencyView, NewAgency } from './contract.ts';
import { createAgencyStore } from './store.ts';

export interface AgencyService {
  /** All agencies of all states: one has to know whom to share with. */
  list(actor: Actor, query: AgencyQuery): Promise<AgencyPage>;
  /** Id, code and name of the open agencies of all states; contacts and history stay with those who manage them. */
  names(actor: Actor): Promise<{ items: AgencyName[] }>;
  /** @throws Problem `forbidden` for another state (national admins), `validation-failed`, `conflict` */
  create(actor: Actor, body: NewAgency): Promise<AgencyView>;
  /** Closing an agency signs its people out. @throws Problem `forbidden`, `not-found`, `version-mismatch` */
  change(actor: Actor, agencyId: string, version: number, body: AgencyChange): Promise<AgencyView>;
  /**
   * @returns an open agency of the actor's own state
   * @throws Problem `validation-failed` at `/agencyId` for any other: whether it exists elsewhere is not told
   */
  ownOpen(actor: Actor, agencyId: string): Promise<AgencyView>;
  /** For the console and demo data: the agency of this code, made when it is missing. @throws Problem `conflict` */
  ensure(actor: Actor, agency: NewAgency & { demo?: boolean }): Promise<AgencyView>;
}

export interface AgencyDeps {
  readonly database: Database;
  readonly sessions: Pick<SessionService, 'endAll'>;
}

const cursorShape = z.tuple([z.string(), z.string()]);

export function createAgencyService({ database, sessions }: AgencyDeps): AgencyService {
  const store = createAgencyStore(database);

  async function insert(actor: Actor, body: NewAgency, demo: boolean): Promise<AgencyView> {
    if (!(await store.isMember(body.state))) {
      throw new Problem('validation-failed', [{ at: '/state', code: 'unknown-state' }]);
    }
    return database.transaction(actor, async (tx) => {
      const agency = await store.insert(tx, { ...body, id: newId(tx.now.getTime()), demo });
      const subject = { type: 'agency' as const, id: agency.id };
      tx.audit({ type: 'agency.created', subject, data: { state: agency.state } });
      return agency;
    });
  }

  /** National admins rule over their own state, system admins over the technical side of all. */
  function demandState(actor: Actor, state: string): void {
    if (actor.state !== state && !actor.roles.includes('SAD')) throw new Problem('forbidden');
  }

  return {
    async list(actor, { limit, cursor, state, active }) {
      const [afterState, afterCode] = cursor === undefined ? [] : decodeCursor(cursor, cursorShape);
      const after = afterState && afterCode ? { state: afterState, code: afterCode } : undefined;
      const rows = await store.list({ state, active }, { limit, after });
      const page = toPage(rows, limit, (row) => [row.state, row.code]);
      await database.record(actor, { type: 'agency.listed', data: { count: page.items.length } });
      return page;
    },

    async names(actor) {
      const items = await store.names();
      await database.record(actor, { type: 'agency.listed', data: { count: items.length } });
      return { items };
    },

    async create(actor, body) {
      demandState(actor, body.state);
      return insert(actor, body, false);
    },

    async change(actor, agencyId, version, body) {
      const before = await store.find(agencyId);
      if (!before) throw notFound();
      demandState(actor, before.state);
      return database.transaction(actor, async (tx) => {
        if (!(await store.change(tx, { id: agencyId, version }, body))) throw new Problem('version-mismatch');
        if (body.active === false) {
          await sessions.endAll(tx, { agencyId }, 'agency-closed');
          // Its API keys stop as well.
          await announce(tx, SESSION_ENDED, [ALL]);
        }
        const subject = { type: 'agency' as const, id: agencyId };
        tx.audit({ type: 'agency.changed', subject, data: { changed: Object.keys(body) } });
        const { contact24x7 = before.contact24x7, name = before.name, kind = before.kind } = body;
        return {
          ...before,
          name,
          kind,
          contact24x7,
          active: body.active ?? before.active,
          version: version + 1,
        };
      });
    },

    async ownOpen(actor, agencyId) {
      const agency = await store.find(agencyId);
      if (agency?.active && agency.state === actor.state) return agency;
      throw new Problem('validation-failed', [{ at: '/agencyId', code: 'unknown-agency' }]);
    },

    async ensure(actor, { demo = false, ...agency }) {
      const known = await store.findByCode(agency.code);
      if (!known) return insert(actor, agency, demo);
      if (known.state !== agency.state) {
        throw new Problem('conflict', [
          { at: '/state', code: 'agency-of-other-state', params: { state: known.state } },
        ]);
      }
      return known;
    },
  };
}

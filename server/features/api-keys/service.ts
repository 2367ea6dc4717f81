// API keys of other systems: made with a few scopes and an end, shown once, revoked at any time.
import { z } from 'zod';
import type { Actor } from '../../domain/access/actor.ts';
import type { Permission } from '../../domain/access/permission.ts';
import { notFound, Problem } from '../../domain/errors.ts';
import type { Clock } from '../../platform/clock.ts';
import { announce, SESSION_ENDED } from '../../platform/database/announcements.ts';
import type { Database } from '../../platform/database/database.ts';
import { decodeCursor, toPage } from '../../platform/http/cursor.ts';
import { newId, newSecret } from '../../platform/ids.ts';
import type { Vault } from '../../platform/security/vault.ts';
import type { AgencyService } from '../agencies/service.ts';
import type { ApiKeyPage, ApiKeyView, CreatedApiKey, NewApiKey } from './contract.ts';
import { type ApiKeyReader, formatApiKey, hashOfSecret } from './key-facts.ts';
import { type ApiKeyRow, createApiKeyStore, purposeOfRow } from './store.ts';

export {
  API_KEY_PREFIX,
  type ApiKeyReader,
  fitsAddresses,
  type KeyFacts,
  keyActorOf,
  parseApiKey,
} from './key-facts.ts';

const MAX_DAYS = 366;

/** A repeated create is answered from a stored result; the secret lies in it only encrypted. */
const REPLAY_CONTEXT = 'idempotency_key.result:api-key';

export interface ApiKeyService extends ApiKeyReader {
  list(actor: Actor, page: { limit: number; cursor?: string | undefined }): Promise<ApiKeyPage>;
  /** @throws Problem `validation-failed` at `/agencyId` or `/expiresAt` */
  create(actor: Actor, body: NewApiKey): Promise<CreatedApiKey>;
  /** Known to all processes at once. @throws Problem `not-found` also for keys of other states and revoked ones */
  revoke(actor: Actor, apiKeyId: string): Promise<void>;
}

export interface ApiKeyDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly vault: Vault;
  readonly agencies: Pick<AgencyService, 'ownOpen'>;
}

const cursorShape = z.tuple([z.iso.datetime(), z.uuid()]);

const view = (row: ApiKeyRow): ApiKeyView => ({
  id: row.id,
  name: row.name,
  agencyId: row.agencyId,
  scopes: row.scopes as Permission[],
  purpose: purposeOfRow(row),
  createdAt: row.createdAt.toISOString(),
  expiresAt: row.expiresAt.toISOString(),
  revokedAt: row.revokedAt?.toISOString() ?? null,
  version: row.version,
});

function stateOf(actor: Actor): string {
  if (actor.state === null) throw new Problem('forbidden');
  return actor.state;
}

export function createApiKeyService({ database, clock, vault, agencies }: ApiKeyDeps): ApiKeyService {
  const store = createApiKeyStore(database);
  return {
    find: (id) => store.find(id),

    async list(actor, { limit, cursor }) {
      const [createdAt, id] = cursor === undefined ? [] : decodeCursor(cursor, cursorShape);
      const after = createdAt && id ? { createdAt: new Date(createdAt), id } : undefined;
      const rows = await store.list(stateOf(actor), { limit, after });
      const page = toPage(rows.map(view), limit, (row) => [row.createdAt, row.id]);
      await database.record(actor, { type: 'api-key.listed', data: { count: page.items.length } });
      return page;
    },

    async create(actor, body) {
      await agencies.ownOpen(actor, body.agencyId);
      const expiresAt = new Date(body.expiresAt);
      const days = (expiresAt.getTime() - clock.now().getTime()) / 86_400_000;
      if (!(days > 0 && days <= MAX_DAYS)) {
        throw new Problem('validation-failed', [
          { at: '/expiresAt', code: 'expiry-out-of-range', params: { days: MAX_DAYS } },
        ]);
      }
      const { apiKey, sealed } = await database.transaction(actor, async (tx) => {
        const id = newId(tx.now.getTime());
        const secret = newSecret(32);
        const scopes = [...new Set(body.scopes)];
        const row = await store.insert(tx, {
          id,
          name: body.name,
          agencyId: body.agencyId,
          secretHash: hashOfSecret(secret),
          scopes,
          purposeCode: body.purpose?.code ?? null,
          purposeRef: body.purpose?.reference ?? null,
          createdBy: actor.id,
          expiresAt,
        });
        tx.audit({
          type: 'api-key.created',
          subject: { type: 'api-key', id },
          data: { scopes, agencyId: body.agencyId },
        });
        return { apiKey: view(row), sealed: vault.encrypt(REPLAY_CONTEXT, secret).toString('base64') };
      });
      const secret = vault.decrypt(REPLAY_CONTEXT, Buffer.from(sealed, 'base64'));
      return { apiKey, secret: formatApiKey(apiKey.id, secret) };
    },

    async revoke(actor, apiKeyId) {
      const state = stateOf(actor);
      await database.transaction(actor, async (tx) => {
        if (!(await store.revoke(tx, apiKeyId, state))) throw notFound();
        await announce(tx, SESSION_ENDED, [apiKeyId]);
        tx.audit({ type: 'api-key.revoked', subject: { type: 'api-key', id: apiKeyId }, data: {} });
        return null;
      });
    },
  };
}

// What the parts of the asset service share.
import type { Actor } from '../../domain/access/actor.ts';
import { calendarDateIn } from '../../domain/dates/zone.ts';
import { notFound, Problem } from '../../domain/errors.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import { asProblem } from '../../platform/database/problems.ts';
import type { Vault } from '../../platform/security/vault.ts';
import type { PersonAccess } from '../persons/service.ts';
import type { ReferenceService } from '../reference/service.ts';
import { type AssetRow, type Db, findAsset, findSame } from './store.ts';
import { assetViewOf } from './view.ts';
import type { AssetView } from './view-contract.ts';

export interface AssetDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly vault: Vault;
  readonly reference: Pick<ReferenceService, 'zoneOf' | 'countries'>;
  readonly persons: Pick<PersonAccess, 'openForReading'>;
  /** Whether the actor may know of an extradition case. */
  readonly caseExists: (actor: Actor, id: string) => Promise<boolean>;
}

/** Reads outside a transaction, with errors of the database as problems. */
export const reading = <T>(work: Promise<T>): Promise<T> =>
  work.catch((error) => Promise.reject(asProblem(error)));

/** @throws Problem `forbidden` for an actor without a state and an agency */
export function sideOf({ state, agencyId }: Actor): { state: string; agencyId: string } {
  if (state === null || agencyId === null) throw new Problem('forbidden');
  return { state, agencyId };
}

/** @throws Problem `not-found` for what the actor may not see */
export async function openAsset(db: Db, actor: Actor, id: string): Promise<AssetRow> {
  const row = await findAsset(db, actor, id);
  if (!row) throw notFound();
  return row;
}

export function demandVersion(row: { version: number }, version: number): void {
  if (row.version !== version) throw new Problem('version-mismatch');
}

export async function viewAsset(
  { vault }: Pick<AssetDeps, 'vault'>,
  db: Db,
  actor: Actor,
  id: string,
  now: Date,
): Promise<AssetView> {
  const row = await openAsset(db, actor, id);
  const sameAs = await findSame(db, actor, { id, hashes: row.identifierHashes });
  return assetViewOf(row, { actor, now, vault, sameAs });
}

/** Today in the zone of the actor's state. */
export const todayOf = async ({ reference, clock }: AssetDeps, actor: Actor): Promise<string> =>
  calendarDateIn(await reference.zoneOf(sideOf(actor).state), clock.now());

/** @throws Problem `validation-failed`: what was decided was decided by today */
export function demandPast(at: string, day: string | null | undefined, today: string): void {
  if (day && day > today) throw new Problem('validation-failed', [{ at, code: 'day-in-future' }]);
}

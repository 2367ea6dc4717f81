// What can be done with alerts; other features come in here.

import type { Database } from '../../platform/database/database.ts';
import { asProblem } from '../../platform/database/problems.ts';
import { type InForceAlert, readInForce } from './in-force-store.ts';

export type { InForceAlert };

export interface AlertService {
  /** By person the visible alerts in force at `now`, the deciding one first, straight from the database. */
  alertsOf(
    personIds: readonly string[],
    tokens: readonly string[],
    now: Date,
  ): Promise<Map<string, InForceAlert[]>>;
}

export interface AlertDeps {
  readonly database: Database;
}

export function createAlertService({ database }: AlertDeps): AlertService {
  return {
    alertsOf: (personIds, tokens, now) =>
      readInForce(database, personIds, tokens, now).catch((error) => Promise.reject(asProblem(error))),
  };
}

// Whether this process lives, can work, and how the installation is doing.
import { Problem } from '../../domain/errors.ts';
import { isSilent } from '../../domain/exchange/link.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import type { KeptDatabase } from '../../platform/database/postgres-keeper.ts';
import type { Replica } from '../../platform/database/replica.ts';
import type { Mirror } from '../../platform/search/mirror/mirror.ts';
import { countOlderRows } from '../../platform/search/postgres/older-rows.ts';
import type { RegisterFigures } from '../../platform/search/resident/keeper.ts';
import type { SystemStatus } from './contract.ts';
import { countApplied, ping, readAuditFigures, readKeyVersions, readLastRun, readLinks } from './store.ts';

export interface SystemService {
  health(): { status: 'ok' };
  /** @throws Problem `unavailable` saying what is missing */
  readiness(): Promise<{ status: 'ready'; database: 'ok'; migrations: 'ok' }>;
  status(): Promise<SystemStatus>;
}

export interface SystemDeps {
  readonly database: Pick<Database, 'pool'>;
  readonly clock: Clock;
  /** Set when the process was told to stop: it finishes what it has and takes nothing new. */
  readonly lifecycle: { readonly stopping: boolean };
  /** Names of the migrations that this version of the program needs. */
  readonly migrations: readonly string[];
  /** Version of the program. */
  readonly version: string;
  /** Version of the name keys that this process makes. */
  readonly keyVersion: number;
  readonly replica?: Pick<Replica, 'status'>;
  /** The PostgreSQL that this process keeps running, where it is its own. */
  readonly kept?: KeptDatabase | null;
  /** The register of names in the memory of this process. */
  readonly register: { figures(): RegisterFigures };
  /** The search mirror, where there is one, and whether this process asks its engine. */
  readonly mirror?: { readonly mirror: Pick<Mirror, 'status'>; readonly breaker: { readonly open: boolean } };
}

const STATUS_AGE_MS = 5_000;

const iso = (date: Date | null): string | null => date?.toISOString() ?? null;
const secondsBetween = (from: Date, to: Date): number => Math.max(0, (to.getTime() - from.getTime()) / 1000);

export function createSystemService(deps: SystemDeps): SystemService {
  const { clock, lifecycle, migrations } = deps;
  const { pool } = deps.database;
  const startedAt = clock.now();
  let migrated = false;
  let kept: { at: number; status: Promise<SystemStatus> } | null = null;

  async function isMigrated(): Promise<boolean> {
    // Migrations are never taken back, so once is enough.
    migrated ||= (await countApplied(pool, migrations)) === migrations.length;
    return migrated;
  }

  async function mirrorStatus(now: Date): Promise<SystemStatus['mirror']> {
    if (!deps.mirror) return null;
    const { mirror, breaker } = deps.mirror;
    return (await mirror.status()).map(({ name, live, next, waiting, gap, lastSweep }) => ({
      index: name,
      answers: live !== null && live.loadedAt !== null && live.problem === null,
      problem: live?.problem ?? null,
      building: next !== null,
      engineAway: breaker.open,
      waiting: waiting.rows,
      oldestWaitingSeconds: waiting.oldestAt ? secondsBetween(waiting.oldestAt, now) : null,
      gap: gap.rows,
      refused: gap.quarantined,
      lastSweepAt: iso(lastSweep?.at ?? null),
    }));
  }

  async function measure(): Promise<SystemStatus> {
    const now = clock.now();
    const base = {
      version: deps.version,
      startedAt: startedAt.toISOString(),
      uptimeSeconds: secondsBetween(startedAt, now),
      measuredAt: now.toISOString(),
      register: deps.register.figures(),
    };
    const restarts = {
      restarts: deps.kept?.restarts ?? null,
      lastRestartAt: iso(deps.kept?.lastRestartAt ?? null),
    };
    try {
      const began = performance.now();
      await ping(pool);
      const latencyMs = Math.round((performance.now() - began) * 100) / 100;
      const [audit, keys, older, lastRun, links, mirror, replica] = await Promise.all([
        readAuditFigures(pool),
        readKeyVersions(pool),
        countOlderRows(pool, deps.keyVersion),
        readLastRun(pool),
        readLinks(pool),
        mirrorStatus(now),
        deps.replica?.status() ?? null,
      ]);
      return {
        ...base,
        database: { reachable: true, latencyMs, ...restarts },
        audit: {
          unsealed: audit.unsealed,
          oldestUnsealedSeconds: audit.oldestAt ? secondsBetween(audit.oldestAt, now) : null,
          lastSealedAt: iso(audit.lastSealedAt),
        },
        search: { keyVersion: deps.keyVersion, storedFrom: keys.from, storedTo: keys.to, older },
        mirror,
        replica,
        exchange: links.map(({ states, heardAt }) => ({
          states,
          heardAt: iso(heardAt),
          silent: isSilent(heardAt, now),
        })),
        worker: { lastRunAt: iso(lastRun) },
      };
    } catch {
      return {
        ...base,
        database: { reachable: false, latencyMs: null, ...restarts },
        audit: null,
        search: null,
        mirror: null,
        replica: null,
        exchange: null,
        worker: null,
      };
    }
  }

  return {
    health: () => ({ status: 'ok' }),
    async readiness() {
      if (lifecycle.stopping) throw new Problem('unavailable', [], { stopping: true });
      let complete: boolean;
      try {
        await ping(pool);
        complete = await isMigrated();
      } catch {
        throw new Problem('unavailable', [], { database: 'failed' });
      }
      if (!complete) throw new Problem('unavailable', [], { database: 'ok', migrations: 'failed' });
      return { status: 'ready', database: 'ok', migrations: 'ok' };
    },
    status() {
      // Anybody may ask: a flood of questions is answered from one measurement.
      const now = performance.now();
      if (!kept || now - kept.at > STATUS_AGE_MS) kept = { at: now, status: measure() };
      return kept.status;
    },
  };
}

// What a collector is told of the installation: the figures by which somebody is woken.
import type { Metrics } from '../../platform/metrics.ts';
import type { SystemStatus } from './contract.ts';
import type { SystemService } from './service.ts';

const ageOf = (at: string | null | undefined, measuredAt: string): number | null =>
  at ? Math.max(0, (Date.parse(measuredAt) - Date.parse(at)) / 1_000) : null;

const FIGURES: readonly (readonly [
  name: string,
  help: string,
  of: (status: SystemStatus) => number | null,
])[] = [
  ['izdoo_database_reachable', '1 while the database answers', ({ database }) => Number(database.reachable)],
  [
    'izdoo_database_restarts',
    'How often this process started its own PostgreSQL again because it had ended by itself',
    ({ database }) => database.restarts,
  ],
  [
    'izdoo_search_rows_older',
    'Search rows with keys of an older version, which the worker makes anew',
    ({ search }) => search?.older ?? null,
  ],
  [
    'izdoo_register_ready',
    '1 while checks are answered with the names in the memory of this process',
    ({ register }) => Number(register.ready),
  ],
  ['izdoo_register_persons', 'Persons in it', ({ register }) => register.persons],
  ['izdoo_register_behind_seconds', 'Since it last took changes', ({ register }) => register.behindSeconds],
  [
    'izdoo_audit_unsealed_rows',
    'Rows of the log that wait for their seal',
    ({ audit }) => audit?.unsealed ?? null,
  ],
  [
    'izdoo_audit_oldest_unsealed_seconds',
    'Age of the oldest of them',
    ({ audit }) => audit && (audit.oldestUnsealedSeconds ?? 0),
  ],
  [
    'izdoo_worker_last_run_age_seconds',
    'Since a scheduled job last began',
    ({ worker, measuredAt }) => ageOf(worker?.lastRunAt, measuredAt),
  ],
  [
    'izdoo_exchange_silent_links',
    'Open links to other installations that have not been heard of for too long',
    ({ exchange }) => exchange?.filter(({ silent }) => silent).length ?? null,
  ],
  ['izdoo_replica_used', '1 while the replica is read', ({ replica }) => replica && Number(replica.used)],
  [
    'izdoo_replica_lag_seconds',
    'How old its answers are at most',
    ({ replica }) => replica?.lagSeconds ?? null,
  ],
];

export function tellFigures(metrics: Pick<Metrics, 'figure'>, system: Pick<SystemService, 'status'>): void {
  for (const [name, help, of] of FIGURES) metrics.figure(name, help, async () => of(await system.status()));
}

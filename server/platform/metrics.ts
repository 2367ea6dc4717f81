// Figures of the running process for Prometheus: names and labels are ids and codes, never data.
import type pg from 'pg';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export interface Metrics {
  /** Counts an answered request; `route` is the route's id. */
  observeRequest(route: string | null, status: number, seconds: number): void;
  /** Counts a border check by its outcome. */
  countCheck(outcome: string): void;
  /** Adds a figure that is read when a collector asks; one that is not known then is left out. */
  figure(name: string, help: string, read: () => Promise<number | null>): void;
  /** Where parts of the program add figures of their own. */
  readonly registry: Registry;
  /** @returns the figures in Prometheus' text form */
  read(): Promise<{ mediaType: string; text: string }>;
}

export function createMetrics(pool: Pick<pg.Pool, 'totalCount' | 'idleCount' | 'waitingCount'>): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'izdoo_' });
  const registers = [registry];
  const requests = new Histogram({
    name: 'izdoo_request_seconds',
    help: 'Time to answer, by route and status',
    labelNames: ['route', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  });
  const checks = new Counter({
    name: 'izdoo_checks_total',
    help: 'Border checks by outcome',
    labelNames: ['outcome'],
    registers,
  });
  new Gauge({
    name: 'izdoo_database_connections',
    help: 'Connections of this process to the database, and requests waiting for one',
    labelNames: ['state'],
    registers,
    collect() {
      this.set({ state: 'idle' }, pool.idleCount);
      this.set({ state: 'busy' }, pool.totalCount - pool.idleCount);
      this.set({ state: 'waiting' }, pool.waitingCount);
    },
  });
  return {
    registry,
    observeRequest: (route, status, seconds) =>
      requests.observe({ route: route ?? 'none', status: String(status) }, seconds),
    figure(name, help, read) {
      new Gauge({
        ...{ name, help, registers },
        async collect() {
          const value = await read().catch(() => null);
          if (value === null) this.reset();
          else this.set(value);
        },
      });
    },
    countCheck: (outcome) => checks.inc({ outcome }),
    read: async () => ({ mediaType: registry.contentType, text: await registry.metrics() }),
  };
}

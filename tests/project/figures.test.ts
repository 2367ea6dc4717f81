// Every figure, label and route that a rule or a dashboard names is one that a running process tells; manifests ask for them.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { tellFigures } from '../../server/features/system/figures.ts';
import { createMetrics } from '../../server/platform/metrics.ts';
import { projectPath } from '../../server/platform/paths.ts';
import { countSearches, watchMirror } from '../../server/platform/search/mirror/metrics.ts';

const read = (name: string): string => readFileSync(projectPath('docs', 'examples', name), 'utf8');

interface Rules {
  readonly groups: readonly {
    readonly rules: readonly { readonly alert: string; readonly expr: string }[];
  }[];
}
interface Board {
  readonly panels: readonly {
    readonly title: string;
    readonly targets: readonly { readonly expr: string }[];
  }[];
}

const expressions = [
  ...['alerts.yml', 'mirror-alerts.yml'].flatMap((name) =>
    (parse(read(name)) as Rules).groups.flatMap(({ rules }) =>
      rules.map(({ alert, expr }) => ({ name: `${name}: ${alert}`, expr })),
    ),
  ),
  ...['dashboard.json', 'mirror-dashboard.json'].flatMap((name) =>
    (JSON.parse(read(name)) as Board).panels.flatMap(({ title, targets }) =>
      targets.map(({ expr }) => ({ name: `${name}: ${title}`, expr })),
    ),
  ),
];

/** A process with everything that may be configured. */
function everything() {
  const metrics = createMetrics({ totalCount: 2, idleCount: 1, waitingCount: 0 });
  const at = new Date('2026-11-26T06:00:00Z');
  watchMirror(metrics.registry, { status: async () => [] }, { open: false }, { now: () => at });
  countSearches(metrics.registry);
  tellFigures(metrics, {
    status: async () => ({
      ...{ version: '0', startedAt: at.toISOString(), uptimeSeconds: 60, measuredAt: at.toISOString() },
      database: { reachable: true, latencyMs: 1, restarts: 2, lastRestartAt: at.toISOString() },
      register: { ready: true, persons: 7, words: 20, behindSeconds: 0.5 },
      audit: { unsealed: 3, oldestUnsealedSeconds: 2.5, lastSealedAt: null },
      search: { keyVersion: 6, storedFrom: 5, storedTo: 6, older: 40 },
      mirror: null,
      replica: { used: true, lagSeconds: 0.4 },
      exchange: [{ states: ['KAZ'], heardAt: null, silent: true }],
      worker: { lastRunAt: '2026-11-26T05:59:00.000Z' },
    }),
  });
  return metrics;
}

test('names only figures that exist', async () => {
  const told = (await everything().registry.getMetricsAsJSON()).flatMap(({ name, type }) =>
    String(type) === 'histogram' ? [`${name}_bucket`, `${name}_count`, `${name}_sum`] : [name],
  );
  const missing = expressions.flatMap(({ name, expr }) =>
    (expr.match(/\bizdoo_\w+/gu) ?? []).filter((one) => !told.includes(one)).map((one) => `${name}: ${one}`),
  );
  expect(missing).toEqual([]);
  expect(expressions.length).toBeGreaterThan(25);
});

test('names only labels and routes that exist', async () => {
  const metrics = everything();
  const routes = new Set(
    readFileSync(projectPath('docs', 'openapi.json'), 'utf8').match(/(?<="operationId": ")\w+/gu),
  );
  for (const { name, expr } of expressions)
    for (const [, route] of expr.matchAll(/route="(\w+)"/gu)) expect(routes, name).toContain(route);
  const labels = new Map<string, readonly string[]>();
  for (const one of metrics.registry.getMetricsAsArray())
    labels.set(one.name, (one as unknown as { labelNames: string[] }).labelNames);
  for (const { name, expr } of expressions)
    for (const [, figure = '', inner = ''] of expr.matchAll(/\b(izdoo_\w+)\{([^}]*)\}/gu))
      for (const [, label] of inner.matchAll(/(\w+)\s*=/gu))
        expect(labels.get(figure.replace(/_(?:bucket|count|sum)$/u, '')), `${name}: ${figure}`).toContain(
          label,
        );
});

test('tells how the installation is', async () => {
  const { text } = await everything().read();
  for (const line of [
    'izdoo_database_reachable 1',
    'izdoo_database_restarts 2',
    'izdoo_search_rows_older 40',
    'izdoo_audit_unsealed_rows 3',
    'izdoo_audit_oldest_unsealed_seconds 2.5',
    'izdoo_worker_last_run_age_seconds 60',
    'izdoo_exchange_silent_links 1',
    'izdoo_replica_used 1',
    'izdoo_replica_lag_seconds 0.4',
  ])
    expect(text).toContain(`\n${line}\n`);
});

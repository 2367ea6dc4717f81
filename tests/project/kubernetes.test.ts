// The manifests for Kubernetes parse, fit together, and name only settings and addresses that exist.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { projectPath } from '../../server/platform/paths.ts';

const folder = projectPath('deploy', 'kubernetes');

interface Manifest {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly labels?: Record<string, string> };
  // biome-ignore lint/suspicious/noExplicitAny: each kind has a form of its own
  readonly spec?: any;
  readonly data?: Record<string, string>;
  readonly stringData?: Record<string, string>;
}

const manifests = readdirSync(folder).flatMap((file) =>
  parseAllDocuments(readFileSync(join(folder, file), 'utf8')).map((document) => {
    if ('errors' in document) expect(document.errors, file).toEqual([]);
    return document.toJS() as Manifest;
  }),
);
const named = (kind: string, name: string): Manifest => {
  const found = manifests.find((one) => one.kind === kind && one.metadata.name === name);
  if (!found) throw new Error(`no ${kind} ${name}`);
  return found;
};
const pods = ['api', 'worker'].map((part) => named('Deployment', `izdoo-${part}`));

it('several API processes and workers, kept apart from the database, with probes that the server answers', () => {
  const [api] = pods;
  expect(api?.spec.replicas).toBeGreaterThan(1);
  const [container] = api?.spec.template.spec.containers ?? [];
  const routes = readFileSync(projectPath('server', 'features', 'system', 'routes.ts'), 'utf8');
  for (const probe of ['livenessProbe', 'readinessProbe', 'startupProbe'])
    expect(routes).toContain(`path: '${container[probe].httpGet.path}'`);
  expect(named('PodDisruptionBudget', 'izdoo-api').spec.minAvailable).toBeLessThan(api?.spec.replicas);
  const service = named('Service', 'izdoo');
  for (const one of [
    service.spec.selector,
    named('PodDisruptionBudget', 'izdoo-api').spec.selector.matchLabels,
  ])
    expect(api?.spec.template.metadata.labels).toMatchObject(one);
  expect(named('NetworkPolicy', 'izdoo').spec.policyTypes).toEqual(['Ingress', 'Egress']);
});

it('every pod runs without rights and without a token, on volumes and settings that are there', () => {
  const settings = readFileSync(projectPath('.env.example'), 'utf8');
  const names = [
    ...Object.keys(named('ConfigMap', 'izdoo').data ?? {}),
    ...Object.keys(named('Secret', 'izdoo').stringData ?? {}),
  ];
  for (const name of names) expect(settings, name).toMatch(new RegExp(`^${name}=`, 'mu'));
  for (const { spec } of [...pods, named('Job', 'izdoo-migrate')]) {
    const pod = spec.template.spec;
    expect(pod).toMatchObject({
      automountServiceAccountToken: false,
      securityContext: { runAsNonRoot: true },
    });
    for (const { securityContext, volumeMounts, envFrom, resources } of pod.containers) {
      expect(securityContext).toMatchObject({
        readOnlyRootFilesystem: true,
        capabilities: { drop: ['ALL'] },
      });
      expect(resources.limits.memory).toBeDefined();
      const volumes = pod.volumes.map(({ name }: { name: string }) => name);
      for (const { name } of volumeMounts) expect(volumes).toContain(name);
      expect(envFrom.length).toBe(2);
    }
  }
  expect(Object.values(named('Secret', 'izdoo').stringData ?? {})).toEqual(['', '', '', '']);
});

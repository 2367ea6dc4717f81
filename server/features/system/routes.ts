// Health, readiness and status: open to everybody, because load balancers and watchmen ask without a login.
import { type Route, route } from '../../platform/http/route.ts';
import { health, readiness, systemStatus } from './contract.ts';
import type { SystemService } from './service.ts';

export const systemRoutes = (system: SystemService): Route[] => [
  route({
    id: 'getHealth',
    method: 'get',
    path: '/healthz',
    tag: 'System',
    summary: 'Does the process live?',
    permission: 'public',
    rate: 'none',
    success: { status: 200, body: health },
    handler: async () => system.health(),
  }),
  route({
    id: 'getReadiness',
    method: 'get',
    path: '/readyz',
    tag: 'System',
    summary: 'Can the process do its work: database, migrations, not stopping?',
    permission: 'public',
    rate: 'none',
    success: { status: 200, body: readiness },
    handler: () => system.readiness(),
  }),
  route({
    id: 'getSystemStatus',
    method: 'get',
    path: '/statusz',
    tag: 'System',
    summary: 'How is the installation doing?',
    permission: 'public',
    rate: 'none',
    success: { status: 200, body: systemStatus },
    handler: () => system.status(),
  }),
];

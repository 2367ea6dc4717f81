// Addresses of accountability.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../root-route.ts';

export const auditRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/audit',
    component: lazyRouteComponent(() => import('./audit-page.tsx'), 'AuditPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/disclosures',
    component: lazyRouteComponent(() => import('./disclosures-page.tsx'), 'DisclosuresPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/flagged',
    component: lazyRouteComponent(() => import('./flagged-page.tsx'), 'FlaggedPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/emergencies',
    component: lazyRouteComponent(() => import('./emergencies-page.tsx'), 'EmergenciesPage'),
  }),
] as const;

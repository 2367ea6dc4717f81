// Addresses of administration.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../root-route.ts';

export const adminRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/admin/users',
    component: lazyRouteComponent(() => import('./users-page.tsx'), 'UsersPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/admin/agencies',
    component: lazyRouteComponent(() => import('./agencies-page.tsx'), 'AgenciesPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/admin/keys',
    component: lazyRouteComponent(() => import('./keys-page.tsx'), 'KeysPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/admin/webhooks',
    component: lazyRouteComponent(() => import('./webhooks-page.tsx'), 'WebhooksPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/admin/webhooks/$webhookId',
    component: lazyRouteComponent(() => import('./webhook-page.tsx'), 'WebhookPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/admin/treaties',
    component: lazyRouteComponent(() => import('./treaties-page.tsx'), 'TreatiesPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/admin/treaties/$code',
    component: lazyRouteComponent(() => import('./treaty-page.tsx'), 'TreatyPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/admin/policies',
    component: lazyRouteComponent(() => import('./policies-page.tsx'), 'PoliciesPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/admin/rules',
    component: lazyRouteComponent(() => import('./rules-page.tsx'), 'RulesPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/admin/status',
    component: lazyRouteComponent(() => import('./status-page.tsx'), 'StatusPage'),
  }),
] as const;

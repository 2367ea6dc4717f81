// Addresses of the queue of hits, one hit, and the memory of "not the same person".
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../root-route.ts';

export const hitRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/hits',
    component: lazyRouteComponent(() => import('./hits-page.tsx'), 'HitsPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/hits/not-same',
    component: lazyRouteComponent(() => import('./not-same-page.tsx'), 'NotSamePage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/hits/$hitId',
    component: lazyRouteComponent(() => import('./hit-page.tsx'), 'HitPage'),
  }),
] as const;

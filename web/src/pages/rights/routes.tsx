// Addresses of persons' rights.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../root-route.ts';

export const rightsRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/rights',
    component: lazyRouteComponent(() => import('./rights-page.tsx'), 'RightsPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/rights/$requestId',
    component: lazyRouteComponent(() => import('./request-page.tsx'), 'RequestPage'),
  }),
] as const;

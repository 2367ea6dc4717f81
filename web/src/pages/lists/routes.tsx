// Addresses of passenger lists.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../root-route.ts';

export const listRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/lists',
    component: lazyRouteComponent(() => import('./lists-page.tsx'), 'ListsPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/lists/$listId',
    component: lazyRouteComponent(() => import('./list-page.tsx'), 'ListPage'),
  }),
] as const;

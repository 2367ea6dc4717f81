// Addresses of alerts and of the review by a second person.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../root-route.ts';
import { readListAddress } from './list-address.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const readPerson = (search: Record<string, unknown>): { personId?: string } => {
  const personId = search['personId'];
  return typeof personId === 'string' && UUID.test(personId) ? { personId } : {};
};

export const alertRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/alerts',
    validateSearch: readListAddress,
    component: lazyRouteComponent(() => import('./alerts-page.tsx'), 'AlertsPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/alerts/new',
    validateSearch: readPerson,
    component: lazyRouteComponent(() => import('./new-alert-page.tsx'), 'NewAlertPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/alerts/$alertId',
    component: lazyRouteComponent(() => import('./alert-page.tsx'), 'AlertPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/review',
    component: lazyRouteComponent(() => import('./review-page.tsx'), 'ReviewPage'),
  }),
] as const;

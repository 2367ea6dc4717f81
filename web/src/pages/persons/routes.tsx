// Addresses of person records.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../root-route.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** `mergeWith`: the proposal of a merge with that record is open. */
const readAddress = (search: Record<string, unknown>): { mergeWith?: string } => {
  const other = search['mergeWith'];
  return typeof other === 'string' && UUID.test(other) ? { mergeWith: other } : {};
};

export const personRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/persons/new',
    component: lazyRouteComponent(() => import('./new-person-page.tsx'), 'NewPersonPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/persons/$personId',
    validateSearch: readAddress,
    component: lazyRouteComponent(() => import('./person-page.tsx'), 'PersonPage'),
  }),
] as const;

// Addresses of the screens of asset recovery and legal assistance.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../root-route.ts';

export const assetRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/assets',
    component: lazyRouteComponent(() => import('./assets-page.tsx'), 'AssetsPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/assets/$assetId',
    component: lazyRouteComponent(() => import('./asset-page.tsx'), 'AssetPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/assets/cases/$assetCaseId',
    component: lazyRouteComponent(() => import('./asset-case-page.tsx'), 'AssetCasePage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/assistance',
    component: lazyRouteComponent(() => import('./assistance-page.tsx'), 'AssistancePage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/assistance/$requestId',
    component: lazyRouteComponent(() => import('./assistance-request-page.tsx'), 'AssistanceRequestPage'),
  }),
] as const;

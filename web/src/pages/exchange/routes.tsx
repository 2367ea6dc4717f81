// Addresses of the channel to other installations.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../root-route.ts';

export const exchangeRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/exchange',
    component: lazyRouteComponent(() => import('./exchange-page.tsx'), 'ExchangePage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/exchange/$peerId',
    component: lazyRouteComponent(() => import('./peer-page.tsx'), 'PeerPage'),
  }),
] as const;

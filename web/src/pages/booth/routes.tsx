// The address of the booth.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../root-route.ts';

export const boothRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/booth',
    component: lazyRouteComponent(() => import('./booth-page.tsx'), 'BoothPage'),
  }),
] as const;

// The address of training.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../root-route.ts';

export const trainingRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/training',
    component: lazyRouteComponent(() => import('./training-page.tsx'), 'TrainingPage'),
  }),
] as const;

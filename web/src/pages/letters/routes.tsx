// The address of the letters between central authorities.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../root-route.ts';

const readCase = ({ case: number }: Record<string, unknown>): { case?: string } =>
  typeof number === 'string' && number !== '' ? { case: number.slice(0, 60) } : {};

export const letterRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/letters',
    validateSearch: readCase,
    component: lazyRouteComponent(() => import('./letters-page.tsx'), 'LettersPage'),
  }),
] as const;

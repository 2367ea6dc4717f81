// What would reach other systems is closed in training mode: it can be looked at and not used.
import { Problem } from '../../domain/errors.ts';
import type { Route } from '../../platform/http/route.ts';

/** Every change among the routes is refused while this is training; the description of the API is the same in both modes. */
export const sendsNothing = (training: boolean, routes: readonly Route[]): Route[] =>
  routes.map((route) => {
    if (route.method === 'get') return route;
    const told: Route = { ...route, problems: [...(route.problems ?? []), 'not-in-training'] };
    if (!training) return told;
    return {
      ...told,
      async handler() {
        throw new Problem('not-in-training');
      },
    };
  });

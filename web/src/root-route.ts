// The root of all addresses: the gate behind which every screen stands.
import { createRootRoute } from '@tanstack/react-router';
import { BrokenScreen, NotFoundScreen } from './shell/faults.tsx';
import { Gate } from './shell/gate.tsx';

export const rootRoute = createRootRoute({
  component: Gate,
  notFoundComponent: NotFoundScreen,
  errorComponent: BrokenScreen,
});

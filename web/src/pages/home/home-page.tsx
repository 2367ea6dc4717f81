// The first screen after signing in: the first one that the role may open.
import { Navigate } from '@tanstack/react-router';
import { NAV_PAGES } from '../../pages.ts';
import { useSession } from '../../session/session.tsx';
import { NotFoundScreen } from '../../shell/faults.tsx';

export function HomePage() {
  const { may } = useSession();
  const first = NAV_PAGES.find(({ permissions }) => permissions.some(may));
  return first ? <Navigate to={first.path} replace /> : <NotFoundScreen />;
}

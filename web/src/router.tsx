// Joins the addresses of all areas; each area names its own in `pages/<area>/routes.tsx` and loads a screen when it is first opened.
import { createRouter } from '@tanstack/react-router';
import { accountRoutes } from './pages/account/routes.tsx';
import { adminRoutes } from './pages/admin/routes.tsx';
import { alertRoutes } from './pages/alerts/routes.tsx';
import { assetRoutes } from './pages/assets/routes.tsx';
import { auditRoutes } from './pages/audit/routes.tsx';
import { boothRoutes } from './pages/booth/routes.tsx';
import { caseRoutes } from './pages/cases/routes.tsx';
import { exchangeRoutes } from './pages/exchange/routes.tsx';
import { exportRoutes } from './pages/exports/routes.tsx';
import { hitRoutes } from './pages/hits/routes.tsx';
import { homeRoutes } from './pages/home/routes.tsx';
import { importRoutes } from './pages/imports/routes.tsx';
import { letterRoutes } from './pages/letters/routes.tsx';
import { listRoutes } from './pages/lists/routes.tsx';
import { personRoutes } from './pages/persons/routes.tsx';
import { reportRoutes } from './pages/reports/routes.tsx';
import { retentionRoutes } from './pages/retention/routes.tsx';
import { rightsRoutes } from './pages/rights/routes.tsx';
import { searchRoutes } from './pages/search/routes.tsx';
import { trainingRoutes } from './pages/training/routes.tsx';
import { rootRoute } from './root-route.ts';
import { BrokenScreen } from './shell/faults.tsx';

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    ...homeRoutes,
    ...listRoutes,
    ...importRoutes,
    ...exportRoutes,
    ...hitRoutes,
    ...boothRoutes,
    ...searchRoutes,
    ...personRoutes,
    ...alertRoutes,
    ...accountRoutes,
    ...caseRoutes,
    ...assetRoutes,
    ...adminRoutes,
    ...auditRoutes,
    ...retentionRoutes,
    ...rightsRoutes,
    ...exchangeRoutes,
    ...letterRoutes,
    ...reportRoutes,
    ...trainingRoutes,
  ]),
  // A screen that breaks leaves the menu standing.
  defaultErrorComponent: BrokenScreen,
  defaultPreload: false,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

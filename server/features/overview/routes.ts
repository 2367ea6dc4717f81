// The endpoint of the overview.
import { type Route, route } from '../../platform/http/route.ts';
import { overviewView } from './contract.ts';
import type { OverviewService } from './service.ts';

export const overviewRoutes = (overview: OverviewService): Route[] => [
  route({
    id: 'showOverview',
    method: 'get',
    path: '/v1/overview',
    tag: 'Overview',
    summary: 'What needs the reader today, as numbers of what he may see',
    description: 'null where the role has nothing to do with it. No names, no numbers of records.',
    permission: 'session.own',
    success: { status: 200, body: overviewView },
    handler: ({ actor }) => overview.show(actor),
  }),
];

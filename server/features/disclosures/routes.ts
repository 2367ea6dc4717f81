// The endpoint of the ledger of disclosures.
import { type Route, route } from '../../platform/http/route.ts';
import { disclosurePage, disclosureQuery } from './contract.ts';
import type { DisclosureLedger } from './service.ts';

export const disclosureRoutes = (disclosures: DisclosureLedger): Route[] => [
  route({
    id: 'listDisclosures',
    method: 'get',
    path: '/v1/disclosures',
    tag: 'Accountability',
    summary: 'To whom a person was shown',
    description:
      'Newest first: the disclosures of which the own state is owner or recipient. A reader of the owner state learns the receiving agency and which of the own alerts were shown, nothing of other states. The look is recorded. Of a registry number that was never given there are none.',
    permission: 'disclosure.read',
    query: disclosureQuery,
    success: { status: 200, body: disclosurePage },
    handler: ({ actor, query }) => disclosures.list(actor, query),
  }),
];

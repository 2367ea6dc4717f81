// The endpoints of treaties.
import { type Route, route } from '../../platform/http/route.ts';
import { pairQuery, resolutionView, treatyCode, treatyList, treatyVersion, treatyView } from './contract.ts';
import type { TreatyService } from './service.ts';

export const treatyRoutes = (treaties: TreatyService): Route[] => [
  route({
    id: 'listTreaties',
    method: 'get',
    path: '/v1/treaties',
    tag: 'Treaties',
    summary: 'Treaties, national laws and house rules that extradition follows, as data',
    permission: 'reference.read',
    success: { status: 200, body: treatyList },
    handler: () => treaties.listTreaties(),
  }),
  route({
    id: 'resolveTreaty',
    method: 'get',
    path: '/v1/treaties/resolve',
    tag: 'Treaties',
    summary: 'Which treaty governs between two states on a day, and why the others do not',
    permission: 'reference.read',
    query: pairQuery,
    success: { status: 200, body: resolutionView },
    problems: ['validation-failed'],
    handler: ({ query }) => treaties.resolve(query),
  }),
  route({
    id: 'getTreaty',
    method: 'get',
    path: '/v1/treaties/{code}',
    tag: 'Treaties',
    summary: 'A profile with parties, thresholds, deadlines, documents and grounds of refusal',
    permission: 'reference.read',
    params: treatyCode,
    query: treatyVersion,
    success: { status: 200, body: treatyView },
    problems: ['not-found'],
    handler: ({ params, query }) => treaties.getTreaty(params.code, query.version),
  }),
];

// The endpoints of emergency access and of flagged searches.
import { pageQuery } from '../../platform/http/page.ts';
import { type Route, route } from '../../platform/http/route.ts';
import {
  breakGlassBody,
  breakGlassPage,
  breakGlassParams,
  breakGlassQuery,
  breakGlassView,
  flaggedSearchPage,
  reviewBody,
} from './contract.ts';
import type { FlaggedSearches } from './flagged-searches.ts';
import type { BreakGlassService } from './service.ts';

export const breakGlassRoutes = (breakGlass: BreakGlassService): Route[] => [
  route({
    id: 'openBreakGlass',
    method: 'post',
    path: '/v1/break-glass',
    tag: 'Accountability',
    summary: 'Emergency access to one person for 30 minutes',
    description:
      'The data-protection officers of the own state and of the states whose data are opened get notice at once and review the access within 72 hours. The answer is the same for a person who does not exist and for records that are never opened this way; five attempts per hour.',
    permission: 'break-glass.open',
    idempotent: true,
    body: breakGlassBody,
    success: { status: 201, body: breakGlassView },
    problems: ['not-found'],
    handler: ({ actor, body }) => breakGlass.open(actor, body),
  }),
  route({
    id: 'listBreakGlass',
    method: 'get',
    path: '/v1/break-glass',
    tag: 'Accountability',
    summary: 'Emergency accesses by officers of the own state and to data of the own state',
    permission: 'break-glass.review',
    query: breakGlassQuery,
    success: { status: 200, body: breakGlassPage },
    handler: ({ actor, query }) => breakGlass.list(actor, query),
  }),
  route({
    id: 'reviewBreakGlass',
    method: 'post',
    path: '/v1/break-glass/{breakGlassId}/review',
    tag: 'Accountability',
    summary: 'Say whether an emergency access was justified',
    description:
      'Never of one’s own access. An access found unjustified while it is open ends at once. A late review is accepted and marked as late in the log.',
    permission: 'break-glass.review',
    ifMatch: true,
    params: breakGlassParams,
    body: reviewBody,
    success: { status: 200, body: breakGlassView },
    problems: ['not-found', 'own-work', 'conflict', 'version-mismatch'],
    handler: ({ actor, params, version, body }) =>
      breakGlass.review(actor, params.breakGlassId, version, body),
  }),
];

export const flaggedSearchRoutes = (flagged: FlaggedSearches): Route[] => [
  route({
    id: 'listFlaggedSearches',
    method: 'get',
    path: '/v1/flagged-searches',
    tag: 'Accountability',
    summary: 'Searches for the searcher himself or a colleague, by people of the own state',
    permission: 'audit.read',
    query: pageQuery,
    success: { status: 200, body: flaggedSearchPage },
    handler: ({ actor, query }) => flagged.list(actor, query),
  }),
];

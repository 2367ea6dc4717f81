// The lists of law and practice.
import { type Route, route } from '../../platform/http/route.ts';
import {
  countryView,
  legalPeriodView,
  listOf,
  matchPolicyView,
  offenceCodeQuery,
  offenceCodeView,
  officerCardView,
} from './contract.ts';
import type { ReferenceService } from './service.ts';

export const referenceRoutes = (reference: ReferenceService): Route[] => [
  route({
    id: 'listCountries',
    method: 'get',
    path: '/v1/reference/countries',
    tag: 'Reference',
    summary: 'Countries, historic states and special codes of travel documents',
    permission: 'reference.read',
    success: { status: 200, body: listOf(countryView) },
    handler: () => reference.countries(),
  }),
  route({
    id: 'listOffenceCodes',
    method: 'get',
    path: '/v1/reference/offence-codes',
    tag: 'Reference',
    summary:
      'Articles of criminal codes in force today, with the articles of the UN convention they answer to',
    permission: 'reference.read',
    query: offenceCodeQuery,
    success: { status: 200, body: listOf(offenceCodeView) },
    handler: ({ query }) => reference.offenceCodes(query),
  }),
  route({
    id: 'listOfficerCards',
    method: 'get',
    path: '/v1/reference/officer-cards',
    tag: 'Reference',
    summary: 'What an officer reads for each action, as far as the role may know of it',
    permission: 'reference.read',
    success: { status: 200, body: listOf(officerCardView) },
    handler: ({ actor }) => reference.officerCards(actor),
  }),
  route({
    id: 'listMatchPolicies',
    method: 'get',
    path: '/v1/reference/match-policies',
    tag: 'Reference',
    summary: 'Weights and thresholds of matching in force now',
    permission: 'reference.read',
    success: { status: 200, body: listOf(matchPolicyView) },
    handler: () => reference.matchPolicies(),
  }),
  route({
    id: 'listMatchPolicyVersions',
    method: 'get',
    path: '/v1/reference/match-policies/versions',
    tag: 'Reference',
    summary: 'All versions of the match policies, past and coming ones too, newest first',
    permission: 'policy.try',
    success: { status: 200, body: listOf(matchPolicyView) },
    handler: () => reference.policyVersions(),
  }),
  route({
    id: 'listPeriods',
    method: 'get',
    path: '/v1/reference/periods',
    tag: 'Reference',
    summary: 'Periods set by law or practice, in force today',
    permission: 'reference.read',
    success: { status: 200, body: listOf(legalPeriodView) },
    handler: () => reference.periods(),
  }),
];

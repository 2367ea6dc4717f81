// The endpoints of agencies.
import { type Route, route } from '../../platform/http/route.ts';
import {
  agencyChange,
  agencyNames,
  agencyPage,
  agencyParams,
  agencyQuery,
  agencyView,
  newAgency,
} from './contract.ts';
import type { AgencyService } from './service.ts';

export const agencyRoutes = (agencies: AgencyService): Route[] => [
  route({
    id: 'listAgencies',
    method: 'get',
    path: '/v1/agencies',
    tag: 'Agencies',
    summary: 'Agencies of all member states',
    permission: 'agency.read',
    query: agencyQuery,
    success: { status: 200, body: agencyPage },
    handler: ({ actor, query }) => agencies.list(actor, query),
  }),
  route({
    id: 'listAgencyNames',
    method: 'get',
    path: '/v1/reference/agencies',
    tag: 'Reference',
    summary: 'Open agencies of all member states by name, for whoever chooses with whom an alert is shared',
    permission: 'alert.write',
    success: { status: 200, body: agencyNames },
    handler: ({ actor }) => agencies.names(actor),
  }),
  route({
    id: 'createAgency',
    method: 'post',
    path: '/v1/agencies',
    tag: 'Agencies',
    summary: 'Add an agency of the own state (system admins: of any)',
    permission: 'agency.manage',
    idempotent: true,
    body: newAgency,
    success: { status: 201, body: agencyView },
    problems: ['conflict'],
    handler: ({ actor, body }) => agencies.create(actor, body),
  }),
  route({
    id: 'changeAgency',
    method: 'patch',
    path: '/v1/agencies/{agencyId}',
    tag: 'Agencies',
    summary: 'Change or close an agency of the own state (system admins: of any)',
    permission: 'agency.manage',
    ifMatch: true,
    params: agencyParams,
    body: agencyChange,
    success: { status: 200, body: agencyView },
    problems: ['not-found', 'conflict'],
    handler: ({ actor, params, version, body }) => agencies.change(actor, params.agencyId, version, body),
  }),
];

// The endpoints of exports.
import { type Route, route } from '../../platform/http/route.ts';
import { decisionBody, exportBody, exportPage, exportParams, exportQuery, exportView } from './contract.ts';
import type { ExportService } from './service.ts';

const TAG = 'Exports';

export const exportRoutes = (exports: ExportService): Route[] => [
  route({
    id: 'requestExport',
    method: 'post',
    path: '/v1/exports',
    tag: TAG,
    summary: 'Ask for a file of persons (at most 10 000); more than 100 need two approvals',
    description:
      'The persons are fixed now. What is written of them is what you may see when you take the file, with a mark of who, when and why on every row. No file is kept.',
    permission: 'export.request',
    purpose: 'header',
    rate: 'write',
    idempotent: true,
    body: exportBody,
    success: { status: 201, body: exportView },
    handler: ({ actor, body }) => exports.request(actor, body),
  }),
  route({
    id: 'listExports',
    method: 'get',
    path: '/v1/exports',
    tag: TAG,
    summary: 'The register of exports of the own state; by status, or by a person in them',
    permission: 'export.read',
    query: exportQuery,
    success: { status: 200, body: exportPage },
    handler: ({ actor, query }) => exports.list(actor, query),
  }),
  route({
    id: 'getExport',
    method: 'get',
    path: '/v1/exports/{exportId}',
    tag: TAG,
    summary: 'One export: who asked, who decided, who took it',
    permission: 'export.read',
    params: exportParams,
    success: { status: 200, body: exportView },
    problems: ['not-found'],
    handler: ({ actor, params }) => exports.get(actor, params.exportId),
  }),
  route({
    id: 'decideExport',
    method: 'post',
    path: '/v1/exports/{exportId}/decisions',
    tag: TAG,
    summary: 'Approve or refuse an export of somebody else',
    permission: 'export.approve',
    params: exportParams,
    body: decisionBody,
    success: { status: 200, body: exportView },
    problems: ['not-found', 'own-work', 'conflict', 'transition-not-allowed'],
    handler: ({ actor, params, body }) => exports.decide(actor, params.exportId, body),
  }),
  route({
    id: 'takeExport',
    method: 'get',
    path: '/v1/exports/{exportId}/file',
    tag: TAG,
    summary: 'Take the file; by who asked for it, until it expires',
    permission: 'export.request',
    purpose: 'header',
    params: exportParams,
    success: {
      status: 200,
      mediaTypes: [
        'text/csv',
        'application/json',
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      ],
    },
    problems: ['not-found', 'transition-not-allowed'],
    handler: ({ actor, params }) => exports.take(actor, params.exportId),
  }),
];

// The endpoints of the audit log.
import { pageQuery } from '../../platform/http/page.ts';
import { FileReply, type Route, route } from '../../platform/http/route.ts';
import {
  auditExportQuery,
  auditNames,
  auditNamesQuery,
  auditPage,
  auditQuery,
  auditRowDetail,
  auditRowParams,
  sealPage,
  verificationView,
} from './contract.ts';
import type { AuditService } from './service.ts';

export const auditRoutes = (audit: AuditService): Route[] => [
  route({
    id: 'listAudit',
    method: 'get',
    path: '/v1/audit',
    tag: 'Accountability',
    summary: 'What people of the own state did and saw',
    description:
      'Newest first. Texts that may name a person are encrypted in the log and shown in the detail of a row only. Looking into the log is recorded in it.',
    permission: 'audit.read',
    query: auditQuery,
    success: { status: 200, body: auditPage },
    handler: ({ actor, query }) => audit.list(actor, query),
  }),
  route({
    id: 'exportAudit',
    method: 'get',
    path: '/v1/audit/export',
    tag: 'Accountability',
    summary: 'The rows of the own state as a file, oldest first',
    description:
      'CSV for spreadsheet programs (cells that begin like a formula are disarmed) or a JSON array with one row per line. Encrypted texts stay out of it. The export is recorded with the number of its rows.',
    permission: 'audit.export',
    query: auditExportQuery,
    success: { status: 200, mediaTypes: ['text/csv', 'application/json'] },
    handler: async ({ actor, query }) => {
      const { mediaType, content, fileName } = await audit.exportRows(actor, query);
      return new FileReply(mediaType, content, fileName);
    },
  }),
  route({
    id: 'listAuditSeals',
    method: 'get',
    path: '/v1/audit/seals',
    tag: 'Accountability',
    summary: 'The signed links of the chain over the log, newest first',
    permission: 'audit.verify',
    query: pageQuery,
    success: { status: 200, body: sealPage },
    handler: ({ actor, query }) => audit.listSeals(actor, query),
  }),
  route({
    id: 'verifyAudit',
    method: 'post',
    path: '/v1/audit/verify',
    tag: 'Accountability',
    summary: 'Check the whole log for rows and links that were edited, deleted, slipped in or rewritten',
    description:
      'Reads everything, which takes minutes on a log of many million rows; only one check runs at a time. `izdoo audit verify` does the same at the console.',
    permission: 'audit.verify',
    success: { status: 200, body: verificationView },
    problems: ['conflict'],
    handler: ({ actor }) => audit.verify(actor),
  }),
  route({
    id: 'listAuditNames',
    method: 'get',
    path: '/v1/audit/names',
    tag: 'Accountability',
    summary:
      'Whom ids of the log stand for: accounts, keys, records, alerts and cases of the own state, agencies of all',
    permission: 'audit.read',
    query: auditNamesQuery,
    success: { status: 200, body: auditNames },
    handler: ({ actor, query }) => audit.names(actor, query.ids),
  }),
  route({
    id: 'getAuditRow',
    method: 'get',
    path: '/v1/audit/{rowId}',
    tag: 'Accountability',
    summary: 'One row of the log with its encrypted text',
    permission: 'audit.read',
    params: auditRowParams,
    success: { status: 200, body: auditRowDetail },
    problems: ['not-found'],
    handler: ({ actor, params }) => audit.get(actor, params.rowId),
  }),
];

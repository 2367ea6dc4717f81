// The endpoints of accountability reports.
import { z } from 'zod';
import { type Route, route } from '../../platform/http/route.ts';
import { boardView, calendarView } from '../cases/list-contract.ts';
import {
  compareBody,
  comparison,
  freezeBody,
  freezeParams,
  frozenFacts,
  publicationBody,
  reportList,
  reportParams,
  reportQuery,
  reportView,
  versionParams,
} from './contract.ts';
import type { ReportService } from './service.ts';

const TAG = { tag: 'Reports' } as const;

export const reportRoutes = (reports: ReportService): Route[] => [
  route({
    ...TAG,
    id: 'listReports',
    method: 'get',
    path: '/v1/reports',
    summary: 'Reports that the reader may ask for, and the frozen versions that he may read',
    permission: 'report.read',
    success: { status: 200, body: reportList },
    handler: ({ actor }) => reports.list(actor),
  }),
  route({
    ...TAG,
    id: 'showReport',
    method: 'get',
    path: '/v1/reports/{code}',
    summary: 'One report: tables with their definitions, as JSON, CSV, workbook or PDF',
    description:
      'R-1 annual exchange report, R-2 case board, R-3 deadlines, R-4 treaties, R-5 refusals, R-6 assets, R-7 data quality, R-8 border, R-9 audit. R-10, the dossier of a person, is printed at `/v1/persons/{personId}/dossier`. Numbers of the own state, or of the own agency for its officers; of other states only what was published. Below three reads "<3", and what would give it away is kept back. Every look is recorded.',
    permission: 'report.read',
    params: reportParams,
    query: reportQuery,
    success: {
      status: 200,
      body: z.union([reportView, boardView, calendarView]),
      mediaTypes: [
        'application/json',
        'text/csv',
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        'application/pdf',
      ],
    },
    problems: ['not-found'],
    handler: ({ actor, params, query }) => reports.show(actor, params.code, query),
  }),
  route({
    ...TAG,
    id: 'freezeReport',
    method: 'post',
    path: '/v1/reports/{code}/freeze',
    summary: 'Freeze the exchange report of a period that is over',
    description:
      'Numbers are kept as data with a hash and the signature of the installation, and never change. A later correction makes the next version, which names its differences.',
    permission: 'report.freeze',
    idempotent: true,
    params: freezeParams,
    body: freezeBody,
    success: { status: 201, body: frozenFacts },
    problems: ['not-found', 'conflict'],
    example: { year: 2025 },
    handler: ({ actor, body }) => reports.freeze(actor, body),
  }),
  route({
    ...TAG,
    id: 'publishReport',
    method: 'post',
    path: '/v1/report-versions/{versionId}/publication',
    summary: 'Send a frozen version to other states; not by the one who froze it',
    permission: 'report.freeze',
    idempotent: true,
    params: versionParams,
    body: publicationBody,
    success: { status: 200, body: frozenFacts },
    problems: ['not-found', 'own-work'],
    example: { states: ['KAZ'] },
    handler: ({ actor, params, body }) => reports.publish(actor, params.versionId, body.states),
  }),
  route({
    ...TAG,
    id: 'compareReports',
    method: 'post',
    path: '/v1/reports/compare',
    summary: 'What two states count differently about the same cases',
    permission: 'report.read',
    body: compareBody,
    success: { status: 200, body: comparison },
    problems: ['not-found'],
    example: {
      firstId: '019a0000-0000-7000-8000-000000000001',
      secondId: '019a0000-0000-7000-8000-000000000002',
    },
    handler: ({ actor, body }) => reports.compare(actor, body.firstId, body.secondId),
  }),
];

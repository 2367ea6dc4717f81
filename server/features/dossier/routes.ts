// The endpoint of the printed request file.
import { type Route, route } from '../../platform/http/route.ts';
import { dossierParams, dossierQuery } from './contract.ts';
import type { DossierService } from './service.ts';

export const dossierRoutes = (dossier: DossierService): Route[] => [
  route({
    id: 'printDossier',
    method: 'get',
    path: '/v1/cases/{caseId}/dossier',
    tag: 'Case files',
    summary: 'The file of a case as one PDF, marked with the reader and the time',
    description:
      'Cover, contents, person with photo, facts, offences with the words of the law, decisions, documents with their hashes.',
    permission: 'case-file.read',
    purpose: 'header',
    params: dossierParams,
    query: dossierQuery,
    success: { status: 200, mediaTypes: ['application/pdf'] },
    problems: ['not-found'],
    handler: ({ actor, params, query }) => dossier.print(actor, params.caseId, query),
  }),
];

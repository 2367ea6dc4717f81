// The endpoints of printed files: of a case, and of a person.
import { type Route, route } from '../../platform/http/route.ts';
import { dossierParams, dossierQuery, personDossierParams } from './contract.ts';
import type { PersonDossierService } from './person-service.ts';
import type { DossierService } from './service.ts';

export const dossierRoutes = (dossier: DossierService, personDossier: PersonDossierService): Route[] => [
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
  route({
    id: 'printPersonDossier',
    method: 'get',
    path: '/v1/persons/{personId}/dossier',
    tag: 'Persons',
    summary: 'R-10: the dossier of a person as PDF, marked with the reader and the time',
    description:
      'What the reader may see of the record with its photo, the alerts with what is to be done, offences and warrants, and the cases. For INV, CO and PRO; nothing is printed under emergency access.',
    permission: 'person.print',
    purpose: 'header',
    params: personDossierParams,
    query: dossierQuery,
    success: { status: 200, mediaTypes: ['application/pdf'] },
    problems: ['not-found'],
    handler: ({ actor, params, query }) => personDossier.printPerson(actor, params.personId, query),
  }),
];

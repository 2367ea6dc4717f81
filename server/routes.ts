// The whole API surface as one list.
import { agencyRoutes } from './features/agencies/routes.ts';
import { alertRoutes } from './features/alerts/routes.ts';
import { apiKeyRoutes } from './features/api-keys/routes.ts';
import { assetRoutes } from './features/assets/routes.ts';
import { assistanceRoutes } from './features/assistance/routes.ts';
import { auditRoutes } from './features/audit/routes.ts';
import { breakGlassRoutes, flaggedSearchRoutes } from './features/break-glass/routes.ts';
import { caseFileRoutes } from './features/case-files/routes.ts';
import { caseListRoutes } from './features/cases/list-routes.ts';
import { caseRoutes } from './features/cases/routes.ts';
import { checkRoutes } from './features/checks/routes.ts';
import { correctionRoutes } from './features/corrections/routes.ts';
import { disclosureRoutes } from './features/disclosures/routes.ts';
import { dossierRoutes } from './features/dossier/routes.ts';
import { exchangeRoutes } from './features/exchange/routes.ts';
import { exportRoutes } from './features/exports/routes.ts';
import { hitRoutes } from './features/hits/routes.ts';
import { importRoutes } from './features/imports/routes.ts';
import { interopRoutes } from './features/interop/routes.ts';
import { mergeRoutes } from './features/merges/routes.ts';
import { overviewRoutes } from './features/overview/routes.ts';
import { passengerListRoutes } from './features/passenger-lists/routes.ts';
import { personRoutes } from './features/persons/routes.ts';
import { photoRoutes } from './features/photos/routes.ts';
import { policyTrialRoutes } from './features/policy-trials/routes.ts';
import { referenceRoutes } from './features/reference/routes.ts';
import { reportRoutes } from './features/reports/routes.ts';
import { retentionRoutes } from './features/retention/routes.ts';
import { savedSubjectRoutes } from './features/saved-subjects/routes.ts';
import { searchRoutes } from './features/search/routes.ts';
import { sessionRoutes } from './features/sessions/routes.ts';
import { subjectRequestRoutes } from './features/subject-requests/routes.ts';
import { systemRoutes } from './features/system/routes.ts';
import { sendsNothing } from './features/training/closed-routes.ts';
import { trainingRoutes } from './features/training/routes.ts';
import { treatyRoutes } from './features/treaties/routes.ts';
import { userRoutes } from './features/users/routes.ts';
import { victimRoutes } from './features/victims/routes.ts';
import { warrantRoutes } from './features/warrants/routes.ts';
import { webhookRoutes } from './features/webhooks/routes.ts';
import type { Route } from './platform/http/route.ts';
import type { Services } from './services.ts';

export const createRoutes = (services: Services): Route[] => [
  ...sessionRoutes({
    sessions: services.sessions,
    accounts: services.accounts,
    keys: services.signingKeys,
    secureCookies: services.config.secureCookies,
  }),
  ...searchRoutes(services.search),
  ...checkRoutes(services.checks),
  ...hitRoutes(services.hits),
  ...victimRoutes(services.victims),
  ...personRoutes(services.persons),
  ...photoRoutes(services.photos),
  ...mergeRoutes(services.merges),
  ...alertRoutes(services.alerts),
  ...warrantRoutes(services.warrants),
  ...caseFileRoutes(services.caseFiles),
  ...dossierRoutes(services.dossier, services.personDossier),
  ...assetRoutes(services.assets),
  ...assistanceRoutes(services.assistance),
  ...caseListRoutes(services.cases),
  ...caseRoutes(services.cases),
  ...treatyRoutes(services.treaties),
  ...referenceRoutes(services.reference),
  ...policyTrialRoutes(services.policyTrials),
  ...overviewRoutes(services.overview),
  ...reportRoutes(services.reports),
  ...breakGlassRoutes(services.breakGlass),
  ...flaggedSearchRoutes(services.flags),
  ...disclosureRoutes(services.disclosures),
  ...auditRoutes(services.audit),
  ...retentionRoutes(services.retention),
  ...subjectRequestRoutes(services.subjectRequests),
  ...correctionRoutes(services.corrections),
  ...userRoutes(services.users),
  ...agencyRoutes(services.agencies),
  ...apiKeyRoutes(services.apiKeys),
  ...savedSubjectRoutes(services.savedSubjects),
  ...passengerListRoutes(services.passengerLists),
  ...importRoutes(services.imports),
  ...exportRoutes(services.exports),
  ...interopRoutes(services.interop),
  ...sendsNothing(services.config.training, [
    ...webhookRoutes(services.webhooks),
    ...exchangeRoutes(services.exchange),
  ]),
  ...trainingRoutes(services.training),
  ...systemRoutes(services.system),
];

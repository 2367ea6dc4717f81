// Composes what is counted and printed over all areas: accountability reports and the dossier of a person.
import {
  createPersonDossier,
  type PersonDossierDeps,
  type PersonDossierService,
} from '../features/dossier/person-service.ts';
import { createReportService, type ReportDeps, type ReportService } from '../features/reports/service.ts';

export const composeReports = (
  deps: ReportDeps & PersonDossierDeps,
): { reports: ReportService; personDossier: PersonDossierService } => ({
  reports: createReportService(deps),
  personDossier: createPersonDossier(deps),
});

// Composes the accountability reports over cases and the printed dossier.
import { createReportService, type ReportDeps, type ReportService } from '../features/reports/service.ts';

export const composeReports = (deps: ReportDeps): { reports: ReportService } => ({
  reports: createReportService(deps),
});

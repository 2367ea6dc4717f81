// Puts extradition together: treaties and cases over the files of the cases.
import type { AlertService } from '../features/alerts/service.ts';
import type { CaseFileService } from '../features/case-files/service.ts';
import { createCaseService } from '../features/cases/service.ts';
import type { HitService } from '../features/hits/service.ts';
import { createTreatyService } from '../features/treaties/service.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/database.ts';

export interface ExtraditionNeeds {
  readonly database: Database;
  readonly clock: Clock;
  readonly alerts: Pick<AlertService, 'followCase'>;
  readonly caseFiles: Pick<CaseFileService, 'factsOf'>;
  readonly hits: Pick<HitService, 'confirmedFacts' | 'linkCase'>;
}

export function composeExtradition({ database, clock, alerts, caseFiles, hits }: ExtraditionNeeds) {
  const treaties = createTreatyService({ database, clock });
  const cases = createCaseService({ database, clock, alerts, treaties, caseFiles, hits });
  return { treaties, cases };
}

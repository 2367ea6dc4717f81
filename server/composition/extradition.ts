// Puts extradition together: treaties and cases over the files of the cases.
import type { Config } from '../config.ts';
import type { AlertService } from '../features/alerts/service.ts';
import type { CaseFileService } from '../features/case-files/service.ts';
import { type CaseMailService, createCaseMail } from '../features/case-mail/service.ts';
import { createCaseService } from '../features/cases/service.ts';
import type { HitService } from '../features/hits/service.ts';
import type { PolicyReader } from '../features/reference/service.ts';
import type { Screener } from '../features/search/screening.ts';
import { createTreatyService } from '../features/treaties/service.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/database.ts';
import { createMailer } from '../platform/mail/mailer.ts';
import type { CaseSource } from '../platform/search/port.ts';

export interface ExtraditionNeeds {
  readonly config: Pick<Config, 'mail' | 'publicUrl'>;
  readonly database: Database;
  readonly clock: Clock;
  readonly alerts: Pick<AlertService, 'followCase'>;
  readonly screener: Pick<Screener, 'analyse' | 'asked' | 'screen'>;
  /** Offers cases by words. */
  readonly caseSource: CaseSource;
  readonly policies: PolicyReader;
  readonly caseFiles: Pick<CaseFileService, 'factsOf'>;
  readonly hits: Pick<HitService, 'confirmedFacts' | 'linkCase'>;
}

export function composeExtradition({ config, ...deps }: ExtraditionNeeds) {
  const { database, clock } = deps;
  const mailer = config.mail ? createMailer(config.mail) : null;
  const caseMail: CaseMailService = createCaseMail({ database, clock, mailer, publicUrl: config.publicUrl });
  const treaties = createTreatyService({ database, clock });
  const cases = createCaseService({ ...deps, treaties, mail: caseMail });
  return { treaties, cases, caseMail, closeMail: () => mailer?.close() };
}

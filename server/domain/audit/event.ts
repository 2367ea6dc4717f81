// The closed list of things that leave a trace, each with what its trace holds.
// Traces hold ids, codes and counts; texts that name a person go into `secret`, which is stored encrypted.
// One file per area in events/.
import type { AccountabilityEvents } from './events/accountability.ts';
import type { BorderEvents } from './events/border.ts';
import type { CaseFileEvents } from './events/case-files.ts';
import type { CaseEvents } from './events/cases.ts';
import type { ExchangeEvents } from './events/exchange.ts';
import type { IdentityEvents } from './events/identity.ts';
import type { InterchangeEvents } from './events/interchange.ts';
import type { ListEvents } from './events/lists.ts';
import type { OfflineEvents } from './events/offline.ts';
import type { RecoveryEvents } from './events/recovery.ts';
import type { RegistryEvents } from './events/registry.ts';
import type { ReportEvents } from './events/reports.ts';
import type { RetentionEvents } from './events/retention.ts';
import type { RightsEvents } from './events/rights.ts';
import type { SearchEvents } from './events/search.ts';
import type { TrainingEvents } from './events/training.ts';

export interface AuditData
  extends AccountabilityEvents,
    BorderEvents,
    CaseFileEvents,
    ExchangeEvents,
    CaseEvents,
    IdentityEvents,
    InterchangeEvents,
    OfflineEvents,
    RecoveryEvents,
    ListEvents,
    RegistryEvents,
    ReportEvents,
    RetentionEvents,
    RightsEvents,
    SearchEvents,
    TrainingEvents {}

type AuditType = keyof AuditData;

type AuditOutcome = 'SUCCESS' | 'REFUSED' | 'FAILED';

interface AuditSubject {
  readonly type:
    | 'person'
    | 'alert'
    | 'user'
    | 'agency'
    | 'api-key'
    | 'session'
    | 'merge'
    | 'case'
    | 'check'
    | 'hit'
    | 'asset'
    | 'asset-case'
    | 'assistance'
    | 'webhook'
    | 'exchange-peer'
    | 'exchange-letter'
    | 'passenger-list'
    | 'saved-subject'
    | 'import'
    | 'export'
    | 'report'
    | 'erasure'
    | 'hold'
    | 'subject-request'
    | 'correction'
    | 'case'
    | 'audit'
    | 'system';
  readonly id: string;
}

export type AuditEntry = {
  [T in AuditType]: {
    readonly type: T;
    readonly data: AuditData[T];
    readonly subject?: AuditSubject;
    /** SUCCESS when left out. */
    readonly outcome?: AuditOutcome;
    /** Text that must not be readable in the table, such as the words of a search. */
    readonly secret?: string;
  };
}[AuditType];

// Words for every type of trace that the audit log may hold: a type without words does not compile.
import type { AuditEntry } from '../../../../../server/domain/audit/event.ts';
import type { Text } from '../../../i18n/texts.tsx';
import { accountabilityEvents } from './accountability.ts';
import { borderEvents } from './border.ts';
import { caseFileEvents } from './case-files.ts';
import { caseEvents } from './cases.ts';
import { exchangeEvents } from './exchange.ts';
import { identityEvents } from './identity.ts';
import { interchangeEvents } from './interchange.ts';
import { listEvents } from './lists.ts';
import { recoveryEvents } from './recovery.ts';
import { registryEvents } from './registry.ts';
import { reportEvents } from './reports.ts';
import { retentionEvents } from './retention.ts';
import { rightsEvents } from './rights.ts';
import { searchEvents } from './search.ts';

export const eventWords = {
  ...accountabilityEvents,
  ...borderEvents,
  ...caseFileEvents,
  ...caseEvents,
  ...exchangeEvents,
  ...identityEvents,
  ...interchangeEvents,
  ...listEvents,
  ...recoveryEvents,
  ...registryEvents,
  ...reportEvents,
  ...retentionEvents,
  ...rightsEvents,
  ...searchEvents,
} satisfies Record<AuditEntry['type'], Text>;

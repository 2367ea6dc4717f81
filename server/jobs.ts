// All background work as one list: what runs by the clock and what is added by a change.
import { z } from 'zod';
import { systemActor } from './domain/access/actor.ts';
import { alertJobs } from './features/alerts/jobs.ts';
import { assetJobs } from './features/assets/jobs.ts';
import { auditJobs } from './features/audit/jobs.ts';
import { caseMailJobs } from './features/case-mail/jobs.ts';
import { caseJobs } from './features/cases/jobs.ts';
import { checkJobs } from './features/checks/jobs.ts';
import { exchangeJobs } from './features/exchange/jobs.ts';
import { exportJobs } from './features/exports/jobs.ts';
import { hitJobs } from './features/hits/jobs.ts';
import { importJobs } from './features/imports/jobs.ts';
import { passengerListJobs } from './features/passenger-lists/jobs.ts';
import { reportJobs } from './features/reports/jobs.ts';
import { retentionJobs } from './features/retention/jobs.ts';
import { savedSubjectJobs } from './features/saved-subjects/jobs.ts';
import { victimJobs } from './features/victims/jobs.ts';
import { webhookJobs } from './features/webhooks/jobs.ts';
import {
  DISPATCH_EVENT,
  type KeptEvent,
  PERSON_CHANGED,
  purgeEvents,
  readEvent,
} from './platform/database/domain-events.ts';
import {
  ensureAuditPartitions,
  purgeIdempotencyKeys,
  purgeSessions,
} from './platform/database/housekeeping.ts';
import { newId } from './platform/ids.ts';
import type { Job } from './platform/jobs/jobs.ts';
import { type Mirror, MirrorGuard } from './platform/search/mirror/mirror.ts';
import { purgeChanges } from './platform/search/resident/changes.ts';
import type { Services } from './services.ts';

const changed = z.object({ personId: z.uuid() });
/** One event, or several of one change. */
const dispatched = z.union([
  z.object({ eventId: z.uuid() }).transform(({ eventId }) => [eventId]),
  z.object({ eventIds: z.array(z.uuid()) }).transform(({ eventIds }) => eventIds),
]);

export type JobServices = Pick<Services, 'database' | 'clock'> & {
  readonly alerts: Pick<Services['alerts'], 'expireAlerts'>;
  readonly checks: Pick<Services['checks'], 'writeLeftReports'>;
  readonly reports: Pick<Services['reports'], 'closeDays'>;
  readonly assets: Pick<Services['assets'], 'warnOfExpiry'>;
  readonly hits: Pick<Services['hits'], 'watchClocks' | 'purgeEvents'>;
  readonly victims: Pick<Services['victims'], 'purgeVictims'>;
  readonly courier: Services['courier'];
  readonly exports: Pick<Services['exports'], 'expire'>;
  readonly imports: Pick<Services['imports'], 'goOn' | 'pickUp' | 'purgeFiles'>;
  readonly channel: Services['channel'];
  readonly listScreening: Services['listScreening'];
  readonly savedSubjects: Pick<Services['savedSubjects'], 'personChanged' | 'purge'>;
  readonly cases: Pick<Services['cases'], 'warnOfDeadlines'>;
  readonly caseMail: Pick<Services['caseMail'], 'send'>;
  readonly retention: Pick<Services['retention'], 'runNight' | 'prove'>;
  readonly audit: Pick<Services['audit'], 'shorten'>;
  readonly signingKeys: Pick<Services['signingKeys'], 'rotateIfDue'>;
  readonly mirror?: { readonly mirror: Pick<Mirror, 'names' | 'sweep'> } | null;
};

/** Every night every row is compared with the index; a sweep that would repair too much has said so in the log. */
const mirrorJobs = ({ mirror }: { mirror: Pick<Mirror, 'names' | 'sweep'> }): Job[] => [
  {
    name: 'sweep-mirror',
    at: '40 2 * * *',
    run: async () => {
      for (const name of mirror.names)
        await mirror.sweep(name).catch((error) => {
          if (!(error instanceof MirrorGuard)) throw error;
        });
    },
  },
];

const housekeeping = ({ database: { pool }, clock, signingKeys }: JobServices): Job[] => [
  {
    name: 'rotate-signing-keys',
    at: '5 * * * *',
    run: () => signingKeys.rotateIfDue(systemActor('worker:rotate-signing-keys', newId())),
  },
  {
    name: 'purge-idempotency-keys',
    at: '15 * * * *',
    run: async () => void (await purgeIdempotencyKeys(pool, clock.now())),
  },
  {
    name: 'purge-person-changes',
    at: '45 * * * *',
    run: async () => void (await purgeChanges(pool)),
  },
  {
    name: 'ensure-audit-partitions',
    at: '25 1 * * *',
    run: async () => void (await ensureAuditPartitions(pool, clock.now())),
  },
  {
    name: 'purge-sessions',
    at: '35 1 * * *',
    run: async () => void (await purgeSessions(pool, clock.now())),
  },
];

/** Everybody who listens hears every event, also when another could not: then the job runs again, and all bear that. */
const eventJobs = ({
  database: { pool },
  clock,
  courier,
  listScreening,
  savedSubjects,
}: JobServices): Job[] => {
  const listeners = [
    (kept: KeptEvent) => courier.hear(kept),
    async ({ event }: KeptEvent) => {
      if (event.kind !== 'alert') return;
      await listScreening.rescreenPerson(event.personId);
      await savedSubjects.personChanged(event.personId, event.audience.length > 0);
    },
  ];
  return [
    {
      name: DISPATCH_EVENT,
      async run(payload) {
        const failures: unknown[] = [];
        for (const id of dispatched.parse(payload)) {
          const kept = await readEvent(pool, id);
          if (!kept) continue;
          const heard = await Promise.allSettled(listeners.map((listen) => listen(kept)));
          failures.push(...heard.flatMap((one) => (one.status === 'rejected' ? [one.reason] : [])));
        }
        if (failures.length > 0) throw new AggregateError(failures, 'an event was not heard by all');
      },
    },
    {
      name: PERSON_CHANGED,
      async run(payload) {
        const { personId } = changed.parse(payload);
        await listScreening.rescreenPerson(personId);
        await savedSubjects.personChanged(personId, false);
      },
    },
    { name: 'purge-events', at: '55 1 * * *', run: async () => void (await purgeEvents(pool, clock.now())) },
  ];
};

export const createJobs = (services: JobServices): Job[] => [
  ...alertJobs(services.alerts, services.clock),
  ...checkJobs(services.checks),
  ...assetJobs(services.assets, services.clock),
  ...hitJobs(services.hits),
  ...victimJobs(services.victims),
  ...eventJobs(services),
  ...importJobs(services.imports),
  ...exportJobs(services.exports),
  ...passengerListJobs(services.listScreening),
  ...savedSubjectJobs(services.savedSubjects),
  ...webhookJobs(services.courier),
  ...exchangeJobs(services.channel),
  ...caseJobs(services.cases, services.clock),
  ...retentionJobs(services.retention),
  ...auditJobs(services.audit),
  ...caseMailJobs(services.caseMail),
  ...reportJobs(services.reports),
  ...housekeeping(services),
  ...(services.mirror ? mirrorJobs(services.mirror) : []),
];

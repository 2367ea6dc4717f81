// All background work as one list: what runs by the clock and what is added by a change.
import { systemActor } from './domain/access/actor.ts';
import { alertJobs } from './features/alerts/jobs.ts';
import { assetJobs } from './features/assets/jobs.ts';
import { checkJobs } from './features/checks/jobs.ts';
import { hitJobs } from './features/hits/jobs.ts';
import { victimJobs } from './features/victims/jobs.ts';
import {
  ensureAuditPartitions,
  purgeIdempotencyKeys,
  purgeSessions,
} from './platform/database/housekeeping.ts';
import { newId } from './platform/ids.ts';
import type { Job } from './platform/jobs/jobs.ts';
import { type Mirror, MirrorGuard } from './platform/search/mirror/mirror.ts';
import type { Services } from './services.ts';

export type JobServices = Pick<Services, 'database' | 'clock'> & {
  readonly alerts: Pick<Services['alerts'], 'expireAlerts'>;
  readonly checks: Pick<Services['checks'], 'writeLeftReports'>;
  readonly assets: Pick<Services['assets'], 'warnOfExpiry'>;
  readonly hits: Pick<Services['hits'], 'watchClocks' | 'purgeEvents'>;
  readonly victims: Pick<Services['victims'], 'purgeVictims'>;
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

export const createJobs = (services: JobServices): Job[] => [
  ...alertJobs(services.alerts, services.clock),
  ...checkJobs(services.checks),
  ...assetJobs(services.assets, services.clock),
  ...hitJobs(services.hits),
  ...victimJobs(services.victims),
  ...housekeeping(services),
  ...(services.mirror ? mirrorJobs(services.mirror) : []),
];

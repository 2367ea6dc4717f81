// What the process tells about itself: no names, no secrets, nothing of any record.
import { z } from 'zod';

export const health = z
  .object({ status: z.literal('ok') })
  .meta({ id: 'Health', description: 'The process runs and answers.', examples: [{ status: 'ok' }] });

const state = z.enum(['ok', 'failed']);

export const readiness = z
  .object({
    status: z.literal('ready'),
    database: state,
    migrations: state,
  })
  .meta({
    id: 'Readiness',
    description: 'The process can do its work. Otherwise: problem `unavailable` with the same members.',
    examples: [{ status: 'ready', database: 'ok', migrations: 'ok' }],
  });

export const systemStatus = z
  .object({
    version: z.string(),
    startedAt: z.iso.datetime(),
    uptimeSeconds: z.number(),
    measuredAt: z.iso
      .datetime()
      .meta({ description: 'The figures are measured at most once in five seconds.' }),
    database: z.object({
      reachable: z.boolean(),
      latencyMs: z.number().nullable(),
    }),
    audit: z
      .object({
        unsealed: z
          .int()
          .meta({ description: 'Rows of the log that wait for their seal; counted up to 10 000.' }),
        oldestUnsealedSeconds: z.number().nullable(),
        lastSealedAt: z.iso.datetime().nullable(),
      })
      .nullable(),
    search: z
      .object({
        keyVersion: z.int().meta({ description: 'Version of the name keys that this process makes.' }),
        storedFrom: z.int().nullable().meta({ description: 'Lowest version among the stored rows.' }),
        storedTo: z.int().nullable().meta({ description: 'Highest version among the stored rows.' }),
      })
      .nullable(),
    worker: z
      .object({
        lastRunAt: z.iso.datetime().nullable().meta({ description: 'When a scheduled job last began.' }),
      })
      .nullable(),
  })
  .meta({
    id: 'SystemStatus',
    description: 'How the installation is doing; null where the database does not answer.',
  });

export type SystemStatus = z.infer<typeof systemStatus>;

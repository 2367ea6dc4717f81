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
      restarts: z.int().nullable().meta({
        description: 'How often this process started its own PostgreSQL again; null where it is not its own.',
      }),
      lastRestartAt: z.iso.datetime().nullable(),
    }),
    register: z
      .object({
        ready: z.boolean(),
        persons: z.int(),
        words: z.int(),
        behindSeconds: z
          .number()
          .nullable()
          .meta({ description: 'Since it last took changes; every answer reads those after it.' }),
      })
      .meta({ description: 'Names and dates in the memory of this process; checks do without until ready.' }),
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
        older: z.int().meta({
          description: 'Rows of an older version, which the worker makes anew; many make checks `degraded`.',
        }),
      })
      .nullable(),
    mirror: z
      .array(
        z.object({
          index: z.string(),
          answers: z.boolean().meta({ description: 'The index may be asked; otherwise PostgreSQL answers.' }),
          problem: z.string().nullable(),
          building: z.boolean(),
          engineAway: z.boolean().meta({ description: 'This process got no answer from the engine.' }),
          waiting: z
            .int()
            .meta({ description: 'Noted changes not yet confirmed; PostgreSQL answers for them.' }),
          oldestWaitingSeconds: z.number().nullable(),
          gap: z.int().meta({ description: 'Rows that the index does not tell wholly.' }),
          refused: z.int().meta({ description: 'Documents that the engine refuses.' }),
          lastSweepAt: z.iso.datetime().nullable(),
        }),
      )
      .nullable()
      .meta({ description: 'The search mirror; null without one.' }),
    replica: z
      .object({
        used: z.boolean().meta({ description: 'Reports and old rows of the log are read there.' }),
        lagSeconds: z
          .number()
          .nullable()
          .meta({ description: 'How old its answers are at most; null while it does not answer.' }),
      })
      .nullable()
      .meta({ description: 'The streaming replica; null without one.' }),
    exchange: z
      .array(
        z.object({
          states: z.array(z.string()),
          heardAt: z.iso.datetime().nullable(),
          silent: z.boolean().meta({ description: 'Its alerts may be out of date.' }),
        }),
      )
      .nullable()
      .meta({ description: 'Open links to other installations.' }),
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

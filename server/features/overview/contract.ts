// What needs somebody today, as numbers; null where the role has nothing to do with it.
import { z } from 'zod';
import { CASE_STATES } from '../../domain/cases/vocabulary.ts';

const count = z.number().int().nullable();

export const overviewView = z
  .object({
    at: z.iso.datetime(),
    waiting: z.object({
      hits: count.meta({ description: 'Open hits that the reader may see.' }),
      reviews: count.meta({ description: 'Alerts that wait for a second person, by others.' }),
      returned: count.meta({ description: 'Own drafts that a reviewer sent back.' }),
      endingAlerts: count.meta({ description: 'Alerts of the own side that end within 30 days.' }),
      overdueCases: count,
      dueCases: count.meta({ description: 'Cases whose next clock ends within 7 days.' }),
      tasks: count.meta({ description: 'Open tasks on cases that are the reader’s or nobody’s.' }),
      freezes: count.meta({ description: 'Open warnings of freezes that run out.' }),
      lists: count.meta({ description: 'Passenger lists that wait for a review.' }),
      emergencies: count.meta({ description: 'Emergency accesses without a review.' }),
    }),
    hits: z
      .object({
        byDay: z.array(z.object({ day: z.iso.date(), count: z.number(), confirmed: z.number() })),
        byCheckpoint: z.array(z.object({ checkpoint: z.string(), count: z.number() })),
      })
      .nullable()
      .meta({ description: 'Of the last 30 days, silent reports left out.' }),
    cases: z
      .object({
        stages: z.array(z.object({ state: z.enum(CASE_STATES), count: z.number(), overdue: z.number() })),
        flows: z.array(z.object({ requesting: z.string(), requested: z.string(), count: z.number() })),
      })
      .nullable(),
  })
  .meta({ id: 'Overview' });

export type Overview = z.output<typeof overviewView>;

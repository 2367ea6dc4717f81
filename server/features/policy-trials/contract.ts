// Two names, compared to see what a match policy makes of them.
import { z } from 'zod';
import { POLICY_CODES } from '../../domain/matching/match.ts';

const side = z.strictObject({
  name: z.string().trim().min(1).max(200),
  born: z
    .string()
    .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
    .optional()
    .meta({ description: 'Year, month or day: 1980, 1980-02, 1980-02-15.' }),
});

export const trialBody = z.strictObject({ policy: z.enum(POLICY_CODES), query: side, record: side }).meta({
  id: 'PolicyTrial',
  examples: [
    {
      policy: 'INVESTIGATOR',
      query: { name: 'Jumabayev Azamat', born: '1980' },
      record: { name: 'Жумабаев Азамат Касымович', born: '1980-02-15' },
    },
  ],
});
export type TrialBody = z.output<typeof trialBody>;

export const trialView = z
  .object({
    policy: z.string(),
    version: z.number(),
    score: z.number(),
    band: z.string(),
    flags: z.array(z.string()),
    reasons: z.array(
      z.object({
        feature: z.string(),
        code: z.string(),
        text: z.string(),
        contribution: z.number().meta({ description: 'Log-odds; all of them together make the score.' }),
      }),
    ),
  })
  .meta({ id: 'PolicyTrialResult' });
export type TrialView = z.output<typeof trialView>;

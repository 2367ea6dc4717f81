// What is asked of the search over cases, and what it answers.
import { z } from 'zod';
import { pageOf, pageQuery } from '../../platform/http/page.ts';
import { purposeSchema } from '../../platform/http/purpose.ts';
import { caseEntry } from './list-contract.ts';

export const FOUND_IN = ['NUMBER', 'PERSON', 'OFFENCE', 'COMMENT', 'TASK', 'HISTORY', 'DECISION'] as const;

export const caseSearchBody = z
  .strictObject({
    text: z.string().trim().min(2).max(200).meta({
      description:
        'A case number or reference or part of one, a name of the person in any script, or words of offences, comments, tasks, decisions and the history.',
    }),
    purpose: purposeSchema,
    cursor: pageQuery.shape.cursor,
    limit: z.number().int().min(1).max(100).default(50),
  })
  .meta({
    id: 'CaseSearchRequest',
    examples: [{ text: 'Jumabayev', purpose: { code: 'P3', reference: 'demo' } }],
  });

export const foundCase = caseEntry
  .extend({ foundIn: z.array(z.enum(FOUND_IN)) })
  .meta({ id: 'FoundCase', description: 'A case of the list and where the words were found.' });

export const caseSearchPage = pageOf(foundCase)
  .extend({
    engine: z.string().meta({ description: 'Which engine was asked beside PostgreSQL.' }),
    asOf: z.iso.datetime().meta({ description: 'The moment that the answer is true for.' }),
    degraded: z
      .boolean()
      .meta({ description: 'An engine was not asked, or names were not looked through to the end.' }),
  })
  .meta({ id: 'CaseSearchAnswer' });

export type CaseSearchBody = z.output<typeof caseSearchBody>;
export type CaseSearchPage = z.output<typeof caseSearchPage>;

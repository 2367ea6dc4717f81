// Letters about cases as people write and read them.
import { z } from 'zod';
import { pageOf, pageQuery } from '../../platform/http/page.ts';

const words = (max: number) => z.string().trim().min(1).max(max);
const documents = z
  .array(z.strictObject({ name: words(200), sha256: z.string().regex(/^[0-9a-f]{64}$/) }))
  .max(100)
  .meta({ description: 'The papers that are meant, by their checksum; they travel another way.' });

const content = {
  stage: words(60).meta({ description: 'Where the case stands for the writer.' }),
  text: words(4_000),
  documents,
};

export const newLetter = z
  .strictObject({
    peerId: z.uuid(),
    toState: z.string().regex(/^[A-Z]{3}$/),
    caseNumber: words(60),
    ...content,
  })
  .meta({
    id: 'NewExchangeLetter',
    examples: [
      {
        peerId: '01890a5d-ac96-774b-bcce-b302099a8057',
        toState: 'KAZ',
        caseNumber: 'KGZ-KAZ-2026-0001',
        stage: 'REQUESTED',
        text: 'When may the decision of the court be expected?',
        documents: [],
      },
    ],
  });
export type NewLetter = z.output<typeof newLetter>;

export const newAnswer = z.strictObject(content).meta({ id: 'NewExchangeAnswer' });
export type NewAnswer = z.output<typeof newAnswer>;

export const letterView = z
  .object({
    id: z.string(),
    peerId: z.string(),
    direction: z.enum(['OUT', 'IN']),
    kind: z.enum(['REQUEST', 'ANSWER']),
    fromState: z.string(),
    toState: z.string(),
    caseNumber: z.string(),
    stage: z.string(),
    text: z.string(),
    documents: z.array(z.object({ name: z.string(), sha256: z.string() })),
    inReplyTo: z.string().nullable(),
    at: z.string(),
  })
  .meta({ id: 'ExchangeLetter' });
export type LetterView = z.output<typeof letterView>;

export const letterPage = pageOf(letterView);
export type LetterPage = z.output<typeof letterPage>;
export const letterQuery = pageQuery.extend({
  caseNumber: words(60).optional().meta({ description: 'Letters about this case alone.' }),
});
export type LetterQuery = z.output<typeof letterQuery>;
export const letterParams = z.strictObject({ letterId: z.uuid() });

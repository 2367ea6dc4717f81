// Exercises, answers and the result sheet as they travel.
import { z } from 'zod';
import { LOCALES } from '../../domain/access/actor.ts';
import { EXERCISE_KINDS } from '../../domain/training/exercise.ts';

const decision = z.object({ code: z.string(), text: z.string() });

export const exerciseList = z
  .object({
    items: z.array(
      z.object({
        code: z.string(),
        kind: z.enum(EXERCISE_KINDS),
        title: z.string(),
        situation: z.string(),
        zone: z
          .array(z.string())
          .meta({ description: 'Lines of a machine-readable zone as they were read.' }),
        questions: z.array(z.object({ ask: z.string(), offered: z.array(decision) })),
      }),
    ),
  })
  .meta({ id: 'TrainingExercises', description: 'In the language of the reader, without what is right.' });
export type ExerciseList = z.output<typeof exerciseList>;

export const exerciseParams = z.object({ exercise: z.string().regex(/^[A-Z]+-\d$/) });

export const answerBody = z
  .strictObject({
    decisions: z
      .array(z.string().min(1).max(40))
      .min(1)
      .max(10)
      .meta({ description: 'One for each question, in their order.' }),
  })
  .meta({ id: 'TrainingAnswerBody', examples: [{ decisions: ['READ_AGAIN'] }] });
export type AnswerBody = z.output<typeof answerBody>;

export const answerView = z
  .object({
    exercise: z.string(),
    right: z.int(),
    total: z.int(),
    questions: z.array(
      z.object({ given: decision, expected: decision, isRight: z.boolean(), why: z.string() }),
    ),
  })
  .meta({ id: 'TrainingAnswer', description: 'What each decision was worth, what is right, and why.' });
export type AnswerView = z.output<typeof answerView>;

const attempt = z.object({ right: z.int(), at: z.iso.datetime() }).nullable();

export const sheetView = z
  .object({
    passed: z.int(),
    lines: z.array(
      z.object({
        exercise: z.string(),
        title: z.string(),
        total: z.int(),
        attempts: z.int(),
        first: attempt.meta({ description: 'What the officer knew before he was told; this one counts.' }),
        last: attempt,
        passed: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'TrainingSheet', description: 'The result sheet of the officer who asks.' });
export type SheetView = z.output<typeof sheetView>;

export const printQuery = z.strictObject({ language: z.enum(LOCALES).optional() });
export type PrintQuery = z.output<typeof printQuery>;
export const officerParams = z.strictObject({ userId: z.uuid() });

export const sheetList = z
  .object({
    items: z.array(
      z.object({
        userId: z.uuid(),
        name: z.string(),
        login: z.string(),
        agency: z.string(),
        passed: z.int(),
        answered: z.int().meta({ description: 'Exercises with at least one attempt.' }),
        total: z.int(),
        lastAt: z.iso.datetime(),
      }),
    ),
  })
  .meta({ id: 'TrainingSheets', description: 'Officers of the own state who answered anything, by name.' });
export type SheetList = z.output<typeof sheetList>;

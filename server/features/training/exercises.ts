// Reads the exercises: data, checked when training begins, so that no officer meets a question without a right answer.
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { EXERCISE_KINDS, type Exercise, type Words } from '../../domain/training/exercise.ts';
import { projectPath } from '../../platform/paths.ts';

const filled = z.string().min(1);
const words = z.strictObject({ ky: filled, ru: filled, kk: filled, en: filled });

const file = z.strictObject({
  decisions: z.record(z.string(), words),
  exercises: z.array(
    z.strictObject({
      code: filled,
      kind: z.enum(EXERCISE_KINDS),
      title: words,
      situation: words,
      zone: z.array(filled),
      questions: z
        .array(z.strictObject({ ask: words, offered: z.array(filled).min(2), expected: filled, why: words }))
        .min(1),
    }),
  ),
});

export interface Exercises {
  readonly exercises: readonly Exercise[];
  /** @returns what a decision is called */
  decision(code: string): Words;
}

/** @throws Error naming what is wrong with the data */
export function readExercises(): Exercises {
  const path = projectPath('search-config', 'training', 'exercises.json');
  const { decisions, exercises } = file.parse(JSON.parse(readFileSync(path, 'utf8')));
  const decision = (code: string): Words => {
    const found = decisions[code];
    if (!found) throw new Error(`the exercises name the decision ${code}, which has no words`);
    return found;
  };
  for (const { code, questions } of exercises)
    for (const { offered, expected } of questions) {
      offered.forEach(decision);
      if (!offered.includes(expected)) throw new Error(`${code}: what is right is not offered`);
    }
  return { exercises, decision };
}

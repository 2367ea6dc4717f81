// Exercises of training mode: what is asked, what is right, and what an attempt is worth.
import type { Locale } from '../access/actor.ts';

export type Words = Readonly<Record<Locale, string>>;

export const EXERCISE_KINDS = ['MRZ', 'FALSE_MATCH', 'STALE_ALERT', 'CASE'] as const;
export type ExerciseKind = (typeof EXERCISE_KINDS)[number];

export interface Question {
  readonly ask: Words;
  /** Codes of decisions, in the order in which they are offered. */
  readonly offered: readonly string[];
  /** The one of them that is right. */
  readonly expected: string;
  readonly why: Words;
}

export interface Exercise {
  readonly code: string;
  readonly kind: ExerciseKind;
  readonly title: Words;
  readonly situation: Words;
  /** Lines of a machine-readable zone, as they were read. */
  readonly zone: readonly string[];
  readonly questions: readonly Question[];
}

export interface Judged {
  readonly given: string;
  readonly expected: string;
  readonly isRight: boolean;
}

/**
 * @param given one decision for each question, in their order
 * @returns what each decision is worth; null when there are more or fewer than questions, or one that was not offered
 */
export function judge({ questions }: Exercise, given: readonly string[]): Judged[] | null {
  if (given.length !== questions.length) return null;
  const judged: Judged[] = [];
  for (const [at, { offered, expected }] of questions.entries()) {
    const decision = given[at] ?? '';
    if (!offered.includes(decision)) return null;
    judged.push({ given: decision, expected, isRight: decision === expected });
  }
  return judged;
}

export const countRight = (judged: readonly Judged[]): number =>
  judged.filter(({ isRight }) => isRight).length;

export interface Attempt {
  readonly exercise: string;
  readonly right: number;
  readonly answeredAt: Date;
}

export interface SheetLine {
  readonly exercise: Exercise;
  readonly total: number;
  readonly attempts: number;
  /** What the officer knew before he was told: the first attempt counts. */
  readonly first: Attempt | null;
  readonly last: Attempt | null;
}

/**
 * The result sheet of one officer: a line for each exercise, also for those he did not do.
 * @param attempts of that officer, oldest first; those at exercises that are gone are left out
 */
export const sheetOf = (exercises: readonly Exercise[], attempts: readonly Attempt[]): SheetLine[] =>
  exercises.map((exercise) => {
    const own = attempts.filter((attempt) => attempt.exercise === exercise.code);
    return {
      exercise,
      total: exercise.questions.length,
      attempts: own.length,
      first: own[0] ?? null,
      last: own.at(-1) ?? null,
    };
  });

/** @returns whether every question was right at the first attempt */
export const isPassed = ({ first, total }: SheetLine): boolean => first?.right === total;

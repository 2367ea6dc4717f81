// The problem that a refused request is told, for tests that look into it.
import { Problem, type ProblemCode } from '../../server/domain/errors.ts';

/** @returns the problem; anything else, also success, is thrown on */
export async function refusalOf(work: Promise<unknown>): Promise<Problem> {
  const error = await work.then(
    () => new Error('nothing was refused'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof Problem)) throw error;
  return error;
}

export const refusalCode = async (work: Promise<unknown>): Promise<ProblemCode> =>
  (await refusalOf(work)).code;

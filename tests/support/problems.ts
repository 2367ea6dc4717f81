// What went wrong, in a form that tests compare.
import { Problem } from '../../server/domain/errors.ts';

/** @returns `code` or `code at:fault, …` of the problem; `done` when nothing went wrong; other errors are thrown on */
export const problemOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => {
      if (!(error instanceof Problem)) throw error;
      const faults = error.faults.map(({ at, code }) => `${at}:${code}`);
      return [error.code, ...(faults.length > 0 ? [faults.join(', ')] : [])].join(' ');
    },
  );

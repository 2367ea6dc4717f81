// Questions of one kind that come while another is being answered go together in one statement: to send a message, to be woken by the
// answer and to commit cost more than most answers. One that comes alone is sent at once.
import { Problem } from '../../domain/errors.ts';
import { asProblem } from './problems.ts';

interface Waiting<Q, A> {
  readonly question: Q;
  readonly resolve: (answer: A) => void;
  readonly reject: (error: unknown) => void;
}

/** One statement that takes longer holds up nobody: a connection may be lost without a word. */
const HELD_UP_MS = 25;
/** Most questions of one statement. */
const MOST = 32;

const isAway = (error: unknown): boolean => error instanceof Problem && error.code === 'unavailable';

/**
 * @param ask answers all, in their order, or none; it is never asked for none
 * @returns the same for one: what is wrong with one question is told to nobody else
 */
export function together<Q, A>(
  ask: (questions: readonly Q[]) => Promise<readonly A[]>,
): (question: Q) => Promise<A> {
  let waiting: Waiting<Q, A>[] = [];
  let isBusy = false;

  async function answer(asked: readonly Waiting<Q, A>[]): Promise<void> {
    try {
      const answers = await ask(asked.map(({ question }) => question));
      for (const [place, { resolve }] of asked.entries()) resolve(answers[place] as A);
    } catch (thrown) {
      const error = asProblem(thrown);
      // Nothing was done: whose fault it is shows when each asks for himself.
      if (asked.length > 1 && !isAway(error)) await Promise.all(asked.map((one) => answer([one])));
      else for (const { reject } of asked) reject(error);
    }
  }

  function next(): void {
    if (waiting.length === 0) {
      isBusy = false;
      return;
    }
    const asked = waiting.slice(0, MOST);
    waiting = waiting.slice(MOST);
    let isOver = false;
    const goOn = () => {
      clearTimeout(patience);
      if (!isOver) next();
      isOver = true;
    };
    const patience = setTimeout(goOn, HELD_UP_MS);
    void answer(asked).finally(goOn);
  }

  return (question) =>
    new Promise((resolve, reject) => {
      waiting.push({ question, resolve, reject });
      if (isBusy) return;
      isBusy = true;
      next();
    });
}

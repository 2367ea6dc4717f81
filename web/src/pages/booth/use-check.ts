// One check from the question to the verdict. Whatever is no answer is UNAVAILABLE; nothing but an answer is ever CLEAR.
import { useCallback, useRef, useState } from 'react';
import { api } from '../../api/client.ts';
import { ApiProblem, type ProblemFault } from '../../api/problem.ts';
import type { CheckAnswer, CheckRequest } from '../../api/types.ts';
import { contactMade } from './use-line.ts';

export const OUTCOMES = ['CLEAR', 'POSSIBLE', 'HIT', 'DOCUMENT_PROBLEM', 'UNAVAILABLE'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export interface Verdict {
  readonly outcome: Outcome;
  readonly at: string;
  readonly answer: CheckAnswer | null;
  /** Why there is none: `unreachable`, which silence is too, or what the server said. */
  readonly problem: ApiProblem | null;
}

export type CheckState =
  | { readonly step: 'asking' | 'waiting' }
  | { readonly step: 'misread'; readonly request: CheckRequest; readonly faults: readonly ProblemFault[] }
  | { readonly step: 'refused'; readonly problem: ApiProblem }
  | { readonly step: 'verdict'; readonly verdict: Verdict; readonly request: CheckRequest };

/** Longer than this nobody waits at a booth. */
const DEADLINE_MS = 3_000;

const isMisread = (problem: ApiProblem): boolean =>
  problem.status === 422 && problem.faults.some(({ code }) => code.startsWith('mrz-'));

const unavailable = (problem: ApiProblem): Verdict => ({
  outcome: 'UNAVAILABLE',
  at: new Date().toISOString(),
  answer: null,
  problem,
});

const nobodyAnswered = () => new ApiProblem(0, { code: 'unreachable' });

/** An outcome that this screen does not know, or none at all, is no all-clear. */
function verdictOf(answer: CheckAnswer): Verdict {
  if (!OUTCOMES.includes(answer.outcome)) return unavailable(nobodyAnswered());
  return { outcome: answer.outcome, at: answer.at, answer, problem: null };
}

/** Whatever hangs, a connection or the renewal of the session, hangs no longer than this. */
async function inTime<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const given = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(nobodyAnswered());
      given.abort();
    }, DEADLINE_MS);
  });
  try {
    return await Promise.race([work(given.signal), late]);
  } finally {
    clearTimeout(timer);
  }
}

async function ask(request: CheckRequest): Promise<CheckState> {
  try {
    const answer = await inTime((signal) => api.post<CheckAnswer>('/v1/checks', { body: request, signal }));
    performance.mark('izdoo.answer');
    contactMade();
    return { step: 'verdict', verdict: verdictOf(answer), request };
  } catch (error) {
    const problem = error instanceof ApiProblem ? error : nobodyAnswered();
    if (isMisread(problem)) return { step: 'misread', request, faults: problem.faults };
    if (problem.status === 422) return { step: 'refused', problem };
    return { step: 'verdict', verdict: unavailable(problem), request };
  }
}

export function useCheck() {
  const [state, setState] = useState<CheckState>({ step: 'asking' });
  const turn = useRef(0);
  const run = useCallback(async (request: CheckRequest): Promise<CheckState> => {
    const mine = ++turn.current;
    setState({ step: 'waiting' });
    const next = await ask(request);
    // Whoever began anew in the meantime does not want to hear of the last traveller.
    if (mine === turn.current) setState(next);
    return next;
  }, []);
  const reset = useCallback(() => {
    turn.current++;
    setState({ step: 'asking' });
  }, []);
  return { state, run, reset };
}

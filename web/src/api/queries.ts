// How long answers are kept and when a question is asked again: refusals never, a lost line a few times.
import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './problem.ts';

const isWorthRepeating = (error: unknown): boolean =>
  error instanceof ApiProblem && (error.code === 'unreachable' || error.status === 503);

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (count, error) => count < 3 && isWorthRepeating(error),
      // Every look leaves a trace, so a window that comes to the front does not look by itself.
      refetchOnWindowFocus: false,
    },
  },
});

// The record on the screen, and what every change of it has in common: its version, its warnings, its reload.
import { notifications } from '@mantine/notifications';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { ApiProblem } from '../../api/problem.ts';
import type { PersonView, Warning } from '../../api/registry-types.ts';

export const personKey = (personId: string) => ['person', personId] as const;

export function usePerson(personId: string) {
  return useQuery({
    queryKey: personKey(personId),
    queryFn: () => api.get<PersonView>(`/v1/persons/${personId}`),
  });
}

export function useReload(personId: string) {
  const cache = useQueryClient();
  return {
    /** Shows the record anew, and what the server remarked. */
    async changed(warnings: readonly Warning[] = []) {
      for (const { text } of warnings) notifications.show({ message: text, autoClose: 12_000 });
      await cache.invalidateQueries({ queryKey: personKey(personId) });
    },
    /** @returns the record as it is stored now; the screen keeps what it shows */
    fresh: () => api.get<PersonView>(`/v1/persons/${personId}`),
  };
}

export const isStale = (error: unknown): boolean => error instanceof ApiProblem && error.status === 412;

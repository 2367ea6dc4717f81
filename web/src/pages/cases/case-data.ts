// What the page of a case asks for, and what is asked again after a change.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type {
  CaseFileView,
  CaseTimeline,
  CaseView,
  Comments,
  Competing,
  ManifestView,
  Tasks,
  Team,
  TransitionsView,
} from '../../api/case-types.ts';
import { api } from '../../api/client.ts';
import type { ShownName } from '../../components/person-name.tsx';
import { useSession } from '../../session/session.tsx';

const part = <T>(id: string, name: string) => ({
  queryKey: ['case', id, name],
  queryFn: () => api.get<T>(name === '' ? `/v1/cases/${id}` : `/v1/cases/${id}/${name}`),
});

export const useCase = (id: string) => useQuery(part<CaseView>(id, ''));
export const useTransitions = (id: string) => useQuery(part<TransitionsView>(id, 'transitions'));
export const useTimeline = (id: string) =>
  useQuery({
    queryKey: ['case', id, 'timeline'],
    queryFn: async () => {
      const items: CaseTimeline['items'] = [];
      for (let after: number | null = 0; after !== null; ) {
        const page: CaseTimeline = await api.get(`/v1/cases/${id}/timeline`, { query: { after } });
        items.push(...page.items);
        after = page.nextAfter;
      }
      return items;
    },
  });
export const useCaseFiles = (id: string, enabled = true) =>
  useQuery({ ...part<{ items: CaseFileView[] }>(id, 'files'), enabled });
export const useManifest = (id: string, enabled = true) =>
  useQuery({ ...part<ManifestView>(id, 'manifest'), enabled });
export const useComments = (id: string) => useQuery(part<Comments>(id, 'comments'));
export const useCompeting = (id: string) => useQuery(part<Competing>(id, 'competing'));

/** Names of colleagues; a liaison officer has none. */
export function useTeam(id: string) {
  const { may } = useSession();
  const team = useQuery({
    ...part<Team>(id, 'team'),
    enabled: may('case.write') || may('case.propose'),
    staleTime: 300_000,
  });
  const people = team.data?.items ?? [];
  return {
    people,
    nameOf: (userId: string | null) => people.find((one) => one.userId === userId)?.displayName ?? null,
  };
}

export const useCaseTasks = (id: string) => {
  const { may } = useSession();
  return useQuery({
    queryKey: ['case', id, 'tasks'],
    queryFn: async () => {
      const [open, done] = await Promise.all([
        api.get<Tasks>('/v1/case-tasks', { query: { caseId: id, open: 'true', limit: 200 } }),
        api.get<Tasks>('/v1/case-tasks', { query: { caseId: id, open: 'false', limit: 200 } }),
      ]);
      const all = new Map([...open.items, ...done.items].map((task) => [task.id, task]));
      return [...all.values()].sort((a, b) => Number(a.doneAt !== null) - Number(b.doneAt !== null));
    },
    enabled: may('case.write'),
  });
};

/** The name of the person, for those who may open the record. */
export function usePersonName(personId: string | undefined) {
  const { may } = useSession();
  const { data } = useQuery({
    queryKey: ['person-name', personId],
    queryFn: () => api.get<{ names: ShownName[] }>(`/v1/persons/${personId}`),
    enabled: personId !== undefined && may('person.read'),
    staleTime: 600_000,
    retry: false,
  });
  return data?.names.find(({ type }) => type === 'PRIMARY') ?? data?.names[0] ?? null;
}

/** @returns a function that asks for everything about the case anew, and for the lists that show it */
export function useReloadCase(id: string): () => Promise<unknown> {
  const cache = useQueryClient();
  return useCallback(
    () =>
      Promise.all([
        cache.invalidateQueries({ queryKey: ['case', id] }),
        cache.invalidateQueries({ queryKey: ['cases'] }),
        cache.invalidateQueries({ queryKey: ['overview'] }),
      ]),
    [cache, id],
  );
}

// Names for the ids that the log holds; what this reader may not know keeps the end of its id.
import { useQuery } from '@tanstack/react-query';
import type { AuditName } from '../../../../server/features/audit/contract.ts';
import { api } from '../../api/client.ts';

const AT_ONCE = 100;
const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const shortOf = (id: string): string => (ID.test(id) ? `…${id.slice(-6)}` : id);

/** @returns a function from an id to its name */
export function useNames(ids: readonly (string | null | undefined)[]): (id: string | null) => string {
  const wanted = [...new Set(ids)].filter((id): id is string => ID.test(id ?? '')).sort();
  const { data } = useQuery({
    queryKey: ['audit-names', wanted],
    queryFn: async () => {
      const known = new Map<string, string>();
      for (let from = 0; from < wanted.length; from += AT_ONCE) {
        const { items } = await api.get<{ items: AuditName[] }>('/v1/audit/names', {
          query: { ids: wanted.slice(from, from + AT_ONCE).join(',') },
        });
        for (const { id, name } of items) known.set(id, name);
      }
      return known;
    },
    enabled: wanted.length > 0,
    placeholderData: (before) => before,
    staleTime: 60_000,
  });
  return (id) => (id === null ? '' : (data?.get(id) ?? shortOf(id)));
}

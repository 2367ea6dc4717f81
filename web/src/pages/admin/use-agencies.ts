// The agencies of the own state, for choosing one and for naming one.
import { useQuery } from '@tanstack/react-query';
import type { AgencyView } from '../../../../server/features/agencies/contract.ts';
import { api } from '../../api/client.ts';
import { useUser } from '../../session/session.tsx';

export function useAgencies() {
  const { agency } = useUser();
  const { data } = useQuery({
    queryKey: ['agencies', 'all', agency.state],
    queryFn: () =>
      api.get<{ items: AgencyView[] }>('/v1/agencies', { query: { state: agency.state, limit: 200 } }),
    staleTime: 60_000,
  });
  const all = data?.items ?? [];
  return {
    options: all
      .filter(({ active }) => active)
      .map((one) => ({ value: one.id, label: `${one.code} · ${one.name}` })),
    nameOf: (id: string) => all.find((one) => one.id === id)?.name ?? id,
  };
}

// The agencies of all member states by name, for choosing with whom an alert is shared and for reading it.
import { useQuery } from '@tanstack/react-query';
import type { AgencyName } from '../../../../server/features/agencies/contract.ts';
import { api } from '../../api/client.ts';
import { useSession } from '../../session/session.tsx';

export function useAgencyNames(): readonly AgencyName[] {
  const { may } = useSession();
  const { data } = useQuery({
    queryKey: ['agency-names'],
    queryFn: () => api.get<{ items: AgencyName[] }>('/v1/reference/agencies'),
    enabled: may('alert.write'),
    staleTime: 300_000,
  });
  return data?.items ?? [];
}

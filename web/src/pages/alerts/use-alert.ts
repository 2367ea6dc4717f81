// The alert on the screen, its gate, and the reload after every change.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import type { AlertView, GateView } from '../../api/registry-types.ts';

export function useAlert(alertId: string) {
  return useQuery({
    queryKey: ['alert', alertId],
    queryFn: () => api.get<AlertView>(`/v1/alerts/${alertId}`),
  });
}

/** What still stands between the alert and its publication. */
export function useGate(alertId: string, enabled: boolean) {
  return useQuery({
    queryKey: ['alert', alertId, 'gate'],
    queryFn: () => api.get<GateView>(`/v1/alerts/${alertId}/gate`),
    enabled,
  });
}

export function useReloadAlert(alertId: string) {
  const cache = useQueryClient();
  return {
    async changed() {
      await cache.invalidateQueries({ queryKey: ['alert', alertId] });
      void cache.invalidateQueries({ queryKey: ['alerts'] });
      void cache.invalidateQueries({ queryKey: ['person'] });
    },
    /** @returns the alert as it is stored now; the screen keeps what it shows */
    fresh: () => api.get<AlertView>(`/v1/alerts/${alertId}`),
  };
}

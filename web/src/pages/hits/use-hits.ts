// Questions about hits, asked again when something is pushed.
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { api } from '../../api/client.ts';
import type { HitPage, HitView } from '../../api/types.ts';
import type { LineState } from '../../session/event-stream.ts';
import { useBorderEvents } from '../../session/events.ts';

export type Which = 'open' | 'closed' | 'silent';

const QUERY: Readonly<Record<Which, Record<string, string>>> = {
  open: { open: 'true', kind: 'MATCH' },
  closed: { open: 'false', kind: 'MATCH' },
  silent: { kind: 'SILENT' },
};

export function useHits(which: Which) {
  const query = useInfiniteQuery({
    queryKey: ['hits', which],
    queryFn: ({ pageParam }) =>
      api.get<HitPage>('/v1/hits', { query: { ...QUERY[which], limit: 50, cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
  return { ...query, hits: query.data?.pages.flatMap(({ items }) => items) };
}

export const useHit = (id: string) =>
  useQuery({ queryKey: ['hit', id], queryFn: () => api.get<HitView>(`/v1/hits/${id}`) });

/** Keeps lists and pages of hits true. Whatever was missed while the line was cut is in the answers asked for anew. */
export function useHitsLive(hitId?: string): LineState {
  const cache = useQueryClient();
  const line = useBorderEvents((event) => {
    void cache.invalidateQueries({ queryKey: ['hits'] });
    if (event.hitId !== null && event.hitId === hitId)
      void cache.invalidateQueries({ queryKey: ['hit', hitId] });
  });
  const before = useRef(line);
  useEffect(() => {
    if (line === 'live' && before.current === 'lost') {
      void cache.invalidateQueries({ queryKey: ['hits'] });
      if (hitId !== undefined) void cache.invalidateQueries({ queryKey: ['hit', hitId] });
    }
    before.current = line;
  }, [line, hitId, cache]);
  return line;
}

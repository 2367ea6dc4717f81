// Questions about hits, asked again when something is pushed; who was on the list before is known, so that a new one is heard.
import { notifications } from '@mantine/notifications';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { api } from '../../api/client.ts';
import type { HitEntry, HitPage, HitView } from '../../api/types.ts';
import { useTexts } from '../../i18n/texts.tsx';
import { type LineState, useBorderEvents } from '../../session/events.ts';
import { hitsTexts } from './hits-texts.ts';
import { ring } from './ring.ts';

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

/** Sound and note for each hit that was not on the list before; not for those of the first look. */
export function useNewHits(hits: readonly HitEntry[] | undefined, which: Which, loud: boolean): void {
  const t = useTexts(hitsTexts);
  const known = useRef<{ which: Which; ids: Set<string> }>(undefined);
  useEffect(() => {
    if (!hits) return;
    const ids = new Set(hits.map(({ id }) => id));
    const last = known.current;
    known.current = { which, ids: new Set([...ids, ...(last?.which === which ? last.ids : [])]) };
    if (last?.which !== which) return;
    const fresh = hits.filter(({ id }) => !last.ids.has(id));
    if (fresh.length === 0) return;
    if (loud) ring();
    for (const { id, reference, checkpoint, colour } of fresh)
      notifications.show({
        id,
        color: colour === 'RED' ? 'red' : 'orange',
        title: t('newHit'),
        message: `${reference}, ${checkpoint ?? t('unknownPlace')}`,
      });
  }, [hits, which, loud, t]);
}

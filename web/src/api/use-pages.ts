// A list that comes in pages, as the tables of the screens take it.
import { useInfiniteQuery } from '@tanstack/react-query';
import { type ApiOptions, api } from './client.ts';

interface PageOf<T> {
  readonly items: T[];
  readonly nextCursor: string | null;
}

/** @param key first part of the name under which the answers are kept, for asking anew after a change */
export function usePages<T>(key: string, path: string, query: ApiOptions['query'] = {}, enabled = true) {
  const pages = useInfiniteQuery({
    queryKey: [key, path, query],
    queryFn: ({ pageParam }) => api.get<PageOf<T>>(path, { query: { ...query, cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    enabled,
  });
  return {
    rows: pages.data?.pages.flatMap(({ items }) => items),
    error: pages.error,
    onRetry: () => void pages.refetch(),
    onMore: pages.hasNextPage ? () => void pages.fetchNextPage() : undefined,
    isLoadingMore: pages.isFetchingNextPage,
  };
}

// The running search: pages of results that stay in their order, and the facets of the first.
import { useInfiniteQuery } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import type { SearchAnswer } from '../../api/registry-types.ts';
import { bodyOf, type SearchAddress, type Words } from './question.ts';

export function useSearch(address: SearchAddress, words: Words) {
  const body = bodyOf(address, words);
  const query = useInfiniteQuery({
    queryKey: ['search', body],
    enabled: body !== undefined,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      api.post<SearchAnswer>('/v1/search/persons', {
        body: { ...body, facets: pageParam === undefined, cursor: pageParam },
        purposeInBody: true,
        signal,
      }),
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    staleTime: 60_000,
  });
  const pages = query.data?.pages;
  return {
    ...query,
    isAsked: body !== undefined,
    first: pages?.[0],
    items: pages?.flatMap(({ items }) => items) ?? [],
  };
}

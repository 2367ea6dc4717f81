// The search endpoints.
import { type Route, route } from '../../platform/http/route.ts';
import { searchAnswer, searchBody } from './contract.ts';
import type { SearchService } from './service.ts';

export const searchRoutes = (search: SearchService): Route[] => [
  route({
    id: 'searchPersons',
    method: 'post',
    path: '/v1/search/persons',
    tag: 'Search',
    summary: 'Find persons by name in any script, birth date, document or national id',
    description:
      'Every result says which stored name matched, why, and how the score came about. A purpose is mandatory; the search is recorded before it is answered.',
    permission: 'search.persons',
    purpose: 'body',
    rate: 'search',
    body: searchBody,
    success: { status: 200, body: searchAnswer },
    problems: ['unavailable'],
    example: { name: 'Jumabayev Azamat', purpose: { code: 'P1', reference: 'demo' } },
    handler: ({ actor, body }) => search.searchPersons(actor, body),
  }),
];

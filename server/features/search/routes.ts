// The search endpoints.
import { type Route, route } from '../../platform/http/route.ts';
import { searchAnswer, searchBody } from './contract.ts';
import { likeAnswer, likeBody } from './duplicates-contract.ts';
import type { ExplainService } from './explain.ts';
import { explainAnswer, explainBody } from './explain-contract.ts';
import type { LikeRecordService } from './like-record.ts';
import { type NameFormsService, nameFormsAnswer, nameFormsBody } from './name-forms.ts';
import type { SearchService } from './service.ts';
import type { SuggestionService } from './suggestions.ts';
import { suggestionAnswer, suggestionBody } from './suggestions-contract.ts';

type AllOfSearch = SearchService & SuggestionService & ExplainService & LikeRecordService & NameFormsService;

export const searchRoutes = (search: AllOfSearch): Route[] => [
  route({
    id: 'searchPersons',
    method: 'post',
    path: '/v1/search/persons',
    tag: 'Search',
    summary:
      'Find persons by name in any script, birth date, document or national id, or list them by filters',
    description:
      'Every result says which stored name matched, why, and how the score came about. With filters alone the newest 500 records that meet them are within reach. Totals, facets and namesakes count only persons that you may see; they are exact or say "at least". A purpose is mandatory; the search is recorded before it is answered.',
    permission: 'search.persons',
    purpose: 'body',
    rate: 'search',
    body: searchBody,
    success: { status: 200, body: searchAnswer },
    problems: ['unavailable'],
    example: { name: 'Jumabayev Azamat', purpose: { code: 'P1', reference: 'demo' } },
    handler: ({ actor, body }) => search.searchPersons(actor, body),
  }),
  route({
    id: 'suggestNames',
    method: 'post',
    path: '/v1/search/suggestions',
    tag: 'Search',
    summary: 'Offer names that begin as typed',
    description:
      'Names of persons that you may see, in any script and word order. The purpose is that of the search which is being typed, sent along with every call; each name is recorded before it is first shown, and again after five minutes.',
    permission: 'search.persons',
    purpose: 'body',
    rate: 'suggest',
    body: suggestionBody,
    success: { status: 200, body: suggestionAnswer },
    problems: ['unavailable'],
    example: { text: 'jum', purpose: { code: 'P1', reference: 'demo' } },
    handler: ({ actor, body }) => search.suggestNames(actor, body),
  }),
  route({
    id: 'explainSearch',
    method: 'post',
    path: '/v1/search/explain',
    tag: 'Search',
    summary: 'Why a record is not found, or so low',
    description:
      'Runs the search again and tells every step of it about one record: keys, filters, every name word by word, the other evidence, the arithmetic of the policy, thresholds, place. A record that you may not see does not exist here either.',
    permission: 'search.persons',
    purpose: 'body',
    rate: 'search',
    body: explainBody,
    success: { status: 200, body: explainAnswer },
    problems: ['not-found', 'unavailable'],
    example: {
      name: 'Jumabayev Azamat',
      personId: '01900000-0000-7000-8000-000000000000',
      purpose: { code: 'P1', reference: 'demo' },
    },
    handler: ({ actor, body }) => search.explainSearch(actor, body),
  }),
  route({
    id: 'findLikeRecords',
    method: 'post',
    path: '/v1/search/duplicates',
    tag: 'Search',
    summary: 'Records like one that is being written',
    description:
      'The warning of duplicates while typing: the same comparison as GET /v1/persons/{personId}/duplicates, asked before anything is saved.',
    permission: 'person.write',
    purpose: 'body',
    rate: 'suggest',
    body: likeBody,
    success: { status: 200, body: likeAnswer },
    problems: ['unavailable'],
    example: {
      names: [{ family: 'Сыдыков', given: 'Нурбек' }],
      birthDates: ['1975'],
      purpose: { code: 'P6', reference: 'demo' },
    },
    handler: ({ actor, body }) => search.findLike(actor, body),
  }),
  route({
    id: 'showNameForms',
    method: 'post',
    path: '/v1/search/name-forms',
    tag: 'Search',
    summary: 'Other spellings by which a name that is being written will be found',
    description: 'Works on the words alone: no record is looked at.',
    permission: 'person.write',
    rate: 'suggest',
    body: nameFormsBody,
    success: { status: 200, body: nameFormsAnswer },
    example: { family: 'Сыдыков', given: 'Нурбек' },
    handler: async ({ actor, body }) => search.nameForms(actor, body),
  }),
];

// The endpoints of kept questions.
import { type Route, route } from '../../platform/http/route.ts';
import {
  subjectBody,
  subjectMatches,
  subjectPage,
  subjectParams,
  subjectQuery,
  subjectView,
} from './contract.ts';
import type { SavedSubjectService } from './service.ts';

const TAG = 'Saved subjects';

export const savedSubjectRoutes = (subjects: SavedSubjectService): Route[] => [
  route({
    id: 'saveSubject',
    method: 'post',
    path: '/v1/saved-subjects',
    tag: TAG,
    summary: 'Keep a question, to be told when an alert begins that fits',
    permission: 'subject.save',
    purpose: 'body',
    idempotent: true,
    body: subjectBody,
    success: { status: 201, body: subjectView },
    problems: ['conflict'],
    handler: ({ actor, body }) => subjects.save(actor, body),
  }),
  route({
    id: 'listSubjects',
    method: 'get',
    path: '/v1/saved-subjects',
    tag: TAG,
    summary: 'The own questions, each with how much is new',
    permission: 'subject.save',
    query: subjectQuery,
    success: { status: 200, body: subjectPage },
    handler: ({ actor, query }) => subjects.list(actor, query),
  }),
  route({
    id: 'removeSubject',
    method: 'delete',
    path: '/v1/saved-subjects/{subjectId}',
    tag: TAG,
    summary: 'Forget a question and what was found for it',
    permission: 'subject.save',
    params: subjectParams,
    success: { status: 204 },
    problems: ['not-found'],
    handler: ({ actor, params }) => subjects.remove(actor, params.subjectId),
  }),
  route({
    id: 'listSubjectMatches',
    method: 'get',
    path: '/v1/saved-subjects/{subjectId}/matches',
    tag: TAG,
    summary: 'What was found, as far as it may be seen now; reading it is seeing it',
    permission: 'subject.save',
    purpose: 'header',
    params: subjectParams,
    success: { status: 200, body: subjectMatches },
    problems: ['not-found'],
    handler: ({ actor, params }) => subjects.matches(actor, params.subjectId),
  }),
];

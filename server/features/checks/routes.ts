// The endpoint of the border check.
import { type Route, route } from '../../platform/http/route.ts';
import { checkAnswer, checkBody } from './contract.ts';
import type { CheckService } from './service.ts';

export const checkRoutes = (checks: CheckService): Route[] => [
  route({
    id: 'runCheck',
    method: 'post',
    path: '/v1/checks',
    tag: 'Border',
    summary: 'Check a traveller',
    description:
      'Answers CLEAR, POSSIBLE or HIT from PostgreSQL. The check is kept before it is answered. An error, also `unavailable`, is never an all-clear: the paper procedure applies.',
    permission: 'check.run',
    rate: 'check',
    worksWhileAway: true,
    body: checkBody,
    success: { status: 200, body: checkAnswer },
    problems: ['unavailable'],
    handler: ({ actor, body }) => checks.check(actor, body),
  }),
];

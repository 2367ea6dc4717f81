// The endpoints of correction proposals.
import { type Route, route } from '../../platform/http/route.ts';
import {
  correctionAnswer,
  correctionBody,
  correctionPage,
  correctionParams,
  correctionQuery,
  correctionView,
} from './contract.ts';
import type { CorrectionService } from './service.ts';

const decision = (
  corrections: CorrectionService,
  verb: 'accept' | 'refuse',
  status: 'ACCEPTED' | 'REFUSED',
  summary: string,
): Route =>
  route({
    id: `${verb}Correction`,
    method: 'post',
    path: `/v1/corrections/{correctionId}/${verb}`,
    tag: 'Persons’ rights',
    summary,
    permission: 'correction.decide',
    rate: 'write',
    params: correctionParams,
    body: correctionAnswer,
    ifMatch: true,
    success: { status: 200, body: correctionView },
    problems: ['not-found', 'forbidden', 'transition-not-allowed'],
    example: { answer: 'Compared with the register of births.' },
    handler: ({ actor, params, body, version }) =>
      corrections.decide(actor, params.correctionId, version, status, body),
  });

export const correctionRoutes = (corrections: CorrectionService): Route[] => [
  route({
    id: 'proposeCorrection',
    method: 'post',
    path: '/v1/corrections',
    tag: 'Persons’ rights',
    summary: 'Propose to correct a record of another state',
    description:
      'Data stay the property of their owner: he accepts or refuses, and corrects the record himself.',
    permission: 'correction.propose',
    rate: 'write',
    body: correctionBody,
    idempotent: true,
    success: { status: 201, body: correctionView },
    problems: ['not-found', 'conflict'],
    handler: ({ actor, body }) => corrections.propose(actor, body),
  }),
  route({
    id: 'listCorrections',
    method: 'get',
    path: '/v1/corrections',
    tag: 'Persons’ rights',
    summary: 'Proposals to the own state and by it, newest first',
    permission: 'correction.read',
    rate: 'read',
    query: correctionQuery,
    success: { status: 200, body: correctionPage },
    handler: ({ actor, query }) => corrections.list(actor, query),
  }),
  route({
    id: 'getCorrection',
    method: 'get',
    path: '/v1/corrections/{correctionId}',
    tag: 'Persons’ rights',
    summary: 'Read a proposal',
    permission: 'correction.read',
    rate: 'read',
    params: correctionParams,
    success: { status: 200, body: correctionView },
    problems: ['not-found'],
    handler: ({ actor, params }) => corrections.get(actor, params.correctionId),
  }),
  decision(corrections, 'accept', 'ACCEPTED', 'Accept a proposal: everybody who was shown the error is told'),
  decision(corrections, 'refuse', 'REFUSED', 'Refuse a proposal'),
];

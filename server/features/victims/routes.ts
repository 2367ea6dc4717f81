// The endpoints of victims of misused identity.
import { type Route, route } from '../../platform/http/route.ts';
import { hitParams } from '../hits/contract.ts';
import {
  victimAlertParams,
  victimBody,
  victimCode,
  victimCreated,
  victimList,
  victimParams,
  victimRecognition,
} from './contract.ts';
import type { VictimService } from './service.ts';

export const victimRoutes = (victims: VictimService): Route[] => [
  route({
    id: 'recordVictim',
    method: 'post',
    path: '/v1/alerts/{alertId}/victims',
    tag: 'Border',
    summary: 'Record an innocent person whose identity the wanted person uses',
    description:
      'With that person’s consent only. The answer holds a code, once; it goes with the alert. A repetition makes a second record.',
    permission: 'alert.decide',
    params: victimAlertParams,
    body: victimBody,
    success: { status: 201, body: victimCreated },
    problems: ['not-found', 'forbidden'],
    handler: ({ actor, params, body }) => victims.record(actor, params.alertId, body),
  }),
  route({
    id: 'listVictims',
    method: 'get',
    path: '/v1/alerts/{alertId}/victims',
    tag: 'Border',
    summary: 'Innocent people whose identity the wanted person uses',
    permission: 'alert.decide',
    params: victimAlertParams,
    success: { status: 200, body: victimList },
    problems: ['not-found', 'forbidden'],
    handler: ({ actor, params }) => victims.list(actor, params.alertId),
  }),
  route({
    id: 'removeVictim',
    method: 'delete',
    path: '/v1/alerts/{alertId}/victims/{victimId}',
    tag: 'Border',
    summary: 'Remove such a record, for example because the consent was taken back',
    permission: 'alert.decide',
    params: victimParams,
    success: { status: 204 },
    problems: ['not-found', 'forbidden'],
    handler: ({ actor, params }) => victims.remove(actor, params.alertId, params.victimId),
  }),
  route({
    id: 'recogniseVictim',
    method: 'post',
    path: '/v1/hits/{hitId}/recognise-victim',
    tag: 'Border',
    summary: 'Compare the code of a traveller who says that his identity is misused',
    description:
      'Answers with what tells the two apart. The officer decides; the code alone lets nobody pass.',
    permission: 'hit.decide',
    rate: 'login',
    params: hitParams,
    body: victimCode,
    success: { status: 200, body: victimRecognition },
    problems: ['not-found'],
    handler: ({ actor, params, body }) => victims.recognise(actor, params.hitId, body.code),
  }),
];

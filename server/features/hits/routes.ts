// The endpoints of hits: lists, one hit, and a verb for every step.
import type { z } from 'zod';
import type { Permission } from '../../domain/access/permission.ts';
import type { HitVerb } from '../../domain/hits/vocabulary.ts';
import { pageQuery } from '../../platform/http/page.ts';
import { type Route, route } from '../../platform/http/route.ts';
import { imageQuery } from '../photos/contract.ts';
import {
  actionTaken,
  confirmation,
  finishedTask,
  type HitWords,
  hitPage,
  hitParams,
  hitPhotoParams,
  hitQuery,
  hitReceipt,
  hitTaskParams,
  hitView,
  notedHitStep,
  notSame,
  plainHitStep,
  question,
} from './contract.ts';
import { notSamePage, notSameParams, revokedNotSame } from './memory.ts';
import type { HitService } from './service.ts';

interface StepRoute<B extends z.ZodType> {
  readonly verb: HitVerb;
  readonly summary: string;
  readonly permission: Permission;
  readonly body: B;
  readonly wordsOf: (body: z.output<B>) => HitWords;
}

const camel = (verb: string): string => verb.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

const stepRoute = <B extends z.ZodType>(hits: HitService, step: StepRoute<B>): Route =>
  route({
    id: `${camel(step.verb)}Hit`,
    method: 'post',
    path: `/v1/hits/{hitId}/${step.verb}`,
    tag: 'Border',
    summary: step.summary,
    permission: step.permission,
    ifMatch: true,
    params: hitParams,
    body: step.body,
    success: { status: 200, body: hitReceipt },
    problems: ['not-found', 'forbidden', 'own-work', 'transition-not-allowed', 'version-mismatch'],
    handler: ({ actor, params, version, body }) =>
      hits.takeStep(actor, params.hitId, version, step.verb, step.wordsOf(body)),
  });

const noteOf = ({ note }: { note?: string | undefined }): HitWords => ({ note });

export const hitRoutes = (hits: HitService): Route[] => [
  route({
    id: 'listHits',
    method: 'get',
    path: '/v1/hits',
    tag: 'Border',
    summary: 'Hits of the own border and on the own alerts, newest first; silent reports among them',
    permission: 'hit.read',
    query: hitQuery,
    success: { status: 200, body: hitPage },
    handler: ({ actor, query }) => hits.list(actor, query),
  }),
  route({
    id: 'getHit',
    method: 'get',
    path: '/v1/hits/{hitId}',
    tag: 'Border',
    summary: 'One hit: traveller beside record, reasons, alert, clocks, and the steps that may be taken',
    permission: 'hit.read',
    params: hitParams,
    success: { status: 200, body: hitView },
    problems: ['not-found'],
    handler: ({ actor, params }) => hits.view(actor, params.hitId),
  }),
  route({
    id: 'followEvents',
    method: 'get',
    path: '/v1/events',
    tag: 'Border',
    summary: 'New hits, answers and clocks that run out, as server-sent events',
    description:
      'Stays open. `hit.opened`, `hit.silent`, `hit.changed`, `hit.overdue`; each with the id of the hit. Whoever comes back with `Last-Event-ID` loses nothing and may hear the events of the last minute again: the id tells. Ends with the session.',
    permission: 'hit.read',
    success: { status: 200, mediaTypes: ['text/event-stream'] },
    problems: ['unavailable'],
    handler: ({ actor, lastEventId }) => hits.follow(actor, lastEventId),
  }),
  stepRoute(hits, {
    verb: 'acknowledge',
    summary: 'First line saw the card',
    permission: 'hit.acknowledge',
    body: plainHitStep,
    wordsOf: noteOf,
  }),
  stepRoute(hits, {
    verb: 'refer',
    summary: 'The traveller was brought to second line',
    permission: 'hit.decide',
    body: plainHitStep,
    wordsOf: noteOf,
  }),
  stepRoute(hits, {
    verb: 'check-identity',
    summary: 'Take the hit over and begin to establish who the traveller is',
    permission: 'hit.decide',
    body: plainHitStep,
    wordsOf: noteOf,
  }),
  stepRoute(hits, {
    verb: 'confirm',
    summary:
      'The traveller is the person recorded; for an arrest alert the owner is asked at once whether it stands',
    permission: 'hit.decide',
    body: confirmation,
    wordsOf: (body) => body,
  }),
  stepRoute(hits, {
    verb: 'not-same',
    summary: 'The traveller is not the person recorded',
    permission: 'hit.decide',
    body: notSame,
    wordsOf: (body) => body,
  }),
  stepRoute(hits, {
    verb: 'cannot-decide',
    summary: 'It cannot be established; a second officer has to look at it',
    permission: 'hit.decide',
    body: notedHitStep,
    wordsOf: noteOf,
  }),
  stepRoute(hits, {
    verb: 'supervise',
    summary: 'The note of a second officer on a hit that could not be decided',
    permission: 'hit.decide',
    body: notedHitStep,
    wordsOf: noteOf,
  }),
  stepRoute(hits, {
    verb: 'ask-owner',
    summary: 'Ask the owner whether the alert stands',
    permission: 'hit.decide',
    body: question,
    wordsOf: (body) => body,
  }),
  stepRoute(hits, {
    verb: 'owner-confirm',
    summary: 'The owner says that the alert and its warrant stand',
    permission: 'hit.answer',
    body: plainHitStep,
    wordsOf: noteOf,
  }),
  stepRoute(hits, {
    verb: 'owner-withdraw',
    summary: 'The owner says that the alert does not stand: the traveller is released',
    permission: 'hit.answer',
    body: notedHitStep,
    wordsOf: noteOf,
  }),
  stepRoute(hits, {
    verb: 'act',
    summary: 'What was done with the traveller, when and where',
    permission: 'hit.decide',
    body: actionTaken,
    wordsOf: ({ note, ...taken }) => ({ note, taken }),
  }),
  stepRoute(hits, {
    verb: 'take-note',
    summary: 'The owner has read a silent report',
    permission: 'hit.answer',
    body: plainHitStep,
    wordsOf: noteOf,
  }),
  stepRoute(hits, {
    verb: 'close',
    summary: 'Nothing is left to be done',
    permission: 'hit.decide',
    body: plainHitStep,
    wordsOf: noteOf,
  }),
  route({
    id: 'getHitPhoto',
    method: 'get',
    path: '/v1/hits/{hitId}/photos/{photoId}/image',
    tag: 'Border',
    summary: 'A photo of the person behind a hit, marked with the viewer’s id and the time',
    description:
      'For second line while the hit is open, for the owner always; what may not be seen of the record is not found. The look is recorded before the image is sent. It must not be cached.',
    permission: 'hit.read',
    params: hitPhotoParams,
    query: imageQuery,
    success: { status: 200, mediaTypes: ['image/jpeg'] },
    problems: ['not-found'],
    handler: ({ actor, params, query }) => hits.showHitPhoto(actor, params.hitId, params.photoId, query),
  }),
  route({
    id: 'finishHitTask',
    method: 'post',
    path: '/v1/hits/{hitId}/tasks/{task}/finish',
    tag: 'Border',
    summary: 'The owner did what a hit left him to do: why a stale alert alarmed, what a record lacked',
    permission: 'hit.answer',
    ifMatch: true,
    params: hitTaskParams,
    body: notedHitStep,
    success: { status: 200, body: finishedTask },
    problems: ['not-found', 'forbidden', 'conflict', 'version-mismatch'],
    handler: ({ actor, params, version, body }) =>
      hits.finishTask(actor, params.hitId, version, params.task, body.note),
  }),
  route({
    id: 'listNotSame',
    method: 'get',
    path: '/v1/not-same',
    tag: 'Border',
    summary: 'Travellers of whom the own second line decided that they are not the person recorded',
    permission: 'hit.decide',
    query: pageQuery,
    success: { status: 200, body: notSamePage },
    handler: ({ actor, query }) => hits.listNotSame(actor, query),
  }),
  route({
    id: 'revokeNotSame',
    method: 'post',
    path: '/v1/not-same/{notSameId}/revoke',
    tag: 'Border',
    summary: 'End such a memory; by another officer than the one who decided',
    permission: 'hit.decide',
    ifMatch: true,
    params: notSameParams,
    success: { status: 200, body: revokedNotSame },
    problems: ['not-found', 'own-work', 'conflict', 'version-mismatch'],
    handler: ({ actor, params, version }) => hits.revokeNotSame(actor, params.notSameId, version),
  }),
];

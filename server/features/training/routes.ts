// The endpoints of training mode; outside of it they do not exist.
import { type Route, route } from '../../platform/http/route.ts';
import { answerBody, answerView, exerciseList, exerciseParams, sheetList, sheetView } from './contract.ts';
import type { TrainingService } from './service.ts';

const TAG = 'Training';

export const trainingRoutes = (training: TrainingService): Route[] => [
  route({
    id: 'listTrainingExercises',
    method: 'get',
    path: '/v1/training/exercises',
    tag: TAG,
    summary: 'The exercises; only with TRAINING=on',
    permission: 'session.own',
    success: { status: 200, body: exerciseList },
    problems: ['not-found'],
    handler: ({ actor }) => training.list(actor),
  }),
  route({
    id: 'answerTrainingExercise',
    method: 'post',
    path: '/v1/training/exercises/{exercise}/answers',
    tag: TAG,
    summary: 'Decide, and be told what is right and why; every attempt is kept',
    permission: 'session.own',
    rate: 'write',
    idempotent: true,
    params: exerciseParams,
    body: answerBody,
    success: { status: 201, body: answerView },
    problems: ['not-found'],
    handler: ({ actor, params, body }) => training.answer(actor, params.exercise, body),
  }),
  route({
    id: 'getTrainingSheet',
    method: 'get',
    path: '/v1/training/sheet',
    tag: TAG,
    summary: 'The own result sheet',
    permission: 'session.own',
    success: { status: 200, body: sheetView },
    problems: ['not-found'],
    handler: ({ actor }) => training.sheet(actor),
  }),
  route({
    id: 'listTrainingSheets',
    method: 'get',
    path: '/v1/training/sheets',
    tag: TAG,
    summary: 'How the officers of the own state are doing',
    permission: 'user.manage',
    success: { status: 200, body: sheetList },
    problems: ['not-found'],
    handler: ({ actor }) => training.sheets(actor),
  }),
];

// The endpoints of the steps in an alert's life; what each asks for, and who may ask.
import type { z } from 'zod';
import type { Permission } from '../../domain/access/permission.ts';
import type { ProblemCode } from '../../domain/errors.ts';
import { type Route, route } from '../../platform/http/route.ts';
import { alertId, approval, plainStep, reasonedStep, renewal, withdrawal } from './contract.ts';
import type { AlertService } from './service.ts';
import type { PersonsVerb, StepWords } from './steps.ts';
import { alertReceipt } from './view-contract.ts';

interface StepRoute<B extends z.ZodType> {
  readonly verb: PersonsVerb;
  readonly summary: string;
  readonly permission: Permission;
  readonly body: B;
  readonly wordsOf: (body: z.output<B>) => StepWords;
  readonly problems?: readonly ProblemCode[];
}

const stepRoute = <B extends z.ZodType>(alerts: AlertService, step: StepRoute<B>): Route =>
  route({
    id: `${step.verb}Alert`,
    method: 'post',
    path: `/v1/alerts/{alertId}/${step.verb}`,
    tag: 'Alerts',
    summary: step.summary,
    permission: step.permission,
    ifMatch: true,
    params: alertId,
    body: step.body,
    success: { status: 200, body: alertReceipt },
    problems: ['not-found', 'forbidden', 'transition-not-allowed', ...(step.problems ?? [])],
    handler: ({ actor, params, version, body }) =>
      alerts.takeStep(actor, params.alertId, version, step.verb, step.wordsOf(body)),
  });

const reasonOf = ({ reason }: { reason?: string | undefined }): StepWords => ({ reason });

export const stepRoutes = (alerts: AlertService): Route[] => [
  stepRoute(alerts, {
    verb: 'submit',
    summary: 'Hand a draft in for approval, when the machine finds nothing missing',
    permission: 'alert.write',
    body: plainStep,
    wordsOf: reasonOf,
    problems: ['publication-gate'],
  }),
  stepRoute(alerts, {
    verb: 'return',
    summary: 'Give a submitted alert back to its author with reasons',
    permission: 'alert.decide',
    body: reasonedStep,
    wordsOf: reasonOf,
  }),
  stepRoute(alerts, {
    verb: 'approve',
    summary: 'Publish a submitted alert that somebody else wrote',
    permission: 'alert.decide',
    body: approval,
    wordsOf: (body) => body,
    problems: ['own-work', 'publication-gate', 'unavailable'],
  }),
  stepRoute(alerts, {
    verb: 'suspend',
    summary: 'Hide an alert from the border and from partners while it is disputed',
    permission: 'alert.suspend',
    body: reasonedStep,
    wordsOf: reasonOf,
  }),
  stepRoute(alerts, {
    verb: 'resume',
    summary: 'Put a suspended alert into force again',
    permission: 'alert.decide',
    body: reasonedStep,
    wordsOf: reasonOf,
  }),
  stepRoute(alerts, {
    verb: 'locate',
    summary: 'Note that the person was found but not yet handed over; the alert goes on',
    permission: 'alert.decide',
    body: plainStep,
    wordsOf: reasonOf,
  }),
  stepRoute(alerts, {
    verb: 'relocate',
    summary: 'Note that the person found is at large again',
    permission: 'alert.decide',
    body: reasonedStep,
    wordsOf: reasonOf,
  }),
  stepRoute(alerts, {
    verb: 'execute',
    summary: 'End an alert because the person was surrendered or arrested at home',
    permission: 'alert.decide',
    body: plainStep,
    wordsOf: reasonOf,
  }),
  stepRoute(alerts, {
    verb: 'withdraw',
    summary: 'Withdraw an alert; from this moment it alarms nobody',
    permission: 'alert.decide',
    body: withdrawal,
    wordsOf: ({ reason, text }) => ({ withdrawal: reason, reason: text }),
  }),
  stepRoute(alerts, {
    verb: 'renew',
    summary: 'Extend the validity of an alert; never done by the system',
    permission: 'alert.decide',
    body: renewal,
    wordsOf: (body) => body,
  }),
];

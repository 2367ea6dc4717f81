// The endpoints of alerts.
import { type Route, route } from '../../platform/http/route.ts';
import { alertChange, alertDraft, alertId, alertQuery } from './contract.ts';
import type { AlertService } from './service.ts';
import { stepRoutes } from './step-routes.ts';
import { alertPage, alertReceipt, alertView, gateView } from './view-contract.ts';

const DRAFT_EXAMPLE = {
  personId: '01930000-0000-7000-8000-000000000001',
  type: 'ARREST_PROSECUTION',
  legalBasis: ['Criminal Procedure Code, article 110'],
  actionsOnHit: ['A1'],
  extraditionWill: 'FULL',
  dangerNone: true,
};

export const alertRoutes = (alerts: AlertService): Route[] => [
  route({
    id: 'createAlert',
    method: 'post',
    path: '/v1/alerts',
    tag: 'Alerts',
    summary: 'Write the draft of an alert on a person',
    description:
      'The draft is seen by its own side only. First and last day are proposed by law when they are left out.',
    permission: 'alert.write',
    idempotent: true,
    body: alertDraft,
    success: { status: 201, body: alertReceipt },
    problems: ['not-found', 'conflict'],
    example: DRAFT_EXAMPLE,
    handler: ({ actor, body }) => alerts.createAlert(actor, body),
  }),
  route({
    id: 'listAlerts',
    method: 'get',
    path: '/v1/alerts',
    tag: 'Alerts',
    summary: 'Visible alerts, newest first',
    permission: 'alert.read',
    purpose: 'header',
    query: alertQuery,
    success: { status: 200, body: alertPage },
    handler: ({ actor, query }) => alerts.listAlerts(actor, query),
  }),
  route({
    id: 'getAlert',
    method: 'get',
    path: '/v1/alerts/{alertId}',
    tag: 'Alerts',
    summary: 'One alert: the shared part, and for its own side the work behind it',
    permission: 'alert.read',
    purpose: 'header',
    params: alertId,
    success: { status: 200, body: alertView },
    problems: ['not-found'],
    handler: ({ actor, params }) => alerts.getAlert(actor, params.alertId),
  }),
  route({
    id: 'changeAlert',
    method: 'patch',
    path: '/v1/alerts/{alertId}',
    tag: 'Alerts',
    summary: 'Change a draft, or what a published alert still lets change',
    description:
      'On a published alert its owner may change contacts, external references, priority, danger flags and notes, and show the alert to fewer or under more caveats. Everything else was judged by the approver and stays.',
    permission: 'alert.write',
    ifMatch: true,
    params: alertId,
    body: alertChange,
    success: { status: 200, body: alertReceipt },
    problems: ['not-found', 'forbidden', 'transition-not-allowed', 'publication-gate'],
    handler: ({ actor, params, version, body }) => alerts.changeAlert(actor, params.alertId, version, body),
  }),
  route({
    id: 'readAlertGate',
    method: 'get',
    path: '/v1/alerts/{alertId}/gate',
    tag: 'Alerts',
    summary: 'What still stands between an alert and its publication',
    permission: 'alert.read',
    purpose: 'header',
    params: alertId,
    success: { status: 200, body: gateView },
    problems: ['not-found', 'forbidden', 'unavailable'],
    handler: ({ actor, params }) => alerts.readGate(actor, params.alertId),
  }),
  ...stepRoutes(alerts),
];

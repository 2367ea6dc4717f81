// The endpoints of warrants.

import { Problem } from '../../domain/errors.ts';
import { type Route, route, type UploadedFile } from '../../platform/http/route.ts';
import { alertId } from '../alerts/contract.ts';
import {
  MAX_FILE_BYTES,
  PAPER_TYPES,
  revocation,
  warrantBody,
  warrantChange,
  warrantFile,
  warrantParams,
  warrantReceipt,
} from './contract.ts';
import type { WarrantService } from './service.ts';

const CHANGE_PROBLEMS = ['not-found', 'forbidden', 'transition-not-allowed'] as const;

function given(file: UploadedFile | null): UploadedFile {
  if (!file) throw new Problem('validation-failed', [{ at: '/file', code: 'required' }]);
  return file;
}

export const warrantRoutes = (warrants: WarrantService): Route[] => [
  route({
    id: 'addWarrant',
    method: 'post',
    path: '/v1/alerts/{alertId}/warrants',
    tag: 'Alerts',
    summary: 'Put a warrant or judgment under an alert',
    description: 'If-Match names the version of the alert, as in all changes of its papers.',
    permission: 'alert.write',
    ifMatch: true,
    idempotent: true,
    params: alertId,
    body: warrantBody,
    success: { status: 201, body: warrantReceipt },
    problems: CHANGE_PROBLEMS,
    handler: ({ actor, params, version, body }) => warrants.addWarrant(actor, params.alertId, version, body),
  }),
  route({
    id: 'changeWarrant',
    method: 'patch',
    path: '/v1/alerts/{alertId}/warrants/{warrantId}',
    tag: 'Alerts',
    summary: 'Correct a warrant while its alert is a draft',
    permission: 'alert.write',
    ifMatch: true,
    params: warrantParams,
    body: warrantChange,
    success: { status: 200, body: warrantReceipt },
    problems: CHANGE_PROBLEMS,
    handler: ({ actor, params, version, body }) =>
      warrants.changeWarrant(actor, { ...params, version }, body),
  }),
  route({
    id: 'revokeWarrant',
    method: 'post',
    path: '/v1/alerts/{alertId}/warrants/{warrantId}/revoke',
    tag: 'Alerts',
    summary: 'Note that a warrant was revoked',
    description:
      'The alert goes on until its owner ends it: the answer carries the task NO_STANDING_WARRANT when this was the last one.',
    permission: 'alert.write',
    ifMatch: true,
    params: warrantParams,
    body: revocation,
    success: { status: 200, body: warrantReceipt },
    problems: [...CHANGE_PROBLEMS, 'conflict'],
    handler: ({ actor, params, version, body }) =>
      warrants.revokeWarrant(actor, { ...params, version }, body),
  }),
  route({
    id: 'addWarrantFile',
    method: 'post',
    path: '/v1/alerts/{alertId}/warrants/{warrantId}/file',
    tag: 'Alerts',
    summary: 'Attach the scan of a warrant',
    permission: 'alert.write',
    ifMatch: true,
    params: warrantParams,
    body: warrantFile,
    upload: { maxBytes: MAX_FILE_BYTES },
    success: { status: 201, body: warrantReceipt },
    problems: [...CHANGE_PROBLEMS, 'conflict', 'unreadable-file', 'too-large'],
    handler: ({ actor, params, version, body, file }) =>
      warrants.addFile(actor, { ...params, version }, given(file), body),
  }),
  route({
    id: 'openWarrantFile',
    method: 'get',
    path: '/v1/alerts/{alertId}/warrants/{warrantId}/file',
    tag: 'Alerts',
    summary: 'The scan of a warrant',
    permission: 'alert.read',
    purpose: 'header',
    params: warrantParams,
    success: { status: 200, mediaTypes: PAPER_TYPES },
    problems: ['not-found'],
    handler: ({ actor, params }) => warrants.openFile(actor, params.alertId, params.warrantId),
  }),
];

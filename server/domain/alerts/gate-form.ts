// The part of the publication gate that looks at the alert's own form: contact, action, danger, sharing, validity.
import type { CalendarDate } from '../dates/calendar-date.ts';
import { type ActionFault, actionFaults } from './actions-on-hit.ts';
import { blocking, type GateAlert, type GateCode, type GateFinding } from './gate-facts.ts';
import { isArrest } from './vocabulary.ts';

/** @param today the calendar day in the owner state's zone. */
export function formFindings(alert: GateAlert, today: CalendarDate): GateFinding[] {
  const findings: GateFinding[] = [];
  if (alert.legalBasis.length === 0) findings.push(blocking('LEGAL_BASIS_MISSING', '/alert/legalBasis'));
  if (isArrest(alert.type)) {
    if (!alert.contact24x7?.trim()) findings.push(blocking('CONTACT_24X7_MISSING', '/alert/contact24x7'));
    if (alert.extraditionWill === null)
      findings.push(blocking('EXTRADITION_WILL_MISSING', '/alert/extraditionWill'));
  }
  for (const fault of actionFaults(alert.type, alert.actionsOnHit)) findings.push(actionFinding(fault));
  return [
    ...findings,
    ...dangerFindings(alert),
    ...sharingFindings(alert),
    ...validityFindings(alert, today),
  ];
}

const ACTION_CODE: Readonly<Record<ActionFault['code'], GateCode>> = {
  NO_ACTION: 'ACTION_MISSING',
  NOT_FOR_TYPE: 'ACTION_NOT_FOR_TYPE',
  REPEATED: 'ACTION_REPEATED',
  WRONG_FIRST: 'ACTION_WRONG_FIRST',
};

function actionFinding(fault: ActionFault): GateFinding {
  const place = 'index' in fault ? `/${fault.index}` : '';
  return blocking(ACTION_CODE[fault.code], `/alert/actionsOnHit${place}`);
}

function dangerFindings({ dangerFlags, dangerNone }: GateAlert): GateFinding[] {
  if (dangerFlags.length === 0 && !dangerNone) return [blocking('DANGER_NOT_STATED', '/alert/dangerFlags')];
  if (dangerFlags.length > 0 && dangerNone) return [blocking('DANGER_NONE_WITH_FLAGS', '/alert/dangerNone')];
  return [];
}

function sharingFindings({ sharing, sharedWithStates, sharedWithAgencies }: GateAlert): GateFinding[] {
  const isListEmpty = sharedWithStates.length + sharedWithAgencies.length === 0;
  return sharing === 'LISTED' && isListEmpty
    ? [blocking('SHARING_LIST_EMPTY', '/alert/sharedWithStates')]
    : [];
}

function validityFindings({ validFrom, expiresOn }: GateAlert, today: CalendarDate): GateFinding[] {
  const findings: GateFinding[] = [];
  if (validFrom === null) findings.push(blocking('VALID_FROM_MISSING', '/alert/validFrom'));
  if (expiresOn === null) return [...findings, blocking('EXPIRY_MISSING', '/alert/expiresOn')];
  if (validFrom !== null && expiresOn < validFrom)
    findings.push(blocking('EXPIRY_BEFORE_START', '/alert/expiresOn'));
  if (expiresOn < today) findings.push(blocking('EXPIRY_PASSED', '/alert/expiresOn'));
  return findings;
}

// The request and its file: prepared, signed, sent, received, asked about, withdrawn, sent anew.
import { BEFORE_RECEIPT, FILE_READY, HOLDABLE, type Step, step } from './step.ts';

export const REQUEST_STEPS = {
  'prepare-file': step({
    no: '4',
    // M: the requesting side need not wait for an arrest that nobody makes.
    from: ['PROV_ARRESTED', 'PA_REQUESTED'],
    to: 'FILE_PREPARATION',
    side: 'RQ',
  }),
  'prepare-file-without-arrest': step({
    no: '5',
    from: ['DRAFT'],
    to: 'FILE_PREPARATION',
    side: 'RQ',
    guards: ['PERSON_LOCATED'],
  }),
  'sign-request': step({
    no: '6',
    from: ['FILE_PREPARATION'],
    to: 'REQUEST_SIGNED',
    side: 'RQ',
    roles: ['PRO'],
    // The prosecutor's signature over the hashes of the file comes first; it takes no uncertified translation.
    guards: ['ALERT_IN_FORCE', 'CHECKLIST_COMPLETE', 'MANIFEST_CURRENT'],
  }),
  'reopen-file': step({
    no: 'M3',
    from: ['REQUEST_SIGNED'],
    to: 'FILE_PREPARATION',
    side: 'RQ',
    roles: ['PRO'],
    inputs: ['REASON'],
  }),
  'send-request': step({
    no: '7',
    from: ['REQUEST_SIGNED'],
    to: 'REQUEST_SENT',
    side: 'RQ',
    guards: ['ALERT_IN_FORCE', ...FILE_READY],
    inputs: ['CHANNEL'],
    documents: ['D23'],
    shares: true,
  }),
  'acknowledge-receipt': step({
    no: '8',
    from: ['REQUEST_SENT'],
    to: 'REQUEST_RECEIVED',
    side: 'RD',
    documents: ['D24'],
    events: ['REQUEST_RECEIVED'],
  }),
  'ask-information': step({
    no: '9',
    // M: questions also arise under review and in court.
    from: ['REQUEST_RECEIVED', 'UNDER_REVIEW', 'CONSENT_TRACK', 'COURT_REVIEW'],
    to: 'INFO_REQUESTED',
    side: 'RD',
    inputs: ['ITEMS'],
    documents: ['D25'],
    events: ['INFO_ASKED'],
    remember: true,
  }),
  'supply-information': step({
    no: '10',
    from: ['INFO_REQUESTED'],
    to: 'PREVIOUS',
    side: 'RQ',
    documents: ['D26'],
    events: ['INFO_ENDED'],
  }),
  'continue-without-information': step({
    no: 'M4',
    from: ['INFO_REQUESTED'],
    to: 'PREVIOUS',
    side: 'RD',
    inputs: ['REASON'],
    events: ['INFO_ENDED'],
  }),
  renew: step({
    no: '28',
    from: ['LAPSED'],
    to: 'FILE_PREPARATION',
    side: 'RQ',
    guards: ['ALERT_IN_FORCE'],
    inputs: ['REASON'],
  }),
  'send-late-request': step({
    no: '28',
    from: ['LAPSED'],
    to: 'REQUEST_SENT',
    side: 'RQ',
    roles: ['PRO'],
    guards: ['ALERT_IN_FORCE', ...FILE_READY],
    inputs: ['CHANNEL'],
    documents: ['D23'],
  }),
  withdraw: step({
    no: '30',
    // M: a person lent for a time is returned first.
    from: ['DRAFT', ...BEFORE_RECEIPT, ...HOLDABLE, 'ON_HOLD', 'POSTPONED'],
    to: 'WITHDRAWN',
    side: 'RQ',
    inputs: ['REASON'],
    documents: ['D45'],
    stops: 'PROCEDURE',
  }),
} as const satisfies Record<string, Step>;

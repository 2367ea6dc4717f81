// Provisional arrest: asked for, made, ended, made again.
import { ARREST_PAPERS, type Step, step } from './step.ts';

export const ARREST_STEPS = {
  'request-provisional-arrest': step({
    no: '2',
    // M: the person may be found while the file is being prepared.
    from: ['DRAFT', 'FILE_PREPARATION'],
    to: 'PA_REQUESTED',
    side: 'RQ',
    roles: ['PRO'],
    guards: ['ALERT_IN_FORCE', 'PERSON_LOCATED', 'PROVISIONAL_ARREST_ALLOWED', 'NOT_IN_CUSTODY'],
    documents: ['D01', 'D02'],
    shares: true,
  }),
  'end-arrest-search': step({
    no: 'M1',
    from: ['PA_REQUESTED'],
    to: 'DRAFT',
    side: 'RD',
    inputs: ['REASON'],
  }),
  'record-arrest': step({
    no: '3',
    from: ['PA_REQUESTED', 'DRAFT'],
    to: 'PROV_ARRESTED',
    side: 'RD',
    guards: ['ALERT_IN_FORCE', 'NOT_IN_CUSTODY'],
    inputs: ['ACTED_BY', 'ARREST'],
    documents: ARREST_PAPERS,
    shares: true,
  }),
  'record-later-arrest': step({
    no: 'M2',
    from: ['FILE_PREPARATION', 'REQUEST_SIGNED', 'REQUEST_SENT'],
    to: 'SAME',
    side: 'RD',
    guards: ['ALERT_IN_FORCE', 'NOT_IN_CUSTODY'],
    inputs: ['ACTED_BY', 'ARREST'],
    documents: ARREST_PAPERS,
    shares: true,
  }),
  rearrest: step({
    no: '28',
    from: ['LAPSED'],
    to: 'PROV_ARRESTED',
    side: 'RD',
    guards: ['ALERT_IN_FORCE', 'REARREST_ALLOWED', 'NOT_IN_CUSTODY'],
    inputs: ['ACTED_BY', 'ARREST'],
    documents: ARREST_PAPERS,
  }),
  'lapse-arrest': step({
    no: '27',
    from: ['PROV_ARRESTED', 'FILE_PREPARATION', 'REQUEST_SIGNED', 'REQUEST_SENT'],
    to: 'LAPSED',
    side: 'RD',
    roles: ['PRO'],
    guards: ['WAS_ARRESTED'],
    inputs: ['ACTED_BY', 'LAPSE'],
    documents: ['D43'],
    stops: 'ALL',
  }),
} as const satisfies Record<string, Step>;

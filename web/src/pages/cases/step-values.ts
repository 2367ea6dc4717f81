// What is typed into the form of a step, when that is enough, and the body that it becomes.
import type { CaseTransition, CaseView } from '../../api/case-types.ts';
import { instantOf } from './instants.ts';

export type StepInput = CaseTransition['inputs'][number];

export interface OffenceDecision {
  readonly outcome: 'GRANTED' | 'REFUSED';
  readonly grounds: readonly string[];
}

export interface StepValues {
  readonly reason: string;
  readonly actedBy: string;
  readonly custody: 'DETAINED_SHORT' | 'PROV_CUSTODY';
  readonly facility: string;
  readonly identityConfirmedBy: string;
  readonly ownerConfirmed: boolean;
  readonly channel: string;
  readonly items: string;
  readonly written: boolean;
  readonly lawyer: string;
  readonly interpreter: string;
  readonly specialtyWaived: boolean;
  readonly revoked: boolean;
  readonly decidedBy: string;
  readonly reasoning: string;
  readonly offences: Readonly<Record<string, OffenceDecision>>;
  readonly holdReason: string;
  readonly holdNote: string;
  readonly endCondition: string;
  readonly returnBy: string;
  readonly place: string;
  readonly placeAt: string;
  readonly medicalCheck: boolean;
  readonly lapse: string;
  readonly verdict: string;
  readonly sentenceMonths: string | number;
  readonly creditDays: string | number;
  readonly waiverKind: 'SPECIALTY' | 'RE_EXTRADITION';
  readonly waiverText: string;
  readonly thirdState: string;
  readonly granted: boolean;
}

export const emptyValues = (file: CaseView): StepValues => ({
  reason: '',
  actedBy: '',
  custody: 'DETAINED_SHORT',
  facility: '',
  identityConfirmedBy: '',
  ownerConfirmed: false,
  channel: file.channel ?? '',
  items: '',
  written: false,
  lawyer: '',
  interpreter: '',
  specialtyWaived: false,
  revoked: false,
  decidedBy: '',
  reasoning: '',
  offences: Object.fromEntries(
    file.offences.map(({ id }) => [id, { outcome: 'GRANTED' as const, grounds: [] }]),
  ),
  holdReason: '',
  holdNote: '',
  endCondition: '',
  returnBy: '',
  place: file.surrenderPlace ?? '',
  placeAt: '',
  medicalCheck: false,
  lapse: '',
  verdict: '',
  sentenceMonths: '',
  creditDays: file.custodyCreditDays,
  waiverKind: 'SPECIALTY',
  waiverText: '',
  thirdState: '',
  granted: true,
});

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

const decision = (values: StepValues, refusing: boolean) => ({
  decidedBy: values.decidedBy.trim(),
  reasoning: values.reasoning.trim(),
  offences: Object.entries(values.offences).map(([offenceId, { outcome, grounds }]) => ({
    offenceId,
    outcome: refusing ? 'REFUSED' : outcome,
    grounds: refusing || outcome === 'REFUSED' ? grounds : [],
  })),
});

const given = (text: string | number): boolean => String(text).trim() !== '';

interface InputRule {
  isGiven(values: StepValues): boolean;
  body(values: StepValues): object;
}

const RULES: Readonly<Record<StepInput, InputRule>> = {
  REASON: { isGiven: ({ reason }) => given(reason), body: ({ reason }) => ({ reason: reason.trim() }) },
  ACTED_BY: {
    isGiven: ({ actedBy }) => given(actedBy),
    body: ({ actedBy }) => ({ actedBy: actedBy.trim() }),
  },
  ARREST: {
    isGiven: ({ identityConfirmedBy, ownerConfirmed }) => given(identityConfirmedBy) && ownerConfirmed,
    body: ({ custody, facility, identityConfirmedBy }) => ({
      arrest: {
        custody,
        identityConfirmedBy: identityConfirmedBy.trim(),
        ownerConfirmed: true,
        ...(given(facility) && { facility: facility.trim() }),
      },
    }),
  },
  CHANNEL: { isGiven: ({ channel }) => given(channel), body: ({ channel }) => ({ channel }) },
  ITEMS: {
    isGiven: ({ items }) => lines(items).length > 0,
    body: ({ items }) => ({ items: lines(items) }),
  },
  CONSENT_FORM: {
    isGiven: ({ written, lawyer }) => written && given(lawyer),
    body: ({ lawyer, interpreter, specialtyWaived }) => ({
      consent: {
        written: true,
        lawyer: lawyer.trim(),
        interpreter: given(interpreter) ? interpreter.trim() : null,
        specialtyWaived,
      },
    }),
  },
  CONSENT_END: { isGiven: () => true, body: ({ revoked }) => ({ consentEnd: { revoked } }) },
  DECISION_GRANTING: {
    isGiven: ({ decidedBy, reasoning, offences }) =>
      given(decidedBy) &&
      given(reasoning) &&
      Object.values(offences).some(({ outcome }) => outcome === 'GRANTED') &&
      Object.values(offences).every(({ outcome, grounds }) => outcome === 'GRANTED' || grounds.length > 0),
    body: (values) => ({ decision: decision(values, false) }),
  },
  DECISION_REFUSING: {
    isGiven: ({ decidedBy, reasoning, offences }) =>
      given(decidedBy) &&
      given(reasoning) &&
      Object.values(offences).every(({ grounds }) => grounds.length > 0),
    body: (values) => ({ decision: decision(values, true) }),
  },
  HOLD: {
    isGiven: ({ holdReason }) => given(holdReason),
    body: ({ holdReason, holdNote }) => ({
      hold: { reason: holdReason, ...(given(holdNote) && { note: holdNote.trim() }) },
    }),
  },
  END_CONDITION: {
    isGiven: ({ endCondition }) => given(endCondition),
    body: ({ endCondition }) => ({ endCondition: endCondition.trim() }),
  },
  RETURN_TERM: {
    isGiven: ({ returnBy }) => given(returnBy),
    body: ({ returnBy }) => ({ returnBy: instantOf(returnBy) }),
  },
  PLACE_AND_TIME: {
    isGiven: ({ place, placeAt }) => given(place) && given(placeAt),
    body: ({ place, placeAt }) => ({ surrender: { place: place.trim(), at: instantOf(placeAt) } }),
  },
  MEDICAL_CHECK: { isGiven: ({ medicalCheck }) => medicalCheck, body: () => ({ medicalCheck: true }) },
  LAPSE: { isGiven: ({ lapse }) => given(lapse), body: ({ lapse }) => ({ lapse }) },
  OUTCOME: {
    isGiven: ({ verdict, creditDays }) => given(verdict) && given(creditDays),
    body: ({ verdict, sentenceMonths, creditDays }) => ({
      outcome: {
        verdict,
        sentenceMonths: given(sentenceMonths) ? Number(sentenceMonths) : null,
        custodyCreditDays: Number(creditDays),
      },
    }),
  },
  WAIVER_REQUEST: {
    isGiven: ({ waiverKind, waiverText, thirdState }) =>
      given(waiverText) && (waiverKind === 'SPECIALTY' || given(thirdState)),
    body: ({ waiverKind, waiverText, thirdState }) => ({
      waiver: {
        kind: waiverKind,
        text: waiverText.trim(),
        ...(waiverKind === 'RE_EXTRADITION' && { thirdState }),
      },
    }),
  },
  WAIVER_ANSWER: {
    isGiven: ({ waiverText }) => given(waiverText),
    body: ({ granted, waiverText }) => ({ waiverAnswer: { granted, text: waiverText.trim() } }),
  },
};

export const isComplete = (inputs: readonly StepInput[], values: StepValues): boolean =>
  inputs.every((input) => RULES[input].isGiven(values));

export const stepBodyOf = (inputs: readonly StepInput[], values: StepValues): object =>
  Object.assign({}, ...inputs.map((input) => RULES[input].body(values)));

export interface FieldsProps {
  readonly file: CaseView;
  readonly values: StepValues;
  onChange(values: StepValues): void;
}

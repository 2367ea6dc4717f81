// The content of an alert as its form holds it: empty texts stand for what is not said.
import type { AlertView } from '../../api/registry-types.ts';

export interface OffenceValues {
  readonly offenceCodeId: string;
  readonly role: string;
  readonly periodFrom: string;
  readonly periodTo: string;
  readonly place: string;
  readonly damageAmount: string;
  readonly damageCurrency: string;
  readonly attempt: boolean;
  readonly articleText: string;
}

export interface AlertValues {
  readonly type: string;
  readonly actionsOnHit: readonly string[];
  readonly priority: string;
  readonly dangerNone: boolean;
  readonly dangerFlags: readonly {
    readonly flag: string;
    readonly reason: string;
    readonly since?: string;
  }[];
  readonly legalBasis: readonly string[];
  readonly nationalNorm: string;
  readonly initiatorAgency: string;
  readonly contact24x7: string;
  readonly externalRefs: readonly { readonly channel: string; readonly number: string }[];
  readonly offences: readonly OffenceValues[];
  readonly maxPenaltyMonths: string;
  readonly sentenceMonthsLeft: string;
  readonly limitationDate: string;
  readonly extraditionWill: string;
  readonly extraditionStates: readonly string[];
  readonly facts: string;
  readonly factsPlace: string;
  readonly factsFrom: string;
  readonly factsTo: string;
  readonly reasonSummary: Readonly<Record<string, string>>;
  readonly issuedOn: string;
  readonly validFrom: string;
  readonly expiresOn: string;
  readonly sharing: string;
  readonly sharedWithStates: readonly string[];
  readonly sharedWithAgencies: readonly string[];
  readonly caveats: readonly string[];
  readonly asylumCheck: string;
  readonly asylumState: string;
  readonly complianceDeclared: boolean;
  readonly statusNote: string;
}

export type AlertMember = keyof AlertValues;

/** Members that its owner may still change once the alert is published. */
export const AMENDABLE: readonly AlertMember[] = [
  'contact24x7',
  'initiatorAgency',
  'externalRefs',
  'priority',
  'dangerFlags',
  'dangerNone',
  'caveats',
  'sharing',
  'sharedWithStates',
  'sharedWithAgencies',
  'statusNote',
];

const text = (value: string | number | null | undefined): string =>
  value === null || value === undefined ? '' : String(value);

export function valuesOf(alert: AlertView): AlertValues {
  const { owner } = alert;
  return {
    type: alert.type,
    actionsOnHit: alert.actionsOnHit,
    priority: String(alert.priority),
    dangerNone: alert.dangerNone,
    dangerFlags: alert.dangerFlags.map(({ flag, reason, since }) => ({ flag, reason, since })),
    legalBasis: alert.legalBasis,
    nationalNorm: text(alert.nationalNorm),
    initiatorAgency: text(alert.initiatorAgency),
    contact24x7: text(alert.contact24x7),
    externalRefs: alert.externalRefs,
    offences: alert.offences.map((one) => ({
      offenceCodeId: one.offenceCodeId,
      role: one.role,
      periodFrom: text(one.periodFrom),
      periodTo: text(one.periodTo),
      place: text(one.place),
      damageAmount: text(one.damageAmount),
      damageCurrency: text(one.damageCurrency),
      attempt: one.attempt,
      articleText: text(one.articleText),
    })),
    maxPenaltyMonths: text(alert.maxPenaltyMonths),
    sentenceMonthsLeft: text(alert.sentenceMonthsLeft),
    limitationDate: text(alert.limitationDate),
    extraditionWill: text(alert.extraditionWill),
    extraditionStates: alert.extraditionStates,
    facts: text(alert.facts),
    factsPlace: text(alert.factsPlace),
    factsFrom: text(alert.factsFrom),
    factsTo: text(alert.factsTo),
    reasonSummary: alert.reasonSummary,
    issuedOn: text(alert.issuedOn),
    validFrom: text(alert.validFrom),
    expiresOn: text(alert.expiresOn),
    sharing: owner?.sharing ?? 'ALL_MEMBERS',
    sharedWithStates: owner?.sharedWithStates ?? [],
    sharedWithAgencies: owner?.sharedWithAgencies ?? [],
    caveats: alert.caveats,
    asylumCheck: text(owner?.asylumCheck),
    asylumState: text(owner?.asylumState),
    complianceDeclared: owner?.complianceDeclared ?? false,
    statusNote: text(owner?.statusNote),
  };
}

const NUMBERS: readonly AlertMember[] = ['priority', 'maxPenaltyMonths', 'sentenceMonthsLeft'];
/** Members that cannot be emptied: left out when empty. */
const FIXED: readonly AlertMember[] = ['type', 'priority', 'sharing', 'asylumCheck'];

const given = (value: string): string | null => (value.trim() === '' ? null : value.trim());

const offenceOf = (offence: OffenceValues) =>
  Object.fromEntries(
    Object.entries(offence).flatMap(([name, value]) => (value === '' ? [] : [[name, value]])),
  );

function sent(name: AlertMember, values: AlertValues): unknown {
  if (name === 'offences') return values.offences.filter((one) => one.offenceCodeId !== '').map(offenceOf);
  if (name === 'dangerFlags') return values.dangerFlags.filter(({ reason }) => reason.trim() !== '');
  if (name === 'externalRefs') return values.externalRefs.filter(({ number }) => number.trim() !== '');
  if (name === 'reasonSummary')
    return Object.fromEntries(
      Object.entries(values.reasonSummary).filter(([, words]) => words.trim() !== ''),
    );
  const value = values[name];
  if (typeof value !== 'string') return value;
  if (NUMBERS.includes(name)) return value === '' ? null : Number(value);
  return given(value);
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** @returns the members in which two contents differ */
export const differing = (a: AlertValues, b: AlertValues): AlertMember[] =>
  (Object.keys(a) as AlertMember[]).filter((name) => !same(a[name], b[name]));

/** @returns the body of a change: only what was changed; what was emptied is null */
export function changeOf(stored: AlertValues, typed: AlertValues): Record<string, unknown> {
  return Object.fromEntries(
    differing(stored, typed).flatMap((name) => {
      const value = sent(name, typed);
      return value === null && FIXED.includes(name) ? [] : [[name, value]];
    }),
  );
}

export interface AlertFormProps {
  readonly values: AlertValues;
  set(change: Partial<AlertValues>): void;
  /** The members shown; all when left out. */
  readonly only?: readonly AlertMember[];
}

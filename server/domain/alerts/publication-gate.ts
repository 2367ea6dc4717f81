// What an alert lacks before it may be submitted or published: every missing item at once, with the place to mend it.
import type { BirthDate } from '../dates/birth-date.ts';
import { isFull } from '../dates/partial-date.ts';
import {
  blocking,
  type GateFacts,
  type GateFinding,
  type GatePerson,
  type GateReview,
  warning,
} from './gate-facts.ts';
import { formFindings } from './gate-form.ts';
import { judicialFindings, thresholdFindings } from './gate-judicial.ts';

/** SUBMIT: what a machine can check, before a human reads. PUBLISH: everything. */
export type GateStage = 'SUBMIT' | 'PUBLISH';

/**
 * All findings of a stage; nothing BLOCKING among them means the gate is open. SUBMIT checks the identity minimum, the
 * form, the judicial minimum and the treaty thresholds; PUBLISH also declaration, review, asylum, duplicates, four eyes.
 */
export function publicationGate(facts: GateFacts, stage: GateStage): readonly GateFinding[] {
  return [
    ...identityFindings(facts.person),
    ...formFindings(facts.alert, facts.today),
    ...judicialFindings(facts.alert, facts.today),
    ...thresholdFindings(facts.alert, facts.treaties),
    ...(stage === 'PUBLISH' ? reviewFindings(facts.review) : []),
  ];
}

export function isGateOpen(findings: readonly GateFinding[]): boolean {
  return findings.every((finding) => finding.severity !== 'BLOCKING');
}

function identityFindings(person: GatePerson): GateFinding[] {
  const findings: GateFinding[] = [];
  // A given name alone names nobody to a border officer.
  const named = person.names.some((name) => Boolean(name.full?.trim() || name.family?.trim()));
  if (!named) findings.push(blocking('NAME_MISSING', '/person/names'));
  if (person.sex === null) findings.push(blocking('SEX_MISSING', '/person/sex'));
  if (person.sex === 'U') findings.push(warning('SEX_UNKNOWN', '/person/sex'));
  if (person.births.length === 0) findings.push(blocking('BIRTH_DATE_MISSING', '/person/births'));
  else if (!person.births.some(isExact) && !hasSecondIdentifier(person))
    findings.push(blocking('IDENTITY_TOO_THIN', '/person/births'));
  if (person.deceased === 'CONFIRMED') findings.push(blocking('PERSON_DEAD', '/person/deceased'));
  return findings;
}

// A range or an "about" is no full date of birth, however many digits it shows.
function isExact(birth: BirthDate): boolean {
  return (
    isFull(birth) && !birth.isApproximate && (birth.yearFrom ?? birth.year) === (birth.yearTo ?? birth.year)
  );
}

function hasSecondIdentifier(person: GatePerson): boolean {
  const { photos, fingerprintReferences, documentNumbers, nationalIds, parents } = person;
  return photos + fingerprintReferences + documentNumbers + nationalIds + parents > 0;
}

function reviewFindings(review: GateReview): GateFinding[] {
  const findings: GateFinding[] = [];
  const { authorId, approverId, complianceReviewedBy } = review;
  if (!review.complianceDeclared)
    findings.push(blocking('SELF_DECLARATION_MISSING', '/review/complianceDeclared'));
  if (complianceReviewedBy === null)
    findings.push(blocking('COMPLIANCE_REVIEW_MISSING', '/review/complianceReviewedBy'));
  if (complianceReviewedBy === authorId)
    findings.push(blocking('COMPLIANCE_REVIEW_BY_AUTHOR', '/review/complianceReviewedBy'));
  findings.push(...asylumFindings(review));
  if (!review.isDuplicateCheckDone)
    findings.push(blocking('DUPLICATE_CHECK_MISSING', '/review/isDuplicateCheckDone'));
  review.unresolvedDuplicates.forEach((id, index) => {
    findings.push({ ...blocking('DUPLICATE_UNRESOLVED', `/review/unresolvedDuplicates/${index}`), id });
  });
  if (approverId === authorId) findings.push(blocking('APPROVER_IS_AUTHOR', '/review/approverId'));
  return findings;
}

// UNKNOWN is an answer (nobody could find out), null is none.
function asylumFindings({ asylumCheck, asylumState }: GateReview): GateFinding[] {
  if (asylumCheck === null) return [blocking('ASYLUM_CHECK_MISSING', '/review/asylumCheck')];
  if (asylumCheck === 'UNKNOWN') return [warning('ASYLUM_UNKNOWN', '/review/asylumCheck')];
  if (asylumCheck !== 'GRANTED') return [];
  const granted = warning('ASYLUM_GRANTED', '/review/asylumCheck');
  return asylumState ? [granted] : [granted, blocking('ASYLUM_STATE_MISSING', '/review/asylumState')];
}

// What the request file must hold under a profile, and what of it is missing.
import type { DocumentCode, DocumentFacts } from '../cases/documents.ts';
import type { CasePurpose } from '../cases/vocabulary.ts';
import type { CaseLaw, ChecklistCondition } from './profile.ts';

export interface ChecklistCase {
  readonly purpose: CasePurpose;
  readonly inAbsentia: boolean;
}

export interface ChecklistItem {
  readonly code: DocumentCode;
  readonly when: ChecklistCondition;
  /** This case needs it. */
  readonly required: boolean;
}

const applies = (when: ChecklistCondition, { purpose, inAbsentia }: ChecklistCase): boolean => {
  if (when === 'ALWAYS') return true;
  if (when === 'PROSECUTION') return purpose !== 'SENTENCE';
  if (when === 'SENTENCE') return purpose !== 'PROSECUTION';
  return when === 'IN_ABSENTIA' && inAbsentia;
};

/** @returns the list of the treaty, or of the house's defaults where the treaty names no documents */
export function checklistOf(
  { treaty, defaults }: Pick<CaseLaw, 'treaty' | 'defaults'>,
  facts: ChecklistCase,
): ChecklistItem[] {
  const list = treaty.checklist.length > 0 ? treaty.checklist : defaults.checklist;
  return list.map(({ code, when }) => ({ code, when, required: applies(when, facts) }));
}

export const missingFrom = (
  list: readonly ChecklistItem[],
  documents: readonly DocumentFacts[],
): DocumentCode[] =>
  list
    .filter(({ required }) => required)
    .map(({ code }) => code)
    .filter((code) => !documents.some((held) => held.code === code && held.present));

// All texts that an answer of the API may carry, looked up by code and language.
import type { Locale } from '../../domain/access/actor.ts';
import { alertTexts } from './alerts.ts';
import { assetTexts } from './assets.ts';
import { breakGlassTexts } from './break-glass.ts';
import { caseDocumentTexts } from './case-documents.ts';
import { caseFileTexts } from './case-files.ts';
import { caseGuardTexts } from './case-guards.ts';
import { caseInputTexts } from './case-inputs.ts';
import { caseStageTexts } from './case-stages.ts';
import { caseTexts } from './cases.ts';
import { checkFaultTexts } from './checks.ts';
import { dossierTexts } from './dossier.ts';
import { exchangeTexts } from './exchange.ts';
import { exportTexts } from './exports.ts';
import { hitFaultTexts } from './hits.ts';
import { identityTexts } from './identity.ts';
import { importTexts } from './imports.ts';
import { passengerListTexts } from './passenger-lists.ts';
import { personDossierTexts } from './person-dossier.ts';
import { personTexts } from './persons.ts';
import { reportFaultTexts } from './report-faults.ts';
import { rightsTexts } from './rights.ts';
import { searchTexts } from './search.ts';
import type { Texts } from './text-table.ts';
import { trainingTexts } from './training.ts';
import { trainingSheetTexts } from './training-sheet.ts';
import { validationTexts } from './validation.ts';

/** One entry per file of texts: the features' own codes stand beside the general ones. */
export const TEXT_SOURCES: readonly Texts[] = [
  validationTexts,
  alertTexts,
  assetTexts,
  breakGlassTexts,
  checkFaultTexts,
  caseDocumentTexts,
  caseFileTexts,
  dossierTexts,
  hitFaultTexts,
  exchangeTexts,
  exportTexts,
  caseStageTexts,
  caseTexts,
  caseGuardTexts,
  caseInputTexts,
  identityTexts,
  importTexts,
  passengerListTexts,
  personDossierTexts,
  personTexts,
  reportFaultTexts,
  rightsTexts,
  searchTexts,
  trainingSheetTexts,
  trainingTexts,
];

const ALL: ReadonlyMap<string, Readonly<Record<Locale, string>>> = new Map(
  TEXT_SOURCES.flatMap((texts) => Object.entries(texts)),
);

export const hasText = (code: string): boolean => ALL.has(code);

/** @returns the text of a fault code with its parameters filled in; a code without a text is called invalid */
export function faultText(
  code: string,
  locale: Locale,
  params: Readonly<Record<string, string | number | boolean>> = {},
): string {
  const text = (ALL.get(code) ?? validationTexts.invalid)[locale];
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}

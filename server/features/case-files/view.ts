// Turns rows into what the API answers and into what the rules of the procedure ask.

import { type ManifestFile, manifestText } from '../../domain/case-files/manifest.ts';
import { type DocumentCode, type DocumentFacts, REQUEST_FILE } from '../../domain/cases/documents.ts';
import { dayOf } from '../../platform/database/calendar-day.ts';
import type { CaseFileView } from './contract.ts';
import type { FileRow, VersionRow } from './store.ts';

export const isRequestDocument = (code: string): boolean =>
  (REQUEST_FILE as readonly string[]).includes(code);

/** @throws Error when a file has no version: it is written with its first one */
export function currentOf(file: FileRow): VersionRow {
  const version = file.versions.find(({ no }) => no === file.version);
  if (!version) throw new Error('a file without its current version');
  return version;
}

export const fileViewOf = (file: FileRow, frozen: boolean): CaseFileView => ({
  id: file.id,
  code: file.code,
  side: file.side,
  visibleTo: file.visibleTo,
  language: file.language,
  translationOf: file.translationOfId,
  sensitivity: file.sensitivity,
  version: file.version,
  frozen,
  versions: file.versions.map((version) => ({
    no: version.no,
    sha256: version.sha256,
    fileName: version.fileName,
    mediaType: version.mediaType,
    bytes: version.bytes,
    pdfa: version.pdfa,
    warnings: version.warnings,
    scan: version.scan as 'CLEAN' | 'NOT_SCANNED',
    certifiedBy: version.certifiedBy,
    certifiedOn: dayOf(version.certifiedOn),
    uploadedAt: version.uploadedAt.toISOString(),
  })),
});

/** What the signature covers: shared files of the requesting side that belong to the request. */
export const requestFiles = (files: readonly FileRow[]): FileRow[] =>
  files.filter(
    ({ code, side, visibleTo }) => side === 'RQ' && visibleTo === 'BOTH' && isRequestDocument(code),
  );

export function manifestOf(caseNumber: string, files: readonly FileRow[]): string | null {
  const sealed = requestFiles(files);
  if (sealed.length === 0) return null;
  return manifestText(
    caseNumber,
    sealed.map((file): ManifestFile => {
      const { no, fileName, bytes, sha256, certifiedBy, certifiedOn } = currentOf(file);
      const original = files.find(({ id }) => id === file.translationOfId);
      return {
        code: file.code,
        version: no,
        fileName,
        language: file.language,
        bytes,
        sha256,
        translationOf: original ? currentOf(original).sha256 : null,
        certifiedBy,
        certifiedOn: dayOf(certifiedOn),
      };
    }),
  );
}

const isTranslation = ({ code, translationOfId }: FileRow): boolean =>
  translationOfId !== null || code === 'D20';

/**
 * @returns what the file holds of each code, as far as the procedure asks. Of the request only shared files count: the rest is
 * not sent. A side's own papers (an opinion, the proof of an impediment) count without being shown to the other.
 */
export function documentFactsOf(files: readonly FileRow[]): DocumentFacts[] {
  const shared = files.filter(({ code, visibleTo }) => visibleTo === 'BOTH' || !isRequestDocument(code));
  const codes = [...new Set(shared.map(({ code }) => code as DocumentCode))];
  const facts = codes.map((code): DocumentFacts => {
    const held = shared.filter((file) => file.code === code);
    const translations = held.filter(isTranslation);
    const certified = translations.filter((file) => currentOf(file).certifiedBy !== null);
    return {
      code,
      present: true,
      translationsCertified: certified.length === translations.length,
      languages: [
        ...new Set(
          [...held.filter((file) => !isTranslation(file)), ...certified].map(({ language }) => language),
        ),
      ],
    };
  });
  // Translations of other documents are what D20 asks for, under whatever code they are filed.
  const all = shared.filter(({ translationOfId }) => translationOfId !== null);
  if (all.length > 0 && !codes.includes('D20'))
    facts.push({
      code: 'D20',
      present: true,
      translationsCertified: all.every((file) => currentOf(file).certifiedBy !== null),
      languages: [...new Set(all.map(({ language }) => language))],
    });
  return facts;
}

export const uncertifiedCodes = (files: readonly FileRow[]): string[] =>
  documentFactsOf(files)
    .filter(({ translationsCertified }) => !translationsCertified)
    .map(({ code }) => code)
    .sort();

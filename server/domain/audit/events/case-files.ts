// Traces of the files of extradition cases.

export interface CaseFileEvents {
  'case-file.added': { fileId: string; code: string; sha256: string };
  'case-file.version-added': { fileId: string; code: string; no: number; sha256: string };
  'case-file.certified': { fileId: string; no: number };
  'case-file.shared': { fileId: string };
  'case-file.listed': { count: number };
  'case-file.downloaded': { fileId: string; no: number; sha256: string };
  'case-file.refused': { reason: string };
  'case-file.signed': { manifest: string; files: number };
  'case-file.exported': { kind: 'DOSSIER' | 'ORIGINALS'; files: number };
}

// What a signature over a request file covers: every file by its hash, in one canonical text.

export interface ManifestFile {
  readonly code: string;
  readonly version: number;
  readonly fileName: string;
  readonly language: string;
  readonly bytes: number;
  readonly sha256: string;
  /** SHA-256 of the original that this file translates. */
  readonly translationOf: string | null;
  readonly certifiedBy: string | null;
  readonly certifiedOn: string | null;
}

const KEYS: readonly (keyof ManifestFile)[] = [
  'bytes',
  'certifiedBy',
  'certifiedOn',
  'code',
  'fileName',
  'language',
  'sha256',
  'translationOf',
  'version',
];

const byText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

/**
 * Canonical JSON: keys in the order of their letters, files in the order of code and hash, no spaces. The same files give
 * the same bytes on every machine, so a hash of them can be signed and checked elsewhere.
 */
export function manifestText(caseNumber: string, files: readonly ManifestFile[]): string {
  const sorted = [...files].sort(
    (left, right) =>
      byText(left.code, right.code) ||
      byText(left.sha256, right.sha256) ||
      byText(left.language, right.language) ||
      byText(left.fileName, right.fileName),
  );
  const lines = sorted.map((file) => Object.fromEntries(KEYS.map((key) => [key, file[key]])));
  return JSON.stringify({ case: caseNumber, files: lines, format: 'izdoo-manifest-1' });
}

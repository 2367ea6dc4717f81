import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ManifestFile, manifestText } from './manifest.ts';

const file = (changes: Partial<ManifestFile> = {}): ManifestFile => ({
  code: 'D10',
  version: 1,
  fileName: 'Запрос.pdf',
  language: 'ru',
  bytes: 7,
  sha256: 'a'.repeat(64),
  translationOf: null,
  certifiedBy: null,
  certifiedOn: null,
  ...changes,
});

test('the order in which files are read changes nothing; any fact of a file does', () => {
  const files = [
    file(),
    file({ code: 'D11', sha256: 'b'.repeat(64) }),
    file({ language: 'kk', sha256: 'c'.repeat(64) }),
  ];
  const text = manifestText('KGZ-7', files);
  fc.assert(
    fc.property(fc.shuffledSubarray(files, { minLength: 3 }), (shuffled) => {
      expect(manifestText('KGZ-7', shuffled)).toBe(text);
    }),
  );
  const changes: Partial<ManifestFile>[] = [
    { sha256: 'd'.repeat(64) },
    { version: 2 },
    { fileName: 'other.pdf' },
    { certifiedBy: 'Notary' },
    { translationOf: 'a'.repeat(64) },
    { bytes: 8 },
  ];
  for (const change of changes)
    expect(manifestText('KGZ-7', [file(change)])).not.toBe(manifestText('KGZ-7', [file()]));
  expect(manifestText('KGZ-8', files)).not.toBe(text);
});

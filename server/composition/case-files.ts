// Composes the files of cases with the scanner, the signature and the printed dossier.
import type { Config } from '../config.ts';
import { type CaseFileService, createCaseFileService } from '../features/case-files/service.ts';
import type { DisclosureLedger } from '../features/disclosures/service.ts';
import { createDossierService, type DossierService } from '../features/dossier/service.ts';
import type { PersonService } from '../features/persons/service.ts';
import type { PhotoService } from '../features/photos/service.ts';
import type { ReferenceService } from '../features/reference/service.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/database.ts';
import type { FileStore } from '../platform/files/file-store.ts';
import { createVirusScanner } from '../platform/files/virus-scan.ts';
import { createSigner } from '../platform/security/signer.ts';
import type { Vault } from '../platform/security/vault.ts';

export interface CaseFileParts {
  readonly config: Pick<Config, 'clamd' | 'training'>;
  readonly database: Database;
  readonly clock: Clock;
  readonly vault: Vault;
  readonly files: FileStore;
  readonly reference: ReferenceService;
  readonly disclosures: DisclosureLedger;
  readonly persons: PersonService;
  readonly photos: PhotoService;
}

export function composeCaseFiles(parts: CaseFileParts): {
  caseFiles: CaseFileService;
  dossier: DossierService;
} {
  const scanner = createVirusScanner(parts.config.clamd ?? null);
  const signer = createSigner(parts.vault, 'case-manifest-signing');
  const caseFiles = createCaseFileService({ ...parts, scanner, signer });
  return { caseFiles, dossier: createDossierService({ ...parts, caseFiles }) };
}

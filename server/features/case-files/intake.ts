// Receives one document: judged by its content, looked at by the virus scanner, kept under its hash.
import type { Actor } from '../../domain/access/actor.ts';
import { Problem } from '../../domain/errors.ts';
import { inspectDocument } from '../../platform/files/case-document.ts';
import type { UploadedFile } from '../../platform/http/route.ts';
import type { CaseFileDeps } from './parts.ts';

export interface ReceivedDocument {
  readonly sha256: string;
  readonly bytes: number;
  readonly fileName: string;
  readonly mediaType: string;
  readonly pdfa: string | null;
  readonly warnings: string[];
  readonly scan: 'CLEAN' | 'NOT_SCANNED';
}

const LONGEST_NAME = 255;

export function createIntake({
  database,
  files,
  scanner,
}: Pick<CaseFileDeps, 'database' | 'files' | 'scanner'>) {
  async function judge(path: string) {
    const content = await inspectDocument(path);
    return { ...content, scan: await scanner.scan(path) };
  }

  return {
    /** What was refused leaves a trace: somebody tried to bring it in. */
    async receive(actor: Actor, caseId: string, file: UploadedFile | null): Promise<ReceivedDocument> {
      if (!file) throw new Problem('validation-failed', [{ at: '/file', code: 'required' }]);
      const { warnings, ...content } = await judge(file.path).catch(async (error: unknown) => {
        if (error instanceof Problem) {
          const reason = error.faults[0]?.code ?? error.code;
          const subject = { type: 'case' as const, id: caseId };
          await database.record(actor, {
            type: 'case-file.refused',
            subject,
            outcome: 'REFUSED',
            data: { reason },
          });
        }
        throw error;
      });
      // Kept before the row that names it is committed; a file without a row is harmless.
      const { sha256, bytes } = await files.put(file.path);
      const fileName = file.originalName.slice(0, LONGEST_NAME);
      return { ...content, warnings: [...warnings], sha256, bytes, fileName };
    },
  };
}

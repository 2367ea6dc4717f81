// The papers of the story: one small page for each kind of document, the same wherever it is needed.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Actor } from '../../domain/access/actor.ts';
import type { DocumentCode } from '../../domain/cases/documents.ts';
import { caseDocumentTexts } from '../../platform/i18n/case-documents.ts';
import { newCaseFile } from '../case-files/contract.ts';
import type { CaseFileService } from '../case-files/service.ts';
import { demoPaper } from '../seed/demo-paper.ts';

export interface StoryPapers {
  /** Brings a document into the case; translations come with their certificate. */
  bring(actor: Actor, caseId: string, code: DocumentCode, day: string): Promise<void>;
  close(): Promise<void>;
}

export async function createStoryPapers(caseFiles: Pick<CaseFileService, 'addFile'>): Promise<StoryPapers> {
  const folder = await mkdtemp(join(tmpdir(), 'izdoo-demo-'));
  const made = new Map<DocumentCode, { path: string; bytes: number }>();
  async function paperOf(code: DocumentCode) {
    const known = made.get(code);
    if (known) return known;
    const title = caseDocumentTexts[`document.${code}`].en;
    const bytes = demoPaper(`DEMO ${code}`, title, 'Invented, without legal effect.');
    const paper = { path: join(folder, `${code}.pdf`), bytes: bytes.length };
    await writeFile(paper.path, bytes);
    made.set(code, paper);
    return paper;
  }
  return {
    async bring(actor, caseId, code, day) {
      const paper = await paperOf(code);
      const certificate = code === 'D20' && { certifiedBy: 'DEMO translator', certifiedOn: day };
      // The proof of an impediment and the opinion of the prosecutor are a side's own.
      const shared = code === 'D34' || code === 'D29' ? 'false' : 'true';
      const body = newCaseFile.parse({ code, language: 'ru', shared, ...certificate });
      await caseFiles.addFile(actor, caseId, { ...paper, originalName: `DEMO-${code}.pdf` }, body);
    },
    close: () => rm(folder, { recursive: true, force: true }),
  };
}

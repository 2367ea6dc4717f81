// Signing a request file and handing out what was signed: the manifest, its signature, and the originals that it names.
import { createHash } from 'node:crypto';
import type { Actor } from '../../domain/access/actor.ts';
import type { ManifestFile } from '../../domain/case-files/manifest.ts';
import { Problem } from '../../domain/errors.ts';
import type { Tx } from '../../platform/database/database.ts';
import { type ZipEntry, zipStream } from '../../platform/files/zip.ts';
import { FileReply } from '../../platform/http/route.ts';
import { newId } from '../../platform/ids.ts';
import { isFrozen, type OpenCase } from './case-access.ts';
import type { ManifestView } from './contract.ts';
import type { CaseFileDeps } from './parts.ts';
import { type CaseRow, type FileRow, insertManifest, type ManifestRow } from './store.ts';
import { manifestOf, requestFiles, uncertifiedCodes } from './view.ts';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Names of people's making become harmless paths; the number keeps equal names apart. */
const pathOf = ({ code, fileName }: ManifestFile, at: number): string =>
  `${code}/${String(at + 1).padStart(2, '0')}-${fileName.replace(/[\p{Cc}/\\:*?"<>|]/gu, '_').replace(/^\.+/u, '_')}`;

export function createSealing({ database, files, signer, disclosures }: CaseFileDeps) {
  const hashOf = ({ caseNumber }: Pick<CaseRow, 'caseNumber'>, rows: readonly FileRow[]): string | null => {
    const content = manifestOf(caseNumber, rows);
    return content === null ? null : digest(content).toString('hex');
  };

  return {
    hashOf,

    view({ row }: OpenCase, rows: readonly FileRow[], last: ManifestRow | null): ManifestView {
      const sha256 = hashOf(row, rows);
      return {
        sha256,
        content: manifestOf(row.caseNumber, rows),
        isSigned: last !== null && last.sha256 === sha256,
        signature: last && {
          sha256: last.sha256,
          value: Buffer.from(last.signature).toString('base64'),
          keyId: last.keyId,
          signedBy: last.signedBy,
          signedAt: last.signedAt.toISOString(),
        },
        publicKey: signer.publicKeyPem,
        uncertified: uncertifiedCodes(rows),
      };
    },

    /** @throws Problem `forbidden` for the other side, `conflict` for a file that is sent, empty or lacks certificates */
    async sign(tx: Tx, actor: Actor, opened: OpenCase, rows: readonly FileRow[]): Promise<ManifestRow> {
      const { row, side } = opened;
      if (side !== 'RQ') throw new Problem('forbidden');
      if (isFrozen(opened, true)) throw new Problem('conflict', [{ at: '/', code: 'file-is-sent' }]);
      const content = manifestOf(row.caseNumber, rows);
      if (content === null) throw new Problem('conflict', [{ at: '/', code: 'nothing-to-sign' }]);
      const uncertified = uncertifiedCodes(rows);
      if (uncertified.length > 0)
        throw new Problem(
          'conflict',
          uncertified.map((code) => ({
            at: `/documents/${code}`,
            code: 'translation-not-certified',
            params: { document: code },
          })),
        );
      const hash = digest(content);
      const manifest = {
        id: newId(tx.now.getTime()),
        caseId: row.id,
        sha256: hash.toString('hex'),
        content,
        signature: new Uint8Array(signer.sign(hash)),
        keyId: signer.keyId,
        signedBy: actor.id,
        signedAt: tx.now,
      };
      await insertManifest(tx.db, manifest);
      tx.audit({
        type: 'case-file.signed',
        subject: { type: 'case', id: row.id },
        data: { manifest: manifest.sha256, files: requestFiles(rows).length },
      });
      return manifest;
    },

    /** Exactly what was signed last, whatever has been added since. */
    async archive(actor: Actor, { row }: OpenCase, last: ManifestRow | null): Promise<FileReply> {
      if (last === null) throw new Problem('conflict', [{ at: '/', code: 'not-signed' }]);
      const { files: listed } = JSON.parse(last.content) as { files: ManifestFile[] };
      const modifiedAt = last.signedAt;
      const entries: ZipEntry[] = [
        { path: 'manifest.json', modifiedAt, content: Buffer.from(last.content) },
        {
          path: 'manifest.sig',
          modifiedAt,
          content: Buffer.from(`${Buffer.from(last.signature).toString('base64')}\n`),
        },
        { path: 'public-key.pem', modifiedAt, content: Buffer.from(signer.publicKeyPem) },
        ...listed.map((file, at) => ({
          path: pathOf(file, at),
          modifiedAt,
          content: () => files.open(file.sha256),
        })),
      ];
      await database.record(actor, {
        type: 'case-file.exported',
        subject: { type: 'case', id: row.id },
        data: { kind: 'ORIGINALS', files: listed.length },
      });
      await disclosures.note(actor, 'FILE', [
        { personId: row.personId, alertIds: [row.alertId], ownerStates: [row.requestingState] },
      ]);
      return new FileReply('application/zip', zipStream(entries), `${row.caseNumber}.zip`);
    },
  };
}

// Writes files into one archive as a stream: each is opened when its turn comes, so memory does not grow with them.
import type { Readable } from 'node:stream';
import { PassThrough } from 'node:stream';
import { ZipFile } from 'yazl';

export interface ZipEntry {
  readonly path: string;
  readonly modifiedAt: Date;
  /** Bytes that are there, or a stream that is opened when its turn comes. */
  readonly content: Buffer | (() => Promise<Readable>);
}

/** Stored, not compressed: PDFs and scans are compressed already, and the bytes stay as they were signed. */
export function zipStream(entries: readonly ZipEntry[]): Readable {
  const zip = new ZipFile();
  const out = new PassThrough();
  // A file that cannot be read breaks the answer off: half an archive must not look whole.
  zip.on('error', (error) => out.destroy(error as Error));
  for (const { path, modifiedAt, content } of entries) {
    const options = { mtime: modifiedAt, compress: false };
    if (Buffer.isBuffer(content)) zip.addBuffer(content, path, options);
    else
      zip.addReadStreamLazy(path, options, (done) => {
        content().then(
          (stream) => done(null, stream),
          (error: unknown) => done(error, null as never),
        );
      });
  }
  zip.outputStream.pipe(out);
  zip.end();
  return out;
}

// A list outside of the database to which lines are only added: what must outlive the restoring of an older database.
import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';

export interface LedgerFile {
  /** Adds lines; they are on the disk when the promise resolves. */
  append(lines: readonly object[]): Promise<void>;
  /** Every line that can be read, in the order in which they came; none when there is no file. */
  read(): Promise<unknown[]>;
}

export function createLedgerFile(path: string): LedgerFile {
  return {
    async append(lines) {
      if (lines.length === 0) return;
      await mkdir(dirname(path), { recursive: true });
      const file = await open(path, 'a', 0o600);
      try {
        // The line break comes first: a line that a crash has torn does not swallow the next one.
        await file.appendFile(lines.map((line) => `\n${JSON.stringify(line)}`).join(''));
        await file.datasync();
      } finally {
        await file.close();
      }
    },
    async read() {
      const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return '';
        throw error;
      });
      return text.split('\n').flatMap((line) => {
        if (line === '') return [];
        try {
          return [JSON.parse(line) as unknown];
        } catch {
          return [];
        }
      });
    },
  };
}

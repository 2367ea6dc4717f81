// Asks a clamd for its opinion on a file (INSTREAM). Configured and out of reach, it is no opinion: the file is refused.
import { createReadStream } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { Problem } from '../../domain/errors.ts';

export interface VirusScanner {
  /** @returns whether anybody looked. @throws Problem `unreadable-file` (IS_INFECTED), `unavailable` */
  scan(path: string): Promise<'CLEAN' | 'NOT_SCANNED'>;
}

const TIMEOUT_MS = 60_000;

/** `tcp://host:port` or `unix:/path`. */
function open(address: string): Socket {
  if (address.startsWith('unix:')) return connect(address.slice('unix:'.length));
  const { hostname, port } = new URL(address);
  return connect(Number(port || 3310), hostname);
}

const size = (bytes: number): Buffer => {
  const head = Buffer.alloc(4);
  head.writeUInt32BE(bytes);
  return head;
};

async function ask(address: string, path: string): Promise<string> {
  const socket = open(address);
  socket.setTimeout(TIMEOUT_MS, () => socket.destroy(new Error('clamd did not answer in time')));
  let answer = '';
  const ended = new Promise<void>((resolve, reject) => {
    socket.on('data', (chunk: Buffer) => {
      answer += chunk.toString('latin1');
      if (answer.includes('\0')) resolve();
    });
    socket.on('end', resolve);
    socket.on('error', reject);
  });
  const write = (bytes: Buffer) =>
    new Promise<void>((resolve, reject) =>
      socket.write(bytes, (error) => (error ? reject(error) : resolve())),
    );
  try {
    const send = async () => {
      await write(Buffer.from('zINSTREAM\0', 'latin1'));
      for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
        await write(size(chunk.length));
        await write(chunk);
      }
      await write(size(0));
    };
    // clamd may answer and hang up before it has read everything: its size limit is smaller than ours.
    await Promise.race([Promise.all([send(), ended]), ended]);
  } finally {
    socket.destroy();
  }
  return answer.replace(/\0[\s\S]*$/, '').trim();
}

/** @param address null: nobody is asked */
export function createVirusScanner(address: string | null): VirusScanner {
  return {
    async scan(path) {
      if (address === null) return 'NOT_SCANNED';
      const answer = await ask(address, path).catch((error: unknown) => {
        throw Object.assign(new Problem('unavailable', [{ at: '/file', code: 'SCANNER_AWAY' }]), {
          cause: error,
        });
      });
      if (answer === 'stream: OK') return 'CLEAN';
      if (answer.endsWith(' FOUND'))
        throw new Problem('unreadable-file', [{ at: '/file', code: 'IS_INFECTED' }]);
      throw new Problem('unavailable', [{ at: '/file', code: 'SCANNER_AWAY' }]);
    },
  };
}

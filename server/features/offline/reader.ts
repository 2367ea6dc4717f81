// Asks a copy at a post without a line. It says REFER, or that there is no match in a copy of some time: never more, never less.

import type { MatchQuery } from '../../domain/matching/match.ts';
import type { NameEngine } from '../../domain/names/engine.ts';
import { refusalOf, type SeenTimes } from '../../domain/offline/copy.ts';
import { queryHandles } from '../../domain/offline/handles.ts';
import { deviceDigest, openSealed } from '../../platform/security/sealed-file.ts';
import { COPY_FORMAT, HANDLE_BYTES, hashHandle, type OfflineCopy } from './contract.ts';

/** The copy gives no answer; the traveller is dealt with on paper. */
export class CopyRefused extends Error {
  override readonly name = 'CopyRefused';
}

export type OfflineAnswer = { readonly refer: true } | { readonly refer: false; readonly copyOf: Date };

export interface ReaderKeys {
  readonly devicePrivatePem: string;
  readonly trustedPem: string;
}

const WORDS = {
  expired: 'the copy is older than 48 hours',
  'clock-ran-back': 'the clock of this device ran back',
  'newer-copy-known': 'this device was given a newer copy',
} as const;

/**
 * What the device has seen is kept beside its key and signed with it.
 * @param note as it was written last; null at a device that was never asked
 */
function readNote(note: string | null, devicePrivatePem: string): SeenTimes {
  if (note === null) return { askedAt: null, copyAt: null };
  const [times = '', mac] = note.trim().split('\n');
  const [askedAt, copyAt] = times.split(' ').map((text) => new Date(text));
  if (mac !== deviceDigest(devicePrivatePem, times) || !askedAt || !copyAt)
    throw new CopyRefused('the notes of this device were changed');
  return { askedAt, copyAt };
}

function writeNote(askedAt: Date, copyAt: Date, devicePrivatePem: string): string {
  const times = `${askedAt.toISOString()} ${copyAt.toISOString()}`;
  return `${times}\n${deviceDigest(devicePrivatePem, times)}\n`;
}

/** Whether one of the hashes stands in the sorted list. */
function holds(sorted: Buffer, wanted: readonly Buffer[]): boolean {
  return wanted.some((hash) => {
    let [low, high] = [0, sorted.length / HANDLE_BYTES];
    while (low < high) {
      const middle = (low + high) >> 1;
      const order = sorted.compare(hash, 0, HANDLE_BYTES, middle * HANDLE_BYTES, (middle + 1) * HANDLE_BYTES);
      if (order === 0) return true;
      if (order < 0) low = middle + 1;
      else high = middle;
    }
    return false;
  });
}

export interface OpenCopy {
  readonly post: string;
  readonly at: Date;
  readonly expiresAt: Date;
  /** What the device has to keep before it tells anybody an answer. */
  readonly note: string;
  ask(query: MatchQuery): OfflineAnswer;
}

/**
 * @throws UnreadableSealedFile for another device, changed, or not from the trusted installation
 * @throws CopyRefused too old, or the clock or the notes of the device are not to be trusted
 */
export function openCopy(
  text: string,
  keys: ReaderKeys,
  note: string | null,
  engine: Pick<NameEngine, 'spellings' | 'keyVersion'>,
  now: Date,
): OpenCopy {
  const copy = JSON.parse(openSealed(text, COPY_FORMAT, keys)) as OfflineCopy;
  const [at, expiresAt] = [new Date(copy.at), new Date(copy.expiresAt)];
  const seen = readNote(note, keys.devicePrivatePem);
  const refusal = refusalOf({ at, expiresAt }, seen, now);
  if (refusal) throw new CopyRefused(WORDS[refusal]);
  if (copy.keyVersion !== engine.keyVersion)
    throw new CopyRefused('the copy was made by another version of this program');
  const salt = Buffer.from(copy.salt, 'base64');
  const lists = copy.groups
    .filter(({ until }) => until === null || now < new Date(until))
    .map(({ handles }) => Buffer.from(handles, 'base64'));
  const latest = seen.askedAt && seen.askedAt > now ? seen.askedAt : now;
  return {
    post: copy.post,
    at,
    expiresAt,
    note: writeNote(latest, at, keys.devicePrivatePem),
    ask(query) {
      const wanted = [...queryHandles(engine.spellings, query)].map((handle) => hashHandle(salt, handle));
      return lists.some((list) => holds(list, wanted)) ? { refer: true } : { refer: false, copyOf: at };
    },
  };
}

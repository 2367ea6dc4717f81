// What a copy for a post without a line holds, between the one who makes it and the one who reads it.
import { createHmac } from 'node:crypto';

export const COPY_FORMAT = 'izdoo-offline-copy';

/** Bytes kept of each hash: with a million in a copy, one question in millions meets one by chance. */
export const HANDLE_BYTES = 8;

/** Handles of persons whose alerts end at the same instant, sorted; `until` null: not while the copy lives. */
export interface HandleGroup {
  readonly until: string | null;
  /** Base64. */
  readonly handles: string;
}

export interface OfflineCopy {
  readonly id: string;
  /** The post or device that it was made for. */
  readonly post: string;
  readonly state: string;
  readonly at: string;
  readonly expiresAt: string;
  readonly keyVersion: number;
  /** Base64; another in each copy, so that two copies cannot be laid beside each other. */
  readonly salt: string;
  readonly groups: readonly HandleGroup[];
}

export const hashHandle = (salt: Buffer, handle: string): Buffer =>
  createHmac('sha256', salt).update(handle).digest().subarray(0, HANDLE_BYTES);

// When a copy of the registry may still be asked: never older than two days, never by a clock that runs back.

/** Interpol's offline copies are refreshed every one or two days; older than that nobody may rely on one. */
export const COPY_HOURS = 48;
/** Clocks of two machines are never quite the same. */
const TOLERANCE_MS = 2 * 60_000;

export interface CopyTimes {
  readonly at: Date;
  readonly expiresAt: Date;
}

/** What the post has seen so far. */
export interface SeenTimes {
  /** The latest instant at which it was asked. */
  readonly askedAt: Date | null;
  /** The newest copy that it was given. */
  readonly copyAt: Date | null;
}

export type CopyRefusal = 'expired' | 'clock-ran-back' | 'newer-copy-known';

export const expiryOf = (at: Date): Date => new Date(at.getTime() + COPY_HOURS * 3_600_000);

/** @returns why the copy may not be asked now, or null */
export function refusalOf({ at, expiresAt }: CopyTimes, seen: SeenTimes, now: Date): CopyRefusal | null {
  const latest = Math.max(at.getTime(), seen.askedAt?.getTime() ?? 0, seen.copyAt?.getTime() ?? 0);
  if (now.getTime() < latest - TOLERANCE_MS) return 'clock-ran-back';
  if (now >= expiresAt || now.getTime() - at.getTime() >= COPY_HOURS * 3_600_000) return 'expired';
  if (seen.copyAt && at < seen.copyAt) return 'newer-copy-known';
  return null;
}

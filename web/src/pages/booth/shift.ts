// The checks of this shift at this device: time, code and word of each; no names, nothing kept when the shift ends.
import { useSyncExternalStore } from 'react';
import { onGrant } from '../../session/tokens.ts';
import type { Outcome, Verdict } from './use-check.ts';

export interface ShiftEntry {
  readonly at: string;
  readonly reference: string | null;
  readonly outcome: Outcome;
}

const KEPT = 200;
let entries: readonly ShiftEntry[] = [];
let account: string | undefined;
const watchers = new Set<() => void>();

function become(next: readonly ShiftEntry[]): void {
  entries = next;
  for (const watcher of watchers) watcher();
}

onGrant((grant) => {
  if (grant?.user.id === account) return;
  account = grant?.user.id;
  if (entries.length > 0) become([]);
});

export const noteCheck = ({ at, outcome, answer }: Verdict): void =>
  become([{ at, outcome, reference: answer?.reference ?? null }, ...entries].slice(0, KEPT));

export function useShift(): readonly ShiftEntry[] {
  return useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => entries,
  );
}

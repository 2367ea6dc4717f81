// Whether a new hit is heard on this device: one setting for all its windows.
import { useSyncExternalStore } from 'react';

const KEPT = 'izdoo.hits.loud';
const watchers = new Set<() => void>();

export const isLoud = (): boolean => localStorage.getItem(KEPT) !== 'off';

export function setLoud(loud: boolean): void {
  localStorage.setItem(KEPT, loud ? 'on' : 'off');
  for (const watcher of watchers) watcher();
}

export const useLoud = (): boolean =>
  useSyncExternalStore((watcher) => {
    watchers.add(watcher);
    addEventListener('storage', watcher);
    return () => {
      watchers.delete(watcher);
      removeEventListener('storage', watcher);
    };
  }, isLoud);

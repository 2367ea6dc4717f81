// While a misread zone is open, a new document may be laid on the reader: its zone goes to no field, it is asked for at once.
import { useEffect, useRef } from 'react';
import { afterKey, beginsZone, NO_BURST, wholeZone } from './reader.ts';

/** A reader without a last Enter is waited for so long. */
const QUIET_MS = 150;

interface Reader {
  /** The first sign of what may become a zone. */
  onStart(): void;
  /** It is one: what its first line typed into a field was not meant. */
  onZoneBegins(): void;
  onZone(mrz: string): void;
}

export function useReader(reader: Reader): void {
  const latest = useRef(reader);
  latest.current = reader;
  useEffect(() => {
    let burst = NO_BURST;
    let known = false;
    let quiet: ReturnType<typeof setTimeout> | undefined;
    const press = (event: KeyboardEvent) => {
      if (event.target instanceof Element && event.target.closest('[role=dialog]')) return;
      burst = afterKey(burst, event.key, event.timeStamp);
      if (burst.text.length <= 1) {
        known = false;
        latest.current.onStart();
      }
      clearTimeout(quiet);
      if (beginsZone(burst.text)) {
        event.preventDefault();
        event.stopPropagation();
        if (!known) latest.current.onZoneBegins();
        known = true;
      }
      const mrz = wholeZone(burst.text);
      if (mrz === undefined) return;
      const take = () => {
        burst = NO_BURST;
        latest.current.onZone(mrz);
      };
      if (event.key === 'Enter') {
        event.preventDefault();
        take();
      } else quiet = setTimeout(take, QUIET_MS);
    };
    const paste = (event: ClipboardEvent) => {
      const mrz = wholeZone(event.clipboardData?.getData('text') ?? '');
      if (mrz === undefined) return;
      event.preventDefault();
      latest.current.onZone(mrz);
    };
    // Before the fields, which would take the signs for their own.
    addEventListener('keydown', press, true);
    addEventListener('paste', paste, true);
    return () => {
      clearTimeout(quiet);
      removeEventListener('keydown', press, true);
      removeEventListener('paste', paste, true);
    };
  }, []);
}

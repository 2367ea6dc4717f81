// Keys while a verdict is on the screen. A reader that sends the next document must not confirm anything by its Enter.
import { useEffect, useRef, useState } from 'react';

/** So long no key counts: the Enter that asked may still be on its way, and nobody reads faster. */
const CALM_MS = 350;
/** So many signs, none later than this after the one before, come from a reader, and so does the Enter behind them. */
const READER_SIGNS = 3;
const READER_MS = 500;

interface VerdictKeys {
  /** Enter and Esc. */
  onGo(): void;
  onAgain?: (() => void) | undefined;
  /** The verdict may be typed away: the first sign of the next traveller opens the field. */
  onType?: ((sign: string) => void) | undefined;
}

/** @returns whether keys count already */
export function useVerdictKeys(keys: VerdictKeys): boolean {
  const [ready, setReady] = useState(false);
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const timer = setTimeout(() => setReady(true), CALM_MS);
    return () => clearTimeout(timer);
  }, []);
  useEffect(() => {
    if (!ready) return;
    let typed = { count: 0, at: 0 };
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      // A button that has the focus does what it says.
      if (event.key === 'Enter' && event.target instanceof HTMLButtonElement) return;
      const sign = event.key.length === 1;
      const goesOn = event.timeStamp - typed.at < READER_MS;
      const byReader = goesOn && typed.count >= READER_SIGNS;
      if (sign) typed = { count: goesOn ? typed.count + 1 : 1, at: event.timeStamp };
      if (event.key === 'Escape' || (event.key === 'Enter' && !byReader)) {
        event.preventDefault();
        latest.current.onGo();
      } else if (sign && event.key.toLowerCase() === 'r' && latest.current.onAgain && typed.count === 1) {
        latest.current.onAgain();
      } else if (sign && event.key !== ' ' && latest.current.onType) {
        event.preventDefault();
        latest.current.onType(event.key);
      }
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [ready]);
  return ready;
}

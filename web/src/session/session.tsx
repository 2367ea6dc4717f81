// Who is signed in, as the screens see it: the account, what it may do, and why it looks at records.
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { type Purpose, setClientContext } from '../api/client.ts';
import type { Me, Permission, SessionGrant } from '../api/types.ts';
import { useLocale } from '../i18n/texts.tsx';
import { askPurpose } from './purpose-request.ts';
import { currentGrant, onGrant, refresh } from './tokens.ts';

export interface SessionState {
  /** `starting` until the cookie has been tried. */
  readonly phase: 'starting' | 'unreachable' | 'signed-out' | 'signed-in';
  readonly user: Me | undefined;
  may(permission: Permission): boolean;
  readonly purpose: Purpose | undefined;
  setPurpose(purpose: Purpose | undefined): void;
}

const SessionContext = createContext<SessionState | null>(null);
const RENEW_BEFORE_MS = 60_000;

/** Kept for the tab only: a new day's work has a new reason. The client reads `now`, which never waits for a rendering. */
function usePurpose() {
  const now = useRef<Purpose | undefined>(undefined);
  const [purpose, set] = useState<Purpose | undefined>(() => {
    const kept = sessionStorage.getItem('izdoo.purpose');
    return kept === null ? undefined : (JSON.parse(kept) as Purpose);
  });
  now.current = purpose;
  const setPurpose = useCallback((next: Purpose | undefined) => {
    now.current = next;
    if (next) sessionStorage.setItem('izdoo.purpose', JSON.stringify(next));
    else sessionStorage.removeItem('izdoo.purpose');
    set(next);
  }, []);
  return { purpose, setPurpose, purposeNow: now };
}

export function SessionProvider({ children }: { children: ReactNode }) {
  const { locale } = useLocale();
  const [grant, setGrant] = useState<SessionGrant | undefined>(currentGrant);
  const [phase, setPhase] = useState<'starting' | 'unreachable' | 'ready'>('starting');
  const { purpose, setPurpose, purposeNow } = usePurpose();
  const localeNow = useRef(locale);
  localeNow.current = locale;

  useEffect(() => {
    setClientContext({
      token: () => currentGrant()?.accessToken,
      refresh,
      locale: () => localeNow.current,
      purpose: () => purposeNow.current,
      askPurpose,
    });
    const stop = onGrant(setGrant);
    refresh().then(
      () => setPhase('ready'),
      () => setPhase('unreachable'),
    );
    return stop;
  }, [purposeNow]);

  useEffect(() => {
    if (!grant) return;
    const wait = new Date(grant.expiresAt).getTime() - Date.now() - RENEW_BEFORE_MS;
    const timer = setTimeout(() => void refresh().catch(() => undefined), Math.max(wait, 5_000));
    return () => clearTimeout(timer);
  }, [grant]);

  const state = useMemo<SessionState>(
    () => ({
      phase: grant ? 'signed-in' : phase === 'ready' ? 'signed-out' : phase,
      user: grant?.user,
      may: (permission) => grant?.user.permissions.includes(permission) ?? false,
      purpose,
      setPurpose,
    }),
    [grant, phase, purpose, setPurpose],
  );
  return <SessionContext value={state}>{children}</SessionContext>;
}

export function useSession(): SessionState {
  const state = useContext(SessionContext);
  if (!state) throw new Error('SessionProvider is missing');
  return state;
}

/** The account of a page behind the sign-in. */
export function useUser(): Me {
  const { user } = useSession();
  if (!user) throw new Error('nobody is signed in');
  return user;
}

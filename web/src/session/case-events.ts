// Lines of a case's history as others write them, while the window is looked at.
import { useDocumentVisibility } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import { followStream } from './event-stream.ts';

export interface CaseLine {
  readonly version: number;
  readonly at: string;
  readonly kind: string;
  readonly verb: string | null;
  readonly side: 'RQ' | 'RD' | 'SYSTEM';
  /** Written by this account, here or in another window. */
  readonly mine: boolean;
}

/** A browser opens few lines to one server, so a window in the background gives its line up and goes on from there later. */
export function useCaseLines(caseId: string, listener: (line: CaseLine) => void, enabled: boolean): void {
  const latest = useRef(listener);
  latest.current = listener;
  const last = useRef<{ caseId: string; id: string } | null>(null);
  const isSeen = useDocumentVisibility() === 'visible';
  useEffect(() => {
    if (!enabled || !isSeen) return;
    const gone = new AbortController();
    void followStream(
      {
        path: `/v1/cases/${caseId}/events`,
        lastEventId: () => (last.current?.caseId === caseId ? last.current.id : undefined),
        onEvent(id, data) {
          last.current = { caseId, id };
          latest.current(data as CaseLine);
        },
        onState: () => undefined,
      },
      gone.signal,
    );
    return () => gone.abort();
  }, [caseId, enabled, isSeen]);
}

// The progress of an import as the server tells it, put where the page reads it.
import { useDocumentVisibility } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { ImportDetail, ImportView } from '../../api/interchange-types.ts';
import { followStream } from '../../session/event-stream.ts';
import { isWorking } from './import-signs.tsx';

/** A window in the background gives its line up: a browser opens few to one server. */
export function useImportProgress(importId: string, works: boolean): void {
  const cache = useQueryClient();
  const isSeen = useDocumentVisibility() === 'visible';
  useEffect(() => {
    if (!works || !isSeen) return;
    const gone = new AbortController();
    const key = ['import', importId];
    void followStream(
      {
        path: `/v1/imports/${importId}/events`,
        lastEventId: () => undefined,
        onEvent(_, data) {
          const view = data as ImportView;
          cache.setQueryData<ImportDetail>(key, (known) => known && { ...known, ...view });
          // The end is read as a whole: what the page shows then is more than progress.
          if (!isWorking(view.status)) void cache.invalidateQueries({ queryKey: key });
        },
        onState: () => undefined,
      },
      gone.signal,
    );
    return () => gone.abort();
  }, [importId, works, isSeen, cache]);
}

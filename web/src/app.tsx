// Everything that all screens stand in: language, session, data, look, addresses.
import { MantineProvider, mergeThemeOverrides } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { queryClient } from './api/queries.ts';
import { LocaleProvider, useTexts } from './i18n/texts.tsx';
import { router } from './router.tsx';
import { SessionProvider } from './session/session.tsx';
import { shellTexts } from './shell/shell-texts.ts';
import { TrainingFrame } from './shell/training-frame.tsx';
import { theme } from './theme.ts';
import { isTraining } from './training.ts';

// The content policy allows only styles that carry the page's own number.
const nonce = document.querySelector<HTMLMetaElement>('meta[name=csp-nonce]')?.content ?? '';
// The library that keeps a page still behind a dialog asks for the number under this name.
Object.assign(globalThis, { __webpack_nonce__: nonce });

/** The look, with the words that Mantine's own buttons say to screen readers. */
function Look({ children }: { children: ReactNode }) {
  const t = useTexts(shellTexts);
  const closable = { defaultProps: { closeButtonProps: { 'aria-label': t('close') } } };
  const worded = mergeThemeOverrides(theme, {
    components: { Modal: closable, Drawer: closable, Notification: closable },
  });
  return (
    <MantineProvider theme={worded} defaultColorScheme="auto" getStyleNonce={() => nonce}>
      {children}
    </MantineProvider>
  );
}

export function App() {
  return (
    <LocaleProvider>
      <Look>
        {isTraining && <TrainingFrame />}
        <QueryClientProvider client={queryClient}>
          <SessionProvider>
            <Notifications position="bottom-right" />
            <RouterProvider router={router} />
          </SessionProvider>
        </QueryClientProvider>
      </Look>
    </LocaleProvider>
  );
}

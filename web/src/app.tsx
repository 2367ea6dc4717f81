// Everything that all screens stand in: language, session, data, look, addresses.
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { queryClient } from './api/queries.ts';
import { LocaleProvider } from './i18n/texts.tsx';
import { router } from './router.tsx';
import { SessionProvider } from './session/session.tsx';
import { theme } from './theme.ts';

// The content policy allows only styles that carry the page's own number.
const nonce = document.querySelector<HTMLMetaElement>('meta[name=csp-nonce]')?.content ?? '';

export function App() {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={() => nonce}>
      <LocaleProvider>
        <QueryClientProvider client={queryClient}>
          <SessionProvider>
            <Notifications position="top-right" />
            <RouterProvider router={router} />
          </SessionProvider>
        </QueryClientProvider>
      </LocaleProvider>
    </MantineProvider>
  );
}

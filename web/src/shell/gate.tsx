// Who is not signed in sees the sign-in; who has something to set right first sees that; everybody else the frame.
import { Center, Container, Loader, Stack, Text } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { ApiProblem } from '../api/problem.ts';
import { ProblemNote } from '../components/problem-note.tsx';
import { useTexts } from '../i18n/texts.tsx';
import { useSession } from '../session/session.tsx';
import { Shell } from './shell.tsx';
import { shellTexts } from './shell-texts.ts';

const SignIn = lazy(() =>
  import('../pages/sign-in/sign-in-page.tsx').then((page) => ({ default: page.SignInPage })),
);
const FirstSteps = lazy(() =>
  import('../pages/sign-in/first-steps-page.tsx').then((page) => ({ default: page.FirstStepsPage })),
);

function Waiting() {
  const t = useTexts(shellTexts);
  return (
    <Center mih="100vh">
      <Stack align="center" role="status">
        <Loader />
        <Text c="dimmed">{t('starting')}</Text>
      </Stack>
    </Center>
  );
}

export function Gate() {
  const { phase, user } = useSession();
  if (phase === 'starting') return <Waiting />;
  if (phase === 'unreachable') {
    return (
      <Container size="xs" py={80}>
        <ProblemNote error={new ApiProblem(0, { code: 'unreachable' })} onRetry={() => location.reload()} />
      </Container>
    );
  }
  return (
    <Suspense fallback={<Waiting />}>
      {phase === 'signed-out' ? <SignIn /> : user?.restriction ? <FirstSteps /> : <Shell />}
    </Suspense>
  );
}

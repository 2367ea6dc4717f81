// What stands in place of a screen that does not exist or broke.
import { Button, Container } from '@mantine/core';
import { IconMapOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { Empty } from '../components/empty.tsx';
import { ProblemNote } from '../components/problem-note.tsx';
import { useTexts } from '../i18n/texts.tsx';
import { shellTexts } from './shell-texts.ts';

export function NotFoundScreen() {
  const t = useTexts(shellTexts);
  return (
    <Empty
      icon={IconMapOff}
      title={t('notFoundTitle')}
      text={t('notFoundText')}
      action={
        <Button renderRoot={(props) => <Link to="/" {...props} />} variant="light">
          Izdoo
        </Button>
      }
    />
  );
}

export function BrokenScreen({ error, reset }: { error: unknown; reset: () => void }) {
  return (
    <Container size="sm" py="xl">
      <ProblemNote error={error} onRetry={reset} />
    </Container>
  );
}

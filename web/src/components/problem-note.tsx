// What went wrong, in the user's language, with the number by which it can be found in the logs.
import { Alert, Button, List, Text } from '@mantine/core';
import { IconAlertTriangle, IconPlugConnectedX } from '@tabler/icons-react';
import { ApiProblem } from '../api/problem.ts';
import { useTexts } from '../i18n/texts.tsx';
import { shellTexts } from '../shell/shell-texts.ts';

export function ProblemNote({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const t = useTexts(shellTexts);
  const problem = error instanceof ApiProblem ? error : undefined;
  const lost = problem?.code === 'unreachable';
  return (
    <Alert
      color={lost ? 'orange' : 'red'}
      role="alert"
      icon={lost ? <IconPlugConnectedX /> : <IconAlertTriangle />}
      title={lost ? t('unreachableTitle') : problem ? problem.title : t('brokenTitle')}
    >
      {lost && <Text size="sm">{t('unreachableText')}</Text>}
      {!problem && <Text size="sm">{t('brokenText')}</Text>}
      {problem?.detail && <Text size="sm">{problem.detail}</Text>}
      {problem && problem.faults.length > 0 && (
        <List size="sm" mt={4}>
          {problem.faults.map(({ at, code, message }) => (
            <List.Item key={`${at} ${code}`}>{message}</List.Item>
          ))}
        </List>
      )}
      {problem?.requestId && (
        <Text size="xs" c="dimmed" mt={6}>
          {t('requestId', { id: problem.requestId })}
        </Text>
      )}
      {onRetry && (
        <Button mt="sm" size="xs" variant="light" onClick={onRetry}>
          {t('again')}
        </Button>
      )}
    </Alert>
  );
}

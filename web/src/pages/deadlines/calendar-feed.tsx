// The address under which a calendar program reads the own deadlines: made, shown once, ended.
import { Button, Group, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { CopyOnce } from '../../components/copy-once.tsx';
import { DecisionDialog } from '../../components/decision-dialog.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { Section } from '../../components/section.tsx';
import { useTexts } from '../../i18n/texts.tsx';
import { deadlineTexts } from './deadline-texts.ts';

export function CalendarFeed() {
  const t = useTexts(deadlineTexts);
  const [address, setAddress] = useState<string>();
  const [ending, setEnding] = useState(false);
  const open = useMutation({
    mutationFn: () => api.post<{ path: string }>('/v1/calendar-feed'),
    onSuccess: ({ path }) => setAddress(`${location.origin}${path}`),
  });
  return (
    <Section title={t('feed')}>
      <Text size="sm" c="dimmed" mb="sm">
        {t('feedText')}
      </Text>
      <Group gap="xs">
        <Button size="xs" variant="default" loading={open.isPending} onClick={() => open.mutate()}>
          {t('openFeed')}
        </Button>
        <Button size="xs" variant="subtle" color="gray" onClick={() => setEnding(true)}>
          {t('closeFeed')}
        </Button>
      </Group>
      {open.error && <ProblemNote error={open.error} />}
      <CopyOnce title={t('feed')} secret={address} onKept={() => setAddress(undefined)} />
      {ending && (
        <DecisionDialog
          opened
          onClose={() => setEnding(false)}
          title={t('closeFeed')}
          confirm={t('closeFeed')}
          onConfirm={() => api.remove('/v1/calendar-feed')}
        />
      )}
    </Section>
  );
}

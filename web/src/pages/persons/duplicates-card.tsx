// The duplicate check of a saved record, each pair decided with a reason; what is left blocks publication.
import { Anchor, Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import type { DuplicatesAnswer } from '../../api/registry-types.ts';
import { ProblemNote } from '../../components/problem-note.tsx';
import { formatNumber } from '../../i18n/numbers.ts';
import { useLocale, useTexts } from '../../i18n/texts.tsx';
import classes from './persons.module.css';
import { personTexts } from './persons-texts.ts';

function Pair({
  personId,
  item,
  onDecided,
}: {
  personId: string;
  item: DuplicatesAnswer['items'][number];
  onDecided(): void;
}) {
  const t = useTexts(personTexts);
  const { locale } = useLocale();
  const [reason, setReason] = useState('');
  const decide = useMutation({
    mutationFn: (same: boolean) =>
      api.post(`/v1/persons/${personId}/duplicate-decisions`, {
        body: { otherId: item.personId, same, reason: reason.trim() },
        key: crypto.randomUUID(),
      }),
    onSuccess: onDecided,
  });
  return (
    <Stack gap={4} component="li">
      <Anchor
        size="sm"
        renderRoot={(props) => (
          <Link to="/persons/$personId" params={{ personId: item.personId }} {...props} />
        )}
      >
        {item.registryNumber} · {formatNumber(locale, item.score, 2)}
      </Anchor>
      <Text size="xs" c="dimmed">
        {item.reasons.map(({ text }) => text).join(' · ')}
      </Text>
      <TextInput
        size="xs"
        label={t('reason')}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
        maxLength={1000}
      />
      {decide.error && <ProblemNote error={decide.error} />}
      <Group gap="xs">
        {([true, false] as const).map((same) => (
          <Button
            key={String(same)}
            size="compact-xs"
            variant="default"
            disabled={reason.trim() === ''}
            onClick={() => decide.mutate(same)}
          >
            {t(same ? 'same' : 'different')}
          </Button>
        ))}
      </Group>
    </Stack>
  );
}

export function DuplicatesCard({ personId }: { personId: string }) {
  const t = useTexts(personTexts);
  const check = useMutation({
    mutationFn: () => api.post<DuplicatesAnswer>(`/v1/persons/${personId}/duplicates`),
  });
  return (
    <section className={classes['block']} id="duplicates">
      <Group justify="space-between">
        <Title order={2} size="h5">
          {t('duplicates')}
        </Title>
        <Button size="compact-xs" variant="subtle" onClick={() => check.mutate()} loading={check.isPending}>
          {t('checkAgain')}
        </Button>
      </Group>
      {check.error && <ProblemNote error={check.error} />}
      {check.data?.items.length === 0 && <Text size="sm">{t('duplicatesNone')}</Text>}
      {check.data && check.data.items.length > 0 && (
        <>
          <Text size="xs" c="dimmed">
            {t('undecided')}
          </Text>
          <Stack component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
            {check.data.items.map((item) => (
              <Pair key={item.personId} personId={personId} item={item} onDecided={() => check.mutate()} />
            ))}
          </Stack>
        </>
      )}
    </section>
  );
}

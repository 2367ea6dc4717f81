// Somebody says that his identity is misused: his code is compared, and the officer is shown what tells the two apart.
import { Alert, Button, Group, List, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api } from '../../api/client.ts';
import type { VictimRecognition } from '../../api/types.ts';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useTexts } from '../../i18n/texts.tsx';
import { useShownDate } from '../../i18n/use-shown-date.ts';
import { hitsTexts } from './hits-texts.ts';

const factsOf = (
  victim: NonNullable<VictimRecognition['victim']>,
  date: (value: string) => string,
): string[] =>
  [
    `${victim.family} ${victim.given}`,
    victim.birthDate ? date(victim.birthDate) : '',
    victim.documents.join(', '),
    victim.distinguishing,
  ].filter((fact) => fact !== '');

export function VictimCheck({ hitId }: { hitId: string }) {
  const date = useShownDate();
  const t = useTexts(hitsTexts);
  const [code, setCode] = useState('');
  const compare = useMutation({
    mutationFn: () =>
      api.post<VictimRecognition>(`/v1/hits/${hitId}/recognise-victim`, { body: { code: code.trim() } }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (code.trim() !== '') compare.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="xs">
        <Text size="sm">{t('victims')}</Text>
        <Group align="flex-end" gap="xs">
          <TextInput
            label={t('code')}
            value={code}
            onChange={({ currentTarget }) => setCode(currentTarget.value)}
            maxLength={40}
            autoComplete="off"
          />
          <Button type="submit" variant="default" loading={compare.isPending} disabled={code.trim() === ''}>
            {t('compare')}
          </Button>
        </Group>
        {compare.error && <ProblemNote error={compare.error} />}
        {compare.data && (
          <Alert color={compare.data.recognised ? 'orange' : 'gray'} role="status">
            <Text size="sm">{t(compare.data.recognised ? 'recognised' : 'notRecognised')}</Text>
            {compare.data.victim && (
              <List size="sm" mt="xs">
                {factsOf(compare.data.victim, date).map((fact) => (
                  <List.Item key={fact}>{fact}</List.Item>
                ))}
              </List>
            )}
          </Alert>
        )}
      </Stack>
    </form>
  );
}

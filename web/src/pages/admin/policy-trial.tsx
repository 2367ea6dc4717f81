// Two names compared under a match policy, to see the arithmetic.
import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { TrialView } from '../../../../server/features/policy-trials/contract.ts';
import { api } from '../../api/client.ts';
import { ProblemNote } from '../../components/problem-note.tsx';
import { Reasons } from '../../components/reasons.tsx';
import { Section } from '../../components/section.tsx';
import { formatNumber } from '../../i18n/numbers.ts';
import { useLocale, useTexts } from '../../i18n/texts.tsx';
import { useWords } from '../../i18n/words.ts';
import { lawTexts } from './law-texts.ts';
import { policyNameWords } from './policy-words.ts';

export function PolicyTrial({ codes }: { codes: readonly string[] }) {
  const t = useTexts(lawTexts);
  const words = useWords(lawTexts);
  const policyName = useWords(policyNameWords);
  const { locale } = useLocale();
  const [policy, setPolicy] = useState(codes[0] ?? 'INVESTIGATOR');
  const [names, setNames] = useState({ query: '', record: '', queryBorn: '', recordBorn: '' });
  const trial = useMutation({
    mutationFn: () =>
      api.post<TrialView>('/v1/reference/match-policies/trials', {
        body: {
          policy,
          query: { name: names.query.trim(), ...(names.queryBorn && { born: names.queryBorn }) },
          record: { name: names.record.trim(), ...(names.recordBorn && { born: names.recordBorn }) },
        },
      }),
  });
  const field = (name: keyof typeof names, label: keyof typeof lawTexts, required = true) => (
    <TextInput
      label={t(label)}
      value={names[name]}
      onChange={({ currentTarget }) => {
        const { value } = currentTarget;
        setNames((now) => ({ ...now, [name]: value }));
      }}
      required={required}
    />
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    trial.mutate();
  };
  return (
    <Section title={t('tryOut')}>
      <Text size="sm" c="dimmed" mb="sm">
        {t('tryText')}
      </Text>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Select
            label={t('policy')}
            data={codes.map((value) => ({ value, label: policyName(value) }))}
            value={policy}
            onChange={(next) => setPolicy(next ?? policy)}
            allowDeselect={false}
          />
          <Group grow>
            {field('query', 'nameA')}
            {field('queryBorn', 'born', false)}
          </Group>
          <Group grow>
            {field('record', 'nameB')}
            {field('recordBorn', 'born', false)}
          </Group>
          <Button
            type="submit"
            w="fit-content"
            loading={trial.isPending}
            disabled={names.query.trim() === '' || names.record.trim() === ''}
          >
            {t('compare')}
          </Button>
        </Stack>
      </form>
      {trial.error && <ProblemNote error={trial.error} />}
      {trial.data && (
        <Stack gap="xs" mt="md" role="status">
          <Text fw={700}>
            {words(trial.data.band)} · {t('score')} {formatNumber(locale, trial.data.score, 3)}
          </Text>
          <Reasons reasons={trial.data.reasons as never} />
        </Stack>
      )}
    </Section>
  );
}

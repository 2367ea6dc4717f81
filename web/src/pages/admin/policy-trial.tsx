// Two names compared under a match policy, to see the arithmetic.

import { Button, Select, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { TrialView } from '../../../../server/features/policy-trials/contract.ts';
import { api } from '../../api/client.ts';
import { PartialDateInput } from '../../components/partial-date.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { Reasons } from '../../components/reasons.tsx';
import { Section } from '../../components/section.tsx';
import { policyNameWords } from '../../i18n/match-words.ts';
import { formatNumber } from '../../i18n/numbers.ts';
import { useLocale, useTexts } from '../../i18n/texts.tsx';
import { useWords } from '../../i18n/words.ts';
import { lawTexts } from './law-texts.ts';

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
  const set = (name: keyof typeof names, value: string) => setNames((now) => ({ ...now, [name]: value }));
  const side = (name: 'query' | 'record', born: 'queryBorn' | 'recordBorn', label: 'nameA' | 'nameB') => (
    <Stack gap={6}>
      <TextInput
        label={t(label)}
        value={names[name]}
        onChange={({ currentTarget }) => set(name, currentTarget.value)}
        required
      />
      <PartialDateInput label={t('born')} value={names[born]} onChange={(value) => set(born, value)} />
    </Stack>
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
          {side('query', 'queryBorn', 'nameA')}
          {side('record', 'recordBorn', 'nameB')}
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

// Innocent people whose identity the wanted person uses; their code is shown once.
import { Button, Group, Modal, Stack, TagsInput, Text, Textarea, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api } from '../../api/client.ts';
import type { VictimView } from '../../api/registry-types.ts';
import { CopyOnce } from '../../components/copy-once.tsx';
import { DayInput } from '../../components/day-input.tsx';
import { PersonName } from '../../components/person-name.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useTexts } from '../../i18n/texts.tsx';
import classes from './alerts.module.css';
import { alertTexts } from './alerts-texts.ts';

const NOBODY = {
  family: '',
  given: '',
  birthDate: '',
  documents: [] as string[],
  distinguishing: '',
  consentOn: '',
};

function VictimForm({ alertId, onDone }: { alertId: string; onDone(code: string): void }) {
  const t = useTexts(alertTexts);
  const [values, setValues] = useState(NOBODY);
  const set = (change: Partial<typeof NOBODY>) => setValues({ ...values, ...change });
  const save = useMutation({
    mutationFn: () => {
      const { birthDate, ...rest } = values;
      return api.post<{ code: string }>(`/v1/alerts/${alertId}/victims`, {
        body: { ...rest, ...(birthDate && { birthDate }) },
      });
    },
    onSuccess: ({ code }) => onDone(code),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  const name = (member: 'family' | 'given') => (
    <TextInput
      label={t(member)}
      value={values[member]}
      onChange={({ currentTarget }) => set({ [member]: currentTarget.value })}
      maxLength={150}
      required
    />
  );
  return (
    <form onSubmit={submit}>
      <Stack>
        <Text size="sm" c="dimmed">
          {t('victimsLead')}
        </Text>
        <Group grow>
          {name('family')}
          {name('given')}
        </Group>
        <Group grow align="flex-end">
          <DayInput
            label={t('birthDate')}
            value={values.birthDate}
            onChange={(birthDate) => set({ birthDate })}
          />
          <DayInput
            label={t('consentOn')}
            value={values.consentOn}
            onChange={(consentOn) => set({ consentOn })}
            required
          />
        </Group>
        <TagsInput
          label={t('documentNumbers')}
          value={values.documents}
          onChange={(documents) => set({ documents })}
          maxTags={10}
          acceptValueOnBlur
        />
        <Textarea
          label={t('distinguishing')}
          value={values.distinguishing}
          onChange={({ currentTarget }) => set({ distinguishing: currentTarget.value })}
          maxLength={1000}
          autosize
          minRows={2}
          required
        />
        {save.error && <ProblemNote error={save.error} />}
        <Group justify="flex-end">
          <Button type="submit" loading={save.isPending}>
            {t('save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

export function VictimsCard({ alertId }: { alertId: string }) {
  const t = useTexts(alertTexts);
  const [adding, setAdding] = useState(false);
  const [code, setCode] = useState<string>();
  const victims = useQuery({
    queryKey: ['alert', alertId, 'victims'],
    queryFn: () => api.get<{ items: VictimView[] }>(`/v1/alerts/${alertId}/victims`),
  });
  const remove = useMutation({
    mutationFn: (id: string) => api.remove(`/v1/alerts/${alertId}/victims/${id}`),
    onSettled: () => victims.refetch(),
  });
  return (
    <section className={classes['block']}>
      <Group justify="space-between" wrap="nowrap">
        <Title order={2} size="h5">
          {t('victims')}
        </Title>
        <Button
          size="compact-xs"
          variant="subtle"
          flex="none"
          aria-label={`${t('add')}: ${t('victims')}`}
          onClick={() => setAdding(true)}
        >
          {t('add')}
        </Button>
      </Group>
      {victims.error && <ProblemNote error={victims.error} onRetry={() => void victims.refetch()} />}
      <Stack component="ul" className={classes['list'] as string} gap="xs">
        {victims.data?.items.map((victim) => (
          <li key={victim.id}>
            <Group justify="space-between" wrap="nowrap">
              <Text size="sm">
                <PersonName name={{ full: `${victim.family} ${victim.given}` }} fw={600} />
                <br />
                {victim.distinguishing}
              </Text>
              <Button
                size="compact-xs"
                variant="subtle"
                color="gray"
                onClick={() => remove.mutate(victim.id)}
              >
                {t('remove')}
              </Button>
            </Group>
          </li>
        ))}
      </Stack>
      <Modal opened={adding} onClose={() => setAdding(false)} title={t('victims')} size="lg">
        {adding && (
          <VictimForm
            alertId={alertId}
            onDone={(shown) => {
              setAdding(false);
              setCode(shown);
              void victims.refetch();
            }}
          />
        )}
      </Modal>
      <CopyOnce
        title={t('victimCode')}
        lead={t('victimsLead')}
        secret={code}
        onKept={() => setCode(undefined)}
      />
    </section>
  );
}

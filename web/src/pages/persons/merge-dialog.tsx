// Proposes that two records are one human being: both side by side, then the reason.
import { Button, Group, Modal, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api } from '../../api/client.ts';
import type { MergeView, PersonPage, PersonView } from '../../api/registry-types.ts';
import { ProblemNote } from '../../components/problem-note.tsx';
import { comparedRecord, SideBySide } from '../../components/side-by-side.tsx';
import { useTexts } from '../../i18n/texts.tsx';
import { personTexts } from './persons-texts.ts';
import { personKey } from './use-person.ts';

export function MergeDialog({
  person,
  otherId,
  onClose,
}: {
  person: PersonView;
  otherId: string | undefined;
  onClose(): void;
}) {
  const t = useTexts(personTexts);
  const cache = useQueryClient();
  const [number, setNumber] = useState('');
  const [chosen, setChosen] = useState(otherId);
  const [reason, setReason] = useState('');
  const [key] = useState(() => crypto.randomUUID());
  const other = useQuery({
    queryKey: personKey(chosen ?? ''),
    queryFn: () => api.get<PersonView>(`/v1/persons/${chosen}`),
    enabled: chosen !== undefined,
  });
  const find = useMutation({
    mutationFn: () => api.get<PersonPage>('/v1/persons', { query: { registryNumber: number } }),
    onSuccess: ({ items }) => {
      if (items[0]) setChosen(items[0].id);
      else notifications.show({ message: t('notFound') });
    },
  });
  const propose = useMutation({
    mutationFn: () =>
      api.post<MergeView>('/v1/merges', {
        body: { survivorId: person.id, absorbedId: chosen, reason: reason.trim() },
        key,
      }),
    onSuccess: async () => {
      notifications.show({ message: t('proposed') });
      await cache.invalidateQueries({ queryKey: ['merges'] });
      onClose();
    },
  });
  const head = (record: PersonView, role: 'survives' | 'absorbed') => (
    <>
      {record.registryNumber}
      <Text size="xs" c="dimmed" fw={400}>
        {t(role)}
      </Text>
    </>
  );
  const search = (event: FormEvent) => {
    event.preventDefault();
    find.mutate();
  };
  return (
    <Modal opened onClose={onClose} title={t('proposeMerge')} size="70rem">
      <Stack>
        <Text size="sm" c="dimmed">
          {t('mergeLead')}
        </Text>
        {chosen === undefined && (
          <form onSubmit={search}>
            <Group align="flex-end">
              <TextInput
                label={t('otherNumber')}
                value={number}
                onChange={({ currentTarget }) => setNumber(currentTarget.value)}
                required
                data-autofocus
              />
              <Button type="submit" loading={find.isPending}>
                {t('compareFirst')}
              </Button>
            </Group>
            {find.error && <ProblemNote error={find.error} />}
          </form>
        )}
        {other.error && <ProblemNote error={other.error} onRetry={() => void other.refetch()} />}
        {other.data && (
          <>
            <SideBySide
              persons={[
                comparedRecord(person, head(person, 'survives')),
                comparedRecord(other.data, head(other.data, 'absorbed')),
              ]}
            />
            <Textarea
              label={t('reason')}
              value={reason}
              onChange={({ currentTarget }) => setReason(currentTarget.value)}
              maxLength={1000}
              required
              autosize
              minRows={2}
            />
            {propose.error && <ProblemNote error={propose.error} />}
            <Group justify="flex-end">
              <Button
                onClick={() => propose.mutate()}
                loading={propose.isPending}
                disabled={reason.trim() === ''}
              >
                {t('propose')}
              </Button>
            </Group>
          </>
        )}
      </Stack>
    </Modal>
  );
}

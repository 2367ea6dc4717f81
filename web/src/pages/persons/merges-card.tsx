// Merges of a record: proposed, done, undone; a second person decides, with both records side by side.
import { Button, Group, List, Modal, Skeleton, Stack, Text, Textarea, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import type { MergePage, MergeView, PersonView } from '../../api/registry-types.ts';
import { ProblemNote } from '../../components/problem-note.tsx';
import { comparedRecord, SideBySide } from '../../components/side-by-side.tsx';
import { formatDateTime } from '../../i18n/dates.ts';
import { useLocale, useTexts } from '../../i18n/texts.tsx';
import { useSession, useUser } from '../../session/session.tsx';
import classes from './persons.module.css';
import { personTexts } from './persons-texts.ts';

type Verb = 'approve' | 'reject' | 'undo';

const label = { approve: 'approveMerge', reject: 'rejectMerge', undo: 'undoMerge' } as const;

function Pair({ merge }: { merge: MergeView }) {
  const t = useTexts(personTexts);
  const read = (personId: string) => ({
    queryKey: ['person', personId],
    queryFn: () => api.get<PersonView>(`/v1/persons/${personId}`),
  });
  const survivor = useQuery(read(merge.survivor.personId));
  const absorbed = useQuery(read(merge.absorbed.personId));
  const error = survivor.error ?? absorbed.error;
  if (error) return <ProblemNote error={error} />;
  if (!survivor.data || !absorbed.data) return <Skeleton h={260} />;
  const head = (number: string, role: 'survives' | 'absorbed') => (
    <>
      {number}
      <Text size="xs" c="dimmed" fw={400}>
        {t(role)}
      </Text>
    </>
  );
  return (
    <SideBySide
      persons={[
        comparedRecord(survivor.data, head(merge.survivor.registryNumber, 'survives')),
        comparedRecord(absorbed.data, head(merge.absorbed.registryNumber, 'absorbed')),
      ]}
    />
  );
}

/** One merge that waits for this person's decision, or that can be undone. */
export function MergeDecision({ merge, onClose }: { merge: MergeView; onClose(): void }) {
  const t = useTexts(personTexts);
  const cache = useQueryClient();
  const [reason, setReason] = useState('');
  const decide = useMutation({
    mutationFn: (verb: Verb) =>
      api.post<MergeView & { left?: { id: string; text: string }[] }>(`/v1/merges/${merge.id}/${verb}`, {
        version: merge.version,
        ...(verb !== 'approve' && { body: { reason: reason.trim() } }),
      }),
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: ['merges'] });
      await cache.invalidateQueries({ queryKey: ['person'] });
    },
  });
  const left = decide.data?.left ?? [];
  if (decide.data && left.length === 0) onClose();
  const button = (verb: Verb, needsReason: boolean) => (
    <Button
      variant={verb === 'approve' ? 'filled' : 'default'}
      onClick={() => decide.mutate(verb)}
      loading={decide.isPending && decide.variables === verb}
      disabled={needsReason && reason.trim() === ''}
    >
      {t(label[verb])}
    </Button>
  );
  return (
    <Modal opened onClose={onClose} title={t('merges')} size="70rem">
      <Stack>
        <Text size="sm">{merge.reason}</Text>
        {merge.status === 'PROPOSED' && <Pair merge={merge} />}
        {left.length > 0 ? (
          <section role="status">
            <Text fw={600}>{t('left')}</Text>
            <List size="sm">
              {left.map(({ id, text }) => (
                <List.Item key={id}>{text}</List.Item>
              ))}
            </List>
          </section>
        ) : (
          <>
            <Textarea
              label={t('reason')}
              value={reason}
              onChange={({ currentTarget }) => setReason(currentTarget.value)}
              maxLength={1000}
              autosize
              minRows={2}
            />
            {decide.error && <ProblemNote error={decide.error} />}
            <Group justify="flex-end">
              {merge.status === 'PROPOSED' && (
                <>
                  {button('reject', true)}
                  {button('approve', false)}
                </>
              )}
              {merge.status === 'DONE' && button('undo', true)}
            </Group>
          </>
        )}
      </Stack>
    </Modal>
  );
}

/** @returns whether this person may decide about the merge; the server has the last word */
export function useMayDecideMerge(): (merge: MergeView) => boolean {
  const { may } = useSession();
  const user = useUser();
  return (merge) =>
    may('person.merge.decide') &&
    (merge.status === 'DONE' || (merge.status === 'PROPOSED' && merge.proposedBy !== user.id));
}

export function MergesCard({ personId }: { personId: string }) {
  const t = useTexts(personTexts);
  const { locale } = useLocale();
  const mayDecide = useMayDecideMerge();
  const [open, setOpen] = useState<MergeView>();
  const { data } = useQuery({
    queryKey: ['merges', personId],
    queryFn: () => api.get<MergePage>('/v1/merges', { query: { personId, limit: 50 } }),
  });
  if (!data || data.items.length === 0) return null;
  return (
    <section className={classes['block']}>
      <Title order={2} size="h5" mb={6}>
        {t('merges')}
      </Title>
      <Stack gap="sm">
        {data.items.map((merge) => (
          <div key={merge.id}>
            <Text size="sm">
              {merge.absorbed.registryNumber} → {merge.survivor.registryNumber}
            </Text>
            <Text size="xs" c="dimmed">
              {t(`merge.${merge.status}`)} ·{' '}
              {formatDateTime(locale, merge.undoneAt ?? merge.decidedAt ?? merge.proposedAt)}
            </Text>
            {mayDecide(merge) && (
              <Button size="compact-xs" variant="light" mt={4} onClick={() => setOpen(merge)}>
                {merge.status === 'DONE' ? t('undoMerge') : t('compareFirst')}
              </Button>
            )}
          </div>
        ))}
      </Stack>
      {open && <MergeDecision merge={open} onClose={() => setOpen(undefined)} />}
    </section>
  );
}

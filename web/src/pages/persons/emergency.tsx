// In place of a record that does not exist or may not be seen: both look the same; in an emergency it can be opened.
import { Anchor, Button, Container, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { IconLock, IconUserOff } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { api } from '../../api/client.ts';
import { Empty } from '../../components/empty.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useTexts } from '../../i18n/texts.tsx';
import { useSession } from '../../session/session.tsx';
import { personTexts } from './persons-texts.ts';
import { personKey } from './use-person.ts';

const LEAST = 20;

export function MissingPerson({
  personId,
  mergedIntoId,
}: {
  personId: string;
  mergedIntoId: string | undefined;
}) {
  const t = useTexts(personTexts);
  const { may } = useSession();
  const [open, setOpen] = useState(false);
  if (mergedIntoId)
    return (
      <Empty
        icon={IconUserOff}
        title={t('merged')}
        action={
          <Anchor
            renderRoot={(props) => (
              <Link to="/persons/$personId" params={{ personId: mergedIntoId }} {...props} />
            )}
          >
            {t('openRecord')}
          </Anchor>
        }
      />
    );
  return (
    <>
      <Empty
        icon={IconUserOff}
        title={t('notFound')}
        text={t('notFoundText')}
        action={
          may('break-glass.open') && (
            <Button variant="default" leftSection={<IconLock size={16} />} onClick={() => setOpen(true)}>
              {t('emergency')}
            </Button>
          )
        }
      />
      <Modal opened={open} onClose={() => setOpen(false)} title={t('emergency')} size="lg">
        <EmergencyForm personId={personId} onClose={() => setOpen(false)} />
      </Modal>
    </>
  );
}

function EmergencyForm({ personId, onClose }: { personId: string; onClose(): void }) {
  const t = useTexts(personTexts);
  const cache = useQueryClient();
  const [reason, setReason] = useState('');
  const [key] = useState(() => crypto.randomUUID());
  const open = useMutation({
    mutationFn: () => api.post('/v1/break-glass', { body: { personId, reason: reason.trim() }, key }),
    onSuccess: () => cache.invalidateQueries({ queryKey: personKey(personId) }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    open.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Container px={0}>
        <Stack>
          <Text size="sm">{t('emergencyText')}</Text>
          <Textarea
            label={t('emergencyWhy')}
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
            minRows={3}
            autosize
            maxLength={2000}
            required
            data-autofocus
          />
          {open.error && <ProblemNote error={open.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={open.isPending} disabled={reason.trim().length < LEAST}>
              {t('emergencyOpen')}
            </Button>
          </Group>
        </Stack>
      </Container>
    </form>
  );
}

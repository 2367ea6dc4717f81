// One webhook: its deliveries with every attempt, a trial, a new secret, stopping and starting.
import { Alert, Button, Group, List, Modal, Skeleton, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertTriangle, IconSend } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type {
  CreatedWebhook,
  DeliveryDetail,
  DeliveryView,
  WebhookView,
} from '../../../../server/features/webhooks/contract.ts';
import { api } from '../../api/client.ts';
import { ApiProblem } from '../../api/problem.ts';
import { usePages } from '../../api/use-pages.ts';
import { Coded } from '../../components/coded.tsx';
import { CopyOnce } from '../../components/copy-once.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { DecisionDialog } from '../../components/decision-dialog.tsx';
import { Empty } from '../../components/empty.tsx';
import { Page } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { formatDateTime } from '../../i18n/dates.ts';
import { useFaultWords } from '../../i18n/line-fault-words.ts';
import { useLocale, useTexts } from '../../i18n/texts.tsx';
import { webhookEventWords } from '../../i18n/webhook-event-words.ts';
import { useWords } from '../../i18n/words.ts';
import { useSession } from '../../session/session.tsx';
import { NotFoundScreen } from '../../shell/faults.tsx';
import { adminTexts } from './admin-texts.ts';

function Attempts({ path, onClose }: { path: string; onClose: () => void }) {
  const t = useTexts(adminTexts);
  const event = useWords(webhookEventWords);
  const fault = useFaultWords();
  const { locale } = useLocale();
  const detail = useQuery({ queryKey: ['delivery', path], queryFn: () => api.get<DeliveryDetail>(path) });
  return (
    <Modal opened onClose={onClose} title={t('tries')} closeButtonProps={{ 'aria-label': t('tries') }}>
      {detail.error && <ProblemNote error={detail.error} />}
      {detail.data && (
        <Stack gap="xs">
          <Text size="sm">
            {event(detail.data.type)} · {t(detail.data.status)}
          </Text>
          <List size="sm">
            {detail.data.tries.map((one) => (
              <List.Item key={one.at}>
                {formatDateTime(locale, one.at)} · {one.status ?? fault(one.fault)} ·{' '}
                {Math.round(one.elapsedMs)} ms
              </List.Item>
            ))}
          </List>
        </Stack>
      )}
    </Modal>
  );
}

function Deliveries({ webhookId }: { webhookId: string }) {
  const t = useTexts(adminTexts);
  const event = useWords(webhookEventWords);
  const { locale } = useLocale();
  const { may } = useSession();
  const cache = useQueryClient();
  const [shown, setShown] = useState<string | null>(null);
  const path = `/v1/webhooks/${webhookId}/deliveries`;
  const list = usePages<DeliveryView>('deliveries', path);
  const replay = useMutation({
    mutationFn: (id: string) => api.post(`${path}/${id}/replay`),
    onSuccess: () => cache.invalidateQueries({ queryKey: ['deliveries'] }),
  });
  return (
    <>
      {replay.error && <ProblemNote error={replay.error} />}
      <DataTable
        {...list}
        caption={t('deliveries')}
        rowId={({ id }) => id}
        onOpen={({ id }) => setShown(`${path}/${id}`)}
        empty={<Empty icon={IconSend} title={t('noDeliveries')} />}
        columns={[
          {
            id: 'at',
            header: t('at'),
            sortBy: (one) => one.createdAt,
            cell: (one) => formatDateTime(locale, one.createdAt),
          },
          {
            id: 'type',
            header: t('event'),
            sortBy: (one) => event(one.type),
            cell: (one) => <Coded words={event(one.type)} code={one.type} />,
          },
          { id: 'status', header: t('status'), sortBy: (one) => one.status, cell: (one) => t(one.status) },
          { id: 'attempts', header: t('attempts'), align: 'right', cell: (one) => one.attempts },
          {
            id: 'do',
            header: t('replay'),
            cell: (one) =>
              may('webhook.manage') && one.endedAt !== null ? (
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={t('replayOf', { type: event(one.type) })}
                  onClick={(click) => {
                    click.stopPropagation();
                    replay.mutate(one.id);
                  }}
                >
                  {t('replay')}
                </Button>
              ) : null,
          },
        ]}
      />
      {shown && <Attempts path={shown} onClose={() => setShown(null)} />}
    </>
  );
}

type Deed = 'rotate' | 'remove' | 'switch' | 'secrets';

export function WebhookPage() {
  const { webhookId } = useParams({ strict: false }) as { webhookId: string };
  const t = useTexts(adminTexts);
  const event = useWords(webhookEventWords);
  const { locale } = useLocale();
  const { may } = useSession();
  const cache = useQueryClient();
  const navigate = useNavigate();
  const [deed, setDeed] = useState<Deed | null>(null);
  const [secret, setSecret] = useState<string>();
  const path = `/v1/webhooks/${webhookId}`;
  const hook = useQuery({ queryKey: ['webhook', webhookId], queryFn: () => api.get<WebhookView>(path) });
  const trial = useMutation({
    mutationFn: () => api.post(`${path}/trials`),
    onSuccess: async () => {
      notifications.show({ message: t('trialSent'), withCloseButton: false });
      await cache.invalidateQueries({ queryKey: ['deliveries'] });
    },
  });
  if (hook.error instanceof ApiProblem && hook.error.status === 404) return <NotFoundScreen />;
  if (hook.error) return <ProblemNote error={hook.error} onRetry={() => void hook.refetch()} />;
  if (!hook.data) return <Skeleton h={300} />;
  const { data } = hook;
  const reload = async () => {
    await cache.invalidateQueries({ queryKey: ['webhook', webhookId] });
    await cache.invalidateQueries({ queryKey: ['webhooks'] });
  };
  const deeds: Readonly<Record<Deed, { title: string; text?: string; work: () => Promise<unknown> }>> = {
    rotate: {
      title: t('rotate'),
      text: t('rotateText'),
      work: async () => {
        const made = await api.post<CreatedWebhook>(`${path}/rotate-secret`, { version: data.version });
        setSecret(made.secret);
      },
    },
    remove: {
      title: t('remove'),
      text: t('removeText'),
      work: async () => {
        await api.remove(path, { version: data.version });
        await navigate({ to: '/admin/webhooks' as string });
      },
    },
    switch: {
      title: t(data.active ? 'stop' : 'start'),
      work: () => api.patch(path, { version: data.version, body: { active: !data.active } }),
    },
    secrets: {
      title: t(data.secretEvents ? 'secretEventsClose' : 'secretEventsOpen'),
      work: () =>
        api.put(`${path}/secret-events`, { version: data.version, body: { open: !data.secretEvents } }),
    },
  };
  const open = deed && deeds[deed];
  return (
    <Page
      title={data.description}
      lead={data.url}
      actions={
        <Group gap="xs">
          {may('webhook.open-secret') && (
            <Button variant="default" onClick={() => setDeed('secrets')}>
              {deeds.secrets.title}
            </Button>
          )}
          {may('webhook.manage') && (
            <>
              <Button variant="default" loading={trial.isPending} onClick={() => trial.mutate()}>
                {t('trial')}
              </Button>
              <Button variant="default" onClick={() => setDeed('switch')}>
                {deeds.switch.title}
              </Button>
              <Button variant="default" onClick={() => setDeed('rotate')}>
                {t('rotate')}
              </Button>
              <Button variant="default" color="red" onClick={() => setDeed('remove')}>
                {t('remove')}
              </Button>
            </>
          )}
        </Group>
      }
    >
      <Stack>
        {data.failingSince && (
          <Alert color="orange" icon={<IconAlertTriangle />}>
            {t('failing', { at: formatDateTime(locale, data.failingSince) })}
          </Alert>
        )}
        {trial.error && <ProblemNote error={trial.error} />}
        <Text size="sm">
          {data.eventTypes.map(event).join(', ')}
          {data.secretEvents ? ` · ${t('secretEvents')}` : ''}
        </Text>
        <Deliveries webhookId={webhookId} />
      </Stack>
      {open && (
        <DecisionDialog
          opened
          onClose={() => setDeed(null)}
          title={open.title}
          text={open.text}
          confirm={open.title}
          danger={deed === 'remove'}
          onStale={reload}
          onConfirm={async () => {
            await open.work();
            if (deed !== 'remove') await reload();
          }}
        />
      )}
      <CopyOnce title={t('secret')} secret={secret} onKept={() => setSecret(undefined)} />
    </Page>
  );
}

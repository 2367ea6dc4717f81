// One link: its state, what may be done with it, and its messages with their receipts.
import { Button, Group, SegmentedControl, Skeleton, Stack } from '@mantine/core';
import { IconMailOff } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type {
  ExchangeView,
  MessageView,
  PeerStep,
  PeerView,
} from '../../../../server/features/exchange/contract.ts';
import { api } from '../../api/client.ts';
import { usePages } from '../../api/use-pages.ts';
import { DataTable } from '../../components/data-table.tsx';
import { DecisionDialog } from '../../components/decision-dialog.tsx';
import { Empty } from '../../components/empty.tsx';
import { Fact } from '../../components/fact.tsx';
import { Page } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { Section } from '../../components/section.tsx';
import { formatDateTime } from '../../i18n/dates.ts';
import { useFaultWords } from '../../i18n/line-fault-words.ts';
import { useLocale, useTexts } from '../../i18n/texts.tsx';
import { useSession } from '../../session/session.tsx';
import { NotFoundScreen } from '../../shell/faults.tsx';
import { LinkBadge } from './exchange-page.tsx';
import { exchangeTexts } from './exchange-texts.ts';

const STEPS: Readonly<Record<PeerView['status'], readonly PeerStep[]>> = {
  PROPOSED: ['confirm', 'close'],
  ACTIVE: ['pause', 'close'],
  PAUSED: ['resume', 'close'],
  CLOSED: [],
};

function Messages({ peerId }: { peerId: string }) {
  const t = useTexts(exchangeTexts);
  const fault = useFaultWords();
  const { locale } = useLocale();
  const { may } = useSession();
  const cache = useQueryClient();
  const [direction, setDirection] = useState<'OUT' | 'IN'>('OUT');
  const path = `/v1/exchange/peers/${peerId}/messages`;
  const list = usePages<MessageView>('exchange-messages', path, { direction });
  const retry = useMutation({
    mutationFn: (id: string) => api.post(`${path}/${id}/retry`),
    onSuccess: () => cache.invalidateQueries({ queryKey: ['exchange-messages'] }),
  });
  return (
    <Section
      title={t('messages')}
      actions={
        <SegmentedControl
          aria-label={t('messages')}
          value={direction}
          onChange={(value) => setDirection(value as 'OUT' | 'IN')}
          data={[
            { value: 'OUT', label: t('sentMessages') },
            { value: 'IN', label: t('takenMessages') },
          ]}
        />
      }
    >
      {retry.error && <ProblemNote error={retry.error} />}
      <DataTable
        {...list}
        caption={t('messages')}
        rowId={({ id }) => id}
        empty={<Empty icon={IconMailOff} title={t('noMessages')} />}
        columns={[
          {
            id: 'number',
            header: t('number'),
            align: 'right',
            sortBy: (one) => one.sequence,
            cell: (one) => one.sequence,
          },
          { id: 'kind', header: t('kind'), sortBy: (one) => t(one.kind), cell: (one) => t(one.kind) },
          {
            id: 'at',
            header: t('at'),
            nowrap: true,
            sortBy: (one) => one.at,
            cell: (one) => formatDateTime(locale, one.at),
          },
          {
            id: 'receipt',
            header: t('receipt'),
            cell: (one) =>
              [one.status && t(one.status), one.outcome && t(one.outcome), fault(one.fault)]
                .filter(Boolean)
                .join(' · '),
          },
          { id: 'attempts', header: t('attempts'), align: 'right', cell: (one) => one.attempts },
          {
            id: 'do',
            header: t('retry'),
            cell: (one) =>
              may('exchange.manage') && one.status === 'REFUSED' ? (
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={t('retryOf', { number: one.sequence })}
                  onClick={() => retry.mutate(one.id)}
                >
                  {t('retry')}
                </Button>
              ) : null,
          },
        ]}
      />
    </Section>
  );
}

export function PeerPage() {
  const { peerId } = useParams({ strict: false }) as { peerId: string };
  const t = useTexts(exchangeTexts);
  const fault = useFaultWords();
  const { locale } = useLocale();
  const { may } = useSession();
  const cache = useQueryClient();
  const [step, setStep] = useState<PeerStep | null>(null);
  const view = useQuery({
    queryKey: ['exchange'],
    queryFn: () => api.get<ExchangeView>('/v1/exchange'),
    refetchInterval: 10_000,
  });
  if (view.error) return <ProblemNote error={view.error} onRetry={() => void view.refetch()} />;
  if (!view.data) return <Skeleton h={300} />;
  const peer = view.data.peers.find(({ id }) => id === peerId);
  if (!peer) return <NotFoundScreen />;
  const { link } = peer;
  const reload = () => cache.invalidateQueries({ queryKey: ['exchange'] });
  const texts: Partial<Record<PeerStep, string>> = {
    confirm: t('confirmText', { key: peer.keyId }),
    pause: t('pauseText'),
    close: t('closeText'),
  };
  return (
    <Page
      title={peer.name}
      lead={peer.states.join(', ')}
      actions={
        may('exchange.manage') &&
        STEPS[peer.status].map((one) => (
          <Button key={one} variant={one === 'confirm' ? 'filled' : 'default'} onClick={() => setStep(one)}>
            {t(one)}
          </Button>
        ))
      }
    >
      <Stack>
        <Group gap="xl" align="flex-start">
          <Fact label={t('status')}>
            <LinkBadge peer={peer} />
          </Fact>
          <Fact label={t('heard')}>{link.heardAt ? formatDateTime(locale, link.heardAt) : t('never')}</Fact>
          <Fact label={t('messages')}>{t('numbers', { sent: link.sent, received: link.received })}</Fact>
          <Fact label={t('waiting')}>{link.waiting}</Fact>
          <Fact label={t('missing')}>{link.missing}</Fact>
          <Fact label={t('alerts')}>{link.alerts}</Fact>
          {link.lastFault && <Fact label={t('fault')}>{fault(link.lastFault)}</Fact>}
          <Fact label={t('address')}>{peer.address}</Fact>
          <Fact label={t('shortName')}>{peer.keyId}</Fact>
        </Group>
        <Messages peerId={peer.id} />
      </Stack>
      {step && (
        <DecisionDialog
          opened
          onClose={() => setStep(null)}
          title={t(step)}
          confirm={t(step)}
          danger={step === 'close'}
          {...(texts[step] && { text: texts[step] })}
          onStale={reload}
          onConfirm={async () => {
            await api.post(`/v1/exchange/peers/${peer.id}/steps`, { version: peer.version, body: { step } });
            await reload();
          }}
        />
      )}
    </Page>
  );
}

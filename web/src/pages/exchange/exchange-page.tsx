// The other installations at one glance: which links are open, which are silent, what waits; and the own key to give away.
import { Alert, Badge, Button, Code, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconArrowsExchange, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ExchangeView, PeerView } from '../../../../server/features/exchange/contract.ts';
import { api } from '../../api/client.ts';
import { DataTable } from '../../components/data-table.tsx';
import { Empty } from '../../components/empty.tsx';
import { Page } from '../../components/page.tsx';
import { Section } from '../../components/section.tsx';
import { formatDateTime } from '../../i18n/dates.ts';
import { formatSpan } from '../../i18n/spans.ts';
import { useLocale, useTexts } from '../../i18n/texts.tsx';
import { useSession } from '../../session/session.tsx';
import { exchangeTexts } from './exchange-texts.ts';
import { NewPeer } from './new-peer-dialog.tsx';

/** Word and sign, not colour alone. */
export function LinkBadge({ peer }: { peer: PeerView }) {
  const t = useTexts(exchangeTexts);
  const { silent } = peer.link;
  return (
    <Badge
      variant={peer.status === 'ACTIVE' && !silent ? 'light' : 'default'}
      tt="none"
      {...(silent && { leftSection: <IconAlertTriangle size={12} aria-hidden /> })}
    >
      {silent ? t('silent') : t(peer.status)}
    </Badge>
  );
}

export function ExchangePage() {
  const t = useTexts(exchangeTexts);
  const { locale } = useLocale();
  const { may } = useSession();
  const navigate = useNavigate();
  const [adding, setAdding] = useState(false);
  const view = useQuery({
    queryKey: ['exchange'],
    queryFn: () => api.get<ExchangeView>('/v1/exchange'),
    refetchInterval: 10_000,
  });
  const peers = view.data?.peers;
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        may('exchange.manage') && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
            {t('newPeer')}
          </Button>
        )
      }
    >
      <Stack>
        {peers
          ?.filter(({ link }) => link.silent)
          .map(({ id, name }) => (
            <Alert key={id} variant="default" icon={<IconAlertTriangle aria-hidden />} role="status">
              {t('silentText', { name })}
            </Alert>
          ))}
        <DataTable
          rows={peers}
          error={view.error}
          onRetry={() => void view.refetch()}
          caption={t('peers')}
          rowId={({ id }) => id}
          onOpen={({ id }) => void navigate({ to: `/exchange/${id}` as string })}
          empty={<Empty icon={IconArrowsExchange} title={t('noPeers')} />}
          columns={[
            {
              id: 'name',
              header: t('name'),
              sortBy: (one) => one.name,
              cell: (one) => (
                <>
                  <Text size="sm" fw={600}>
                    {one.name}
                  </Text>
                  <Text size="xs" c="dimmed">
                    {one.states.join(', ')}
                  </Text>
                </>
              ),
            },
            { id: 'status', header: t('status'), cell: (one) => <LinkBadge peer={one} /> },
            {
              id: 'heard',
              header: t('heard'),
              nowrap: true,
              cell: (one) => (one.link.heardAt ? formatDateTime(locale, one.link.heardAt) : t('never')),
            },
            {
              id: 'waiting',
              header: t('waiting'),
              align: 'right',
              cell: (one) =>
                one.link.oldestWaitingSeconds === null
                  ? one.link.waiting
                  : t('waitingSince', {
                      count: one.link.waiting,
                      span: formatSpan(locale, one.link.oldestWaitingSeconds * 1_000),
                    }),
            },
            { id: 'refused', header: t('refused'), align: 'right', cell: (one) => one.link.refused },
            { id: 'missing', header: t('missing'), align: 'right', cell: (one) => one.link.missing },
            { id: 'alerts', header: t('alerts'), align: 'right', cell: (one) => one.link.alerts },
          ]}
        />
        {view.data && (
          <Section title={t('ownKey')}>
            <Text size="sm" c="dimmed" mb="xs">
              {t('ownKeyLead')}
            </Text>
            <Group gap="xs" mb="xs">
              <Text size="sm">{t('shortName')}:</Text>
              <Code>{view.data.keyId}</Code>
            </Group>
            <Code block tabIndex={0} aria-label={t('publicKey')}>
              {view.data.publicKey}
            </Code>
          </Section>
        )}
      </Stack>
      {adding && <NewPeer onClose={() => setAdding(false)} />}
    </Page>
  );
}

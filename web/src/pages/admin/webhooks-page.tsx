// Webhooks: who is told of what, and whether it arrives.
import { Badge, Button, Text } from '@mantine/core';
import { IconPlus, IconWebhook } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { CreatedWebhook, WebhookView } from '../../../../server/features/webhooks/contract.ts';
import { usePages } from '../../api/use-pages.ts';
import { CopyOnce } from '../../components/copy-once.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Empty } from '../../components/empty.tsx';
import { Page } from '../../components/page.tsx';
import { formatDateTime } from '../../i18n/dates.ts';
import { useLocale, useTexts } from '../../i18n/texts.tsx';
import { webhookEventWords } from '../../i18n/webhook-event-words.ts';
import { useWords } from '../../i18n/words.ts';
import { useSession } from '../../session/session.tsx';
import { adminTexts } from './admin-texts.ts';
import { NewWebhook } from './webhook-new-dialog.tsx';

export function WebhooksPage() {
  const t = useTexts(adminTexts);
  const event = useWords(webhookEventWords);
  const { locale } = useLocale();
  const { may } = useSession();
  const navigate = useNavigate();
  const [adding, setAdding] = useState(false);
  const [made, setMade] = useState<CreatedWebhook>();
  const list = usePages<WebhookView>('webhooks', '/v1/webhooks');
  return (
    <Page
      title={t('webhooks')}
      actions={
        may('webhook.manage') && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
            {t('newWebhook')}
          </Button>
        )
      }
    >
      <DataTable
        {...list}
        caption={t('webhooks')}
        rowId={({ id }) => id}
        onOpen={({ id }) => void navigate({ to: `/admin/webhooks/${id}` as string })}
        empty={<Empty icon={IconWebhook} title={t('noWebhooks')} />}
        columns={[
          {
            id: 'name',
            header: t('description'),
            sortBy: (one) => one.description,
            cell: (one) => one.description,
          },
          { id: 'url', header: t('address'), sortBy: (one) => one.url, cell: (one) => one.url },
          { id: 'events', header: t('events'), cell: (one) => one.eventTypes.map(event).join(', ') },
          {
            id: 'state',
            header: t('state'),
            cell: (one) => (
              <>
                <Badge variant={one.active ? 'light' : 'default'} tt="none">
                  {t(one.active ? 'active' : 'stopped')}
                </Badge>
                {one.failingSince && (
                  <Text size="xs" fw={600}>
                    {t('failing', { at: formatDateTime(locale, one.failingSince) })}
                  </Text>
                )}
              </>
            ),
          },
        ]}
      />
      {adding && <NewWebhook onClose={() => setAdding(false)} onMade={setMade} />}
      <CopyOnce
        title={t('secret')}
        lead={made?.webhook.description}
        secret={made?.secret}
        onKept={() => setMade(undefined)}
      />
    </Page>
  );
}

// A new webhook: of which agency, to which address, about which events.
import { MultiSelect, Select, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { CreatedWebhook } from '../../../../server/features/webhooks/contract.ts';
import { api } from '../../api/client.ts';
import { DecisionDialog } from '../../components/decision-dialog.tsx';
import { useOptions } from '../../components/fields.ts';
import { useTexts } from '../../i18n/texts.tsx';
import { WEBHOOK_EVENTS, webhookEventWords } from '../../i18n/webhook-event-words.ts';
import { adminTexts } from './admin-texts.ts';
import { useAgencies } from './use-agencies.ts';

interface NewWebhookProps {
  onClose(): void;
  onMade(made: CreatedWebhook): void;
}

export function NewWebhook({ onClose, onMade }: NewWebhookProps) {
  const t = useTexts(adminTexts);
  const cache = useQueryClient();
  const { options } = useAgencies();
  const events = useOptions(webhookEventWords, WEBHOOK_EVENTS);
  const [key] = useState(() => crypto.randomUUID());
  const [agencyId, setAgency] = useState<string | null>(null);
  const [url, setUrl] = useState('');
  const [description, setDescription] = useState('');
  const [eventTypes, setTypes] = useState<string[]>(['alert.activated', 'alert.changed', 'alert.withdrawn']);
  return (
    <DecisionDialog
      opened
      onClose={onClose}
      title={t('newWebhook')}
      confirm={t('create')}
      valid={agencyId !== null && url.trim() !== '' && description.trim() !== '' && eventTypes.length > 0}
      onConfirm={async () => {
        const made = await api.post<CreatedWebhook>('/v1/webhooks', {
          key,
          body: { agencyId, url: url.trim(), description: description.trim(), eventTypes },
        });
        await cache.invalidateQueries({ queryKey: ['webhooks'] });
        onMade(made);
      }}
    >
      <TextInput
        label={t('description')}
        value={description}
        onChange={({ currentTarget }) => setDescription(currentTarget.value)}
        required
        data-autofocus
      />
      <TextInput
        type="url"
        label={t('address')}
        value={url}
        onChange={({ currentTarget }) => setUrl(currentTarget.value)}
        required
      />
      <Select label={t('agency')} data={options} value={agencyId} onChange={setAgency} searchable required />
      <MultiSelect label={t('events')} data={events} value={eventTypes} onChange={setTypes} required />
    </DecisionDialog>
  );
}

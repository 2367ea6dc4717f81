// A new webhook: of which agency, to which address, about which events.
import { MultiSelect, Select, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { CreatedWebhook, WebhookView } from '../../../../server/features/webhooks/contract.ts';
import { api } from '../../api/client.ts';
import { DecisionDialog } from '../../components/decision-dialog.tsx';
import { useTexts } from '../../i18n/texts.tsx';
import { adminTexts } from './admin-texts.ts';
import { useAgencies } from './use-agencies.ts';

/** Complete, or it does not compile: each kind of event that the server tells of. */
const EVENTS: Readonly<Record<WebhookView['eventTypes'][number], true>> = {
  'alert.activated': true,
  'alert.changed': true,
  'alert.withdrawn': true,
  'hit.opened': true,
  'hit.acknowledged': true,
  'hit.decided': true,
  'hit.owner-asked': true,
  'hit.owner-answered': true,
  'hit.changed': true,
  'hit.closed': true,
  'case.opened': true,
  'case.stage-changed': true,
  'case.changed': true,
  'case.message': true,
  'case.clock-warning': true,
  'case.overdue': true,
  'subject.matched': true,
  'person.erased': true,
};

interface NewWebhookProps {
  onClose(): void;
  onMade(made: CreatedWebhook): void;
}

export function NewWebhook({ onClose, onMade }: NewWebhookProps) {
  const t = useTexts(adminTexts);
  const cache = useQueryClient();
  const { options } = useAgencies();
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
      <MultiSelect
        label={t('events')}
        data={Object.keys(EVENTS)}
        value={eventTypes}
        onChange={setTypes}
        required
      />
    </DecisionDialog>
  );
}

// A request for legal assistance is drafted: of whom, what, on which ground, by when.
import { Group, Select, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { CountrySelect } from '../../components/country.tsx';
import { DecisionDialog } from '../../components/decision-dialog.tsx';
import { assistanceTypeWords, urgencyWords } from '../../i18n/asset-words.ts';
import { useTexts } from '../../i18n/texts.tsx';
import { useOptions } from '../cases/step-fields.tsx';
import { assistanceTexts } from './asset-texts.ts';

export function NewAssistanceDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts(assistanceTexts);
  const cache = useQueryClient();
  const types = useOptions(assistanceTypeWords);
  const urgencies = useOptions(urgencyWords);
  const [key] = useState(() => crypto.randomUUID());
  const [type, setType] = useState<string | null>(null);
  const [urgency, setUrgency] = useState('ROUTINE');
  const [requestedState, setState] = useState('');
  const [legalBasis, setBasis] = useState('');
  const [subject, setSubject] = useState('');
  const [dueOn, setDue] = useState('');
  return (
    <DecisionDialog
      opened
      onClose={onClose}
      title={t('new')}
      confirm={t('create')}
      valid={type !== null && requestedState !== '' && legalBasis.trim() !== '' && subject.trim() !== ''}
      onConfirm={async () => {
        await api.post('/v1/assistance-requests', {
          key,
          body: {
            type,
            urgency,
            requestedState,
            legalBasis: legalBasis.trim(),
            subject: subject.trim(),
            ...(dueOn && { dueOn }),
          },
        });
        await cache.invalidateQueries({ queryKey: ['assistance'] });
      }}
    >
      <Select label={t('type')} data={types} value={type} onChange={setType} required data-autofocus />
      <CountrySelect label={t('requested')} value={requestedState} onChange={setState} required />
      <TextInput
        label={t('legalBasis')}
        value={legalBasis}
        onChange={({ currentTarget }) => setBasis(currentTarget.value)}
        required
      />
      <Textarea
        label={t('subject')}
        value={subject}
        onChange={({ currentTarget }) => setSubject(currentTarget.value)}
        autosize
        minRows={3}
        required
      />
      <Group grow>
        <Select
          label={t('urgency')}
          data={urgencies}
          value={urgency}
          onChange={(next) => setUrgency(next ?? 'ROUTINE')}
          allowDeselect={false}
        />
        <TextInput
          type="date"
          label={t('dueOn')}
          value={dueOn}
          onChange={({ currentTarget }) => setDue(currentTarget.value)}
        />
      </Group>
    </DecisionDialog>
  );
}

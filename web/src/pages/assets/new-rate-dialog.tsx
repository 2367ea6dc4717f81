// The rate of a day: recorded once, it never changes.
import { Group, Select, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { DayInput } from '../../components/day-input.tsx';
import { DecisionDialog } from '../../components/decision-dialog.tsx';
import { useTexts } from '../../i18n/texts.tsx';
import { assetTexts } from './asset-texts.ts';
import { CURRENCIES } from './currencies.ts';

export function NewRateDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts(assetTexts);
  const cache = useQueryClient();
  const [key] = useState(() => crypto.randomUUID());
  const [from, setFrom] = useState('KZT');
  const [to, setTo] = useState('USD');
  const [on, setOn] = useState(() => new Date().toISOString().slice(0, 10));
  const [rate, setRate] = useState('');
  const [source, setSource] = useState('');
  return (
    <DecisionDialog
      opened
      onClose={onClose}
      title={t('newRate')}
      confirm={t('record')}
      valid={rate.trim() !== '' && source.trim() !== '' && on !== ''}
      onConfirm={async () => {
        await api.post('/v1/exchange-rates', {
          key,
          body: { from, to, on, rate: rate.trim().replace(',', '.'), source: source.trim() },
        });
        await cache.invalidateQueries({ queryKey: ['exchange-rates'] });
        await cache.invalidateQueries({ queryKey: ['asset-totals'] });
      }}
    >
      <Group grow>
        <Select
          label={t('from')}
          data={CURRENCIES}
          value={from}
          onChange={(next) => setFrom(next ?? from)}
          allowDeselect={false}
        />
        <Select
          label={t('to')}
          data={CURRENCIES}
          value={to}
          onChange={(next) => setTo(next ?? to)}
          allowDeselect={false}
        />
      </Group>
      <Group grow>
        <DayInput label={t('on')} value={on} onChange={setOn} required />
        <TextInput
          label={t('rate')}
          inputMode="decimal"
          value={rate}
          onChange={({ currentTarget }) => setRate(currentTarget.value)}
          required
          data-autofocus
        />
      </Group>
      <TextInput
        label={t('source')}
        value={source}
        onChange={({ currentTarget }) => setSource(currentTarget.value)}
        required
      />
    </DecisionDialog>
  );
}

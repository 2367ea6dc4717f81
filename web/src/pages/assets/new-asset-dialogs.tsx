// A new asset case, and a suspected asset that a case claims.
import { Group, NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AssetCaseView } from '../../../../server/features/assets/view-contract.ts';
import { api } from '../../api/client.ts';
import { CountrySelect } from '../../components/country.tsx';
import { DecisionDialog } from '../../components/decision-dialog.tsx';
import { assetTypeWords, identifierWords, routeWords, valuationWords } from '../../i18n/asset-words.ts';
import { useTexts } from '../../i18n/texts.tsx';
import { useOptions } from '../cases/step-fields.tsx';
import { assetTexts } from './asset-texts.ts';
import { CURRENCIES } from './currencies.ts';

const money = (amount: string | number, currency: string) => ({ amount: String(amount), currency });

export function NewAssetCase({ onClose }: { onClose: () => void }) {
  const t = useTexts(assetTexts);
  const cache = useQueryClient();
  const routes = useOptions(routeWords);
  const [key] = useState(() => crypto.randomUUID());
  const [title, setTitle] = useState('');
  const [route, setRoute] = useState('CRIMINAL');
  const [damage, setDamage] = useState<string | number>('');
  const [currency, setCurrency] = useState('KGS');
  return (
    <DecisionDialog
      opened
      onClose={onClose}
      title={t('newCase')}
      confirm={t('create')}
      valid={title.trim() !== ''}
      onConfirm={async () => {
        await api.post('/v1/asset-cases', {
          key,
          body: {
            title: title.trim(),
            route,
            ...(String(damage) !== '' && { totalDamage: money(damage, currency) }),
          },
        });
        await cache.invalidateQueries({ queryKey: ['asset-cases'] });
      }}
    >
      <TextInput
        label={t('name')}
        value={title}
        onChange={({ currentTarget }) => setTitle(currentTarget.value)}
        required
        data-autofocus
      />
      <Select
        label={t('route')}
        data={routes}
        value={route}
        onChange={(next) => setRoute(next ?? 'CRIMINAL')}
        allowDeselect={false}
      />
      <Group grow>
        <NumberInput
          label={t('damage')}
          value={damage}
          onChange={setDamage}
          min={0}
          decimalScale={2}
          hideControls
        />
        <Select
          label={t('currency')}
          data={CURRENCIES}
          value={currency}
          onChange={(next) => setCurrency(next ?? 'KGS')}
          allowDeselect={false}
        />
      </Group>
    </DecisionDialog>
  );
}

const EMPTY = {
  type: '',
  description: '',
  country: '',
  registeredOwner: '',
  beneficialOwner: '',
  identifierKind: 'CADASTRAL',
  identifier: '',
  amount: '',
  currency: 'USD',
  on: new Date().toISOString().slice(0, 10),
  method: 'ESTIMATE',
  valueSource: '',
  source: '',
};

export function NewAssetDialog({ assetCase, onClose }: { assetCase: AssetCaseView; onClose: () => void }) {
  const t = useTexts(assetTexts);
  const cache = useQueryClient();
  const types = useOptions(assetTypeWords);
  const kinds = useOptions(identifierWords);
  const methods = useOptions(valuationWords);
  const [key] = useState(() => crypto.randomUUID());
  const [values, setValues] = useState(EMPTY);
  const set = (change: Partial<typeof EMPTY>) => setValues((now) => ({ ...now, ...change }));
  const text = (
    name: keyof typeof EMPTY,
    label: keyof typeof assetTexts,
    required = false,
    type = 'text',
  ) => (
    <TextInput
      type={type}
      label={t(label)}
      value={values[name]}
      onChange={({ currentTarget }) => set({ [name]: currentTarget.value })}
      required={required}
    />
  );
  const choice = (
    name: keyof typeof EMPTY,
    label: keyof typeof assetTexts,
    data: readonly (string | { value: string; label: string })[],
  ) => (
    <Select
      label={t(label)}
      data={[...data]}
      value={values[name] || null}
      onChange={(next) => set({ [name]: next ?? '' })}
      allowDeselect={false}
    />
  );
  const { type, description, country, source, amount, valueSource } = values;
  return (
    <DecisionDialog
      opened
      onClose={onClose}
      title={`${t('newAsset')} · ${assetCase.caseNumber}`}
      confirm={t('create')}
      valid={
        [type, description, country, source].every((value) => value.trim() !== '') &&
        (amount === '' || valueSource.trim() !== '')
      }
      onConfirm={async () => {
        await api.post(`/v1/asset-cases/${assetCase.id}/assets`, {
          key,
          body: {
            type,
            description: description.trim(),
            country,
            source: source.trim(),
            ...(values.registeredOwner.trim() && { registeredOwner: values.registeredOwner.trim() }),
            ...(values.beneficialOwner.trim() && { beneficialOwner: values.beneficialOwner.trim() }),
            ...(values.identifier.trim() && {
              identifiers: [{ kind: values.identifierKind, value: values.identifier.trim() }],
            }),
            ...(amount !== '' && {
              value: {
                amount,
                currency: values.currency,
                on: values.on,
                method: values.method,
                source: valueSource.trim(),
              },
            }),
          },
        });
        await cache.invalidateQueries({ queryKey: ['assets'] });
        await cache.invalidateQueries({ queryKey: ['asset-totals'] });
      }}
    >
      {choice('type', 'type', types)}
      <Textarea
        label={t('description')}
        value={description}
        onChange={({ currentTarget }) => set({ description: currentTarget.value })}
        autosize
        minRows={2}
        required
      />
      <CountrySelect
        label={t('country')}
        value={country}
        onChange={(next) => set({ country: next })}
        required
      />
      <Group grow>
        {text('registeredOwner', 'owner')}
        {text('beneficialOwner', 'beneficial')}
      </Group>
      <Group grow>
        {choice('identifierKind', 'identifierKind', kinds)}
        {text('identifier', 'identifier')}
      </Group>
      <Group grow>
        {text('amount', 'amount')}
        {choice('currency', 'currency', CURRENCIES)}
        {text('on', 'on', false, 'date')}
      </Group>
      <Group grow>
        {choice('method', 'method', methods)}
        {text('valueSource', 'source')}
      </Group>
      {text('source', 'suspicion', true)}
    </DecisionDialog>
  );
}

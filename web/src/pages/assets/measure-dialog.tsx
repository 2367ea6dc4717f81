// One measure on the way of an asset: it asks for exactly what the server says that this measure needs.
import { Group, Select, Textarea, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { AssetView } from '../../../../server/features/assets/view-contract.ts';
import type { AssistanceLine } from '../../../../server/features/assistance/contract.ts';
import { api } from '../../api/client.ts';
import { usePages } from '../../api/use-pages.ts';
import { CountrySelect } from '../../components/country.tsx';
import { DayInput } from '../../components/day-input.tsx';
import { DecisionDialog } from '../../components/decision-dialog.tsx';
import { accountWords, assetStateWords } from '../../i18n/asset-words.ts';
import { useTexts } from '../../i18n/texts.tsx';
import { useWords } from '../../i18n/words.ts';
import { useSession } from '../../session/session.tsx';
import { useOptions } from '../cases/step-fields.tsx';
import { assetTexts } from './asset-texts.ts';
import { CURRENCIES } from './currencies.ts';

type Possible = AssetView['possible'][number];

/** What another state does on our request. */
const ASKED = ['FREEZE_REQUESTED', 'FROZEN', 'SEIZED', 'CONFISCATION_REQUESTED', 'CONFISCATED'];

interface MeasureDialogProps {
  readonly asset: AssetView;
  readonly step: Possible;
  onClose(): void;
  onDone(): Promise<unknown>;
}

export function MeasureDialog({ asset, step, onClose, onDone }: MeasureDialogProps) {
  const t = useTexts(assetTexts);
  const state = useWords(assetStateWords);
  const accounts = useOptions(accountWords);
  const [key] = useState(() => crypto.randomUUID());
  const { may } = useSession();
  const asks = ASKED.includes(step.to) && asset.own && may('assistance.read');
  const requests = usePages<AssistanceLine>(
    'assistance',
    '/v1/assistance-requests',
    { direction: 'OUTGOING' },
    asks,
  );
  const [assistanceId, setAssistance] = useState<string | null>(null);
  const [values, setValues] = useState({
    decidedOn: new Date().toISOString().slice(0, 10),
    reference: '',
    authority: '',
    amount: asset.value?.amount ?? '',
    currency: asset.value?.currency ?? 'USD',
    expiresOn: '',
    executingState: asset.executingState ?? asset.country,
    accountClass: '',
    reason: '',
  });
  const set = (change: Partial<typeof values>) => setValues((now) => ({ ...now, ...change }));
  const text = (name: 'reference' | 'authority' | 'amount') => (
    <TextInput
      label={t(name)}
      value={values[name]}
      onChange={({ currentTarget }) => set({ [name]: currentTarget.value })}
      required
    />
  );
  const day = (name: 'decidedOn' | 'expiresOn') => (
    <DayInput label={t(name)} value={values[name]} onChange={(value) => set({ [name]: value })} required />
  );
  const FIELDS: Readonly<Record<Possible['needs'][number], () => ReactNode>> = {
    reference: () => text('reference'),
    authority: () => text('authority'),
    amount: () => (
      <Group grow align="flex-end">
        {text('amount')}
        <Select
          label={t('currency')}
          data={[...new Set([values.currency, ...CURRENCIES])]}
          value={values.currency}
          onChange={(next) => set({ currency: next ?? 'USD' })}
          allowDeselect={false}
        />
      </Group>
    ),
    expiresOn: () => day('expiresOn'),
    executingState: () => (
      <CountrySelect
        label={t('executingState')}
        value={values.executingState}
        onChange={(executingState) => set({ executingState })}
        required
      />
    ),
    accountClass: () => (
      <Select
        label={t('accountClass')}
        data={accounts}
        value={values.accountClass || null}
        onChange={(next) => set({ accountClass: next ?? '' })}
        required
      />
    ),
    reason: () => (
      <Textarea
        label={t('reason')}
        value={values.reason}
        onChange={({ currentTarget }) => set({ reason: currentTarget.value })}
        autosize
        minRows={2}
        required
      />
    ),
  };
  return (
    <DecisionDialog
      opened
      onClose={onClose}
      title={state(step.to)}
      confirm={t('record')}
      valid={values.decidedOn !== '' && step.needs.every((need) => values[need].trim() !== '')}
      onStale={onDone}
      onConfirm={async () => {
        const { amount, currency, decidedOn, ...rest } = values;
        const given = Object.fromEntries(
          step.needs.flatMap((need) => (need === 'amount' ? [] : [[need, rest[need].trim()]])),
        );
        await api.post(`/v1/assets/${asset.id}/measures`, {
          key,
          version: asset.version,
          body: {
            to: step.to,
            decidedOn,
            ...given,
            ...(assistanceId && { assistanceId }),
            ...(step.needs.includes('amount') && { amount: { amount: amount.trim(), currency } }),
          },
        });
        await onDone();
      }}
    >
      {day('decidedOn')}
      {step.needs.map((need) => (
        <div key={need}>{FIELDS[need]()}</div>
      ))}
      {requests.rows && requests.rows.length > 0 && (
        <Select
          label={t('underRequest')}
          data={requests.rows.map((one) => ({
            value: one.id,
            label: `${one.requestNumber} · ${one.subject.slice(0, 80)}`,
          }))}
          value={assistanceId}
          onChange={setAssistance}
          searchable
          clearable
        />
      )}
    </DecisionDialog>
  );
}

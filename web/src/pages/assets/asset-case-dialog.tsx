// An asset case is opened, or what is known of it is changed.
import { Group, NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AssetCaseView } from '../../../../server/features/assets/view-contract.ts';
import { api } from '../../api/client.ts';
import { DecisionDialog } from '../../components/decision-dialog.tsx';
import { routeWords } from '../../i18n/asset-words.ts';
import { useTexts } from '../../i18n/texts.tsx';
import { useOptions } from '../cases/step-fields.tsx';
import { assetTexts } from './asset-texts.ts';
import { CURRENCIES } from './currencies.ts';

interface AssetCaseDialogProps {
  /** The case that is changed; none: a new one is opened. */
  readonly assetCase?: AssetCaseView;
  /** What a new case belongs to. */
  readonly links?: { readonly personId?: string; readonly extraditionCaseId?: string };
  onClose(): void;
}

const valuesOf = (one: AssetCaseView | undefined) => ({
  title: one?.title ?? '',
  route: one?.route ?? 'CRIMINAL',
  legalBasis: one?.legalBasis ?? '',
  damage: one?.totalDamage?.amount ?? '',
  currency: one?.totalDamage?.currency ?? 'KGS',
  note: one?.note ?? '',
});

export function AssetCaseDialog({ assetCase, links, onClose }: AssetCaseDialogProps) {
  const t = useTexts(assetTexts);
  const cache = useQueryClient();
  const routes = useOptions(routeWords);
  const [key] = useState(() => crypto.randomUUID());
  const [before] = useState(() => valuesOf(assetCase));
  const [values, setValues] = useState(before);
  const set = (change: Partial<typeof before>) => setValues((now) => ({ ...now, ...change }));
  const reload = () =>
    Promise.all([
      cache.invalidateQueries({ queryKey: ['asset-cases'] }),
      cache.invalidateQueries({ queryKey: ['asset-case'] }),
    ]);
  const words = (text: string) => text.trim() || null;
  const all = {
    title: values.title.trim(),
    route: values.route,
    legalBasis: words(values.legalBasis),
    totalDamage:
      String(values.damage) === '' ? null : { amount: String(values.damage), currency: values.currency },
    note: words(values.note),
  };
  // Only what was touched is sent: what a colleague changed beside it stays.
  const touched = (name: keyof typeof all) =>
    name === 'totalDamage'
      ? values.damage !== before.damage || (values.damage !== '' && values.currency !== before.currency)
      : values[name] !== before[name];
  const given = Object.entries(all).filter(([name, value]) =>
    assetCase ? touched(name as keyof typeof all) : value !== null,
  );
  return (
    <DecisionDialog
      opened
      onClose={onClose}
      title={assetCase ? t('changeCase') : t('newCase')}
      confirm={assetCase ? t('save') : t('create')}
      valid={all.title !== '' && given.length > 0}
      onStale={reload}
      onConfirm={async () => {
        const body = Object.fromEntries(given);
        if (assetCase)
          await api.patch(`/v1/asset-cases/${assetCase.id}`, { version: assetCase.version, body });
        else await api.post('/v1/asset-cases', { key, body: { ...body, ...links } });
        await reload();
      }}
    >
      <TextInput
        label={t('name')}
        value={values.title}
        onChange={({ currentTarget }) => set({ title: currentTarget.value })}
        maxLength={300}
        required
        data-autofocus
      />
      <Select
        label={t('route')}
        data={routes}
        value={values.route}
        onChange={(next) => set({ route: next ?? 'CRIMINAL' })}
        allowDeselect={false}
      />
      <TextInput
        label={t('legalBasis')}
        value={values.legalBasis}
        onChange={({ currentTarget }) => set({ legalBasis: currentTarget.value })}
        maxLength={1_000}
      />
      <Group grow>
        <NumberInput
          label={t('damage')}
          value={values.damage}
          onChange={(next) => set({ damage: String(next) })}
          min={0}
          decimalScale={2}
          hideControls
        />
        <Select
          label={t('currency')}
          data={[...new Set([values.currency, ...CURRENCIES])]}
          value={values.currency}
          onChange={(next) => set({ currency: next ?? 'KGS' })}
          allowDeselect={false}
        />
      </Group>
      <Textarea
        label={t('note')}
        value={values.note}
        onChange={({ currentTarget }) => set({ note: currentTarget.value })}
        maxLength={4_000}
        autosize
        minRows={2}
      />
    </DecisionDialog>
  );
}

// A transit through a third state: which authority, by which way, between which times, with which escort.
import { Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { CaseView } from '../../api/case-types.ts';
import { api } from '../../api/client.ts';
import { CountrySelect } from '../../components/country.tsx';
import { MomentInput } from '../../components/day-input.tsx';
import { DecisionDialog } from '../../components/decision-dialog.tsx';
import { useTexts } from '../../i18n/texts.tsx';
import { useReloadCase } from './case-data.ts';
import { instantOf } from './instants.ts';
import { reviewTexts } from './review-texts.ts';

const EMPTY = { state: '', authority: '', route: '', from: '', until: '', escort: '' };

export function TransitDialog({ file, onClose }: { file: CaseView; onClose: () => void }) {
  const t = useTexts(reviewTexts);
  const reload = useReloadCase(file.id);
  const [values, setValues] = useState(EMPTY);
  const field = (name: 'authority' | 'route' | 'escort') => (
    <TextInput
      label={t(name)}
      value={values[name]}
      onChange={({ currentTarget }) => {
        const { value } = currentTarget;
        setValues((now) => ({ ...now, [name]: value }));
      }}
      required
    />
  );
  const moment = (name: 'from' | 'until') => (
    <MomentInput
      label={t(name)}
      value={values[name]}
      onChange={(value) => setValues((now) => ({ ...now, [name]: value }))}
      required
    />
  );
  return (
    <DecisionDialog
      opened
      onClose={onClose}
      title={t('askTransit')}
      confirm={t('askTransit')}
      valid={Object.values(values).every((value) => value.trim() !== '')}
      onStale={reload}
      onConfirm={async () => {
        await api.post(`/v1/cases/${file.id}/transits`, {
          version: file.version,
          body: { ...values, from: instantOf(values.from), until: instantOf(values.until) },
        });
        await reload();
      }}
    >
      <CountrySelect
        label={t('state')}
        value={values.state}
        onChange={(state) => setValues((now) => ({ ...now, state }))}
        required
      />
      {field('authority')}
      {field('route')}
      <Group grow>
        {moment('from')}
        {moment('until')}
      </Group>
      {field('escort')}
    </DecisionDialog>
  );
}

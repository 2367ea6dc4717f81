// A deadline is extended or reckoned anew, with the reason; the old value stays in its history.
import { NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { DeadlineView } from '../../api/case-types.ts';
import { api } from '../../api/client.ts';
import { MomentInput } from '../../components/day-input.tsx';
import { DecisionDialog } from '../../components/decision-dialog.tsx';
import { useTexts } from '../../i18n/texts.tsx';
import { useReloadCase } from './case-data.ts';
import { clockTexts } from './clock-texts.ts';
import { instantOf } from './instants.ts';

interface ClockChangeProps {
  readonly caseId: string;
  readonly version: number;
  readonly clock: DeadlineView;
  readonly kind: 'extension' | 'recomputation';
  onClose(): void;
}

export function ClockChange({ caseId, version, clock, kind, onClose }: ClockChangeProps) {
  const t = useTexts(clockTexts);
  const reload = useReloadCase(caseId);
  const [days, setDays] = useState<number | string>('');
  const [legalRef, setLegalRef] = useState('');
  const [startedAt, setStartedAt] = useState('');
  const extends_ = kind === 'extension';
  return (
    <DecisionDialog
      opened
      onClose={onClose}
      title={`${t(extends_ ? 'extend' : 'recompute')}: ${clock.text}`}
      confirm={t(extends_ ? 'extend' : 'recompute')}
      note="required"
      noteLabel={t('reason')}
      valid={extends_ ? Number(days) > 0 : startedAt !== ''}
      onStale={reload}
      onConfirm={async (reason) => {
        await api.post(`/v1/cases/${caseId}/deadlines/${clock.id}/${kind}`, {
          version,
          body: extends_
            ? { days: Number(days), reason, ...(legalRef.trim() && { legalRef: legalRef.trim() }) }
            : { startedAt: instantOf(startedAt), reason },
        });
        await reload();
      }}
    >
      {extends_ ? (
        <>
          <NumberInput
            label={t('days')}
            value={days}
            onChange={setDays}
            min={1}
            max={400}
            required
            data-autofocus
          />
          <TextInput
            label={t('legalRef')}
            value={legalRef}
            onChange={({ currentTarget }) => setLegalRef(currentTarget.value)}
          />
        </>
      ) : (
        <MomentInput
          label={t('startedAt')}
          value={startedAt}
          onChange={setStartedAt}
          required
          data-autofocus
        />
      )}
    </DecisionDialog>
  );
}

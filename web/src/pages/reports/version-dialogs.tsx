// Freezing a report, and sending a frozen version to other states.
import { MultiSelect, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { FrozenFacts, ReportView } from '../../../../server/features/reports/contract.ts';
import { api } from '../../api/client.ts';
import { DecisionDialog } from '../../components/decision-dialog.tsx';
import { NAME, useCountries } from '../../components/use-country-name.ts';
import { useLocale, useTexts } from '../../i18n/texts.tsx';
import { reportTexts } from './report-texts.ts';

interface FreezeProps {
  readonly view: ReportView;
  readonly isFirst: boolean;
  onClose(): void;
  onFrozen(version: number): void;
}

export function FreezeDialog({ view, isFirst, onClose, onFrozen }: FreezeProps) {
  const t = useTexts(reportTexts);
  const cache = useQueryClient();
  const [key] = useState(() => crypto.randomUUID());
  const [reason, setReason] = useState('');
  const { year, quarter } = view;
  return (
    <DecisionDialog
      opened
      onClose={onClose}
      title={t('freezeTitle')}
      text={t('freezeText', { period: quarter === null ? year : `${year}-Q${quarter}` })}
      confirm={t('freeze')}
      valid={isFirst || reason.trim().length > 2}
      onConfirm={async () => {
        const body = {
          year,
          ...(quarter !== null && { quarter }),
          ...(!isFirst && { reason: reason.trim() }),
        };
        const { version } = await api.post<FrozenFacts>('/v1/reports/R-1/freeze', { key, body });
        await cache.invalidateQueries({ queryKey: ['reports'] });
        onFrozen(version);
      }}
    >
      {!isFirst && (
        <Textarea
          label={t('reason')}
          required
          autosize
          minRows={2}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
      )}
    </DecisionDialog>
  );
}

export function PublishDialog({ frozen, onClose }: { frozen: FrozenFacts; onClose: () => void }) {
  const t = useTexts(reportTexts);
  const cache = useQueryClient();
  const { locale } = useLocale();
  const countries = useCountries() ?? [];
  const [states, setStates] = useState<string[]>([]);
  return (
    <DecisionDialog
      opened
      onClose={onClose}
      title={t('publishTitle')}
      text={t('publishText')}
      confirm={t('publish')}
      valid={states.length > 0}
      onConfirm={async () => {
        await api.post(`/v1/report-versions/${frozen.id}/publication`, { body: { states } });
        await cache.invalidateQueries({ queryKey: ['reports'] });
        await cache.invalidateQueries({ queryKey: ['report'] });
      }}
    >
      <MultiSelect
        label={t('states')}
        searchable
        hidePickedOptions
        data={countries
          .filter(
            ({ member, alpha3 }) => member && alpha3 !== frozen.state && !frozen.publishedTo.includes(alpha3),
          )
          .map((country) => ({ value: country.alpha3, label: country[NAME[locale]] }))}
        value={states}
        onChange={setStates}
      />
    </DecisionDialog>
  );
}

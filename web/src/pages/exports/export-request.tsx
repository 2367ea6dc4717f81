// Asking for an export: whom, in what form, and why.
import { Radio, Select, SimpleGrid, Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api } from '../../api/client.ts';
import { DayInput } from '../../components/day-input.tsx';
import { DecisionDialog } from '../../components/decision-dialog.tsx';
import { alertTypeWords } from '../../i18n/alert-words.ts';
import { useTexts } from '../../i18n/texts.tsx';
import { exportsTexts } from './exports-texts.ts';

const newKey = (): string => crypto.randomUUID();

export function ExportRequest({ opened, onClose }: { opened: boolean; onClose(): void }) {
  const t = useTexts(exportsTexts);
  const type = useTexts(alertTypeWords);
  const cache = useQueryClient();
  // The same request sent again after a lost line is the same export.
  const key = useRef(newKey());
  const [format, setFormat] = useState('XLSX');
  const [whom, setWhom] = useState('own');
  const [alertType, setAlertType] = useState<string | null>(null);
  const [days, setDays] = useState({ recordedFrom: '', recordedTo: '' });
  const day = (name: keyof typeof days) => ({
    label: t(name),
    value: days[name],
    onChange: (value: string) => setDays({ ...days, [name]: value }),
  });
  return (
    <DecisionDialog
      opened={opened}
      onClose={onClose}
      title={t('request')}
      text={t('reasonHint')}
      confirm={t('request')}
      note="required"
      noteLabel={t('reason')}
      onConfirm={async (reason) => {
        const selection = {
          ...(whom === 'own' && { ownState: true }),
          ...(alertType && { alertType }),
          ...(days.recordedFrom && { recordedFrom: days.recordedFrom }),
          ...(days.recordedTo && { recordedTo: days.recordedTo }),
        };
        await api.post('/v1/exports', { key: key.current, body: { format, selection, reason } });
        key.current = newKey();
        await cache.invalidateQueries({ queryKey: ['exports'] });
      }}
    >
      <Stack gap="sm">
        <Radio.Group label={t('whom')} value={whom} onChange={setWhom}>
          <Stack gap={6} mt={6}>
            <Radio value="own" label={t('ownState')} />
            <Radio value="all" label={t('everybody')} />
          </Stack>
        </Radio.Group>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <Select
            label={t('alertType')}
            placeholder={t('anyType')}
            data={Object.keys(alertTypeWords).map((value) => ({
              value,
              label: type(value as keyof typeof alertTypeWords),
            }))}
            value={alertType}
            onChange={setAlertType}
            clearable
          />
          <Select
            label={t('format')}
            data={['XLSX', 'CSV', 'JSON']}
            value={format}
            onChange={(value) => setFormat(value ?? 'XLSX')}
            allowDeselect={false}
          />
          <DayInput {...day('recordedFrom')} />
          <DayInput {...day('recordedTo')} />
        </SimpleGrid>
      </Stack>
    </DecisionDialog>
  );
}

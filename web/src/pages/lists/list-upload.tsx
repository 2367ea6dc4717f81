// A list is dropped here; what its file does not say of the flight is typed beside it.
import { SegmentedControl, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ListDetail } from '../../api/types.ts';
import { upload } from '../../api/upload.ts';
import { DayInput } from '../../components/day-input.tsx';
import { Uploader } from '../../components/uploader.tsx';
import { useTexts } from '../../i18n/texts.tsx';
import { usePost } from '../booth/post.ts';
import { listsTexts } from './lists-texts.ts';

const MAX_BYTES = 5_000_000;

export function ListUpload() {
  const t = useTexts(listsTexts);
  const go = useNavigate();
  const cache = useQueryClient();
  const post = usePost();
  const [flight, setFlight] = useState({
    source: 'API',
    direction: 'ENTRY',
    carrier: '',
    number: '',
    date: '',
    checkpoint: post.checkpoint,
  });
  const text = (key: 'carrier' | 'number' | 'checkpoint', upper = false) => ({
    label: t(key),
    value: flight[key],
    onChange: ({ currentTarget: { value } }: { currentTarget: HTMLInputElement }) =>
      setFlight({ ...flight, [key]: upper ? value.toUpperCase() : value }),
  });
  const fields = Object.fromEntries(Object.entries(flight).filter(([, value]) => value.trim() !== ''));
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {t('uploadLead')}
      </Text>
      <SimpleGrid cols={{ base: 2, sm: 3, lg: 5 }}>
        <TextInput {...text('carrier', true)} placeholder="ZZ" maxLength={3} />
        <TextInput {...text('number', true)} placeholder="901" maxLength={5} />
        <DayInput label={t('date')} value={flight.date} onChange={(date) => setFlight({ ...flight, date })} />
        <TextInput {...text('checkpoint')} maxLength={60} />
        <Select
          label={t('source')}
          data={(['API', 'PNR'] as const).map((value) => ({ value, label: t(value) }))}
          value={flight.source}
          onChange={(source) => setFlight({ ...flight, source: source ?? 'API' })}
          allowDeselect={false}
        />
      </SimpleGrid>
      <SegmentedControl
        aria-label={t('direction')}
        value={flight.direction}
        onChange={(direction) => setFlight({ ...flight, direction })}
        data={(['ENTRY', 'EXIT', 'TRANSIT'] as const).map((value) => ({ value, label: t(value) }))}
        maw={360}
      />
      <Uploader
        label={t('file')}
        maxBytes={MAX_BYTES}
        send={async (file, onProgress, signal) => {
          const list = await upload<ListDetail>('/v1/passenger-lists/files', file, {
            fields,
            onProgress,
            signal,
          });
          await cache.invalidateQueries({ queryKey: ['lists'] });
          await go({ to: '/lists/$listId', params: { listId: list.id } });
        }}
      />
    </Stack>
  );
}

// Assets in a table: all of the reader's, or those that one case claims; by state, and those whose freeze runs out.
import { Group, Select, Text } from '@mantine/core';
import { IconBuildingBank } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { AssetLine } from '../../../../server/features/assets/view-contract.ts';
import { usePages } from '../../api/use-pages.ts';
import { DataTable } from '../../components/data-table.tsx';
import { Empty } from '../../components/empty.tsx';
import { assetStateWords, assetTypeWords } from '../../i18n/asset-words.ts';
import { formatDate } from '../../i18n/dates.ts';
import { formatMoney } from '../../i18n/numbers.ts';
import { useLocale, useTexts } from '../../i18n/texts.tsx';
import { useWords } from '../../i18n/words.ts';
import { useOptions } from '../cases/step-fields.tsx';
import { assetTexts } from './asset-texts.ts';

const LAPSING = ['7', '30', '60'] as const;

export function AssetList({ assetCaseId }: { assetCaseId?: string }) {
  const t = useTexts(assetTexts);
  const type = useWords(assetTypeWords);
  const stateName = useWords(assetStateWords);
  const states = useOptions(assetStateWords);
  const { locale } = useLocale();
  const navigate = useNavigate();
  const [state, setState] = useState('');
  const [lapsingWithin, setLapsing] = useState('');
  const list = usePages<AssetLine>('assets', '/v1/assets', { assetCaseId, state, lapsingWithin });
  return (
    <>
      {assetCaseId === undefined && (
        <Group gap="sm" mb="sm" className="no-print">
          <Select
            label={t('state')}
            placeholder={t('any')}
            data={states}
            value={state || null}
            onChange={(next) => setState(next ?? '')}
            searchable
            clearable
            w={230}
          />
          <Select
            label={t('lapsing')}
            placeholder={t('any')}
            data={LAPSING.map((days) => ({ value: days as string, label: t('days', { count: days }) }))}
            value={lapsingWithin || null}
            onChange={(next) => setLapsing(next ?? '')}
            clearable
            w={230}
          />
        </Group>
      )}
      <DataTable
        {...list}
        caption={t('assets')}
        rowId={({ id }) => id}
        onOpen={({ id }) => void navigate({ to: `/assets/${id}` as string })}
        empty={<Empty icon={IconBuildingBank} title={t('noAssets')} />}
        columns={[
          { id: 'type', header: t('type'), sortBy: (one) => type(one.type), cell: (one) => type(one.type) },
          {
            id: 'description',
            header: t('description'),
            sortBy: (one) => one.description,
            cell: (one) => one.description,
          },
          { id: 'country', header: t('country'), sortBy: (one) => one.country, cell: (one) => one.country },
          {
            id: 'state',
            header: t('state'),
            sortBy: (one) => stateName(one.state),
            cell: (one) => stateName(one.state),
          },
          {
            id: 'value',
            header: t('value'),
            align: 'right',
            nowrap: true,
            cell: (one) => (one.value ? formatMoney(locale, one.value) : '–'),
          },
          {
            id: 'expires',
            header: t('expiresOn'),
            sortBy: (one) => one.expiresOn ?? '9',
            cell: (one) =>
              one.expiresOn === null ? (
                '–'
              ) : (
                <Text size="sm" fw={one.lapsed ? 700 : 400}>
                  {formatDate(locale, one.expiresOn)}
                  {one.lapsed ? ` · ${t('lapsed')}` : ''}
                </Text>
              ),
          },
        ]}
      />
    </>
  );
}

// Requests for legal assistance in a table: all, or those that belong to one case.
import { Text } from '@mantine/core';
import { IconWorldShare } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { AssistanceLine } from '../../../../server/features/assistance/contract.ts';
import { usePages } from '../../api/use-pages.ts';
import { DataTable } from '../../components/data-table.tsx';
import { Empty } from '../../components/empty.tsx';
import { assistanceStateWords, assistanceTypeWords, urgencyWords } from '../../i18n/asset-words.ts';
import { formatDate } from '../../i18n/dates.ts';
import { useLocale, useTexts } from '../../i18n/texts.tsx';
import { useWords } from '../../i18n/words.ts';
import { assistanceTexts } from './asset-texts.ts';

export interface AssistanceFilter {
  readonly direction?: string;
  readonly state?: string;
  readonly overdue?: 'true' | '';
  readonly assetCaseId?: string;
  readonly extraditionCaseId?: string;
}

export function AssistanceList({ filter }: { filter: AssistanceFilter }) {
  const t = useTexts(assistanceTexts);
  const type = useWords(assistanceTypeWords);
  const state = useWords(assistanceStateWords);
  const urgency = useWords(urgencyWords);
  const { locale } = useLocale();
  const navigate = useNavigate();
  const list = usePages<AssistanceLine>('assistance', '/v1/assistance-requests', { ...filter });
  return (
    <DataTable
      {...list}
      caption={t('title')}
      rowId={({ id }) => id}
      onOpen={({ id }) => void navigate({ to: `/assistance/${id}` as string })}
      empty={<Empty icon={IconWorldShare} title={t('none')} />}
      columns={[
        {
          id: 'number',
          header: t('number'),
          nowrap: true,
          sortBy: (one) => one.requestNumber,
          cell: (one) => one.requestNumber,
        },
        {
          id: 'parties',
          header: t('parties'),
          nowrap: true,
          sortBy: (one) => `${one.ownerState}${one.requestedState}`,
          cell: (one) => `${one.ownerState} → ${one.requestedState}`,
        },
        { id: 'type', header: t('type'), sortBy: (one) => type(one.type), cell: (one) => type(one.type) },
        {
          id: 'subject',
          header: t('subject'),
          cell: (one) => (
            <Text size="sm" lineClamp={2}>
              {one.subject}
            </Text>
          ),
        },
        {
          id: 'state',
          header: t('state'),
          sortBy: (one) => state(one.state),
          cell: (one) => state(one.state),
        },
        { id: 'urgency', wideOnly: true, header: t('urgency'), cell: (one) => urgency(one.urgency) },
        {
          id: 'due',
          nowrap: true,
          header: t('due'),
          sortBy: (one) => one.dueOn ?? '9',
          cell: (one) =>
            one.dueOn === null ? (
              '–'
            ) : (
              <Text size="sm" fw={one.overdue ? 700 : 400}>
                {formatDate(locale, one.dueOn)}
                {one.overdue ? ` · ${t('overdue')}` : ''}
              </Text>
            ),
        },
      ]}
    />
  );
}

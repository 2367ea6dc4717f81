// Requests for legal assistance: ours and those that were sent to us.
import { Button, SegmentedControl, Text } from '@mantine/core';
import { IconPlus, IconWorldShare } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { AssistanceLine } from '../../../../server/features/assistance/contract.ts';
import { usePages } from '../../api/use-pages.ts';
import { DataTable } from '../../components/data-table.tsx';
import { Empty } from '../../components/empty.tsx';
import { Page } from '../../components/page.tsx';
import { assistanceStateWords, assistanceTypeWords, urgencyWords } from '../../i18n/asset-words.ts';
import { formatDate } from '../../i18n/dates.ts';
import { useLocale, useTexts } from '../../i18n/texts.tsx';
import { useWords } from '../../i18n/words.ts';
import { useSession } from '../../session/session.tsx';
import { assistanceTexts } from './asset-texts.ts';
import { NewAssistanceDialog } from './new-assistance-dialog.tsx';

export function AssistancePage() {
  const t = useTexts(assistanceTexts);
  const type = useWords(assistanceTypeWords);
  const state = useWords(assistanceStateWords);
  const urgency = useWords(urgencyWords);
  const { locale } = useLocale();
  const { may } = useSession();
  const navigate = useNavigate();
  const [direction, setDirection] = useState('');
  const [adding, setAdding] = useState(false);
  const list = usePages<AssistanceLine>('assistance', '/v1/assistance-requests', { direction });
  return (
    <Page
      title={t('title')}
      actions={
        may('assistance.write') && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
            {t('new')}
          </Button>
        )
      }
    >
      <SegmentedControl
        size="xs"
        mb="md"
        aria-label={t('direction')}
        value={direction}
        onChange={setDirection}
        data={[
          { value: '', label: t('any') },
          { value: 'OUTGOING', label: t('OUTGOING') },
          { value: 'INCOMING', label: t('INCOMING') },
        ]}
      />
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
            sortBy: (one) => one.requestNumber,
            cell: (one) => one.requestNumber,
          },
          {
            id: 'parties',
            header: t('parties'),
            sortBy: (one) => `${one.ownerState}${one.requestedState}`,
            cell: (one) => `${one.ownerState} → ${one.requestedState}`,
          },
          { id: 'type', header: t('type'), sortBy: (one) => type(one.type), cell: (one) => type(one.type) },
          {
            id: 'state',
            header: t('state'),
            sortBy: (one) => state(one.state),
            cell: (one) => state(one.state),
          },
          { id: 'urgency', header: t('urgency'), cell: (one) => urgency(one.urgency) },
          {
            id: 'due',
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
      {adding && <NewAssistanceDialog onClose={() => setAdding(false)} />}
    </Page>
  );
}

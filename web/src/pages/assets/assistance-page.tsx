// Requests for legal assistance: ours and those that were sent to us.
import { Button, Checkbox, Group, SegmentedControl, Select } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { Page } from '../../components/page.tsx';
import { assistanceStateWords } from '../../i18n/asset-words.ts';
import { useTexts } from '../../i18n/texts.tsx';
import { useSession } from '../../session/session.tsx';
import { useOptions } from '../cases/step-fields.tsx';
import { assistanceTexts } from './asset-texts.ts';
import { AssistanceDialog } from './assistance-dialog.tsx';
import { AssistanceList } from './assistance-list.tsx';

export function AssistancePage() {
  const t = useTexts(assistanceTexts);
  const states = useOptions(assistanceStateWords);
  const { may } = useSession();
  const [direction, setDirection] = useState('');
  const [state, setState] = useState('');
  const [overdue, setOverdue] = useState(false);
  const [adding, setAdding] = useState(false);
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
      <Group gap="sm" mb="md" align="flex-end" className="no-print">
        <SegmentedControl
          aria-label={t('direction')}
          value={direction}
          onChange={setDirection}
          data={[
            { value: '', label: t('any') },
            { value: 'OUTGOING', label: t('OUTGOING') },
            { value: 'INCOMING', label: t('INCOMING') },
          ]}
        />
        <Select
          aria-label={t('state')}
          placeholder={t('state')}
          data={states}
          value={state || null}
          onChange={(next) => setState(next ?? '')}
          clearable
          w={220}
        />
        <Checkbox
          label={t('overdue')}
          checked={overdue}
          onChange={({ currentTarget }) => setOverdue(currentTarget.checked)}
          mb={8}
        />
      </Group>
      <AssistanceList filter={{ direction, state, overdue: overdue ? 'true' : '' }} />
      {adding && <AssistanceDialog onClose={() => setAdding(false)} />}
    </Page>
  );
}

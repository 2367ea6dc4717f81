// What people change about a case outside its steps: the own reference, channel, language and confidentiality.
import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { CaseView } from '../../api/case-types.ts';
import { api } from '../../api/client.ts';
import { DecisionDialog } from '../../components/decision-dialog.tsx';
import { channelWords } from '../../i18n/case-matter-words.ts';
import { LOCALE_NAMES, LOCALES } from '../../i18n/locale.ts';
import { useTexts } from '../../i18n/texts.tsx';
import { useReloadCase } from './case-data.ts';
import { caseTexts } from './case-texts.ts';
import { useOptions } from './step-fields.tsx';

export function FactsDialog({ file, onClose }: { file: CaseView; onClose: () => void }) {
  const t = useTexts(caseTexts);
  const reload = useReloadCase(file.id);
  const channels = useOptions(channelWords);
  // What was there when the dialog opened: only what is changed here is sent, so that a colleague's change stays.
  const [before] = useState(file);
  const [ownReference, setReference] = useState(file.ownReference ?? '');
  const [channel, setChannel] = useState(file.channel);
  const [language, setLanguage] = useState(file.language);
  const [confidentiality, setConfidentiality] = useState(file.confidentiality);
  const asks = file.side === 'RQ';
  const body = {
    ...(ownReference.trim() !== (before.ownReference ?? '') && { ownReference: ownReference.trim() || null }),
    ...(asks && channel && channel !== before.channel && { channel }),
    ...(asks && language !== before.language && { language }),
    ...(asks && confidentiality !== before.confidentiality && { confidentiality }),
  };
  return (
    <DecisionDialog
      opened
      onClose={onClose}
      title={t('edit')}
      confirm={t('save')}
      valid={Object.keys(body).length > 0}
      onStale={reload}
      onConfirm={async () => {
        await api.patch(`/v1/cases/${file.id}`, { version: file.version, body });
        await reload();
      }}
    >
      <TextInput
        label={t('reference')}
        value={ownReference}
        onChange={({ currentTarget }) => setReference(currentTarget.value)}
        data-autofocus
      />
      {asks && (
        <>
          <Select label={t('channel')} data={channels} value={channel} onChange={setChannel} />
          <Select
            label={t('language')}
            data={LOCALES.map((value) => ({ value: value as string, label: LOCALE_NAMES[value] }))}
            value={language}
            onChange={(next) => setLanguage(next ?? language)}
            allowDeselect={false}
          />
          <Select
            label={t('confidentiality')}
            data={(['NORMAL', 'RESTRICTED'] as const).map((value) => ({
              value: value as string,
              label: t(value),
            }))}
            value={confidentiality}
            onChange={(next) => setConfidentiality(next ?? confidentiality)}
            allowDeselect={false}
          />
        </>
      )}
    </DecisionDialog>
  );
}

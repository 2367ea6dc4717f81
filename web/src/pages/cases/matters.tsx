// What is asked and answered beside the steps: assurances, agreements, waivers, impediments, transits.
import { Badge, Button, Group, Select, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { CaseView } from '../../api/case-types.ts';
import { api } from '../../api/client.ts';
import { DecisionDialog } from '../../components/decision-dialog.tsx';
import { assuranceWords, holdWords, matterStatusWords, matterWords } from '../../i18n/case-matter-words.ts';
import { caseVerbWords } from '../../i18n/case-verb-words.ts';
import { formatDateTime } from '../../i18n/dates.ts';
import { useLocale, useTexts } from '../../i18n/texts.tsx';
import { useWords } from '../../i18n/words.ts';
import { useSession } from '../../session/session.tsx';
import { useReloadCase } from './case-data.ts';
import styles from './cases.module.css';
import { reviewTexts } from './review-texts.ts';
import { useOptions } from './step-fields.tsx';
import { TransitDialog } from './transit-dialog.tsx';

type Matter = CaseView['matters'][number];

/** Assurances are answered by the requesting side, transits by the side that asked. */
const ANSWERS: Readonly<Record<string, readonly ('GIVEN' | 'REFUSED' | 'WITHDRAWN' | 'GRANTED')[]>> = {
  ASSURANCE: ['GIVEN', 'REFUSED', 'WITHDRAWN'],
  TRANSIT: ['GRANTED', 'REFUSED', 'WITHDRAWN'],
};

function useMatterTitle() {
  const words = useWords({ ...assuranceWords, ...holdWords });
  const verb = useWords(caseVerbWords);
  return ({ data }: Matter): string => {
    const text = (key: string) => (typeof data[key] === 'string' ? (data[key] as string) : '');
    return [
      words(text('code')),
      words(text('reason')),
      verb(text('verb')),
      text('text'),
      text('note'),
      text('state'),
      text('route'),
      text('by'),
    ]
      .filter((part) => part !== '')
      .join(' · ');
  };
}

function AnswerDialog({ file, matter, onClose }: { file: CaseView; matter: Matter; onClose: () => void }) {
  const t = useTexts(reviewTexts);
  const reload = useReloadCase(file.id);
  const [status, setStatus] = useState<string>(ANSWERS[matter.kind]?.[0] ?? 'GIVEN');
  return (
    <DecisionDialog
      opened
      onClose={onClose}
      title={t('answer')}
      confirm={t('answer')}
      note="optional"
      onStale={reload}
      onConfirm={async (text) => {
        await api.post(`/v1/cases/${file.id}/matters/${matter.id}`, {
          version: file.version,
          body: { status, ...(text && { text }) },
        });
        await reload();
      }}
    >
      <Select
        label={t('status')}
        data={(ANSWERS[matter.kind] ?? []).map((value) => ({ value, label: t(value) }))}
        value={status}
        onChange={(next) => setStatus(next ?? status)}
        allowDeselect={false}
      />
    </DecisionDialog>
  );
}

function AssuranceDialog({ file, onClose }: { file: CaseView; onClose: () => void }) {
  const t = useTexts(reviewTexts);
  const reload = useReloadCase(file.id);
  const options = useOptions(assuranceWords);
  const [code, setCode] = useState<string | null>(null);
  const [text, setText] = useState('');
  return (
    <DecisionDialog
      opened
      onClose={onClose}
      title={t('askAssurance')}
      confirm={t('askAssurance')}
      valid={code !== null && text.trim() !== ''}
      onStale={reload}
      onConfirm={async () => {
        await api.post(`/v1/cases/${file.id}/assurances`, {
          version: file.version,
          body: { code, text: text.trim() },
        });
        await reload();
      }}
    >
      <Select label={t('which')} data={options} value={code} onChange={setCode} required data-autofocus />
      <Textarea
        label={t('text')}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        autosize
        minRows={3}
        required
      />
    </DecisionDialog>
  );
}

export function Matters({ file }: { file: CaseView }) {
  const t = useTexts(reviewTexts);
  const { locale } = useLocale();
  const kind = useWords(matterWords);
  const status = useWords(matterStatusWords);
  const title = useMatterTitle();
  const { may } = useSession();
  const [dialog, setDialog] = useState<'assurance' | 'transit' | Matter | null>(null);
  const mayAnswer = (one: Matter) =>
    may('case.write') &&
    one.closedAt === null &&
    (one.kind === 'ASSURANCE' ? file.side === 'RQ' : one.kind === 'TRANSIT' && one.side === file.side);
  return (
    <Stack gap="sm">
      {may('case.write') && file.state !== 'CLOSED' && (
        <Group gap="xs">
          {file.side === 'RD' ? (
            <Button size="xs" variant="default" onClick={() => setDialog('assurance')}>
              {t('askAssurance')}
            </Button>
          ) : (
            // Who takes the person home asks the states on the way.
            <Button size="xs" variant="default" onClick={() => setDialog('transit')}>
              {t('askTransit')}
            </Button>
          )}
        </Group>
      )}
      {file.matters.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('noMatters')}
        </Text>
      )}
      <ul className={styles['plain']}>
        {file.matters.map((one) => (
          <li key={one.id} className={styles['clock']}>
            <Group justify="space-between" wrap="wrap" gap="xs">
              <div style={{ flex: 1, minWidth: 220 }}>
                <Text size="sm" fw={600}>
                  {kind(one.kind)}
                </Text>
                <Text size="sm">{title(one)}</Text>
                <Text size="xs" c="dimmed">
                  {one.side} · {formatDateTime(locale, one.openedAt)}
                </Text>
              </div>
              <Group gap="xs">
                <Badge variant="default" tt="none">
                  {status(one.status)}
                </Badge>
                {mayAnswer(one) && (
                  <Button size="xs" variant="default" onClick={() => setDialog(one)}>
                    {t('answer')}
                  </Button>
                )}
              </Group>
            </Group>
          </li>
        ))}
      </ul>
      {dialog === 'assurance' && <AssuranceDialog file={file} onClose={() => setDialog(null)} />}
      {dialog === 'transit' && <TransitDialog file={file} onClose={() => setDialog(null)} />}
      {dialog !== null && typeof dialog === 'object' && (
        <AnswerDialog file={file} matter={dialog} onClose={() => setDialog(null)} />
      )}
    </Stack>
  );
}

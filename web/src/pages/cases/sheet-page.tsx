// The case on paper: everything that matters on a few sheets, looked at here before it is printed.
import { Anchor, Button, Skeleton, Stack, Table, Text, Title } from '@mantine/core';
import { IconArrowLeft, IconPrinter } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { CaseView } from '../../api/case-types.ts';
import { ApiProblem } from '../../api/problem.ts';
import { Page } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { caseDocumentWords } from '../../i18n/case-document-words.ts';
import { matterStatusWords, matterWords } from '../../i18n/case-matter-words.ts';
import { custodyWords, sideWords } from '../../i18n/case-words.ts';
import { formatDateTime } from '../../i18n/dates.ts';
import { useLocale, useTexts } from '../../i18n/texts.tsx';
import { useWords } from '../../i18n/words.ts';
import { NotFoundScreen } from '../../shell/faults.tsx';
import { useCase, useTimeline } from './case-data.ts';
import { CaseHeader } from './case-header.tsx';
import { caseTexts } from './case-texts.ts';
import styles from './cases.module.css';
import { clockTexts } from './clock-texts.ts';
import { Decisions, Offences } from './offences.tsx';
import { reviewTexts } from './review-texts.ts';
import { sheetTexts } from './sheet-texts.ts';
import { useEventTitle } from './timeline-tab.tsx';

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles['part']}>
      <Title order={2} size="h5" mb={4}>
        {title}
      </Title>
      {children}
    </section>
  );
}

function Rows({
  caption,
  heads,
  rows,
}: {
  caption: string;
  heads: readonly string[];
  rows: readonly (readonly string[])[];
}) {
  return (
    <Table verticalSpacing={3} aria-label={caption}>
      <Table.Thead>
        <Table.Tr>
          {heads.map((head) => (
            <Table.Th key={head} scope="col">
              {head}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((cells) => (
          <Table.Tr key={cells.join('|')}>
            {cells.map((cell, at) => (
              <Table.Td key={heads[at]}>{cell}</Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function History({ file }: { file: CaseView }) {
  const t = useTexts(sheetTexts);
  const { locale } = useLocale();
  const title = useEventTitle();
  const side = useWords(sideWords);
  const timeline = useTimeline(file.id);
  if (timeline.error) return <ProblemNote error={timeline.error} onRetry={() => void timeline.refetch()} />;
  if (!timeline.data) return <Skeleton h={160} />;
  return (
    <Rows
      caption={t('history')}
      heads={[t('no'), t('at'), t('what'), t('who')]}
      rows={timeline.data.map((one) => [
        String(one.seq),
        formatDateTime(locale, one.occurredAt),
        [title(one), one.documents.join(', ')].filter(Boolean).join(' · '),
        [one.actedBy, side(one.side), one.shared ? '' : t('own')].filter(Boolean).join(' · '),
      ])}
    />
  );
}

function Sheet({ file }: { file: CaseView }) {
  const t = useTexts(sheetTexts);
  const tCase = useTexts(caseTexts);
  const tReview = useTexts(reviewTexts);
  const clockWord = useWords(clockTexts);
  const custody = useWords(custodyWords);
  const document = useWords(caseDocumentWords);
  const kind = useWords(matterWords);
  const status = useWords(matterStatusWords);
  const side = useWords(sideWords);
  const { locale } = useLocale();
  const missing = file.checklist.filter(({ required, present }) => required && !present);
  return (
    <Stack gap="md" className={styles['sheet'] as string}>
      <CaseHeader file={file} />
      <Part title={tCase('clocks')}>
        <Rows
          caption={tCase('clocks')}
          heads={[t('clock'), t('from'), t('until'), t('state')]}
          rows={file.deadlines.map((clock) => [
            clock.text,
            formatDateTime(locale, clock.startedAt),
            formatDateTime(locale, clock.dueAt),
            clockWord(clock.status),
          ])}
        />
      </Part>
      <Part title={tReview('offences')}>
        <Offences file={file} />
      </Part>
      <Part title={tReview('decisions')}>
        <Decisions file={file} />
      </Part>
      {file.custodyRecords.length > 0 && (
        <Part title={tCase('custodyTab')}>
          <Rows
            caption={tCase('custodyTab')}
            heads={[t('at'), t('what'), t('who'), t('where')]}
            rows={file.custodyRecords.map((one) => [
              formatDateTime(locale, one.at),
              `${custody(one.from)} → ${custody(one.to)}`,
              `${one.actedBy} (${side(one.side)})`,
              one.facility ?? '',
            ])}
          />
          <Text size="sm">{t('credit', { count: file.custodyCreditDays })}</Text>
        </Part>
      )}
      {file.matters.length > 0 && (
        <Part title={tReview('matters')}>
          <Rows
            caption={tReview('matters')}
            heads={[t('at'), t('what'), t('state')]}
            rows={file.matters.map((one) => [
              formatDateTime(locale, one.openedAt),
              `${kind(one.kind)} (${side(one.side)})`,
              status(one.status),
            ])}
          />
        </Part>
      )}
      <Part title={tCase('checklist')}>
        <Text size="sm">
          {missing.length === 0
            ? t('complete')
            : t('lacks', { list: missing.map(({ code }) => `${code} ${document(code)}`).join('; ') })}
        </Text>
      </Part>
      <Part title={t('history')}>
        <History file={file} />
      </Part>
    </Stack>
  );
}

export function SheetPage() {
  const { caseId } = useParams({ strict: false }) as { caseId: string };
  const t = useTexts(sheetTexts);
  const tCase = useTexts(caseTexts);
  const { locale } = useLocale();
  const { data: file, error, refetch } = useCase(caseId);
  if (error instanceof ApiProblem && error.status === 404) return <NotFoundScreen />;
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />;
  if (!file) return <Skeleton h={400} aria-busy />;
  return (
    <Page
      title={file.caseNumber}
      lead={t('lead', { at: formatDateTime(locale, new Date().toISOString()) })}
      actions={
        <div className="no-print">
          <Anchor
            size="sm"
            mr="md"
            renderRoot={(props) => <Link to={`/cases/${caseId}` as string} {...props} />}
          >
            <IconArrowLeft size={14} aria-hidden /> {t('back')}
          </Anchor>
          <Button leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => window.print()}>
            {tCase('print')}
          </Button>
        </div>
      }
    >
      <Sheet file={file} />
    </Page>
  );
}

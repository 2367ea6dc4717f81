// One row of the audit log in full: who, what, about whom, why, and what was noted.
import { Code, Group, Modal, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { AuditRowDetail } from '../../../../server/features/audit/contract.ts';
import { api } from '../../api/client.ts';
import { Coded } from '../../components/coded.tsx';
import { Fact } from '../../components/fact.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { formatDateTime } from '../../i18n/dates.ts';
import { useLocale, useTexts } from '../../i18n/texts.tsx';
import { useWords } from '../../i18n/words.ts';
import { shellTexts } from '../../shell/shell-texts.ts';
import { auditTexts } from './audit-texts.ts';
import { eventWords } from './event-words/all.ts';
import { subjectWords } from './subject-words.ts';
import { useNames } from './use-names.ts';

/** The id itself stays readable: it is what the log proves. */
function Id({ children }: { children: string | null }) {
  return (
    children && (
      <Text size="xs" c="dimmed" ff="monospace">
        {children}
      </Text>
    )
  );
}

/** One row of the log in full. */
export function AuditRowDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useTexts(auditTexts);
  const outcome = useWords(auditTexts);
  const event = useWords(eventWords);
  const purpose = useWords(shellTexts);
  const subject = useWords(subjectWords);
  const { locale } = useLocale();
  const row = useQuery({
    queryKey: ['audit-row', id],
    queryFn: () => api.get<AuditRowDetail>(`/v1/audit/${id}`),
  });
  const name = useNames([row.data?.actorId, row.data?.subjectId, row.data?.agencyId]);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('row', { id })}
      size="lg"
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {row.error && <ProblemNote error={row.error} onRetry={() => void row.refetch()} />}
      {row.isPending && <Skeleton h={200} />}
      {row.data && (
        <Stack gap="sm">
          <Group gap="xl" align="flex-start">
            <Fact label={t('at')}>{formatDateTime(locale, row.data.at)}</Fact>
            <Fact label={t('type')}>
              <Coded words={event(row.data.type)} code={row.data.type} />
            </Fact>
            <Fact label={t('outcome')}>{outcome(row.data.outcome)}</Fact>
            <Fact label={t('ip')}>{row.data.ip ?? '–'}</Fact>
            <Fact label={t('seal')}>{row.data.sealNo ?? t('waits')}</Fact>
          </Group>
          <Fact label={t('actor')}>
            {row.data.actorId ? name(row.data.actorId) : subject(row.data.actorKind)}
            {row.data.agencyId && `, ${name(row.data.agencyId)}`}
            <Id>{row.data.actorId}</Id>
          </Fact>
          <Fact label={t('subject')}>
            {subject(row.data.subjectType)} {name(row.data.subjectId)}
            <Id>{row.data.subjectId}</Id>
          </Fact>
          <Fact label={t('purpose')}>
            {row.data.purposeCode
              ? `${row.data.purposeCode} ${purpose(row.data.purposeCode)} · ${row.data.purposeReference}`
              : '–'}
          </Fact>
          <Fact label={t('request')}>{row.data.requestId ?? '–'}</Fact>
          <div>
            <Text size="xs" c="dimmed">
              {t('data')}
            </Text>
            <Code block>{JSON.stringify(row.data.data, null, 2)}</Code>
          </div>
          {row.data.secretState !== 'NONE' && (
            <div>
              <Text size="xs" c="dimmed">
                {t('secret')}
              </Text>
              <Code block>{row.data.secretState === 'UNREADABLE' ? t('UNREADABLE') : row.data.secret}</Code>
            </div>
          )}
        </Stack>
      )}
    </Modal>
  );
}

// The chain over the log: checked from its first link to its last, and the links themselves.
import { Alert, Button, Code, List, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconLink, IconShieldCheck } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { z } from 'zod';
import type { SealView, verificationView } from '../../../../server/features/audit/contract.ts';
import { api } from '../../api/client.ts';
import { usePages } from '../../api/use-pages.ts';
import { DataTable } from '../../components/data-table.tsx';
import { Empty } from '../../components/empty.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { formatDateTime } from '../../i18n/dates.ts';
import { useLocale, useTexts } from '../../i18n/texts.tsx';
import { useWords } from '../../i18n/words.ts';
import { auditTexts } from './audit-texts.ts';
import { faultWords } from './fault-words.ts';

type Verification = z.output<typeof verificationView>;

function Finding({ result }: { result: Verification }) {
  const t = useTexts(auditTexts);
  const fault = useWords(faultWords);
  const { heads, gone } = result;
  return (
    <Alert
      role="status"
      color={result.sound ? 'pine' : 'red'}
      icon={result.sound ? <IconShieldCheck /> : <IconAlertTriangle />}
      title={result.sound ? t('sound') : t('broken', { count: result.faultCount })}
    >
      <Text size="sm">
        {t('verified', { seals: result.seals, sealed: result.sealed, unsealed: result.unsealed })}
      </Text>
      <Text size="sm">{heads.found ? t('heads', { count: heads.compared }) : t('noHeads')}</Text>
      {gone.months.length > 0 && (
        <Text size="sm">
          {t('gone', { rows: gone.rows, months: gone.months.map(({ month }) => month).join(', ') })}
        </Text>
      )}
      {result.faults.length > 0 && (
        <List size="sm" mt="xs">
          {result.faults.map((one) => (
            <List.Item key={`${one.kind} ${one.seal} ${one.row}`}>
              {fault(one.kind)} · {t('seal')} {one.seal ?? '–'} · {t('rowOf', { id: one.row ?? '–' })}
            </List.Item>
          ))}
        </List>
      )}
    </Alert>
  );
}

export function Chain() {
  const t = useTexts(auditTexts);
  const { locale } = useLocale();
  const seals = usePages<SealView>('audit-seals', '/v1/audit/seals');
  const verify = useMutation({ mutationFn: () => api.post<Verification>('/v1/audit/verify') });
  return (
    <Stack>
      <Button
        w="fit-content"
        leftSection={<IconShieldCheck size={16} aria-hidden />}
        loading={verify.isPending}
        onClick={() => verify.mutate()}
      >
        {t('verify')}
      </Button>
      {verify.isPending && (
        <Text size="sm" c="dimmed" role="status">
          {t('verifying')}
        </Text>
      )}
      {verify.error && <ProblemNote error={verify.error} />}
      {verify.data && <Finding result={verify.data} />}
      <DataTable
        {...seals}
        caption={t('chain')}
        rowId={({ no }) => String(no)}
        empty={<Empty icon={IconLink} title={t('none')} />}
        columns={[
          { id: 'no', header: t('no'), sortBy: (one) => one.no, cell: (one) => one.no },
          {
            id: 'at',
            header: t('sealedAt'),
            sortBy: (one) => one.sealedAt,
            cell: (one) => formatDateTime(locale, one.sealedAt),
          },
          { id: 'count', header: t('count'), align: 'right', cell: (one) => one.count },
          { id: 'hash', header: t('hash'), cell: (one) => <Code>{one.hash.slice(0, 24)}…</Code> },
        ]}
      />
    </Stack>
  );
}

// The officer's own result sheet, for the screen and for paper.
import { Badge, Text } from '@mantine/core';
import { IconCircleCheck, IconCircleX, IconSchool } from '@tabler/icons-react';
import type { SheetView } from '../../api/training-types.ts';
import { DataTable } from '../../components/data-table.tsx';
import { Empty } from '../../components/empty.tsx';
import { PrintFoot } from '../../components/print.tsx';
import { Section } from '../../components/section.tsx';
import { formatDateTime } from '../../i18n/dates.ts';
import { useLocale, useTexts } from '../../i18n/texts.tsx';
import { trainingTexts } from './training-texts.ts';

interface SheetProps {
  readonly sheet: SheetView | undefined;
  readonly error: unknown;
  onRetry(): void;
}

type Line = SheetView['lines'][number];

export function ResultSheet({ sheet, error, onRetry }: SheetProps) {
  const t = useTexts(trainingTexts);
  const { locale } = useLocale();
  const score = (attempt: Line['first'], { total }: Line) =>
    attempt ? t('score', { right: attempt.right, total, at: formatDateTime(locale, attempt.at) }) : '–';
  return (
    <Section title={t('sheet')}>
      {sheet && (
        <Text size="sm" mb="sm">
          {t('passed', { passed: sheet.passed, total: sheet.lines.length })}
        </Text>
      )}
      <DataTable
        caption={t('sheet')}
        rows={sheet?.lines}
        rowId={({ exercise }) => exercise}
        error={sheet ? undefined : error}
        onRetry={onRetry}
        empty={<Empty icon={IconSchool} title={t('open')} />}
        columns={[
          { id: 'exercise', header: t('exercise'), cell: ({ title }) => title },
          { id: 'first', header: t('first'), cell: (line) => score(line.first, line) },
          { id: 'last', header: t('last'), cell: (line) => score(line.last, line) },
          { id: 'attempts', header: t('attempts'), align: 'right', cell: ({ attempts }) => attempts },
          {
            id: 'result',
            header: t('result'),
            cell: ({ first, passed }) =>
              first === null ? (
                <Text size="sm" c="dimmed">
                  {t('open')}
                </Text>
              ) : (
                <Badge
                  tt="none"
                  maw="none"
                  variant="light"
                  color={passed ? 'pine' : 'gray'}
                  leftSection={passed ? <IconCircleCheck size={14} /> : <IconCircleX size={14} />}
                >
                  {t(passed ? 'isPassed' : 'notPassed')}
                </Badge>
              ),
          },
        ]}
      />
      <PrintFoot />
    </Section>
  );
}

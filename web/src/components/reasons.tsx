// Why a record was found: each reason with what was asked, what is stored, and how much it weighed, for or against.
import { Table, Text, VisuallyHidden } from '@mantine/core';
import type { MatchReason } from '../api/types.ts';
import { four } from '../i18n/four.ts';
import { formatNumber } from '../i18n/numbers.ts';
import { type TextTable, useLocale, useTexts } from '../i18n/texts.tsx';
import classes from './reasons.module.css';

const texts = {
  caption: four(
    'Дал келүүнүн себептери',
    'Основания совпадения',
    'Сәйкестік негіздері',
    'Reasons of the match',
  ),
  reason: four('Себеп', 'Основание', 'Негіз', 'Reason'),
  weight: four('Салмагы', 'Вес', 'Салмағы', 'Weight'),
  for: four('Пайдасына', 'За', 'Пайдасына', 'For'),
  against: four('Каршы', 'Против', 'Қарсы', 'Against'),
} satisfies TextTable;

/** Log-odds at which a bar is full. */
const FULL = 6;

function Weight({ contribution }: { contribution: number }) {
  const t = useTexts(texts);
  const share = Math.min(Math.abs(contribution) / FULL, 1) * 50;
  const isFor = contribution >= 0;
  return (
    <svg
      className={classes['bar']}
      viewBox="0 0 100 8"
      preserveAspectRatio="none"
      role="img"
      aria-label={t(isFor ? 'for' : 'against')}
    >
      <line x1="50" x2="50" y1="0" y2="8" className={classes['axis']} />
      <rect
        x={isFor ? 50 : 50 - share}
        y="1.5"
        width={share}
        height="5"
        className={classes[isFor ? 'for' : 'against']}
      />
    </svg>
  );
}

export function Reasons({ reasons }: { reasons: readonly MatchReason[] }) {
  const t = useTexts(texts);
  const { locale } = useLocale();
  return (
    <Table verticalSpacing={5} horizontalSpacing={8} withRowBorders={false} highlightOnHover={false}>
      <Table.Caption>
        <VisuallyHidden>{t('caption')}</VisuallyHidden>
      </Table.Caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Th fz="xs" c="dimmed" fw={500}>
            {t('reason')}
          </Table.Th>
          <Table.Th fz="xs" c="dimmed" fw={500} ta="right" colSpan={2}>
            {t('weight')}
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {reasons.map((reason, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: reasons have no name of their own and never move
          <Table.Tr key={index}>
            <Table.Td>
              <Text size="sm">{reason.text}</Text>
            </Table.Td>
            <Table.Td w={110}>
              <Weight contribution={reason.contribution} />
            </Table.Td>
            <Table.Td w={64} ta="right" className={classes['number']}>
              {`${reason.contribution >= 0 ? '+' : '−'}${formatNumber(locale, Math.abs(reason.contribution), 2)}`}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

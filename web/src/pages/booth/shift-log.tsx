// What was checked here since this officer began, the newest first.
import { Group, ScrollArea, Table, Text, Title } from '@mantine/core';
import { formatTime } from '../../i18n/dates.ts';
import { useTexts } from '../../i18n/texts.tsx';
import { boothTexts } from './booth-texts.ts';
import { useShift } from './shift.ts';
import { Sign } from './signs.tsx';
import { verdictTexts } from './verdict-texts.ts';

export function ShiftLog() {
  const t = useTexts(boothTexts);
  const word = useTexts(verdictTexts);
  const entries = useShift();
  return (
    <section aria-labelledby="shift-title">
      <Group justify="space-between" align="baseline" mb="xs">
        <Title order={2} size="h5" id="shift-title">
          {t('shift')}
          {entries.length > 0 && ` · ${entries.length}`}
        </Title>
        <Text size="xs" c="dimmed">
          {t('shiftNote')}
        </Text>
      </Group>
      {entries.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('shiftEmpty')}
        </Text>
      ) : (
        <ScrollArea.Autosize mah={260} viewportProps={{ tabIndex: 0, 'aria-labelledby': 'shift-title' }}>
          <Table layout="fixed">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('time')}</Table.Th>
                <Table.Th>{t('result')}</Table.Th>
                <Table.Th>{t('reference')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {entries.map(({ at, reference, outcome }) => (
                <Table.Tr key={`${at} ${reference}`}>
                  <Table.Td>{formatTime(at, true)}</Table.Td>
                  <Table.Td>
                    <Group gap={8} wrap="nowrap">
                      <svg width="18" height="18" aria-hidden>
                        <Sign outcome={outcome} />
                      </svg>
                      {word(outcome)}
                    </Group>
                  </Table.Td>
                  <Table.Td ff="monospace">{reference ?? '–'}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </ScrollArea.Autosize>
      )}
    </section>
  );
}

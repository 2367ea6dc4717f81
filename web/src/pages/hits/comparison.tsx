// The traveller beside the record, line by line, so that a human eye decides.
import { Table, Text } from '@mantine/core';
import type { HitView } from '../../api/types.ts';
import { useTexts } from '../../i18n/texts.tsx';
import { useRows } from './comparison-rows.tsx';
import { hitsTexts } from './hits-texts.ts';

export function Comparison({ hit }: { hit: HitView }) {
  const t = useTexts(hitsTexts);
  const rows = useRows(hit);
  return (
    <Table.ScrollContainer minWidth={560}>
      <Table layout="fixed" highlightOnHover={false} verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Td w="18%" />
            <Table.Th scope="col" w="36%">
              {t('traveller')}
            </Table.Th>
            <Table.Th scope="col">
              {t('record')}
              {hit.record && (
                <Text component="span" size="xs" c="dimmed" fw={400}>
                  {' '}
                  {hit.record.registryNumber}
                </Text>
              )}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ label, traveller, record }) => (
            <Table.Tr key={label}>
              <Table.Th scope="row" fw={500} c="dimmed" fz="sm" style={{ verticalAlign: 'top' }}>
                {label}
              </Table.Th>
              <Table.Td style={{ verticalAlign: 'top' }}>{traveller}</Table.Td>
              <Table.Td style={{ verticalAlign: 'top' }}>{record}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

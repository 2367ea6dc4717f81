// Two versions of a rule that is data, line by line: what is in force beside what was chosen.
import { Table, Text, VisuallyHidden } from '@mantine/core';
import { useTexts } from '../../i18n/texts.tsx';
import { lawTexts } from './law-texts.ts';
import { differencesOf } from './versions.ts';

export function VersionDifferences({
  current,
  chosen,
}: {
  current: { readonly version: number; readonly settings: unknown };
  chosen: { readonly version: number; readonly settings: unknown };
}) {
  const t = useTexts(lawTexts);
  const rows = differencesOf(current.settings, chosen.settings);
  if (rows.length === 0)
    return (
      <Text size="sm" role="status">
        {t('sameSettings')}
      </Text>
    );
  return (
    <Table.ScrollContainer minWidth={520}>
      <Table verticalSpacing={4} fz="sm" layout="fixed">
        <Table.Caption>
          <VisuallyHidden>{t('differences')}</VisuallyHidden>
        </Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('rule')}</Table.Th>
            <Table.Th scope="col">{t('inForceVersion', { version: current.version })}</Table.Th>
            <Table.Th scope="col">{t('chosenVersion', { version: chosen.version })}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ path, before, after }) => (
            <Table.Tr key={path}>
              <Table.Th scope="row" fw={500} style={{ overflowWrap: 'anywhere' }}>
                {path}
              </Table.Th>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>{before ?? '–'}</Table.Td>
              <Table.Td fw={650} style={{ overflowWrap: 'anywhere' }}>
                {after ?? '–'}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

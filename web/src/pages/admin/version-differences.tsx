// Two versions of a rule that is data, line by line: what is in force beside what was chosen.
import { Table, Text, VisuallyHidden } from '@mantine/core';
import { type TextTable, useTexts } from '../../i18n/texts.tsx';
import { useWords } from '../../i18n/words.ts';
import { lawTexts } from './law-texts.ts';
import { differencesOf } from './versions.ts';

/** Each step by its name; where only the whole way has one (`birth.equal`), by that. */
function saidOf(path: string, member: (name: string) => string): string {
  const steps = path.split(' › ');
  return steps
    .map((step, at) => {
      const whole = steps.slice(0, at + 1).join('.');
      const said = member(whole);
      return said === whole ? member(step) : said;
    })
    .join(' › ');
}

export function VersionDifferences({
  current,
  chosen,
  words,
}: {
  current: { readonly version: number; readonly settings: unknown };
  chosen: { readonly version: number; readonly settings: unknown };
  /** What the members are called. */
  words: TextTable;
}) {
  const t = useTexts(lawTexts);
  const member = useWords(words);
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
                {saidOf(path, member)}
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

// One table of a report: its counting unit above, its numbers, a picture of one column, and how everything was counted.
import { Accordion, Grid, Table, Text, VisuallyHidden } from '@mantine/core';
import type { ReportView } from '../../../../server/features/reports/contract.ts';
import { Bars } from '../../components/charts.tsx';
import { Section } from '../../components/section.tsx';
import { useTexts } from '../../i18n/texts.tsx';
import { reportTexts } from './report-texts.ts';

type ReportTableView = ReportView['tables'][number];

/** Numbers that are not shown have no bar: their length would say what the text keeps back. */
function Picture({ table }: { table: ReportTableView }) {
  const { chart, rows, columns, rowHead, title } = table;
  if (chart === null) return null;
  const points = rows.flatMap(({ key, label, cells }) => {
    const cell = cells[chart];
    return key === 'TOTAL' || !cell || cell.value === null || cell.value === 0
      ? []
      : [{ label, value: cell.value, text: cell.text }];
  });
  const head = columns[chart]?.title ?? '';
  if (points.length === 0) return null;
  return (
    <Grid.Col span={{ base: 12, lg: 4 }}>
      <Text size="sm" fw={600} mb="xs">
        {head}
      </Text>
      <Bars title={`${title}: ${head}`} points={points} heads={[rowHead, head]} />
    </Grid.Col>
  );
}

export function ReportTable({ table }: { table: ReportTableView }) {
  const t = useTexts(reportTexts);
  const { id, title, note, rowHead, columns, rows, definitions } = table;
  return (
    <Section title={title}>
      <Text size="xs" c="dimmed" mb="sm">
        {note}
      </Text>
      {rows.length === 0 && <Text size="sm">{t('empty')}</Text>}
      {rows.length > 0 && (
        <Grid gap="xl">
          <Grid.Col span={{ base: 12, lg: 8 }}>
            <Table.ScrollContainer minWidth={520} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
              <Table verticalSpacing={5} style={{ fontVariantNumeric: 'tabular-nums' }}>
                <Table.Caption>
                  <VisuallyHidden>{title}</VisuallyHidden>
                </Table.Caption>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th scope="col">{rowHead}</Table.Th>
                    {columns.map((column) => (
                      <Table.Th key={column.title} scope="col" ta="right">
                        {column.title}
                      </Table.Th>
                    ))}
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {rows.map(({ key, label, cells }) => (
                    <Table.Tr key={key}>
                      <Table.Th scope="row" fw={key === 'TOTAL' ? 700 : 500}>
                        {label}
                      </Table.Th>
                      {columns.map(({ title: head }, at) => (
                        <Table.Td
                          key={head}
                          ta="right"
                          fw={key === 'TOTAL' ? 700 : undefined}
                          c={cells[at]?.mark === 'SHOWN' ? undefined : 'dimmed'}
                        >
                          {cells[at]?.text}
                        </Table.Td>
                      ))}
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
          </Grid.Col>
          <Picture table={table} />
        </Grid>
      )}
      <Accordion variant="default" chevronPosition="left" mt="sm" order={3}>
        <Accordion.Item value={id}>
          <Accordion.Control>{t('definitions')}</Accordion.Control>
          <Accordion.Panel>
            {definitions.map(({ name, rule }) => (
              <Text key={name} size="sm" mb={4}>
                <b>{name}</b> — {rule}
              </Text>
            ))}
          </Accordion.Panel>
        </Accordion.Item>
      </Accordion>
    </Section>
  );
}

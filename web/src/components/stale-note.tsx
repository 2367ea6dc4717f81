// Somebody else changed the record meanwhile: what is stored now beside what was typed here, which stays.
import { Alert, Button, Group, Stack, Table, Text } from '@mantine/core';
import { IconGitCompare } from '@tabler/icons-react';
import { four } from '../i18n/four.ts';
import { type TextTable, useTexts } from '../i18n/texts.tsx';

const texts = {
  title: four(
    'Бул жазууну башка бирөө өзгөрттү',
    'Запись тем временем изменил другой сотрудник',
    'Бұл жазбаны басқа біреу өзгертті',
    'Somebody else has changed this record meanwhile',
  ),
  kept: four(
    'Сиз жазгандар жоголгон жок. Салыштырып, чечиңиз.',
    'Введённое вами не потеряно. Сравните и решите.',
    'Сіз жазғаныңыз жоғалған жоқ. Салыстырып, шешіңіз.',
    'What you typed is not lost. Compare and decide.',
  ),
  field: four('Талаа', 'Поле', 'Өріс', 'Field'),
  stored: four('Азыр сакталганы', 'Сохранено сейчас', 'Қазір сақталғаны', 'Stored now'),
  typed: four('Сиз жазганыңыз', 'Введено вами', 'Сіз жазғаныңыз', 'Typed by you'),
  same: four(
    'Өзгөртүү сиз жазган талааларга тийбейт.',
    'Изменение не касается ваших полей.',
    'Өзгеріс сіздің өрістеріңізге қатысты емес.',
    'The change does not touch your fields.',
  ),
  mine: four('Меникин сактоо', 'Сохранить мой вариант', 'Менікін сақтау', 'Save mine'),
  theirs: four('Сакталганын алуу', 'Взять сохранённое', 'Сақталғанын алу', 'Take what is stored'),
} satisfies TextTable;

export interface StaleField {
  readonly label: string;
  readonly stored: string;
  readonly typed: string;
}

export function StaleNote({
  fields,
  onMine,
  onTheirs,
  isSaving = false,
}: {
  /** Those that differ. */
  fields: readonly StaleField[];
  onMine(): void;
  onTheirs(): void;
  isSaving?: boolean;
}) {
  const t = useTexts(texts);
  return (
    <Alert icon={<IconGitCompare />} color="gray" role="alert" title={t('title')}>
      <Stack gap="sm">
        <Text size="sm">{t(fields.length > 0 ? 'kept' : 'same')}</Text>
        {fields.length > 0 && (
          <Table verticalSpacing={4}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('field')}</Table.Th>
                <Table.Th>{t('stored')}</Table.Th>
                <Table.Th>{t('typed')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {fields.map(({ label, stored, typed }) => (
                <Table.Tr key={label}>
                  <Table.Th scope="row" fw={500}>
                    {label}
                  </Table.Th>
                  <Table.Td>{stored || '—'}</Table.Td>
                  <Table.Td fw={600}>{typed || '—'}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
        <Group gap="xs">
          <Button size="xs" onClick={onMine} loading={isSaving}>
            {t('mine')}
          </Button>
          <Button size="xs" variant="default" onClick={onTheirs}>
            {t('theirs')}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}

// What the columns of a table mean, proposed by their words and set right by people.
import { Button, Checkbox, Group, Select, SimpleGrid, Stack, Table } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import type { ImportDetail } from '../../api/interchange-types.ts';
import { ProblemNote } from '../../components/problem-note.tsx';
import { Section } from '../../components/section.tsx';
import { alertTypeWords } from '../../i18n/alert-words.ts';
import { useTexts } from '../../i18n/texts.tsx';
import { fieldTexts } from './field-texts.ts';
import { importsTexts } from './imports-texts.ts';

const LANGUAGES = ['ru', 'ky', 'kk', 'en'] as const;
const NOTHING = '-';

export function ImportColumns({ one }: { one: ImportDetail }) {
  const t = useTexts(importsTexts);
  const field = useTexts(fieldTexts);
  const type = useTexts(alertTypeWords);
  const cache = useQueryClient();
  const [mapping, setMapping] = useState<Record<string, string>>({ ...one.mapping });
  const [language, setLanguage] = useState(one.options.language);
  const [alertType, setAlertType] = useState<string | null>(one.options.alertType ?? null);
  const [remember, setRemember] = useState(false);
  const save = useMutation({
    mutationFn: () =>
      api.put<ImportDetail>(`/v1/imports/${one.id}/mapping`, {
        version: one.version,
        body: { mapping, remember, options: { language, ...(alertType && { alertType }) } },
      }),
    onSuccess: async (next) => {
      cache.setQueryData(['import', one.id], next);
      await cache.invalidateQueries({ queryKey: ['import-preview', one.id] });
    },
  });
  const mean = (column: string, value: string | null) => {
    const { [column]: _, ...rest } = mapping;
    setMapping(value && value !== NOTHING ? { ...rest, [column]: value } : rest);
  };
  const meanings = [
    { value: NOTHING, label: t('ignored') },
    ...one.fields.map((value) => ({ value, label: field(value) })),
  ];
  return (
    <Section title={t('columns')}>
      <Stack>
        {one.columns.length > 0 && (
          <Table maw={720} captionSide="top">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('column')}</Table.Th>
                <Table.Th w={340}>{t('meaning')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {one.columns.map((column) => (
                <Table.Tr key={column}>
                  <Table.Td>{column}</Table.Td>
                  <Table.Td>
                    <Select
                      aria-label={`${t('meaning')}: ${column}`}
                      size="xs"
                      data={meanings}
                      value={mapping[column] ?? NOTHING}
                      onChange={(value) => mean(column, value)}
                      allowDeselect={false}
                      searchable
                    />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
        <SimpleGrid cols={{ base: 1, sm: 2 }} maw={720}>
          <Select
            label={t('language')}
            data={LANGUAGES.map((value) => ({ value, label: t(value) }))}
            value={language}
            onChange={(value) => setLanguage(value ?? 'ru')}
            allowDeselect={false}
          />
          {one.kind === 'ALERTS' && (
            <Select
              label={t('alertType')}
              data={Object.keys(alertTypeWords).map((value) => ({
                value,
                label: type(value as keyof typeof alertTypeWords),
              }))}
              value={alertType}
              onChange={setAlertType}
              clearable
            />
          )}
        </SimpleGrid>
        {one.columns.length > 0 && (
          <Checkbox
            label={t('remember')}
            checked={remember}
            onChange={({ currentTarget }) => setRemember(currentTarget.checked)}
          />
        )}
        {save.error && <ProblemNote error={save.error} />}
        <Group>
          <Button variant="default" loading={save.isPending} onClick={() => save.mutate()}>
            {t('saveColumns')}
          </Button>
        </Group>
      </Stack>
    </Section>
  );
}

// A person is chosen by registry number or by name; only records that are open to the reader are found.
import { Button, Group, Input, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api/client.ts';
import type { PersonPage, SearchAnswer } from '../api/registry-types.ts';
import { isRegistryNumber } from '../i18n/registry-number.ts';
import { useTexts } from '../i18n/texts.tsx';
import { useShownDate } from '../i18n/use-shown-date.ts';
import { PersonName } from './person-name.tsx';
import { pickerTexts } from './picker-texts.ts';
import { ProblemNote } from './problem-note.tsx';

export interface PickedPerson {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly births: readonly string[];
}

const SHOWN = 8;

async function find(text: string): Promise<PickedPerson[]> {
  if (isRegistryNumber(text)) {
    const { items } = await api.get<PersonPage>('/v1/persons', { query: { registryNumber: text } });
    return items.map(({ id, registryNumber, names, births }) => ({
      ...{ id, births, number: registryNumber, name: names[0]?.full ?? registryNumber },
    }));
  }
  const { items } = await api.post<SearchAnswer>('/v1/search/persons', {
    body: { name: text, limit: SHOWN },
    purposeInBody: true,
  });
  return items.map(({ personId, registryNumber, matchedName, names, births }) => ({
    ...{ id: personId, births, number: registryNumber },
    name: (matchedName ?? names[0])?.full ?? registryNumber,
  }));
}

function Line({ person }: { person: PickedPerson }) {
  const date = useShownDate();
  return (
    <>
      <PersonName name={{ full: person.name }} fw={600} />{' '}
      <Text component="span" size="sm" c="dimmed">
        {[...person.births.map(date), person.number].join(' · ')}
      </Text>
    </>
  );
}

export function PersonPicker({
  value,
  onChange,
  required = false,
}: {
  value: PickedPerson | null;
  onChange(person: PickedPerson | null): void;
  required?: boolean;
}) {
  const t = useTexts(pickerTexts);
  const [text, setText] = useState('');
  const search = useMutation({
    mutationFn: () => find(text.trim()),
    onSuccess: (found) => onChange(found.length === 1 ? (found[0] ?? null) : null),
  });
  if (value && (search.data?.length ?? 0) <= 1)
    return (
      <Input.Wrapper label={t('label')} labelElement="div" required={required}>
        <Group justify="space-between" wrap="nowrap">
          <Text size="sm" role="status">
            <Line person={value} />
          </Text>
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => {
              search.reset();
              onChange(null);
            }}
          >
            {t('change')}
          </Button>
        </Group>
      </Input.Wrapper>
    );
  const start = () => {
    if (text.trim() !== '') search.mutate();
  };
  return (
    <Stack gap="xs">
      <Group align="flex-end" gap="xs" wrap="nowrap">
        <TextInput
          flex={1}
          label={t('label')}
          description={t('help')}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            // Enter searches here and does not send what stands around it.
            event.preventDefault();
            start();
          }}
          maxLength={300}
          autoComplete="off"
          spellCheck={false}
          required={required}
        />
        <Button variant="default" onClick={start} loading={search.isPending} disabled={text.trim() === ''}>
          {t('search')}
        </Button>
      </Group>
      {search.error && <ProblemNote error={search.error} />}
      {search.data?.length === 0 && (
        <Text size="sm" role="status">
          {t('none')}
        </Text>
      )}
      {search.data && search.data.length > 1 && (
        <Radio.Group
          label={t('found')}
          value={value?.id ?? ''}
          onChange={(id) => onChange(search.data.find((one) => one.id === id) ?? null)}
        >
          <Stack gap={6} mt={4}>
            {search.data.map((person) => (
              <Radio key={person.id} value={person.id} label={<Line person={person} />} />
            ))}
          </Stack>
        </Radio.Group>
      )}
    </Stack>
  );
}

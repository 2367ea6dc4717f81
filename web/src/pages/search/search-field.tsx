// The one field: names are offered while it is typed in, a registry number opens the record.
import { Autocomplete, Button, Group, Text } from '@mantine/core';
import { useDebouncedValue, useHotkeys } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type FormEvent, type Ref, useState } from 'react';
import { api } from '../../api/client.ts';
import type { SuggestionAnswer } from '../../api/registry-types.ts';
import { langOf } from '../../components/person-name.tsx';
import { useTexts } from '../../i18n/texts.tsx';
import { useSession } from '../../session/session.tsx';
import { searchTexts } from './search-texts.ts';

const LETTERS = /\p{L}{2}/u;

/** Nobody is asked for a purpose at every key: without one nothing is offered yet. */
function useSuggestions(text: string) {
  const { purpose } = useSession();
  const [typed] = useDebouncedValue(text, 200);
  const { data } = useQuery({
    queryKey: ['suggestions', typed],
    queryFn: ({ signal }) =>
      api.post<SuggestionAnswer>('/v1/search/suggestions', {
        body: { text: typed.trim() },
        purposeInBody: true,
        signal,
      }),
    enabled: purpose !== undefined && LETTERS.test(typed) && typed.length <= 100,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    retry: false,
  });
  return data?.items ?? [];
}

export function SearchField({
  value,
  onChange,
  onSearch,
  onDown,
  inputRef,
}: {
  value: string;
  onChange(value: string): void;
  onSearch(name: string): void;
  /** The arrow key leads from the field to the results. */
  onDown(): void;
  inputRef: Ref<HTMLInputElement>;
}) {
  const t = useTexts(searchTexts);
  // Offered while it is typed, and by nothing else: the arrow key leads to the results.
  // Names are offered while somebody types, and by nothing else: the arrow key leads to the results.
  const [open, setOpen] = useState(false);
  const items = useSuggestions(value);
  const focus = () => (inputRef as { current: HTMLInputElement | null }).current?.focus();
  useHotkeys([['/', focus]]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setOpen(false);
    onSearch(value);
  };
  return (
    <search>
      <form onSubmit={submit}>
        <Group gap="sm" wrap="nowrap" align="flex-end">
          <Autocomplete
            ref={inputRef}
            label={t('field')}
            size="md"
            flex={1}
            value={value}
            onChange={(text) => {
              setOpen(true);
              onChange(text);
            }}
            onOptionSubmit={onSearch}
            data={[...new Set(items.map(({ name }) => name))]}
            filter={({ options }) => options}
            renderOption={({ option }) => (
              <Group justify="space-between" w="100%" wrap="nowrap">
                <bdi lang={langOf({ full: option.value })}>{option.value}</bdi>
                <Text size="xs" c="dimmed">
                  {items.find(({ name }) => name === option.value)?.persons}
                </Text>
              </Group>
            )}
            dropdownOpened={open && items.length > 0}
            onDropdownClose={() => setOpen(false)}
            onBlur={() => setOpen(false)}
            onKeyDown={(event) => {
              if (event.key !== 'ArrowDown' || (open && items.length > 0)) return;
              event.preventDefault();
              onDown();
            }}
            leftSection={<IconSearch size={20} aria-hidden />}
            maxLength={300}
            autoComplete="off"
            spellCheck={false}
            data-autofocus
          />
          <Button type="submit" size="md">
            {t('go')}
          </Button>
        </Group>
      </form>
    </search>
  );
}

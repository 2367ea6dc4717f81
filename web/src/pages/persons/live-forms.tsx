// What the name engine makes of a name while it is written: spellings in other scripts, and what looks odd.
import { Group, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconBulb } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { langOf } from '../../components/person-name.tsx';
import { useTexts } from '../../i18n/texts.tsx';
import type { PartValues } from './part-values.ts';
import { personTexts } from './persons-texts.ts';

interface Forms {
  readonly cyrillic: readonly string[];
  readonly latin: readonly string[];
  readonly hints: readonly { readonly code: string; readonly text: string }[];
}

export function LiveForms({ name }: { name: PartValues }) {
  const t = useTexts(personTexts);
  const { family = '', given = '', patronymic = '', full = '' } = name as Record<string, string | undefined>;
  const [asked] = useDebouncedValue(JSON.stringify({ family, given, patronymic, full }), 300);
  const { data } = useQuery({
    queryKey: ['name-forms', asked],
    queryFn: ({ signal }) => api.post<Forms>('/v1/search/name-forms', { body: JSON.parse(asked), signal }),
    enabled: /\p{L}{2}/u.test(`${family} ${given} ${full}`),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  if (!data) return null;
  const forms = [...data.cyrillic.slice(0, 3), ...data.latin.slice(0, 5)];
  return (
    <div aria-live="polite">
      {forms.length > 0 && (
        <Text size="xs" c="dimmed">
          {t('foundAs')}{' '}
          {forms.map((form, index) => (
            <span key={form}>
              {index > 0 && ' · '}
              <bdi lang={langOf({ full: form })}>{form}</bdi>
            </span>
          ))}
        </Text>
      )}
      {data.hints.map(({ code, text }) => (
        <Group key={code} gap={5} wrap="nowrap">
          <IconBulb size={14} aria-hidden />
          <Text size="xs">{text}</Text>
        </Group>
      ))}
    </div>
  );
}

// Numbers that the same search has in other systems.
import { ActionIcon, Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useOptions } from '../../components/fields.ts';
import { channelWords } from '../../i18n/alert-words.ts';
import { useTexts } from '../../i18n/texts.tsx';
import type { AlertFormProps } from './alert-values.ts';
import { alertTexts } from './alerts-texts.ts';
import { placeOf } from './field-place.ts';

export function ExternalRefs({ values, set }: AlertFormProps) {
  const t = useTexts(alertTexts);
  const channels = useOptions(channelWords);
  const refs = values.externalRefs;
  const change = (index: number, next: Partial<(typeof refs)[number]>) =>
    set({ externalRefs: refs.map((ref, at) => (at === index ? { ...ref, ...next } : ref)) });
  return (
    <Stack gap="xs" id={placeOf('externalRefs')}>
      <Group justify="space-between">
        <Text size="sm" fw={500}>
          {t('externalRefs')}
        </Text>
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<IconPlus size={14} />}
          aria-label={`${t('add')}: ${t('externalRefs')}`}
          onClick={() => set({ externalRefs: [...refs, { channel: 'INTERPOL_RED', number: '' }] })}
        >
          {t('add')}
        </Button>
      </Group>
      {refs.map(({ channel, number }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are changed in place
        <Group key={index} align="flex-end" wrap="nowrap">
          <Select
            label={t('channel')}
            data={channels}
            value={channel}
            onChange={(next) => change(index, { channel: next ?? 'NATIONAL' })}
            allowDeselect={false}
            w={280}
          />
          <TextInput
            label={t('number')}
            value={number}
            onChange={({ currentTarget }) => change(index, { number: currentTarget.value })}
            maxLength={60}
            flex={1}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={t('remove')}
            onClick={() => set({ externalRefs: refs.filter((_, at) => at !== index) })}
          >
            <IconTrash size={16} />
          </ActionIcon>
        </Group>
      ))}
    </Stack>
  );
}

// The offences of an alert: the article chosen from the code, its text word for word, role, time, place, damage.
import { ActionIcon, Button, Checkbox, Group, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { DayInput } from '../../components/day-input.tsx';
import { useOptions } from '../../components/fields.ts';
import { offenceRoleWords } from '../../i18n/alert-words.ts';
import { useTexts } from '../../i18n/texts.tsx';
import type { AlertFormProps, OffenceValues } from './alert-values.ts';
import classes from './alerts.module.css';
import { alertTexts } from './alerts-texts.ts';
import { placeOf } from './field-place.ts';
import { useOffenceCodes, useOffenceName } from './offence-codes.ts';

const NEW: OffenceValues = {
  offenceCodeId: '',
  role: 'PERPETRATOR',
  periodFrom: '',
  periodTo: '',
  place: '',
  damageAmount: '',
  damageCurrency: '',
  attempt: false,
  articleText: '',
};

function Offence({
  offence,
  onChange,
  onRemove,
}: {
  offence: OffenceValues;
  onChange(change: Partial<OffenceValues>): void;
  onRemove(): void;
}) {
  const t = useTexts(alertTexts);
  const codes = useOffenceCodes() ?? [];
  const name = useOffenceName();
  const roles = useOptions(offenceRoleWords);
  const isUnverified = codes.find(({ id }) => id === offence.offenceCodeId)?.verifiedBy === null;
  return (
    <Stack gap="xs" className={classes['item'] as string}>
      <Group align="flex-end" wrap="nowrap">
        <Select
          label={t('offenceCode')}
          data={codes.map(({ id }) => ({ value: id, label: name(id) }))}
          value={offence.offenceCodeId === '' ? null : offence.offenceCodeId}
          onChange={(id) => onChange({ offenceCodeId: id ?? '' })}
          description={isUnverified ? t('noVerify') : undefined}
          searchable
          flex={1}
        />
        <Select
          label={t('role')}
          data={roles}
          value={offence.role}
          onChange={(role) => onChange({ role: role ?? 'PERPETRATOR' })}
          allowDeselect={false}
          w={170}
        />
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('remove')} onClick={onRemove}>
          <IconTrash size={16} />
        </ActionIcon>
      </Group>
      <Textarea
        label={t('articleText')}
        value={offence.articleText}
        onChange={({ currentTarget }) => onChange({ articleText: currentTarget.value })}
        autosize
        minRows={2}
        maxLength={10_000}
      />
      <Group grow align="flex-end">
        <DayInput
          label={t('periodFrom')}
          value={offence.periodFrom}
          onChange={(periodFrom) => onChange({ periodFrom })}
        />
        <DayInput
          label={t('periodTo')}
          value={offence.periodTo}
          onChange={(periodTo) => onChange({ periodTo })}
        />
        <TextInput
          label={t('place')}
          value={offence.place}
          onChange={({ currentTarget }) => onChange({ place: currentTarget.value })}
          maxLength={300}
        />
      </Group>
      <Group align="flex-end">
        <TextInput
          label={t('damageAmount')}
          value={offence.damageAmount}
          onChange={({ currentTarget }) =>
            onChange({ damageAmount: currentTarget.value.replace(/[^\d.]/g, '') })
          }
          inputMode="decimal"
          w={170}
        />
        <TextInput
          label={t('damageCurrency')}
          value={offence.damageCurrency}
          onChange={({ currentTarget }) =>
            onChange({ damageCurrency: currentTarget.value.toUpperCase().replace(/[^A-Z]/g, '') })
          }
          maxLength={3}
          w={90}
        />
        <Checkbox
          mb={8}
          label={t('attempt')}
          checked={offence.attempt}
          onChange={({ currentTarget }) => onChange({ attempt: currentTarget.checked })}
        />
      </Group>
    </Stack>
  );
}

export function OffenceFields({ values, set }: AlertFormProps) {
  const t = useTexts(alertTexts);
  const { offences } = values;
  return (
    <Stack gap="xs" id={placeOf('offences')}>
      <Group justify="space-between">
        <Text size="sm" fw={500}>
          {t('offences')}
        </Text>
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<IconPlus size={14} />}
          aria-label={`${t('add')}: ${t('offences')}`}
          onClick={() => set({ offences: [...offences, NEW] })}
        >
          {t('add')}
        </Button>
      </Group>
      {offences.map((offence, index) => (
        <Offence
          // biome-ignore lint/suspicious/noArrayIndexKey: rows are changed in place
          key={index}
          offence={offence}
          onChange={(change) =>
            set({ offences: offences.map((one, at) => (at === index ? { ...one, ...change } : one)) })
          }
          onRemove={() => set({ offences: offences.filter((_, at) => at !== index) })}
        />
      ))}
    </Stack>
  );
}

// The fields of an asset: what and where it is, whose, by which numbers it is known, what it is worth.
import { ActionIcon, Button, Group, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { CountrySelect } from '../../components/country.tsx';
import { DayInput } from '../../components/day-input.tsx';
import { assetTypeWords, identifierWords, valuationWords } from '../../i18n/asset-words.ts';
import { useTexts } from '../../i18n/texts.tsx';
import { useOptions } from '../cases/step-fields.tsx';
import { assetTexts } from './asset-texts.ts';
import type { AssetValues } from './asset-values.ts';
import { CURRENCIES } from './currencies.ts';

type Word = {
  [Name in keyof AssetValues]: AssetValues[Name] extends string ? Name : never;
}[keyof AssetValues];

interface AssetFieldsProps {
  readonly values: AssetValues;
  onChange(change: (now: AssetValues) => AssetValues): void;
}

function Identifiers({ values, onChange }: AssetFieldsProps) {
  const t = useTexts(assetTexts);
  const kinds = useOptions(identifierWords);
  const set = (at: number, change: Partial<AssetValues['identifiers'][number]>) =>
    onChange((now) => ({
      ...now,
      identifiers: now.identifiers.map((one, index) => (index === at ? { ...one, ...change } : one)),
    }));
  return (
    <Stack gap="xs">
      {values.identifiers.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place, nothing else tells two empty ones apart
        <Group key={at} align="flex-end" wrap="nowrap" gap="xs">
          <Select
            label={t('identifierKind')}
            data={kinds}
            value={one.kind}
            onChange={(kind) => kind && set(at, { kind })}
            allowDeselect={false}
            w={190}
          />
          <TextInput
            flex={1}
            label={t('identifier')}
            value={one.value}
            onChange={({ currentTarget }) => set(at, { value: currentTarget.value })}
            maxLength={100}
          />
          {values.identifiers.length > 1 && (
            <ActionIcon
              variant="default"
              size={36}
              aria-label={t('removeIdentifier')}
              onClick={() =>
                onChange((now) => ({
                  ...now,
                  identifiers: now.identifiers.filter((_, index) => index !== at),
                }))
              }
            >
              <IconX size={16} aria-hidden />
            </ActionIcon>
          )}
        </Group>
      ))}
      {values.identifiers.length < 10 && (
        <Button
          size="compact-sm"
          variant="subtle"
          w="fit-content"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() =>
            onChange((now) => ({ ...now, identifiers: [...now.identifiers, { kind: 'OTHER', value: '' }] }))
          }
        >
          {t('moreIdentifiers')}
        </Button>
      )}
    </Stack>
  );
}

export function AssetFields({ values, onChange }: AssetFieldsProps) {
  const t = useTexts(assetTexts);
  const types = useOptions(assetTypeWords);
  const methods = useOptions(valuationWords);
  const set = (name: Word, value: string) => onChange((now) => ({ ...now, [name]: value }));
  const text = (name: Word, label: keyof typeof assetTexts, more: object = {}) => (
    <TextInput
      label={t(label)}
      value={values[name]}
      onChange={({ currentTarget }) => set(name, currentTarget.value)}
      {...more}
    />
  );
  const choice = (
    name: Word,
    label: keyof typeof assetTexts,
    data: readonly (string | { value: string; label: string })[],
    more: object = {},
  ) => (
    <Select
      label={t(label)}
      data={[...data]}
      value={values[name] || null}
      onChange={(next) => set(name, next ?? '')}
      allowDeselect={false}
      {...more}
    />
  );
  return (
    <>
      {choice('type', 'type', types, { required: true, 'data-autofocus': true })}
      <Textarea
        label={t('description')}
        value={values.description}
        onChange={({ currentTarget }) => set('description', currentTarget.value)}
        maxLength={2_000}
        autosize
        minRows={2}
        required
      />
      <CountrySelect
        label={t('country')}
        value={values.country}
        onChange={(country) => set('country', country)}
        required
      />
      <Group grow>
        {text('registeredOwner', 'owner')}
        {text('beneficialOwner', 'beneficial')}
      </Group>
      <Identifiers values={values} onChange={onChange} />
      <Group grow>
        {text('amount', 'amount', { inputMode: 'decimal' })}
        {choice('currency', 'currency', [...new Set([values.currency, ...CURRENCIES])])}
        <DayInput label={t('on')} value={values.on} onChange={(on) => set('on', on)} />
      </Group>
      <Group grow>
        {choice('method', 'method', methods)}
        {text('valueSource', 'source', { required: values.amount.trim() !== '' })}
      </Group>
      {choice(
        'sensitivity',
        'sensitivity',
        (['NORMAL', 'RESTRICTED', 'SECRET'] as const).map((value) => ({ value, label: t(value) })),
        { description: t('secretHelp') },
      )}
    </>
  );
}

// What officers must fear: flags with a reason each, or the plain word that nothing is known.
import { Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import { dangerWords } from '../../i18n/alert-words.ts';
import { useTexts } from '../../i18n/texts.tsx';
import type { AlertFormProps } from './alert-values.ts';
import { alertTexts } from './alerts-texts.ts';
import { placeOf } from './field-place.ts';

export function DangerFields({ values, set }: AlertFormProps) {
  const t = useTexts(alertTexts);
  const danger = useTexts(dangerWords);
  const flags = values.dangerFlags;
  const toggle = (flag: string, on: boolean) =>
    set({
      dangerFlags: on ? [...flags, { flag, reason: '' }] : flags.filter((one) => one.flag !== flag),
      ...(on && { dangerNone: false }),
    });
  return (
    <Stack gap="xs" id={placeOf('dangerFlags')} role="group" aria-label={t('danger')}>
      <Text size="sm" fw={500}>
        {t('danger')}
      </Text>
      <Checkbox
        id={placeOf('dangerNone')}
        label={t('dangerNone')}
        checked={values.dangerNone}
        onChange={({ currentTarget }) =>
          set({ dangerNone: currentTarget.checked, ...(currentTarget.checked && { dangerFlags: [] }) })
        }
      />
      <Group gap="md">
        {(Object.keys(dangerWords) as (keyof typeof dangerWords)[]).map((flag) => (
          <Checkbox
            key={flag}
            label={danger(flag)}
            checked={flags.some((one) => one.flag === flag)}
            onChange={({ currentTarget }) => toggle(flag, currentTarget.checked)}
          />
        ))}
      </Group>
      {flags.map(({ flag, reason }) => (
        <TextInput
          key={flag}
          label={t('dangerReason', { flag: danger(flag as 'ARMED') })}
          value={reason}
          onChange={({ currentTarget }) =>
            set({
              dangerFlags: flags.map((one) =>
                one.flag === flag ? { ...one, reason: currentTarget.value } : one,
              ),
            })
          }
          maxLength={500}
          required
        />
      ))}
    </Stack>
  );
}

// A decision: who decided, why, and the outcome of every single offence with the grounds of what is refused.
import { Group, MultiSelect, SegmentedControl, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { groundWords } from '../../i18n/case-words.ts';
import { useLocale, useTexts } from '../../i18n/texts.tsx';
import { useWords } from '../../i18n/words.ts';
import { offenceTitle } from './offence-title.ts';
import { stepTexts } from './step-texts.ts';
import type { FieldsProps, OffenceDecision } from './step-values.ts';

export function DecisionFields({
  file,
  values,
  onChange,
  refusing = false,
}: FieldsProps & { refusing?: boolean }) {
  const t = useTexts(stepTexts);
  const { locale } = useLocale();
  const ground = useWords(groundWords);
  const grounds = Object.keys(groundWords).map((code) => ({ value: code, label: `${code} ${ground(code)}` }));
  const setOffence = (id: string, change: Partial<OffenceDecision>) => {
    const now = values.offences[id] ?? { outcome: 'GRANTED', grounds: [] };
    onChange({ ...values, offences: { ...values.offences, [id]: { ...now, ...change } } });
  };
  return (
    <Stack gap="sm">
      <TextInput
        label={t('decidedBy')}
        value={values.decidedBy}
        onChange={({ currentTarget }) => onChange({ ...values, decidedBy: currentTarget.value })}
        required
        data-autofocus
      />
      <Textarea
        label={t('reasoning')}
        value={values.reasoning}
        onChange={({ currentTarget }) => onChange({ ...values, reasoning: currentTarget.value })}
        autosize
        minRows={3}
        maxRows={12}
        required
      />
      <Text size="sm" fw={600}>
        {t('perOffence')}
      </Text>
      {file.offences.map((offence) => {
        const now = values.offences[offence.id] ?? { outcome: 'GRANTED' as const, grounds: [] };
        const refused = refusing || now.outcome === 'REFUSED';
        const title = offenceTitle(offence, locale);
        return (
          <Stack key={offence.id} gap={6}>
            <Group justify="space-between" wrap="wrap" gap="xs">
              <Text size="sm" flex={1} miw={200}>
                {title}
              </Text>
              {!refusing && (
                <SegmentedControl
                  size="xs"
                  aria-label={title}
                  value={now.outcome}
                  onChange={(outcome) => setOffence(offence.id, { outcome: outcome as 'GRANTED' })}
                  data={[
                    { value: 'GRANTED', label: t('GRANTED') },
                    { value: 'REFUSED', label: t('REFUSED') },
                  ]}
                />
              )}
            </Group>
            {refused && (
              <MultiSelect
                size="xs"
                label={`${t('grounds')}: ${title}`}
                data={grounds}
                value={[...now.grounds]}
                onChange={(codes) => setOffence(offence.id, { grounds: codes })}
                searchable
                hidePickedOptions
                required
              />
            )}
          </Stack>
        );
      })}
    </Stack>
  );
}

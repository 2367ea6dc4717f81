// A zone that could not be read: the wrong field is named and marked, and can be corrected from the printed page.
import {
  Alert,
  Button,
  Group,
  Kbd,
  Paper,
  Select,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { IconScanEye } from '@tabler/icons-react';
import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react';
import type { ProblemFault } from '../../api/problem.ts';
import type { CheckRequest } from '../../api/types.ts';
import { useTexts } from '../../i18n/texts.tsx';
import styles from './misread.module.css';
import { misreadTexts } from './misread-texts.ts';
import { CORRECTABLE, type MrzField, placeOf, readAt, zoneLines } from './mrz-places.ts';
import { useReader } from './use-reader.ts';

interface MisreadProps {
  readonly request: CheckRequest;
  readonly faults: readonly ProblemFault[];
  readonly waiting: boolean;
  onAsk(request: CheckRequest): void;
  onAgain(): void;
  /** The document was read anew, or another was. */
  onZone(mrz: string): void;
}

const fieldsOf = (faults: readonly ProblemFault[]): MrzField[] =>
  CORRECTABLE.filter((field) => faults.some((fault) => fault.field === field));

/** A field that disagrees with its digit: either of the two may have been misread. */
const withDigits = (fields: readonly MrzField[]): MrzField[] => [
  ...new Set(
    fields.flatMap((field) => {
      const digit = `${field}_CHECK` as MrzField;
      return CORRECTABLE.includes(digit) ? [field, digit] : [field];
    }),
  ),
];

function Zone({ lines, wrong }: { lines: readonly string[]; wrong: readonly MrzField[] }) {
  const t = useTexts(misreadTexts);
  const isWrong = (line: number, at: number) =>
    wrong.some((field) => {
      const place = placeOf(lines, field);
      return place?.line === line && at >= place.from && at < place.to;
    });
  return (
    <figure className={styles['zone']} translate="no" aria-label={t('zone')}>
      {lines.map((line, index) => (
        <span key={line} className={styles['line']}>
          {Array.from(line, (sign, at) =>
            isWrong(index, at) ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: signs of a line have no other name than their place
              <mark key={at} className={styles['wrong']}>
                {sign}
              </mark>
            ) : (
              sign
            ),
          )}
        </span>
      ))}
    </figure>
  );
}

export function Misread({ request, faults, waiting, onAsk, onAgain, onZone }: MisreadProps) {
  const t = useTexts(misreadTexts);
  const lines = zoneLines(request.mrz ?? '');
  const wrong = fieldsOf(faults);
  const [more, setMore] = useState<readonly MrzField[]>([]);
  const earlier = request.corrections ?? [];
  const offered = [...new Set([...withDigits(wrong), ...more])];
  const was = (field: MrzField) =>
    earlier.find((correction) => correction.field === field)?.value ?? readAt(lines, field);
  const [values, setValues] = useState<Partial<Record<MrzField, string>>>({});
  const current = (field: MrzField) => values[field] ?? was(field);
  const byHand = useRef(values);
  useReader({
    onStart: () => {
      byHand.current = values;
    },
    onZoneBegins: () => setValues(byHand.current),
    onZone,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const changed = offered.filter((field) => current(field) !== was(field));
    // Nothing changed: the officer vouches that the marked fields are printed so.
    const vouched =
      changed.length > 0 ? changed : wrong.filter((field) => !field.endsWith('_CHECK') || wrong.length === 1);
    const kept = earlier.filter(({ field }) => !vouched.includes(field as MrzField));
    onAsk({
      ...request,
      corrections: [...kept, ...vouched.map((field) => ({ field, value: current(field) }))],
    });
  };
  /** Esc reads the document again; an open list of fields it closes first. */
  const leave = ({ key, target }: KeyboardEvent) => {
    if (key === 'Escape' && (target as Element).getAttribute('aria-expanded') !== 'true') onAgain();
  };
  return (
    <Paper withBorder p="lg" radius="lg" role="group" aria-labelledby="misread-title" onKeyDown={leave}>
      <form onSubmit={submit}>
        <Stack>
          <Title order={2} size="h3" id="misread-title">
            {t('title')}
          </Title>
          <Alert color="orange" icon={<IconScanEye />} role="alert">
            {faults.map((fault) => (
              <Text key={`${fault.field} ${fault.code}`} fw={600}>
                {fault.field ? `${t(fault.field as MrzField)} – ${fault.message}` : fault.message}
              </Text>
            ))}
            <Text size="sm">{t(wrong.length > 0 ? 'lead' : 'wholeLead')}</Text>
          </Alert>
          <Zone lines={lines} wrong={wrong} />
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            {offered.map((field, index) => (
              <TextInput
                key={field}
                label={t(field)}
                description={field === 'BIRTH_DATE' || field === 'EXPIRY_DATE' ? t('dateHelp') : undefined}
                value={current(field)}
                onChange={({ currentTarget }) =>
                  setValues({ ...values, [field]: currentTarget.value.toUpperCase() })
                }
                maxLength={45}
                autoComplete="off"
                spellCheck={false}
                autoFocus={index === 0}
                styles={{
                  input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: '1.15rem' },
                }}
              />
            ))}
          </SimpleGrid>
          {wrong.length > 0 && (
            <Text size="sm" c="dimmed">
              {t('asPrinted')}
            </Text>
          )}
          <Group justify="space-between">
            <Select
              aria-label={t('other')}
              placeholder={t('other')}
              data={CORRECTABLE.filter((field) => placeOf(lines, field) && !offered.includes(field)).map(
                (field) => ({
                  value: field,
                  label: t(field),
                }),
              )}
              value={null}
              onChange={(field) => field && setMore([...more, field as MrzField])}
              w={280}
            />
            <Group gap="xs">
              <Button variant="default" onClick={onAgain} rightSection={<Kbd size="xs">Esc</Kbd>}>
                {t('again')}
              </Button>
              <Button type="submit" loading={waiting} disabled={offered.length === 0}>
                {t('submit')}
              </Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}

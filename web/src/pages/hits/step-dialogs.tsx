// What each step of a hit asks for: what the law wants written down.
import { Checkbox, Radio, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { HitView } from '../../api/types.ts';
import { MomentInput } from '../../components/day-input.tsx';
import { DecisionDialog, type DecisionDialogProps } from '../../components/decision-dialog.tsx';
import { useTexts } from '../../i18n/texts.tsx';
import { deedWords, identifierWords, reasonWords, urgencyWords } from './hit-words.ts';
import { stepTexts } from './step-texts.ts';

export type Verb = HitView['allowed'][number];
export type Send = (verb: Verb, body: Record<string, unknown>) => Promise<unknown>;
type Frame = Pick<DecisionDialogProps, 'opened' | 'onClose' | 'title' | 'confirm' | 'onStale'>;
interface StepProps {
  readonly hit: HitView;
  readonly frame: Frame;
  readonly send: Send;
}

const noteOf = (note: string) => (note === '' ? {} : { note });

const KINDS = {
  paper: ['DOCUMENT', 'NATIONAL_ID', 'BIRTH_DATE'],
  body: ['FACE', 'FINGERPRINT', 'MARKS'],
  word: ['PARENTS', 'STATEMENT'],
} as const;

/** Document and birth date stand on one page: two of one kind are one. The server says the same. */
const isEnough = (chosen: readonly string[]): boolean =>
  chosen.includes('FINGERPRINT') ||
  Object.values(KINDS).filter((kind) => kind.some((one) => chosen.includes(one))).length >= 2;

function Choice<T extends string>({
  label,
  options,
  value,
  onChange,
}: {
  label: string;
  options: readonly { value: T; label: string }[];
  value: T | '';
  onChange(value: T): void;
}) {
  return (
    <Radio.Group label={label} value={value} onChange={(next) => onChange(next as T)} required>
      <Stack gap={6} mt={6}>
        {options.map((option) => (
          <Radio key={option.value} value={option.value} label={option.label} />
        ))}
      </Stack>
    </Radio.Group>
  );
}

const optionsOf = <T extends string>(words: Record<T, unknown>, t: (key: T) => string) =>
  (Object.keys(words) as T[]).map((value) => ({ value, label: t(value) }));

function Urgency({ value, onChange }: { value: string; onChange(value: string): void }) {
  const t = useTexts(stepTexts);
  const words = useTexts(urgencyWords);
  return (
    <Select
      label={t('urgency')}
      data={optionsOf(urgencyWords, words)}
      value={value}
      onChange={(next) => onChange(next ?? 'URGENT')}
      allowDeselect={false}
      maw={320}
    />
  );
}

export function Confirm({ hit, frame, send }: StepProps) {
  const t = useTexts(stepTexts);
  const words = useTexts(identifierWords);
  const [chosen, setChosen] = useState<string[]>([]);
  const [urgency, setUrgency] = useState('URGENT');
  const arrest = hit.alert.type.startsWith('ARREST');
  return (
    <DecisionDialog
      {...frame}
      note="optional"
      valid={isEnough(chosen)}
      onConfirm={(note) =>
        send('confirm', { identifiers: chosen, ...(arrest && { urgency }), ...noteOf(note) })
      }
    >
      <Checkbox.Group
        label={t('identifiers')}
        description={t('identifiersHelp')}
        value={chosen}
        onChange={setChosen}
        required
      >
        <SimpleGrid cols={{ base: 1, xs: 3 }} mt="xs">
          {(Object.keys(KINDS) as (keyof typeof KINDS)[]).map((kind) => (
            <Stack key={kind} gap={6}>
              <Text size="xs" c="dimmed" fw={600}>
                {t(kind)}
              </Text>
              {KINDS[kind].map((one) => (
                <Checkbox key={one} value={one} label={words(one)} />
              ))}
            </Stack>
          ))}
        </SimpleGrid>
      </Checkbox.Group>
      {arrest && <Urgency value={urgency} onChange={setUrgency} />}
    </DecisionDialog>
  );
}

export function NotSame({ frame, send }: StepProps) {
  const t = useTexts(stepTexts);
  const words = useTexts(reasonWords);
  const [reason, setReason] = useState<keyof typeof reasonWords | ''>('');
  return (
    <DecisionDialog
      {...frame}
      text={t('memoryText')}
      note="optional"
      valid={reason !== ''}
      onConfirm={(note) => send('not-same', { reason, ...noteOf(note) })}
    >
      <Choice<keyof typeof reasonWords>
        label={t('reason')}
        options={optionsOf(reasonWords, words)}
        value={reason}
        onChange={setReason}
      />
    </DecisionDialog>
  );
}

export function AskOwner({ frame, send }: StepProps) {
  const [urgency, setUrgency] = useState('URGENT');
  return (
    <DecisionDialog
      {...frame}
      note="optional"
      onConfirm={(note) => send('ask-owner', { urgency, ...noteOf(note) })}
    >
      <Urgency value={urgency} onChange={setUrgency} />
    </DecisionDialog>
  );
}

/** As the field of the browser writes a local time. */
const localNow = (): string => {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
};

export function Act({ hit, frame, send }: StepProps) {
  const t = useTexts(stepTexts);
  const words = useTexts(deedWords);
  const [action, setAction] = useState<keyof typeof deedWords | ''>('');
  const [at, setAt] = useState(localNow);
  const [place, setPlace] = useState(hit.checkpoint ?? '');
  const [officer, setOfficer] = useState('');
  const [custodyFacility, setFacility] = useState('');
  const arrested = action === 'ARRESTED';
  const needsLaw = arrested && hit.status === 'OWNER_SILENT';
  const text = (value: string, set: (value: string) => void) => ({
    value,
    onChange: ({ currentTarget }: { currentTarget: HTMLInputElement }) => set(currentTarget.value),
  });
  return (
    <DecisionDialog
      {...frame}
      note={needsLaw ? 'required' : 'optional'}
      {...(needsLaw && { noteLabel: t('lawNote') })}
      valid={action !== '' && at !== '' && place.trim() !== ''}
      onConfirm={(note) =>
        send('act', {
          action,
          at: new Date(at).toISOString(),
          place: place.trim(),
          ...(officer.trim() !== '' && { officer: officer.trim() }),
          ...(arrested && custodyFacility.trim() !== '' && { custodyFacility: custodyFacility.trim() }),
          ...noteOf(note),
        })
      }
    >
      <Choice<keyof typeof deedWords>
        label={t('deed')}
        options={optionsOf(deedWords, words)}
        value={action}
        onChange={setAction}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <MomentInput label={t('at')} required value={at} onChange={setAt} />
        <TextInput label={t('place')} required maxLength={200} {...text(place, setPlace)} />
        <TextInput label={t('officer')} maxLength={120} {...text(officer, setOfficer)} />
        {arrested && (
          <TextInput label={t('facility')} maxLength={200} {...text(custodyFacility, setFacility)} />
        )}
      </SimpleGrid>
    </DecisionDialog>
  );
}

export function Noted({
  verb,
  text,
  frame,
  send,
  must,
}: StepProps & { verb: Verb; text?: string; must: boolean }) {
  return (
    <DecisionDialog
      {...frame}
      {...(text !== undefined && { text })}
      danger={verb === 'owner-withdraw'}
      note={must ? 'required' : 'optional'}
      onConfirm={(note) => send(verb, noteOf(note))}
    />
  );
}

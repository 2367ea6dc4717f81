// The one field of the booth: it takes what a reader types or a hand does, says what it takes it for, and asks on Enter.
import { Button, Group, SegmentedControl, Text, Textarea } from '@mantine/core';
import { IconArrowRight, IconKeyboard } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { CheckRequest } from '../../api/types.ts';
import { useTexts } from '../../i18n/texts.tsx';
import { boothTexts } from './booth-texts.ts';
import { type Entry, type EntryKind, isFull, readEntry } from './entry.ts';

export const WISHES = ['auto', 'mrz', 'name', 'document'] as const;
export type Wish = (typeof WISHES)[number];

export const entryOf = (text: string, wish: Wish): Entry =>
  readEntry(text, wish === 'auto' ? undefined : (wish satisfies EntryKind));

export function questionOf({ kind, text, birthDate }: Entry): CheckRequest {
  if (kind === 'mrz') return { mrz: text };
  if (kind === 'document') return { document: { number: text } };
  return { name: text, ...(birthDate !== undefined && { birthDate }) };
}

interface EntryFieldProps {
  readonly text: string;
  readonly wish: Wish;
  readonly waiting: boolean;
  onText(text: string): void;
  onWish(wish: Wish): void;
  onAsk(request: CheckRequest): void;
}

/** A reader without a last Enter is waited for so long. */
const QUIET_MS = 150;

export function EntryField({ text, wish, waiting, onText, onWish, onAsk }: EntryFieldProps) {
  const t = useTexts(boothTexts);
  const field = useRef<HTMLTextAreaElement>(null);
  const entry = entryOf(text, wish);
  const ask = (now: Entry) => {
    if (now.complete && !waiting) onAsk(questionOf(now));
  };
  const latest = useRef(ask);
  latest.current = ask;
  const quiet = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => field.current?.focus(), []);
  useEffect(() => () => clearTimeout(quiet.current), []);

  /** Only what is typed or pasted asks by itself; a text that stands there already never does. */
  const change = (next: string) => {
    onText(next);
    clearTimeout(quiet.current);
    const now = entryOf(next, wish);
    if (isFull(now)) quiet.current = setTimeout(() => latest.current(now), QUIET_MS);
  };

  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const typed = event.currentTarget.value;
    const now = entryOf(typed, wish);
    const half = now.kind === 'mrz' && !now.complete;
    // Some readers end a line with a tab: within a zone it must not leave the field.
    if (event.key === 'Tab' && half && now.text !== '') {
      event.preventDefault();
      onText(`${typed}\n`);
    }
    if (event.key === 'Escape') onText('');
    if (event.key !== 'Enter' || half) return;
    event.preventDefault();
    clearTimeout(quiet.current);
    ask(now);
  };

  const partly = entry.kind === 'mrz' && !entry.complete && text !== '';
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        ask(entry);
      }}
    >
      <Textarea
        ref={field}
        label={t('field')}
        labelProps={{ fw: 600, fz: 'md', mb: 6 }}
        value={text}
        onChange={({ currentTarget }) => change(currentTarget.value)}
        onKeyDown={press}
        rows={3}
        maxLength={400}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="characters"
        aria-describedby="entry-kind"
        styles={{
          input: {
            fontFamily: 'var(--mantine-font-family-monospace)',
            fontSize: 'clamp(1.05rem, 2vw, 1.5rem)',
            lineHeight: 1.5,
            padding: '0.75rem 1rem',
            resize: 'none',
          },
        }}
      />
      <Group justify="space-between" mt="sm" align="center" gap="sm" wrap="nowrap">
        <Group gap="sm">
          <SegmentedControl
            size="sm"
            value={wish}
            onChange={(next) => onWish(next as Wish)}
            aria-label={t('readAs')}
            data={WISHES.map((value) => ({ value, label: t(value) }))}
          />
          <Text
            size="sm"
            id="entry-kind"
            role="status"
            fw={600}
            c={partly ? 'light-dark(#8a4b00, #ffb454)' : undefined}
          >
            {text.trim() !== '' && (partly ? t('mrzPart') : `${t('readAs')}: ${t(entry.kind)}`)}
            {entry.birthDate && ` · ${t('bornOn', { date: entry.birthDate })}`}
            {entry.relaid && (
              <>
                {' · '}
                <IconKeyboard size={15} aria-hidden /> {t('relaid')}
              </>
            )}
          </Text>
        </Group>
        <Button
          type="submit"
          size="md"
          flex="none"
          rightSection={<IconArrowRight size={18} />}
          loading={waiting}
          disabled={!entry.complete}
        >
          {t('check')}
        </Button>
      </Group>
    </form>
  );
}

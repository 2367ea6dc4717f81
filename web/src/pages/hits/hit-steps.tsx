// The steps that may be taken from here, as buttons; each opens the dialog that asks for what it needs.
import { Button, Group, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { api } from '../../api/client.ts';
import type { HitView } from '../../api/types.ts';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useTexts } from '../../i18n/texts.tsx';
import { verbWords } from './hit-words.ts';
import { Act, AskOwner, Confirm, Noted, NotSame, type Send, type Verb } from './step-dialogs.tsx';
import { stepTexts } from './step-texts.ts';

const MUST_NOTE: readonly Verb[] = ['cannot-decide', 'supervise', 'owner-withdraw'];
/** Two minutes are short: this asks for nothing; the decision that follows takes the note. */
const AT_ONCE: readonly Verb[] = ['check-identity'];
/** What leads on from here stands first and filled; the rest is quiet. */
const MAIN: readonly Verb[] = [
  'check-identity',
  'confirm',
  'supervise',
  'ask-owner',
  'owner-confirm',
  'act',
  'take-note',
  'close',
];

export function HitSteps({ hit }: { hit: HitView }) {
  const words = useTexts(verbWords);
  const t = useTexts(stepTexts);
  const cache = useQueryClient();
  const [open, setOpen] = useState<Verb>();
  const reload = () => cache.invalidateQueries({ queryKey: ['hit', hit.id] });
  const send: Send = async (verb, body) => {
    await api.post(`/v1/hits/${hit.id}/${verb}`, { body, version: hit.version });
    await Promise.all([reload(), cache.invalidateQueries({ queryKey: ['hits'] })]);
  };
  const taken = useMutation({
    mutationFn: (verb: Verb) => send(verb, {}),
    // Whoever was slower sees who was not.
    onError: () => void reload(),
  });
  const allowed = [...hit.allowed].sort((a, b) => Number(MAIN.includes(b)) - Number(MAIN.includes(a)));
  const main = allowed.find((verb) => MAIN.includes(verb));
  if (allowed.length === 0 && !taken.error) return null;

  const dialog = (verb: Verb): ReactNode => {
    const frame = {
      opened: true,
      onClose: () => setOpen(undefined),
      title: words(verb),
      confirm: words(verb),
      onStale: reload,
    };
    const props = { hit, frame, send };
    if (verb === 'confirm') return <Confirm {...props} />;
    if (verb === 'not-same') return <NotSame {...props} />;
    if (verb === 'ask-owner') return <AskOwner {...props} />;
    if (verb === 'act') return <Act {...props} />;
    const text =
      verb === 'owner-withdraw'
        ? t('withdrawText')
        : verb === 'owner-confirm'
          ? t('standsText')
          : verb === 'supervise'
            ? t('superviseText')
            : undefined;
    return <Noted {...props} verb={verb} {...(text && { text })} must={MUST_NOTE.includes(verb)} />;
  };
  return (
    <Stack gap="xs" className="no-print">
      <Group gap="xs">
        {allowed.map((verb) => (
          <Button
            key={verb}
            variant={verb === main ? 'filled' : 'default'}
            data-verb={verb}
            loading={taken.isPending && taken.variables === verb}
            onClick={() => {
              taken.reset();
              if (AT_ONCE.includes(verb)) taken.mutate(verb);
              else setOpen(verb);
            }}
          >
            {words(verb)}
          </Button>
        ))}
      </Group>
      {taken.error && <ProblemNote error={taken.error} />}
      {open && dialog(open)}
    </Stack>
  );
}

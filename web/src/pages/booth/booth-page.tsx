// The booth of the first line: one field, one key, one verdict.
import { Box, Button, Group, Kbd, Paper, Stack, Text, Title } from '@mantine/core';
import { IconDoorExit, IconForms, IconMapPin, IconVolume, IconVolumeOff } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import type { CheckRequest } from '../../api/types.ts';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useTexts } from '../../i18n/texts.tsx';
import { useSession } from '../../session/session.tsx';
import { signOut } from '../../session/tokens.ts';
import { boothTexts } from './booth-texts.ts';
import { EntryField, WISHES, type Wish } from './entry-field.tsx';
import { FieldsDialog, Misread, PostDialog, warmUp } from './later.tsx';
import { LineSign } from './line-sign.tsx';
import { placeOfCheck, setPost, usePost } from './post.ts';
import { Rehearsal } from './rehearsal.tsx';
import { noteCheck } from './shift.ts';
import { ShiftLog } from './shift-log.tsx';
import { prepareSound } from './sounds.ts';
import { useCheck } from './use-check.ts';
import { Verdict } from './verdict.tsx';

function Tool({
  icon,
  children,
  hint,
  onClick,
}: {
  icon: ReactNode;
  children: ReactNode;
  hint: string;
  onClick(): void;
}) {
  return (
    <Button
      variant="default"
      size="sm"
      leftSection={icon}
      rightSection={<Kbd size="xs">{hint}</Kbd>}
      onClick={onClick}
    >
      {children}
    </Button>
  );
}

/** Function keys, because letters belong to the field. */
function useFunctionKeys(keys: Readonly<Record<string, () => void>>): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const act = latest.current[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
}

export function BoothPage() {
  const t = useTexts(boothTexts);
  const post = usePost();
  const cache = useQueryClient();
  const { setPurpose } = useSession();
  const { state, run, reset } = useCheck();
  const [text, setText] = useState('');
  const [wish, setWish] = useState<Wish>('auto');
  const [dialog, setDialog] = useState<'none' | 'fields' | 'post'>(post.checkpoint === '' ? 'post' : 'none');
  const shown = state.step === 'verdict';

  useEffect(warmUp, []);
  useEffect(prepareSound, []);
  useEffect(() => {
    document.title = `${t('title')} · Izdoo`;
  }, [t]);

  const ask = async (request: CheckRequest) => {
    setDialog('none');
    const next = await run({ ...placeOfCheck(post), ...request });
    if (next.step === 'verdict') noteCheck(next.verdict);
  };
  const next = (typed = '') => {
    setText(typed);
    setWish('auto');
    reset();
  };
  /** The officer leaves: nothing of his last traveller stays, on the screen or behind it. */
  const handOver = async () => {
    next();
    setPurpose(undefined);
    await signOut();
    cache.clear();
  };
  useFunctionKeys({
    ...(!shown && {
      F2: () => setDialog('fields'),
      F4: () => setWish(WISHES[(WISHES.indexOf(wish) + 1) % WISHES.length] as Wish),
      F10: () => setDialog('post'),
    }),
    F8: () => setPost({ muted: !post.muted }),
    F9: () => void handOver(),
  });

  const place = [post.checkpoint, post.lane, t(post.direction)].filter(Boolean).join(' · ');
  return (
    <Box maw={1080} mx="auto" inert={shown}>
      <Group justify="space-between" mb="md" gap="sm">
        <Group gap="md">
          <Title order={1} size="h2">
            {t('title')}
          </Title>
          <LineSign />
        </Group>
        <Text fw={600} c={post.checkpoint === '' ? 'light-dark(#8a4b00, #ffb454)' : undefined}>
          {post.checkpoint === '' ? t('noPost') : place}
        </Text>
      </Group>
      <Stack gap="lg">
        {state.step === 'misread' ? (
          <Suspense fallback={null}>
            <Misread
              key={JSON.stringify(state.faults)}
              request={state.request}
              faults={state.faults}
              waiting={false}
              onAsk={(request) => void ask(request)}
              onAgain={() => next()}
              onZone={(mrz) => {
                setText(mrz);
                void ask({ mrz });
              }}
            />
          </Suspense>
        ) : (
          <Paper withBorder p="lg" radius="lg">
            <EntryField
              key={shown ? 'away' : 'here'}
              text={text}
              wish={wish}
              waiting={state.step === 'waiting'}
              onText={setText}
              onWish={setWish}
              onAsk={(request) => void ask(request)}
            />
            {state.step === 'refused' && (
              <Box mt="md">
                <ProblemNote error={state.problem} />
              </Box>
            )}
          </Paper>
        )}
        <Group gap="xs">
          <Tool icon={<IconForms size={18} />} hint="F2" onClick={() => setDialog('fields')}>
            {t('form')}
          </Tool>
          <Tool
            icon={post.muted ? <IconVolumeOff size={18} /> : <IconVolume size={18} />}
            hint="F8"
            onClick={() => setPost({ muted: !post.muted })}
          >
            {t(post.muted ? 'soundOff' : 'soundOn')}
          </Tool>
          <Tool icon={<IconMapPin size={18} />} hint="F10" onClick={() => setDialog('post')}>
            {t('post')}
          </Tool>
          <Tool icon={<IconDoorExit size={18} />} hint="F9" onClick={() => void handOver()}>
            {t('lock')}
          </Tool>
        </Group>
        <ShiftLog />
      </Stack>
      <Suspense fallback={null}>
        {dialog === 'fields' && (
          <FieldsDialog onClose={() => setDialog('none')} onAsk={(request) => void ask(request)} />
        )}
        {dialog === 'post' && <PostDialog onClose={() => setDialog('none')} />}
      </Suspense>
      {state.step === 'asking' && <Rehearsal />}
      {state.step === 'verdict' && (
        <Verdict
          key={state.verdict.at}
          verdict={state.verdict}
          onNext={next}
          onAgain={() => void ask(state.request)}
        />
      )}
    </Box>
  );
}

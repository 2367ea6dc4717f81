// Tells second line and owners of hits wherever they work: a sound and a note that leads there. Nobody else hears anything.
import { Anchor } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { api } from '../api/client.ts';
import type { HitEntry, HitPage } from '../api/types.ts';
import { useTexts } from '../i18n/texts.tsx';
import { type BorderEvent, useBorderEvents } from '../session/events.ts';
import { isLoud } from '../session/loudness.ts';
import { ring } from '../session/ring.ts';
import { useSession, useUser } from '../session/session.tsx';
import { hitBellTexts } from './hit-bell-texts.ts';

const SHOWN_MS = 60_000;
/** What is new stands among the newest; the list names nobody and opens no record. */
const NEWEST = { open: 'true', kind: 'MATCH', limit: 50 };

type Word = 'newHit' | 'asked' | 'OWNER_CONFIRMED' | 'OWNER_WITHDREW';

export function HitBell() {
  const t = useTexts(hitBellTexts);
  const { may } = useSession();
  const user = useUser();
  const go = useNavigate();
  const told = useRef(new Set<string>());

  /** What of this hit concerns this person now. */
  const wordFor = ({ type }: BorderEvent, hit: HitEntry): Word | undefined => {
    if (type === 'hit.opened' || type === 'check.replayed') return 'newHit';
    const isOwner = hit.alert.ownerState === user.agency.state;
    if (hit.status === 'OWNER_ASKED') return isOwner && may('hit.answer') ? 'asked' : undefined;
    const isAnswer = hit.status === 'OWNER_CONFIRMED' || hit.status === 'OWNER_WITHDREW';
    return isAnswer && may('hit.decide') && hit.state === user.agency.state
      ? (hit.status as Word)
      : undefined;
  };

  const show = (word: Word, hitId: string, said: string) => {
    if (told.current.has(`${hitId} ${word}`)) return;
    told.current.add(`${hitId} ${word}`);
    const id = `hit-${hitId}`;
    const open = () => {
      notifications.hide(id);
      void go({ to: '/hits/$hitId', params: { hitId } });
    };
    if (isLoud()) ring(`${hitId} ${word}`);
    // What was said of this hit before is past.
    notifications.hide(id);
    notifications.show({
      id,
      color: word === 'newHit' ? 'orange' : 'pine',
      autoClose: SHOWN_MS,
      title: t(word),
      message: (
        <>
          {said}{' '}
          <Anchor component="button" type="button" size="sm" fw={600} onClick={open}>
            {t('open')}
          </Anchor>
        </>
      ),
    });
  };

  const hear = async (event: BorderEvent) => {
    if (event.hitId === null || event.type === 'hit.silent' || event.type === 'hit.overdue') return;
    const hitId = event.hitId;
    try {
      const { items } = await api.get<HitPage>('/v1/hits', { query: NEWEST });
      const hit = items.find(({ id }) => id === hitId);
      const word = hit && wordFor(event, hit);
      if (hit && word) show(word, hitId, `${hit.reference}, ${hit.checkpoint ?? t('unknownPlace')}`);
    } catch {
      // That something came is known; a failure to learn more is no reason to keep still.
      if (event.type !== 'hit.changed') show('newHit', hitId, '');
    }
  };
  useBorderEvents((event) => void hear(event));
  return null;
}

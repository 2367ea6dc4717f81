// The verdict of a check, over the whole screen: word, shape, colour, sound; then what to do, and the way to the next traveller.
import { FocusTrap, Portal } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useId, useLayoutEffect, useRef } from 'react';
import { api } from '../../api/client.ts';
import { formatTime } from '../../i18n/dates.ts';
import { useTexts } from '../../i18n/texts.tsx';
import { useShownDate } from '../../i18n/use-shown-date.ts';
import { DangerStrip, HitCard } from './hit-card.tsx';
import { LineSign } from './line-sign.tsx';
import { usePost } from './post.ts';
import { Sign } from './signs.tsx';
import { play } from './sounds.ts';
import type { Verdict as CheckVerdict } from './use-check.ts';
import { useVerdictKeys } from './use-verdict-keys.ts';
import styles from './verdict.module.css';
import { verdictTexts } from './verdict-texts.ts';

interface VerdictProps {
  readonly verdict: CheckVerdict;
  onNext(typed?: string): void;
  onAgain(): void;
}

/** Measured for the bench: from the answer of the API to the painted verdict. */
function usePaintMark(): void {
  useLayoutEffect(() => {
    requestAnimationFrame(() =>
      setTimeout(() => {
        if (performance.getEntriesByName('izdoo.answer').length === 0) return;
        performance.measure('izdoo.verdict', 'izdoo.answer');
        performance.clearMarks('izdoo.answer');
      }),
    );
  }, []);
}

function useAcknowledgement(hit: { id: string; version: number } | null) {
  const note = useMutation({
    mutationFn: () => api.post(`/v1/hits/${hit?.id}/acknowledge`, { body: {}, version: hit?.version }),
    retry: 1,
  });
  return { note, due: hit !== null && note.isIdle };
}

function ReadDocument({ verdict }: { verdict: CheckVerdict }) {
  const date = useShownDate();
  const t = useTexts(verdictTexts);
  const read = verdict.answer?.read;
  if (!read) return null;
  return (
    <p className={styles['read']}>
      <span>{t('read')}:</span>
      <span translate="no">
        {read.family} {read.given}
      </span>
      <span>{read.birthDate === null ? '–' : date(read.birthDate)}</span>
      <span translate="no">
        {read.number} {read.state}
      </span>
    </p>
  );
}

function Say({ verdict }: { verdict: CheckVerdict }) {
  const t = useTexts(verdictTexts);
  const { outcome, answer, problem } = verdict;
  return (
    <>
      <p className={styles['lead']}>{t(`${outcome}_lead`)}</p>
      {answer?.documentProblems.map(({ code, text }) => (
        <p key={code} className={styles['lead']}>
          {text}
        </p>
      ))}
      {answer?.degraded && <p className={styles['small']}>{t('degraded')}</p>}
      {outcome === 'POSSIBLE' && <p className={styles['small']}>{t('POSSIBLE_say')}</p>}
      {outcome === 'UNAVAILABLE' && (
        <>
          <p className={styles['lead']}>{t('UNAVAILABLE_do')}</p>
          <p className={styles['small']}>
            {problem?.extra['checkId'] !== undefined
              ? t('UNAVAILABLE_kept')
              : problem?.code === 'unreachable'
                ? t('UNAVAILABLE_lost')
                : problem?.title}
          </p>
        </>
      )}
    </>
  );
}

interface FaceProps {
  readonly verdict: CheckVerdict;
  readonly titleId: string;
  /** What second line has heard of it. */
  readonly status: string;
  readonly isDue: boolean;
  onGo(): void;
  onAgain(): void;
}

/** All that is seen of a verdict, and nothing that acts: it is also rehearsed out of sight (rehearsal.tsx). */
export function VerdictFace({ verdict, titleId, status, isDue, onGo, onAgain }: FaceProps) {
  const t = useTexts(verdictTexts);
  const post = usePost();
  const { outcome, answer } = verdict;
  const called = outcome !== 'CLEAR' && post.phone !== '';
  return (
    <>
      <div className={styles['top']}>
        <span>{[post.checkpoint, post.lane, formatTime(verdict.at, true)].filter(Boolean).join(' · ')}</span>
        <LineSign plain />
      </div>
      <div>{answer?.card && <DangerStrip flags={answer.card.dangerFlags} />}</div>
      <div className={styles['body']} data-card={answer?.card != null}>
        <div className={styles['say']}>
          <Sign outcome={outcome} className={styles['sign']} />
          <h1 id={titleId} className={styles['word']} tabIndex={-1} data-autofocus>
            {t(outcome)}
          </h1>
          <Say verdict={verdict} />
          {answer && (
            <p className={styles['lead']}>
              {t('reference')} <span className={styles['reference']}>{answer.reference}</span>
            </p>
          )}
          {called && (
            <p className={styles['lead']}>
              {t('phone')}: {post.phone}
            </p>
          )}
          <ReadDocument verdict={verdict} />
        </div>
        {answer?.card && <HitCard card={answer.card} />}
      </div>
      <div className={styles['foot']}>
        <span role="status">{status}</span>
        <span className={styles['keys']}>
          {outcome === 'UNAVAILABLE' && (
            <button type="button" className={styles['key']} onClick={onAgain}>
              {t('again')} <kbd>R</kbd>
            </button>
          )}
          <button type="button" className={styles['key']} onClick={onGo}>
            {isDue ? t('acknowledge') : t('next')} <kbd>Enter</kbd>
            {!isDue && <kbd>Esc</kbd>}
          </button>
        </span>
      </div>
    </>
  );
}

export const lookOf = ({ outcome, answer }: CheckVerdict): string =>
  answer === null || outcome === 'UNAVAILABLE' ? 'NONE' : answer.colour;

export function Verdict({ verdict, onNext, onAgain }: VerdictProps) {
  const t = useTexts(verdictTexts);
  const post = usePost();
  const id = useId();
  const screen = useRef<HTMLDivElement>(null);
  const { outcome, answer } = verdict;
  const { note, due } = useAcknowledgement(answer?.hit ?? null);
  const go = () => (due ? note.mutate() : note.isPending ? undefined : onNext());
  const ready = useVerdictKeys({
    onGo: go,
    onAgain: outcome === 'UNAVAILABLE' ? onAgain : undefined,
    onType: outcome === 'CLEAR' ? onNext : undefined,
  });
  usePaintMark();
  useEffect(() => {
    screen.current?.focus();
    if (!post.muted) play(outcome);
  }, [outcome, post.muted]);
  return (
    <Portal>
      <FocusTrap>
        <div
          ref={screen}
          className={styles['screen']}
          data-look={lookOf(verdict)}
          data-outcome={outcome}
          data-ready={ready}
          role="alertdialog"
          aria-modal
          aria-labelledby={id}
          tabIndex={-1}
        >
          <VerdictFace
            verdict={verdict}
            titleId={id}
            status={note.isSuccess ? t('acknowledged') : note.isError ? t('notAcknowledged') : ''}
            isDue={due || note.isPending}
            onGo={go}
            onAgain={onAgain}
          />
        </div>
      </FocusTrap>
    </Portal>
  );
}

// The first verdict of a shift should not pay for being the first: while nobody is asked for, each kind is laid out once, unseen and unheard.
import { useEffect, useState } from 'react';
import type { Verdict } from './use-check.ts';
import styles from './verdict.module.css';
import { lookOf, VerdictFace } from './verdict.tsx';

const AT = '2000-01-01T00:00:00.000Z';

/** Letters of every script that the screens write, so that their fonts are there before a name needs them. */
const LETTERS = 'AЖҚҢ';
const WEIGHTS = [400, 600, 850];

const answer = {
  ...{ at: AT, reference: '····', documentProblems: [], degraded: false, hit: null },
  read: { family: LETTERS, given: LETTERS, birthDate: null, number: '0', state: 'XXX' },
};

const card = {
  ...{ actions: [{ code: 'A1', text: LETTERS }], warning: LETTERS, dangerFlags: ['ARMED'] },
  ...{ nameDiffers: true, isLocated: true, mustRefer: true },
  person: { names: [LETTERS], births: ['2000-01-01'], sex: 'M', nationalities: ['KGZ'] },
};

/** No answer of the server: nothing of it is ever shown. */
const REHEARSED = [
  { outcome: 'HIT', at: AT, problem: null, answer: { ...answer, outcome: 'HIT', colour: 'RED', card } },
  {
    outcome: 'CLEAR',
    at: AT,
    problem: null,
    answer: { ...answer, outcome: 'CLEAR', colour: 'GREEN', card: null },
  },
] as unknown as readonly Verdict[];

const WAIT_MS = 1_200;
const nothing = () => undefined;

/** Once for each time that the screens are loaded. */
let isOver = false;

export function Rehearsal() {
  const [turn, setTurn] = useState(isOver ? REHEARSED.length : -1);
  useEffect(() => {
    if (turn === REHEARSED.length) {
      isOver = true;
      return;
    }
    const wait = setTimeout(() => setTurn((now) => now + 1), turn === -1 ? WAIT_MS : 0);
    if (turn === -1) {
      // Whoever cannot be had now comes when it is needed.
      for (const weight of WEIGHTS)
        void document.fonts.load(`${weight} 1em 'Inter Variable'`, LETTERS).catch(nothing);
    }
    return () => clearTimeout(wait);
  }, [turn]);
  const verdict = REHEARSED[turn];
  if (!verdict) return null;
  return (
    <div
      className={styles['screen']}
      data-look={lookOf(verdict)}
      style={{ visibility: 'hidden', zIndex: -1 }}
      inert
      aria-hidden
    >
      <VerdictFace
        verdict={verdict}
        titleId="rehearsal"
        status=""
        isDue={false}
        onGo={nothing}
        onAgain={nothing}
      />
    </div>
  );
}

// Random walks through the procedure: nothing unlisted, incomplete or by the wrong hand gets through, and the end is quiet.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { profileOf, treatyRow } from '../../features/treaties/profile-schema.ts';
import { projectPath } from '../../platform/paths.ts';
import { checklistOf } from '../treaties/checklist.ts';
import { type CaseLaw, rulesOf, type TreatyProfile } from '../treaties/profile.ts';
import { type CaseClock, custodyAfter, eventsOf, runClocks } from './case-clocks.ts';
import { custodyEvents, isHeld, mayRecord } from './custody.ts';
import { DOCUMENT_CODES, type DocumentCode } from './documents.ts';
import type { CaseActor, CaseFacts, StepWords } from './facts.ts';
import { GROUND_CODES, USUAL_FORCE } from './grounds.ts';
import { judge, missingFor, stepsFrom } from './judge.ts';
import { CASE_VERBS, type CaseVerb, stepOf } from './procedure.ts';
import { INPUTS } from './steps/step.ts';
import { CASE_STATES, type CaseState, CUSTODY_STATES, type CustodyState } from './vocabulary.ts';

const folder = projectPath('prisma', 'reference-data', 'treaty-profiles');
const profiles: TreatyProfile[] = readdirSync(folder).flatMap((name) =>
  treatyRow
    .array()
    .parse(JSON.parse(readFileSync(join(folder, name), 'utf8')))
    .map(profileOf),
);
const named = (code: string): TreatyProfile => {
  const found = profiles.find((profile) => profile.code === code);
  if (!found) throw new Error(code);
  return found;
};
const LAWS: CaseLaw[] = [
  { treaty: named('MINSK_1993'), national: named('KAZ_NATIONAL'), defaults: named('IZDOO_DEFAULTS') },
  { treaty: named('ECE_1957_P3'), national: null, defaults: named('IZDOO_DEFAULTS') },
  { treaty: named('EAW_2002'), national: null, defaults: named('IZDOO_DEFAULTS') },
];

/** Every pair of states that the procedure knows, written down by hand from the brief and its mends (docs/extradition.md). */
const KNOWN = new Set(
  `DRAFT>PA_REQUESTED FILE_PREPARATION>PA_REQUESTED PA_REQUESTED>DRAFT PA_REQUESTED>PROV_ARRESTED DRAFT>PROV_ARRESTED
  PROV_ARRESTED>FILE_PREPARATION PA_REQUESTED>FILE_PREPARATION DRAFT>FILE_PREPARATION FILE_PREPARATION>REQUEST_SIGNED
  REQUEST_SIGNED>FILE_PREPARATION REQUEST_SIGNED>REQUEST_SENT REQUEST_SENT>REQUEST_RECEIVED
  REQUEST_RECEIVED>INFO_REQUESTED UNDER_REVIEW>INFO_REQUESTED CONSENT_TRACK>INFO_REQUESTED COURT_REVIEW>INFO_REQUESTED
  INFO_REQUESTED>REQUEST_RECEIVED INFO_REQUESTED>UNDER_REVIEW INFO_REQUESTED>CONSENT_TRACK INFO_REQUESTED>COURT_REVIEW
  REQUEST_RECEIVED>UNDER_REVIEW PROV_ARRESTED>CONSENT_TRACK FILE_PREPARATION>CONSENT_TRACK REQUEST_SIGNED>CONSENT_TRACK
  REQUEST_SENT>CONSENT_TRACK REQUEST_RECEIVED>CONSENT_TRACK UNDER_REVIEW>CONSENT_TRACK COURT_REVIEW>CONSENT_TRACK
  CONSENT_TRACK>PROV_ARRESTED CONSENT_TRACK>FILE_PREPARATION CONSENT_TRACK>REQUEST_SIGNED CONSENT_TRACK>REQUEST_SENT
  CONSENT_TRACK>REQUEST_RECEIVED CONSENT_TRACK>UNDER_REVIEW CONSENT_TRACK>COURT_REVIEW UNDER_REVIEW>COURT_REVIEW
  COURT_REVIEW>UNDER_REVIEW COURT_REVIEW>GRANTED CONSENT_TRACK>GRANTED UNDER_REVIEW>GRANTED COURT_REVIEW>REFUSED
  CONSENT_TRACK>REFUSED UNDER_REVIEW>REFUSED ON_HOLD>REFUSED GRANTED>REFUSED SURRENDER_SCHEDULED>REFUSED POSTPONED>REFUSED
  GRANTED>APPEAL REFUSED>APPEAL APPEAL>GRANTED APPEAL>REFUSED APPEAL>UNDER_REVIEW
  REQUEST_RECEIVED>ON_HOLD INFO_REQUESTED>ON_HOLD UNDER_REVIEW>ON_HOLD CONSENT_TRACK>ON_HOLD COURT_REVIEW>ON_HOLD
  APPEAL>ON_HOLD GRANTED>ON_HOLD SURRENDER_SCHEDULED>ON_HOLD ON_HOLD>REQUEST_RECEIVED ON_HOLD>INFO_REQUESTED
  ON_HOLD>UNDER_REVIEW ON_HOLD>CONSENT_TRACK ON_HOLD>COURT_REVIEW ON_HOLD>APPEAL ON_HOLD>GRANTED
  ON_HOLD>SURRENDER_SCHEDULED GRANTED>POSTPONED SURRENDER_SCHEDULED>POSTPONED POSTPONED>TEMP_SURRENDERED
  TEMP_SURRENDERED>POSTPONED TEMP_SURRENDERED>SURRENDER_SCHEDULED TEMP_SURRENDERED>SURRENDERED GRANTED>SURRENDER_SCHEDULED
  POSTPONED>SURRENDER_SCHEDULED SURRENDER_SCHEDULED>SURRENDERED GRANTED>LAPSED SURRENDER_SCHEDULED>LAPSED
  PROV_ARRESTED>LAPSED FILE_PREPARATION>LAPSED REQUEST_SIGNED>LAPSED REQUEST_SENT>LAPSED LAPSED>FILE_PREPARATION
  LAPSED>REQUEST_SENT LAPSED>PROV_ARRESTED REFUSED>PROSECUTION_TRANSFERRED PROSECUTION_TRANSFERRED>REFUSED`.split(
    /\s+/,
  ),
);
const isKnown = (from: CaseState, to: CaseState): boolean =>
  from === to ||
  KNOWN.has(`${from}>${to}`) ||
  // The end is reached from everywhere by death; it gives back what it took; withdrawal comes before the person has gone.
  to === 'CLOSED' ||
  from === 'CLOSED' ||
  (to === 'WITHDRAWN' &&
    ![
      'SURRENDERED',
      'TEMP_SURRENDERED',
      'REFUSED',
      'LAPSED',
      'PROSECUTION_TRANSFERRED',
      'WITHDRAWN',
    ].includes(from));

const ZONE = 'Asia/Almaty';
const ACTORS: CaseActor[] = (['RQ', 'RD'] as const).flatMap((side) =>
  ['CO', 'PRO', 'NAD', 'INV', 'LIA'].map((role) => ({ id: `${side}-${role}`, side, roles: [role] })),
);

interface Walk {
  state: CaseState;
  returnStates: readonly CaseState[];
  now: Date;
  clocks: readonly CaseClock[];
  custody: CustodyState;
  custodyLog: { to: CustodyState; at: Date }[];
  requestReceived: boolean;
  shared: boolean;
  facts: Pick<
    CaseFacts,
    | 'documents'
    | 'checks'
    | 'assurances'
    | 'openImpediments'
    | 'openWaivers'
    | 'alertInForce'
    | 'agreements'
    | 'transits'
  > & { signed: boolean; decided: boolean; dead: boolean; owed: readonly DocumentCode[] };
}

const factsOf = (walk: Walk, law: CaseLaw): CaseFacts => ({
  now: walk.now,
  state: walk.state,
  returnStates: walk.returnStates,
  law,
  shared: walk.shared,
  alertInForce: walk.facts.alertInForce,
  requestReceived: walk.requestReceived,
  custody: walk.custody,
  wasArrested: walk.custodyLog.some(({ to }) => isHeld(to)),
  custodyDecided: walk.facts.decided,
  deathConfirmed: walk.facts.dead,
  checklist: checklistOf(law, { purpose: 'PROSECUTION', inAbsentia: false }),
  documents: walk.facts.documents,
  owed: walk.facts.owed,
  manifest: { signed: walk.facts.signed ? 'a' : null, current: 'a' },
  checks: walk.facts.checks,
  assurances: walk.facts.assurances,
  transits: walk.facts.transits,
  openImpediments: walk.facts.openImpediments,
  openWaivers: walk.facts.openWaivers,
  reschedules: 0,
  clocks: walk.clocks,
  agreements: walk.facts.agreements,
});

const held = (codes: readonly DocumentCode[], certified = true) =>
  codes.map((code) => ({ code, present: true, translationsCertified: certified, languages: ['ru'] }));
const answered = (yes: readonly string[]) =>
  GROUND_CODES.map(
    (code) => ({ code, answer: yes.includes(code) ? 'YES' : 'NO', force: USUAL_FORCE[code] }) as const,
  );
const agreed = ACTORS.flatMap(({ id, side }) =>
  CASE_VERBS.map((verb) => ({ verb, side, by: `${id}-colleague` })),
);

const turn = fc.record({
  pick: fc.nat(),
  /** Mostly a step that leads on, sometimes any step at all. */
  wild: fc.integer({ min: 0, max: 9 }),
  actor: fc.nat(),
  days: fc.integer({ min: 0, max: 45 }),
  yes: fc.constantFrom<readonly string[]>([], [], ['R01'], ['R14'], ['R10']),
  missing: fc.oneof(
    { weight: 5, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constantFrom(...DOCUMENT_CODES) },
  ),
  certified: fc.integer({ min: 0, max: 5 }).map((number) => number > 0),
  unsaid: fc.oneof(
    { weight: 9, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constantFrom(...INPUTS) },
  ),
  good: fc.integer({ min: 0, max: 7 }).map((number) => number > 0),
  dead: fc.integer({ min: 0, max: 60 }).map((number) => number === 0),
  custody: fc.constantFrom(...CUSTODY_STATES),
});

const seen = {
  states: new Map<CaseState, number>(),
  verbs: new Map<CaseVerb, number>(),
  refused: 0,
  closed: 0,
  steps: 0,
};
let ids = 0;
const makeId = (): string => {
  ids += 1;
  return String(ids);
};

function apply(
  walk: Walk,
  law: CaseLaw,
  events: { name: string; at: Date; until?: Date }[],
  stops: 'NONE' | 'PROCEDURE' | 'ALL',
): Walk {
  const work = { clocks: walk.clocks, rules: rulesOf(law), zone: ZONE, makeId };
  return { ...walk, clocks: runClocks(work, events, stops, walk.now).clocks };
}

function moveTo(walk: Walk, custody: CustodyState): Walk {
  return { ...walk, custody, custodyLog: [...walk.custodyLog, { to: custody, at: walk.now }] };
}

test('random walks: only listed steps, by the right hand, with every paper; at the end no clock runs', () => {
  fc.assert(
    fc.property(fc.constantFrom(...LAWS), fc.array(turn, { minLength: 20, maxLength: 60 }), (law, turns) => {
      let walk: Walk = {
        state: 'DRAFT',
        returnStates: [],
        now: new Date('2026-01-05T04:00:00Z'),
        clocks: [],
        custody: 'LOCATED',
        custodyLog: [],
        requestReceived: false,
        shared: false,
        facts: {
          documents: [],
          checks: [],
          assurances: [],
          openImpediments: 0,
          openWaivers: 0,
          alertInForce: true,
          agreements: [],
          transits: [],
          signed: false,
          decided: false,
          dead: false,
          owed: [],
        },
      };
      for (const t of turns) {
        walk.now = new Date(walk.now.getTime() + t.days * 86_400_000 + 1);
        const present = held(
          DOCUMENT_CODES.filter((code) => code !== t.missing),
          t.certified,
        );
        walk = {
          ...walk,
          facts: {
            ...walk.facts,
            documents: present,
            checks: t.good ? answered(t.yes) : answered(t.yes).slice(1),
            assurances: t.yes.includes('R10') ? [t.good ? 'GIVEN' : 'ASKED'] : [],
            alertInForce: t.good,
            agreements: t.good ? agreed : [],
            signed: t.good,
            decided: t.good,
            dead: t.dead,
          },
        };
        const facts = factsOf(walk, law);
        // Custody facts happen in between, as far as they may be recorded.
        const change = {
          state: walk.state,
          requestReceived: walk.requestReceived,
          side: 'RD',
          from: walk.custody,
          to: t.custody,
        } as const;
        if (t.wild === 9 && t.custody !== 'DEAD' && mayRecord(change)) {
          const events = custodyEvents(walk.custody, t.custody, walk.requestReceived).map((name) => ({
            name,
            at: walk.now,
          }));
          walk = moveTo(apply(walk, law, events, 'NONE'), t.custody);
          if (!isHeld(walk.custody))
            expect(
              walk.clocks.filter(({ rule, status }) => rule.scope === 'CUSTODY' && status !== 'STOPPED'),
            ).toEqual([]);
          continue;
        }
        const ways = stepsFrom(facts);
        const unlisted = ways.find(({ to }) => !isKnown(walk.state, to));
        if (unlisted) throw new Error(`unlisted: ${walk.state} > ${unlisted.to}`);
        // Half of the turns go where the walks have been least, so that all corners are visited.
        const rarest = [...ways].sort(
          (left, right) => (seen.verbs.get(left.verb) ?? 0) - (seen.verbs.get(right.verb) ?? 0),
        );
        const pool =
          t.wild < 6 ? rarest.slice(0, 2) : t.wild < 8 ? ways : CASE_VERBS.map((name) => ({ verb: name }));
        const verb = pool[t.pick % pool.length]?.verb;
        if (!verb) throw new Error(`nothing leads on from ${walk.state}`);
        const step = stepOf(verb);
        const right = ACTORS.filter(
          ({ side, roles }) =>
            (step.side === 'BOTH' || step.side === 'EITHER' || step.side === side) &&
            step.roles.some((role) => roles.includes(role)),
        );
        const actor =
          (t.wild < 7 ? right[t.actor % right.length] : ACTORS[t.actor % ACTORS.length]) ?? ACTORS[0];
        if (!actor) throw new Error('nobody acts');
        const words: StepWords = {
          given: INPUTS.filter((input) => input !== t.unsaid),
          lapse: 'RELEASE_REQUESTED',
        };
        const verdict = judge(verb, facts, actor, words);
        const bySomebodyElse = !right.includes(actor);
        const lacks = missingFor(verb, facts, actor);
        const paper = step.documents.find(
          (code) => code === t.missing && !(verb === 'withdraw' && !walk.shared),
        );
        const mute = step.inputs.some((input) => input === t.unsaid);
        if (verdict.ok) {
          expect(ways.map((way) => way.verb)).toContain(verb);
          expect({ verb, bySomebodyElse, paper, mute, lacks }).toEqual({
            verb,
            bySomebodyElse: false,
            paper: undefined,
            mute: false,
            lacks: { guards: [], documents: [] },
          });
          if (step.guards.includes('CHECKLIST_COMPLETE'))
            expect(facts.checklist.some(({ code, required }) => required && code === t.missing)).toBe(false);
          if (step.guards.includes('TRANSLATIONS_CERTIFIED')) expect(t.certified).toBe(true);
        } else {
          seen.refused += 1;
          continue;
        }
        const names = eventsOf(verb, facts, words);
        const until = new Date(walk.now.getTime() + 30 * 86_400_000);
        const custody = custodyAfter(verb, facts, words);
        const before = walk.state;
        walk = apply(
          walk,
          law,
          names.map((name) => ({ name, at: name === 'SURRENDER_SET' ? until : walk.now, until })),
          step.stops,
        );
        if (custody !== null) walk = moveTo(walk, custody);
        walk = {
          ...walk,
          state: verdict.to,
          returnStates: verdict.returnStates,
          requestReceived: walk.requestReceived || verb === 'acknowledge-receipt',
          shared: walk.shared || step.shares,
          facts: {
            ...walk.facts,
            openImpediments:
              verb === 'note-impediment' ? 1 : verb === 'lift-impediment' ? 0 : walk.facts.openImpediments,
            openWaivers: verb === 'ask-waiver' ? 1 : verb === 'answer-waiver' ? 0 : walk.facts.openWaivers,
          },
        };
        expect(isKnown(before, walk.state)).toBe(true);
        seen.steps += 1;
        seen.states.set(walk.state, (seen.states.get(walk.state) ?? 0) + 1);
        seen.verbs.set(verb, (seen.verbs.get(verb) ?? 0) + 1);
        const open = walk.clocks.filter(({ status }) => status !== 'STOPPED').map(({ rule }) => rule.key);
        expect(new Set(open).size, 'one clock of a kind').toBe(open.length);
        if (walk.state === 'CLOSED') {
          seen.closed += 1;
          expect(open).toEqual([]);
        }
        if (walk.state === 'WITHDRAWN')
          expect(
            walk.clocks.filter(({ rule, status }) => rule.scope === 'PROCEDURE' && status !== 'STOPPED'),
          ).toEqual([]);
      }
    }),
    { numRuns: 900, seed: 20261125 },
  );
}, 60_000);

test('from every state but the end something leads on, and every step can be reached', () => {
  expect(CASE_STATES).toHaveLength(23);
  for (const state of CASE_STATES) {
    const from = CASE_VERBS.filter((verb) => stepOf(verb).from.includes(state) && verb !== 'close-on-death');
    expect(from.length, state).toBeGreaterThan(0);
  }
  // All 34 rows of the brief: creation is row 1, the others are steps.
  const numbers = new Set(CASE_VERBS.map((verb) => stepOf(verb).no).filter((no) => !no.startsWith('M')));
  const rows = ['12a', ...Array.from({ length: 32 }, (_, index) => String(index + 2))];
  expect([...numbers].sort()).toEqual(rows.sort());
});

afterAll(() => {
  const missedStates = CASE_STATES.filter((state) => !seen.states.has(state));
  const missedVerbs = CASE_VERBS.filter((verb) => !seen.verbs.has(verb));
  process.stdout.write(
    `case model: ${seen.steps} steps taken, ${seen.refused} refused, ${seen.closed} times closed; ` +
      `states ${CASE_STATES.length - missedStates.length}/${CASE_STATES.length}, steps ${CASE_VERBS.length - missedVerbs.length}/${CASE_VERBS.length}` +
      (missedVerbs.length > 0 ? `; not reached: ${missedVerbs.join(', ')}\n` : '\n'),
  );
  expect({ missedStates, missedVerbs }).toEqual({ missedStates: [], missedVerbs: [] });
});

// Travellers whose answers are known at every moment of a long run: wanted, watched, withdrawn before, and those whose alert begins,
// pauses or ends meanwhile.
import { setTimeout as sleep } from 'node:timers/promises';
import type { AlertDraft } from '../../server/features/alerts/contract.ts';
import { arrestDraft, makeOffenceCode, makePerson, plainDraft, publish, submit } from './alert-files.ts';
import type { Installation } from './installation.ts';

type Outcome = 'HIT' | 'CLEAR';
type Kind = 'wanted' | 'watched' | 'withdrawn' | 'to be withdrawn' | 'to begin' | 'to pause' | 'to expire';

/** Before `asked` it was as before, after `done` it is so; between the two either may be said. */
interface Change {
  readonly asked: number;
  done: number;
  readonly to: Outcome;
}

export interface Planted {
  readonly kind: Kind;
  readonly personId: string;
  readonly alertId: string;
  /** As recorded, in Cyrillic. */
  readonly name: string;
  readonly birthDate: string;
  readonly question: object;
  readonly first: Outcome;
  readonly changes: Change[];
}

/** @returns what somebody who asked at `from` and had the answer at `to` may have been told */
export function lawful({ first, changes }: Pick<Planted, 'first' | 'changes'>, from: number, to: number) {
  const told = new Set<Outcome>();
  let since = Number.NEGATIVE_INFINITY;
  let state = first;
  for (const change of changes) {
    if (from <= change.done && to >= since) told.add(state);
    since = change.asked;
    state = change.to;
  }
  if (to >= since) told.add(state);
  return told;
}

const FAMILIES = (
  'Абасов Беков Вахидов Гафуров Дюшебаев Ершов Жолдошев Зарипов Ибраимов Калыков Латыпов Мырзаев Ниязов Орозов Рысбаев ' +
  'Сулайманов Токтоев Усенов Фархадов Хасанов Чыныбаев Шаршенов'
).split(' ');
const GIVEN = ['Бакыт', 'Виктор', 'Дамир', 'Ернар', 'Зафар', 'Леонид', 'Чингиз'];

/** How many of each; the steps of a run are spread over those that change. */
const COUNTS: Record<Kind, number> = {
  wanted: 12,
  watched: 8,
  withdrawn: 8,
  'to be withdrawn': 8,
  'to begin': 8,
  'to pause': 4,
  'to expire': 8,
};

/** @param expiry when the one or other that expires does */
export async function plantTravellers(
  installation: Installation,
  expiry: (share: number) => Date,
): Promise<Planted[]> {
  const code = await makeOffenceCode(installation, 'KGZ');
  const planted: Planted[] = [];
  let number = 0;

  async function plant(kind: Kind, share: number): Promise<void> {
    number += 1;
    const family = FAMILIES[number % FAMILIES.length] ?? '';
    const given = GIVEN[number % GIVEN.length] ?? '';
    const birth = `${1938 + number}-0${1 + (number % 9)}-1${number % 9}`;
    const document = `SK${5_000_000 + number}`;
    const personId = await makePerson(installation, installation.actor('KGZ', 'INV'), {
      family,
      given,
      birth,
      document,
    });
    const isWatched = kind === 'watched';
    const draft: AlertDraft = isWatched
      ? plainDraft(personId, {
          type: 'DISCREET_CHECK',
          actionsOnHit: ['D1'],
          sharing: 'LISTED',
          sharedWithStates: ['KAZ'],
        })
      : arrestDraft(personId, code, { sharing: 'ALL_MEMBERS' });
    const place = kind === 'to begin' ? submit : publish;
    const { id: alertId } = await place(installation, 'KGZ', draft);
    const one: Planted = {
      kind,
      personId,
      alertId,
      name: `${family} ${given}`,
      birthDate: birth,
      // The one or other comes with another's papers: then the name and the date must do.
      question: {
        family,
        given,
        birthDate: birth,
        ...(number % 3 > 0 && { document: { number: document, state: 'KGZ' } }),
        checkpoint: 'Korday',
      },
      first: isWatched || kind === 'to begin' ? 'CLEAR' : 'HIT',
      changes: [],
    };
    planted.push(one);
    if (kind === 'withdrawn') await withdraw(installation, one);
    if (kind === 'to expire') await letExpire(installation, one, expiry(share));
  }

  for (const [kind, count] of Object.entries(COUNTS) as [Kind, number][])
    for (let index = 0; index < count; index += 1) await plant(kind, (index + 1) / (count + 1));
  return planted;
}

const LONGEST_OUTAGE_MS = 120_000;

/** Carries a step out whatever breaks meanwhile, and notes from when to when it was uncertain. */
async function step(
  { services, query, actor }: Installation,
  one: Planted,
  [verb, words, target]: ['withdraw' | 'approve' | 'suspend' | 'resume', object, string],
  to: Outcome,
): Promise<void> {
  const change: Change = { asked: Date.now(), done: Number.POSITIVE_INFINITY, to };
  one.changes.push(change);
  for (;;) {
    try {
      const [alert] = await query<{ status: string; version: number }>(
        'select status, version from alert where id = $1',
        [one.alertId],
      );
      // An answer may have been lost whose step was taken.
      if (alert?.status !== target)
        await services.alerts.takeStep(
          actor('KGZ', 'CO'),
          one.alertId,
          alert?.version ?? 0,
          verb,
          words as never,
        );
      change.done = Date.now();
      return;
    } catch (error) {
      if (Date.now() - change.asked > LONGEST_OUTAGE_MS) throw error;
      await sleep(200);
    }
  }
}

export const withdraw = (installation: Installation, one: Planted) =>
  step(
    installation,
    one,
    ['withdraw', { withdrawal: 'CHARGES_DROPPED', reason: 'Decision 12/2026.' }, 'WITHDRAWN'],
    'CLEAR',
  );
const begin = (installation: Installation, one: Planted) =>
  step(installation, one, ['approve', { complianceReviewed: true }, 'ACTIVE'], 'HIT');
const suspend = (installation: Installation, one: Planted) =>
  step(installation, one, ['suspend', { reason: 'It is disputed.' }, 'SUSPENDED'], 'CLEAR');
const resume = (installation: Installation, one: Planted) =>
  step(installation, one, ['resume', { reason: 'It stands.' }, 'ACTIVE'], 'HIT');

/** The end of a day in the owner's zone is too far away: the moment is put into the row, and the search row made as ever. */
async function letExpire({ database, services, actor }: Installation, one: Planted, at: Date): Promise<void> {
  await database.transaction(actor('KGZ', 'CO'), async (tx) => {
    await tx.db.alert.update({ where: { id: one.alertId }, data: { endsAt: at } });
    await services.persons.refreshSearch(tx, one.personId);
    tx.audit({
      type: 'alert.changed',
      data: { changed: ['endsAt'] },
      subject: { type: 'alert', id: one.alertId },
    });
  });
  // Both sides read the same clock, in whole milliseconds.
  one.changes.push({ asked: at.getTime() - 2, done: at.getTime() + 2, to: 'CLEAR' });
}

/** The steps of a run in their order: withdrawn, begun, paused and resumed in turn. */
export function plannedSteps(
  installation: Installation,
  planted: readonly Planted[],
): (readonly [Planted, () => Promise<void>])[] {
  const of = (kind: Kind) => planted.filter((one) => one.kind === kind);
  const [ending, beginning, pausing] = [of('to be withdrawn'), of('to begin'), of('to pause')];
  const steps: (readonly [Planted, () => Promise<void>])[] = [];
  for (const [index, one] of ending.entries()) {
    steps.push([one, () => withdraw(installation, one)]);
    const next = beginning[index];
    if (next) steps.push([next, () => begin(installation, next)]);
    const pause = pausing[index % pausing.length];
    if (pause)
      steps.push([pause, () => suspend(installation, pause)], [pause, () => resume(installation, pause)]);
  }
  return steps;
}

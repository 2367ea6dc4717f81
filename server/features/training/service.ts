// Training mode: exercises to decide on, judged at once, and each officer's own result sheet.
import type { Actor, Locale } from '../../domain/access/actor.ts';
import { notFound, Problem } from '../../domain/errors.ts';
import {
  type Attempt,
  countRight,
  type Exercise,
  isPassed,
  judge,
  sheetOf,
} from '../../domain/training/exercise.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import { FileReply } from '../../platform/http/route.ts';
import { newId } from '../../platform/ids.ts';
import { renderPdf } from '../../platform/pdf/render.ts';
import { markTraining } from '../../platform/pdf/training-mark.ts';
import type { ReferenceService } from '../reference/service.ts';
import type { AnswerBody, AnswerView, ExerciseList, PrintQuery, SheetList, SheetView } from './contract.ts';
import { readExercises } from './exercises.ts';
import { layOutSheet } from './printed-sheet.ts';
import { createTrainingStore } from './store.ts';

export interface TrainingService {
  list(actor: Actor): Promise<ExerciseList>;
  /** @throws Problem `validation-failed` at `/decisions` for what does not answer the questions */
  answer(actor: Actor, exercise: string, body: AnswerBody): Promise<AnswerView>;
  sheet(actor: Actor): Promise<SheetView>;
  /** The sheet of the actor, or of an officer of his state, on paper. @throws Problem `not-found` for officers of other states */
  printSheet(actor: Actor, userId: string, query: PrintQuery): Promise<FileReply>;
  /** Of the officers of the actor's state. */
  sheets(actor: Actor): Promise<SheetList>;
}

export interface TrainingDeps {
  readonly database: Pick<Database, 'prisma' | 'transaction' | 'record'>;
  readonly clock: Clock;
  readonly reference: Pick<ReferenceService, 'zoneOf'>;
  /** Whether this is training; the registry knows nothing of exercises. */
  readonly training: boolean;
}

export function createTrainingService(deps: TrainingDeps): TrainingService {
  const { database, clock, reference, training } = deps;
  const store = createTrainingStore(database);
  const known = training ? readExercises() : null;

  /** Exercises are for people: a key of another system learns nothing here. */
  function open(actor: Actor) {
    if (!known || actor.kind !== 'user') throw notFound();
    const { locale } = actor;
    const named = (code: string) => ({ code, text: known.decision(code)[locale] });
    return { ...known, locale, named };
  }

  function viewOf(exercises: readonly Exercise[], attempts: readonly Attempt[], locale: Locale): SheetView {
    const lines = sheetOf(exercises, attempts);
    const told = (attempt: (typeof lines)[number]['first']) =>
      attempt && { right: attempt.right, at: attempt.answeredAt.toISOString() };
    return {
      passed: lines.filter(isPassed).length,
      lines: lines.map((line) => ({
        exercise: line.exercise.code,
        title: line.exercise.title[locale],
        total: line.total,
        attempts: line.attempts,
        first: told(line.first),
        last: told(line.last),
        passed: isPassed(line),
      })),
    };
  }

  return {
    async list(actor) {
      const { exercises, locale, named } = open(actor);
      return {
        items: exercises.map(({ code, kind, title, situation, zone, questions }) => ({
          code,
          kind,
          title: title[locale],
          situation: situation[locale],
          zone: [...zone],
          questions: questions.map(({ ask, offered }) => ({ ask: ask[locale], offered: offered.map(named) })),
        })),
      };
    },

    async answer(actor, code, { decisions }) {
      const { exercises, locale, named } = open(actor);
      const exercise = exercises.find((one) => one.code === code);
      if (!exercise) throw notFound();
      const judged = judge(exercise, decisions);
      if (!judged)
        throw new Problem('validation-failed', [{ at: '/decisions', code: 'decision-not-offered' }]);
      const [right, total] = [countRight(judged), judged.length];
      return database.transaction(actor, async (tx) => {
        await store.insert(tx, {
          id: newId(tx.now.getTime()),
          userId: actor.id,
          exercise: code,
          given: decisions,
          right,
          answeredAt: tx.now,
        });
        tx.audit({ type: 'training.answered', data: { exercise: code, right, total } });
        return {
          exercise: code,
          right,
          total,
          questions: judged.map(({ given, expected, isRight }, at) => ({
            given: named(given),
            expected: named(expected),
            isRight,
            why: exercise.questions[at]?.why[locale] ?? '',
          })),
        };
      });
    },

    async sheet(actor) {
      const { exercises, locale } = open(actor);
      const attempts = await store.ofUser(actor.id);
      await database.record(actor, { type: 'training.viewed', data: { attempts: attempts.length } });
      return viewOf(exercises, attempts, locale);
    },

    async printSheet(actor, userId, { language }) {
      const { exercises } = open(actor);
      const { state } = actor;
      const officer = state === null ? null : await store.officer(userId, state);
      if (state === null || !officer) throw notFound();
      const attempts = await store.ofUser(userId);
      await database.record(actor, { type: 'training.printed', data: { userId, attempts: attempts.length } });
      const locale = language ?? actor.locale;
      const { displayName: name, login, agency } = officer;
      const document = layOutSheet({
        sheet: viewOf(exercises, attempts, locale),
        officer: { name, login, agency: agency.name },
        ...{ locale, zone: await reference.zoneOf(state), now: clock.now(), viewer: actor.id },
      });
      return new FileReply('application/pdf', renderPdf(markTraining(document)), `training-${login}.pdf`);
    },

    async sheets(actor) {
      const { exercises } = open(actor);
      const { state } = actor;
      if (state === null) throw notFound();
      const officers = await store.officersOf(state);
      const attempts = await store.ofUsers(officers.map(({ id }) => id));
      await database.record(actor, { type: 'training.viewed', data: { attempts: attempts.length } });
      return {
        items: officers.flatMap(({ id, login, displayName, agency }) => {
          const own = attempts.filter(({ userId }) => userId === id);
          const last = own.at(-1);
          if (!last) return [];
          const lines = sheetOf(exercises, own);
          return [
            {
              ...{ userId: id, name: displayName, login, agency: agency.code },
              passed: lines.filter(isPassed).length,
              answered: lines.filter(({ first }) => first !== null).length,
              total: lines.length,
              lastAt: last.answeredAt.toISOString(),
            },
          ];
        }),
      };
    },
  };
}

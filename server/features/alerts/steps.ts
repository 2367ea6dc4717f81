// The steps of an alert's life: judged by the table of the life-cycle, written together with what follows from them.
import type { Actor } from '../../domain/access/actor.ts';
import { readerTokens } from '../../domain/access/audience.ts';
import {
  type AlertVerb,
  type TransitionFacts,
  type TransitionRefusal,
  transition,
} from '../../domain/alerts/life-cycle.ts';
import { isGateOpen, publicationGate } from '../../domain/alerts/publication-gate.ts';
import type { WithdrawalReason } from '../../domain/alerts/vocabulary.ts';
import { endOfDay } from '../../domain/dates/zone.ts';
import { notFound, Problem } from '../../domain/errors.ts';
import { dateOf, dayOf } from '../../platform/database/calendar-day.ts';
import type { Tx } from '../../platform/database/database.ts';
import { asProblem } from '../../platform/database/problems.ts';
import { announceAlert } from './announcing.ts';
import { reviewDayOf } from './content.ts';
import { reopen } from './drafting.ts';
import { gateFactsOf } from './gate.ts';
import {
  type AlertDeps,
  capacitiesOf,
  derived,
  isAuthor,
  type OpenAlert,
  openForChange,
  ownCalendarOf,
} from './parts.ts';
import { readPersonFacts } from './person-facts-store.ts';
import { addHistory, findVisible, updateAlert } from './store.ts';
import { judgedContentOf, receiptOf } from './view.ts';
import type { AlertReceipt } from './view-contract.ts';

/** Steps that a person takes; the others are the clock's and the retention's. */
export type PersonsVerb = Exclude<AlertVerb, 'expire' | 'archive' | 'erase'>;

export interface StepWords {
  readonly reason?: string | undefined;
  /** `withdraw`: the code from the closed list. */
  readonly withdrawal?: WithdrawalReason | undefined;
  /** `renew`: the new last day of validity. */
  readonly expiresOn?: string | undefined;
  /** `approve`: the approver has reviewed the character of the request. */
  readonly complianceReviewed?: boolean | undefined;
}

function refused({ refusal, guards, status, allowed }: TransitionRefusal): Problem {
  if (refusal === 'WRONG_STATE') return new Problem('transition-not-allowed', [], { status, allowed });
  if (refusal === 'WRONG_ACTOR') return new Problem('forbidden');
  if (refusal === 'FOUR_EYES') return new Problem('own-work');
  if (guards.includes('LATER_END'))
    return new Problem('validation-failed', [{ at: '/expiresOn', code: 'not-later' }]);
  if (guards.includes('REASON'))
    return new Problem('validation-failed', [{ at: '/reason', code: 'required' }]);
  return new Problem('transition-not-allowed', [], { status, allowed });
}

/** What is written besides the status. */
function consequences(verb: PersonsVerb, actor: Actor, { now, today, periods }: OpenAlert, words: StepWords) {
  switch (verb) {
    case 'submit':
      return { submittedAt: now };
    case 'return':
      return { submittedAt: null };
    case 'approve':
      return {
        approvedBy: actor.id,
        activatedAt: now,
        complianceReviewedBy: actor.id,
        duplicatesCheckedAt: now,
      };
    case 'suspend':
      return { suspendedAt: now };
    case 'resume':
      return { suspendedAt: null };
    case 'execute':
      return { endedAt: now };
    case 'withdraw':
      return { endedAt: now, withdrawalReason: words.withdrawal ?? null };
    case 'renew':
      return words.expiresOn === undefined
        ? {}
        : {
            expiresOn: dateOf(words.expiresOn),
            reviewDueOn: dateOf(reviewDayOf(today, words.expiresOn, periods)),
          };
    default:
      return {};
  }
}

export function createAlertSteps(deps: AlertDeps) {
  const { database, clock, persons, duplicates } = deps;

  /** Runs outside the transaction: it searches the whole registry. */
  async function findDuplicates(actor: Actor, id: string): Promise<readonly string[]> {
    const seen = await findVisible(database.prisma, id, readerTokens(actor), clock.now()).catch((error) =>
      Promise.reject(asProblem(error)),
    );
    if (!seen) throw notFound();
    return duplicates.unresolved(actor, seen.personId);
  }

  /** @throws Problem `publication-gate` with everything that is missing */
  async function demandGate(
    tx: Tx,
    actor: Actor,
    alert: OpenAlert,
    unresolvedDuplicates: readonly string[] | null,
    words: StepWords,
  ): Promise<void> {
    const isApproval = unresolvedDuplicates !== null;
    const facts = gateFactsOf(alert, await readPersonFacts(tx.db, alert.row.personId), {
      approverId: isApproval ? actor.id : null,
      complianceReviewedBy: words.complianceReviewed ? actor.id : null,
      unresolvedDuplicates,
    });
    const findings = publicationGate(facts, isApproval ? 'PUBLISH' : 'SUBMIT');
    if (isGateOpen(findings)) return;
    throw new Problem(
      'publication-gate',
      findings
        .filter(({ severity }) => severity === 'BLOCKING')
        .map(({ code, path, id }) => ({ at: path, code, ...(id !== undefined && { params: { id } }) })),
    );
  }

  function factsOf(actor: Actor, { row, zone, now }: OpenAlert, words: StepWords): TransitionFacts {
    return {
      now,
      capacities: capacitiesOf(actor, row),
      isAuthor: isAuthor(actor, row),
      hasReason: words.reason !== undefined,
      // Judged apart, so that everything missing can be listed.
      gatePassed: true,
      newEndsAt: words.expiresOn === undefined ? null : endOfDay(words.expiresOn, zone),
      retentionOver: false,
    };
  }

  async function takeStep(
    actor: Actor,
    id: string,
    version: number,
    verb: PersonsVerb,
    words: StepWords,
  ): Promise<AlertReceipt> {
    const unresolved = verb === 'approve' ? await findDuplicates(actor, id) : null;
    const calendar = await ownCalendarOf(deps, actor);
    return database.transaction(actor, async (tx) => {
      const alert = await openForChange(tx, actor, calendar, id, version);
      const { row, zone } = alert;
      const result = transition(row, verb, factsOf(actor, alert, words));
      const isGated = verb === 'submit' || verb === 'approve';
      if (!result.ok && !(isGated && result.refusal === 'GUARD')) throw refused(result);
      // An end that has passed is one of the findings: it is listed with the others.
      if (isGated) await demandGate(tx, actor, alert, unresolved, words);
      if (!result.ok) throw refused(result);
      const { to } = result;
      const expiresOn = words.expiresOn ?? dayOf(row.expiresOn);
      await updateAlert(tx.db, row, {
        ...consequences(verb, actor, alert, words),
        ...derived({ ...row, status: to, validFrom: dayOf(row.validFrom), expiresOn }, zone),
        status: to,
        updatedAt: tx.now,
      });
      const { reason, withdrawal } = words;
      await addHistory(tx, {
        alertId: id,
        verb,
        from: row.status,
        to,
        actorId: actor.id,
        reason: withdrawal ? `${withdrawal}: ${reason ?? ''}` : (reason ?? null),
        ...(verb === 'submit' && { content: judgedContentOf(actor, alert) }),
      });
      await persons.refreshSearch(tx, row.personId);
      tx.audit({
        type: 'alert.transition',
        data: { verb, from: row.status, to, ...(withdrawal && { reason: withdrawal }) },
        subject: { type: 'alert', id },
        // Words of people may name people.
        ...(reason !== undefined && { secret: reason }),
      });
      const after = await reopen(tx, calendar, id);
      await announceAlert(tx, row, after.row);
      return receiptOf(actor, after);
    });
  }

  return { takeStep };
}

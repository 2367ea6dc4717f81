// One step of the procedure: judged by the table, then written with everything that follows from it.
import type { Actor } from '../../domain/access/actor.ts';
import { type ClockEntry, custodyAfter, eventsOf } from '../../domain/cases/case-clocks.ts';
import type { StepWords } from '../../domain/cases/facts.ts';
import { judge, mayAct, stepsFrom, type Verdict } from '../../domain/cases/judge.ts';
import { type CaseVerb, stepOf } from '../../domain/cases/procedure.ts';
import { type CaseState, HIDDEN_REASON } from '../../domain/cases/vocabulary.ts';
import { type Fault, Problem } from '../../domain/errors.ts';
import type { Tx } from '../../platform/database/database.ts';
import { newId } from '../../platform/ids.ts';
import { ring } from './clockwork.ts';
import type { StepBody } from './contract.ts';
import { writeDecision } from './decisions.ts';
import type { CaseEventLine } from './event-line.ts';
import { type Gathered, gather } from './facts.ts';
import { writeMatters } from './matters.ts';
import { type CaseDeps, caseActorOf, openForChange, sharedVisibility, sideOf, stateOfSide } from './parts.ts';
import { addCustody, addEvents, type CaseFile, updateCase } from './store.ts';
import { addTasks } from './tasks-store.ts';
import { wordsOf } from './words.ts';

export interface StepReceipt {
  readonly id: string;
  readonly caseNumber: string;
  readonly state: CaseState;
  readonly custody: string;
  readonly version: number;
  readonly clocks: readonly { kind: string; key: string; dueAt: string | null }[];
}

const faultsOf = (missing: Extract<Verdict, { ok: false }>): Fault[] => [
  ...missing.guards.map((code) => ({ at: '/guards', code })),
  ...missing.inputs.map((code) => ({ at: '/inputs', code: `INPUT_${code}` })),
  ...missing.documents.map((document) => ({
    at: `/documents/${document}`,
    code: 'DOCUMENT_MISSING',
    params: { document },
  })),
];

/** What stands in the way, and what else this actor could do from here. */
function refused(
  actor: Actor,
  file: CaseFile,
  { facts }: Gathered,
  verdict: Extract<Verdict, { ok: false }>,
): Problem {
  const who = caseActorOf(actor, file);
  if (verdict.refusal === 'WRONG_ACTOR') return new Problem('forbidden');
  const allowed = stepsFrom(facts)
    .filter(({ verb }) => mayAct(stepOf(verb), who))
    .map(({ verb }) => verb);
  return new Problem('transition-not-allowed', faultsOf(verdict), {
    status: file.state,
    allowed,
    guards: verdict.guards,
    inputs: verdict.inputs,
    documents: verdict.documents,
  });
}

/** Reasons of asylum, and everything said about them, stay with the requested side. */
function isSecret(verb: CaseVerb, body: StepBody, file: CaseFile): boolean {
  if (verb === 'hold' || verb === 'note-impediment') return body.hold?.reason === 'ASYLUM';
  if (verb !== 'lift-hold' && verb !== 'lift-impediment') return false;
  return file.matters.some(
    ({ kind, closedAt, data }) =>
      kind === 'IMPEDIMENT' && closedAt === null && (data as { reason?: string }).reason === 'ASYLUM',
  );
}

function linesOf(
  actor: Actor,
  file: CaseFile,
  body: StepBody,
  to: CaseState,
  at: Date,
  isShared: boolean,
): CaseEventLine[] {
  const { verb } = body;
  const visible = isShared ? 'BOTH' : sharedVisibility(file);
  const line: CaseEventLine = {
    kind: 'STEP',
    verb,
    side: sideOf(actor, file),
    visibleTo: visible,
    from: file.state,
    to,
    occurredAt: at,
    actorId: actor.id,
    role: actor.roles.find((role) => role === 'PRO' || role === 'CO' || role === 'NAD') ?? null,
    actedBy: body.actedBy ?? null,
    reason: body.reason ?? body.lapse ?? body.endCondition ?? body.hold?.reason ?? null,
    documents: stepOf(verb).documents,
    legalRef: body.legalRef ?? null,
    clientIp: actor.ip,
    data: {
      ...(body.items && { items: body.items }),
      ...(body.surrender && { surrenderAt: body.surrender.at.toISOString(), place: body.surrender.place }),
      ...(body.returnBy && { returnBy: body.returnBy.toISOString() }),
      ...(body.channel && { channel: body.channel }),
      ...(body.lapse && { lapse: body.lapse }),
      ...(body.outcome && { outcome: { ...body.outcome } }),
    },
  };
  if (!isSecret(verb, body, file))
    return body.hold?.note === undefined
      ? [line]
      : [line, { ...line, kind: 'NOTE', visibleTo: 'RD', from: null, to: null, reason: body.hold.note }];
  const open: CaseEventLine = {
    ...line,
    reason: HIDDEN_REASON,
    documents: [],
    actedBy: null,
    legalRef: null,
    clientIp: null,
  };
  return [
    open,
    { ...line, kind: 'NOTE', visibleTo: 'RD', from: null, to: null, data: { note: body.hold?.note ?? null } },
  ];
}

/** What the row of the case becomes. */
function rowAfter(
  file: CaseFile,
  body: StepBody,
  verdict: Extract<Verdict, { ok: true }>,
  words: StepWords,
  facts: Gathered['facts'],
  now: Date,
  at: Date,
) {
  const { verb } = body;
  const custody = custodyAfter(verb, facts, words);
  return {
    state: verdict.to,
    returnStates: [...verdict.returnStates],
    ...(verdict.to !== file.state && { stateSince: at }),
    ...(stepOf(verb).shares && file.sharedAt === null && { sharedAt: now }),
    ...(custody !== null && { custody }),
    ...(body.channel !== undefined && { channel: body.channel }),
    ...(body.surrender && { surrenderAt: body.surrender.at, surrenderPlace: body.surrender.place }),
    ...(verb === 'reschedule' && { reschedules: file.reschedules + 1 }),
    ...(verb === 'schedule-surrender' && { reschedules: 0 }),
    ...(verb === 'open-review' && { owedDocuments: [] }),
    ...(body.outcome && { outcome: { ...body.outcome } }),
    ...(verdict.to === 'CLOSED' && { closedAt: now }),
    ...(verb === 'reopen' && { closedAt: null }),
    updatedAt: now,
  };
}

export const receiptOf = (
  file: CaseFile,
  state: CaseState,
  custody: string,
  version: number,
  log: readonly ClockEntry[],
  gathered: Gathered,
): StepReceipt => ({
  id: file.id,
  caseNumber: file.caseNumber,
  state,
  custody,
  version,
  clocks: log.map((entry) => ({
    kind: entry.kind,
    key:
      entry.kind === 'START'
        ? entry.clock.rule.key
        : (gathered.clocks.find(({ id }) => id === entry.id)?.key ?? ''),
    dueAt:
      entry.kind === 'START'
        ? entry.clock.dueAt.toISOString()
        : entry.kind === 'RESUME'
          ? entry.dueAt.toISOString()
          : null,
  })),
});

async function tellAlert(
  deps: CaseDeps,
  tx: Tx,
  actor: Actor,
  file: CaseFile,
  verb: CaseVerb,
): Promise<void> {
  const follow = (what: 'locate' | 'relocate' | 'execute') =>
    deps.alerts.followCase(tx, actor, file.alertId, what, `case ${file.caseNumber}`);
  if (verb === 'surrender' || verb === 'make-surrender-final') await follow('execute');
  if (verb === 'record-arrest' || verb === 'record-later-arrest' || verb === 'rearrest')
    await follow('locate');
  if (verb === 'lapse-arrest' || verb === 'lapse-surrender') await follow('relocate');
}

/** Refused for nationality: the machine proposes what the treaty asks for, people decide. */
async function proposeTransfer(
  tx: Tx,
  file: CaseFile,
  verb: CaseVerb,
  facts: Gathered['facts'],
): Promise<void> {
  if (verb !== 'refuse' && verb !== 'rule-refuse') return;
  if (!facts.checks.some(({ code, answer }) => code === 'R01' && answer === 'YES')) return;
  const side = 'RQ' as const;
  const task = {
    caseId: file.id,
    side,
    state: stateOfSide(file, side),
    kind: 'PROPOSE_TRANSFER',
    key: 'PROPOSE_TRANSFER',
  };
  await addTasks(
    tx.db,
    [{ ...task, params: { verb: 'transfer-prosecution', statusReportMonths: 6 } }],
    tx.now,
  );
}

export function createCaseStepping(deps: CaseDeps) {
  /** @param at must not lie in the future: nothing has happened yet */
  function momentOf(body: StepBody, now: Date, file: CaseFile): Date {
    const at = body.at ?? now;
    if (at > now) throw new Problem('validation-failed', [{ at: '/at', code: 'day-in-future' }]);
    if (at < file.stateSince && body.verb !== 'record-arrest' && body.verb !== 'record-later-arrest')
      throw new Problem('validation-failed', [{ at: '/at', code: 'before-last-step' }]);
    return at;
  }

  return {
    async takeCaseStep(actor: Actor, id: string, version: number, body: StepBody): Promise<StepReceipt> {
      return deps.database.transaction(actor, async (tx) => {
        const file = await openForChange(tx, actor, id, version);
        const gathered = await gather(deps, tx.db, file, tx.now);
        const { facts } = gathered;
        const who = caseActorOf(actor, file);
        const words = wordsOf(body, file, facts);
        const verdict = judge(body.verb, facts, who, words);
        if (!verdict.ok) throw refused(actor, file, gathered, verdict);
        const at = momentOf(body, tx.now, file);
        const step = stepOf(body.verb);
        await updateCase(tx.db, file, rowAfter(file, body, verdict, words, facts, tx.now, at));
        const custody = custodyAfter(body.verb, facts, words);
        if (custody !== null)
          await addCustody(tx.db, {
            id: newId(),
            caseId: id,
            from: file.custody,
            to: custody,
            at,
            facility: body.arrest?.facility ?? null,
            legalAct: body.legalRef ?? null,
            basis: body.arrest?.identityConfirmedBy ?? body.reason ?? null,
            actedBy: body.actedBy ?? who.side,
            side: who.side,
            recordedBy: actor.id,
            recordedAt: tx.now,
          });
        const agreed = body.surrender?.at ?? body.returnBy ?? null;
        const names = eventsOf(body.verb, facts, words);
        const log = await ring(
          deps,
          tx,
          file,
          gathered,
          { names, at, agreed, stops: step.stops, reason: body.reason ?? null },
          actor.id,
        );
        await writeDecision(tx, actor, file, body, at);
        await writeMatters(tx, file, body.verb, body, { id: actor.id, side: who.side });
        await addEvents(tx, id, linesOf(actor, file, body, verdict.to, at, step.shares));
        await tellAlert(deps, tx, actor, file, body.verb);
        await proposeTransfer(tx, file, body.verb, facts);
        tx.audit({
          type: 'case.step',
          data: { verb: body.verb, from: file.state, to: verdict.to },
          subject: { type: 'case', id },
          ...(body.reason !== undefined && { secret: body.reason }),
        });
        return receiptOf(file, verdict.to, custody ?? file.custody, file.version + 1, log, gathered);
      });
    },
  };
}

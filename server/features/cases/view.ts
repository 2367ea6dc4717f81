// A case as one side sees it.
import type { Actor, Locale } from '../../domain/access/actor.ts';
import {
  type CustodyState,
  HIDDEN_REASON,
  type MatterKind,
  type Side,
} from '../../domain/cases/vocabulary.ts';
import { isOver } from '../../domain/deadlines/clock.ts';
import { daysLeft } from '../../domain/deadlines/due.ts';
import { isTerm } from '../../domain/deadlines/rule.ts';
import { caseText } from '../../platform/i18n/cases.ts';
import { type ClockRow, clockOf, type readChanges } from './clock-store.ts';
import { creditOf } from './custody-facts.ts';
import type { Gathered } from './facts.ts';
import { privateSideOf, sideOf } from './parts.ts';
import type { CaseFile } from './store.ts';
import type { CaseView, DeadlineView } from './view-contract.ts';

type Changes = Awaited<ReturnType<typeof readChanges>>;

const DAY_MS = 86_400_000;
const iso = (date: Date | null): string | null => date?.toISOString() ?? null;

export const daysInState = (since: Date, now: Date): number =>
  Math.max(0, Math.floor((now.getTime() - since.getTime()) / DAY_MS));

/** Asylum is nobody's business in the state from which it was sought. */
const groundFor =
  (side: Side) =>
  (code: string): string =>
    side === 'RQ' && code === 'R08' ? HIDDEN_REASON : code;

export function deadlineViewOf(row: ClockRow, changes: Changes, now: Date, locale: Locale): DeadlineView {
  const clock = clockOf(row);
  return {
    id: row.id,
    key: row.key,
    text: caseText(`CLOCK_${row.key}`, locale) ?? row.key,
    type: clock.rule.type,
    scope: clock.rule.scope,
    startedAt: row.startedAt.toISOString(),
    dueAt: row.dueAt.toISOString(),
    status: isOver(clock, now) ? (isTerm(clock.rule) ? 'ENDED' : 'OVERDUE') : clock.status,
    term: isTerm(clock.rule),
    daysLeft: clock.status === 'RUNNING' ? daysLeft(row.dueAt, now, row.zone) : null,
    onExpiry: clock.rule.onExpiry,
    basis: row.basis,
    zone: row.zone,
    profile: row.profileCode,
    profileVersion: row.profileVersion,
    legalRef: clock.rule.legalRef,
    extensible: clock.rule.extensible,
    extendedDays: row.extendedDays,
    followsId: row.followsId,
    warned: row.warned,
    changes: changes
      .filter(({ deadlineId }) => deadlineId === row.id)
      .map(({ at, kind, event, dueBefore, dueAfter, reason }) => ({
        at: at.toISOString(),
        kind,
        event,
        dueBefore: iso(dueBefore),
        dueAfter: iso(dueAfter),
        reason,
      })),
  };
}

export interface ViewParts {
  readonly file: CaseFile;
  readonly gathered: Gathered;
  readonly changes: Changes;
  readonly registryNumber: string;
  readonly zone: string;
  readonly competing: { readonly size: number; readonly released: boolean };
}

const visible = (visibility: string, own: Side | null): boolean =>
  visibility === 'BOTH' || visibility === own;

export function caseViewOf(actor: Actor, parts: ViewParts): CaseView {
  const { file, gathered, changes, competing } = parts;
  const { facts } = gathered;
  const { now, law } = facts;
  const [side, own] = [sideOf(actor, file), privateSideOf(actor, file)];
  const named = groundFor(side);
  return {
    id: file.id,
    caseNumber: file.caseNumber,
    side,
    ownReference: side === 'RQ' ? file.rqReference : file.rdReference,
    otherReference: side === 'RQ' ? file.rdReference : file.rqReference,
    person: { id: file.personId, registryNumber: parts.registryNumber },
    alertId: file.alertId,
    hitId: file.hitId,
    requestingState: file.requestingState,
    requestedState: file.requestedState,
    purpose: file.purpose,
    inAbsentia: file.inAbsentia,
    channel: file.channel,
    language: file.language,
    confidentiality: file.confidentiality,
    treaty: {
      code: law.treaty.code,
      version: law.treaty.version,
      title: law.treaty.title,
      titles: law.treaty.titles,
      verifiedBy: law.treaty.verifiedBy,
      unverified: law.treaty.verifiedBy === null,
      override: file.treatyOverride,
      chain: file.treatyChain as CaseView['treaty']['chain'],
      national: law.national?.code ?? null,
    },
    state: file.state,
    stateSince: file.stateSince.toISOString(),
    daysInState: daysInState(file.stateSince, now),
    shared: file.sharedAt !== null,
    custody: file.custody as CustodyState,
    custodyCreditDays: creditOf(file, now, parts.zone),
    custodyRecords: file.custodyRecords.map((row) => ({
      id: row.id,
      from: row.from,
      to: row.to,
      at: row.at.toISOString(),
      facility: row.facility,
      legalAct: row.legalAct,
      basis: row.basis,
      actedBy: row.actedBy,
      side: row.side,
      confirmed: row.to !== 'DEAD' || row.confirmedAt !== null,
    })),
    surrenderAt: iso(file.surrenderAt),
    surrenderPlace: file.surrenderPlace,
    owedDocuments: file.owedDocuments,
    checklist: facts.checklist.map((item) => ({
      ...item,
      present: facts.documents.some(({ code, present }) => code === item.code && present),
    })),
    offences: file.offences.map((row) => ({
      ...row,
      outcome: row.outcome as CaseView['offences'][number]['outcome'],
      grounds: row.grounds.map(named),
    })),
    deadlines: gathered.clocks
      .filter(({ visibleTo }) => visible(visibleTo, own))
      .map((row) => deadlineViewOf(row, changes, now, actor.locale)),
    grounds:
      own === 'RD'
        ? file.refusalChecks.map(({ code, answer, force, note }) => ({ code, answer, force, note }))
        : null,
    decisions: file.decisions.map((row) => ({
      id: row.id,
      kind: row.kind,
      decidedBy: row.decidedBy,
      decidedAt: row.decidedAt.toISOString(),
      onAppeal: row.onAppeal,
      reasoning: side === 'RQ' && row.grounds.includes('R08') ? HIDDEN_REASON : row.reasoning,
      grounds: row.grounds.map(named),
      offences: (row.offences as unknown as CaseView['decisions'][number]['offences']).map((one) => ({
        ...one,
        grounds: one.grounds.map(named),
      })),
    })),
    matters: file.matters
      .filter(({ visibleTo }) => visible(visibleTo, own))
      .map((row) => ({
        id: row.id,
        kind: row.kind as MatterKind,
        status: row.status,
        side: row.side,
        data: row.data as Record<string, unknown>,
        openedAt: row.openedAt.toISOString(),
        closedAt: iso(row.closedAt),
      })),
    outcome: file.outcome as Record<string, unknown> | null,
    otherRequestExists: competing.released,
    competing: side === 'RD' && own === 'RD' && competing.size > 1,
    closedAt: iso(file.closedAt),
    demo: file.demo,
    createdAt: file.createdAt.toISOString(),
    version: file.version,
  };
}

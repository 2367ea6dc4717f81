// Looking at alerts: every look is kept before it is answered.

import { z } from 'zod';
import type { Actor } from '../../domain/access/actor.ts';
import { readerTokens } from '../../domain/access/audience.ts';
import { type GateStage, isGateOpen, publicationGate } from '../../domain/alerts/publication-gate.ts';
import { notFound, Problem } from '../../domain/errors.ts';
import { asProblem } from '../../platform/database/problems.ts';
import { decodeCursor, toPage } from '../../platform/http/cursor.ts';
import { alertText } from '../../platform/i18n/alerts.ts';
import type { AlertQuery } from './contract.ts';
import { gateFactsOf } from './gate.ts';
import { listVisible } from './list-store.ts';
import { type AlertDeps, calendarOf, inCalendar, isOwnSide, type OpenAlert } from './parts.ts';
import { readPersonFacts } from './person-facts-store.ts';
import { findVisible, readAlert } from './store.ts';
import { alertViewOf, entryOf } from './view.ts';
import type { AlertPage, AlertView, GateView } from './view-contract.ts';

const position = z.tuple([z.uuid()]);

/** @throws Problem `not-found` for what the actor may not see */
export async function openForReading(deps: AlertDeps, actor: Actor, id: string): Promise<OpenAlert> {
  const { prisma } = deps.database;
  const now = deps.clock.now();
  try {
    if (!(await findVisible(prisma, id, readerTokens(actor), now))) throw notFound();
    const row = await readAlert(prisma, id);
    if (!row) throw notFound();
    return inCalendar(await calendarOf(deps, row.ownerState), row, now);
  } catch (error) {
    throw asProblem(error);
  }
}

export function createAlertReading(deps: AlertDeps) {
  const { database, clock, disclosures } = deps;

  async function getAlert(actor: Actor, id: string): Promise<AlertView> {
    const alert = await openForReading(deps, actor, id);
    const { row } = alert;
    await database.record(actor, {
      type: 'alert.viewed',
      data: { personId: row.personId },
      subject: { type: 'alert', id },
    });
    await disclosures.note(actor, 'DETAIL', [
      { personId: row.personId, alertIds: [id], ownerStates: [row.ownerState] },
    ]);
    return alertViewOf(actor, alert, isOwnSide(actor, row));
  }

  async function listAlerts(actor: Actor, query: AlertQuery): Promise<AlertPage> {
    const { limit, cursor, ownState, ...filter } = query;
    const now = clock.now();
    const rows = await listVisible(database.prisma, readerTokens(actor), now, {
      ...filter,
      own:
        ownState === undefined || actor.state === null
          ? undefined
          : { state: actor.state, wanted: ownState === 'true' },
      after: cursor === undefined ? undefined : decodeCursor(cursor, position)[0],
      limit: limit + 1,
    }).catch((error) => Promise.reject(asProblem(error)));
    const page = toPage(rows, limit, (row) => [row.id]);
    await database.record(actor, { type: 'alert.listed', data: { count: page.items.length } });
    await disclosures.note(
      actor,
      'SEARCH',
      page.items.map((row) => ({
        personId: row.personId,
        alertIds: [row.id],
        ownerStates: [row.ownerState],
      })),
    );
    return { ...page, items: page.items.map((row) => entryOf(row, now, isOwnSide(actor, row))) };
  }

  /** What still stands between the alert and its publication; only the owner's people are told. */
  async function readGate(actor: Actor, id: string): Promise<GateView> {
    const alert = await openForReading(deps, actor, id);
    const { row } = alert;
    if (!isOwnSide(actor, row)) throw new Problem('forbidden');
    const [person, unresolvedDuplicates] = await Promise.all([
      readPersonFacts(database.prisma, row.personId),
      deps.duplicates.unresolved(actor, row.personId),
    ]);
    const { approvedBy: approverId, complianceReviewedBy } = row;
    const facts = gateFactsOf(alert, person, { approverId, complianceReviewedBy, unresolvedDuplicates });
    const atSubmission = publicationGate(facts, 'SUBMIT');
    const findings = publicationGate(facts, 'PUBLISH');
    const stageOf = (code: string): GateStage =>
      atSubmission.some((finding) => finding.code === code) ? 'SUBMIT' : 'PUBLISH';
    await database.record(actor, {
      type: 'alert.viewed',
      data: { personId: row.personId },
      subject: { type: 'alert', id },
    });
    return {
      openForSubmission: isGateOpen(atSubmission),
      openForPublication: isGateOpen(findings),
      findings: findings.map(({ path, ...finding }) => ({
        ...finding,
        at: path,
        stage: stageOf(finding.code),
        text: alertText(finding.code, actor.locale),
      })),
    };
  }

  return { getAlert, listAlerts, readGate };
}

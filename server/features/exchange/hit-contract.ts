// Hits on the line, member by member, as messages carry them.
import { z } from 'zod';
import { sharedAgency } from './message-contract.ts';

const id = z.uuid();
const state = z.string().length(3);
const instant = z.iso.datetime();
const text = z.string();
const words = z.array(text);
const maybe = <T extends z.ZodType>(schema: T) => schema.nullable();
const moment = maybe(instant);

/** A hit for the owner of its alert: who acted at the border, and what they wrote, stays there. */
export const hitReport = z.strictObject({
  hit: z.strictObject({
    ...{ id, checkId: id, agencyId: id, personId: id, alertId: id, ownerAgencyId: id },
    kind: z.enum(['MATCH', 'SILENT']),
    status: text,
    at: instant,
    reference: text,
    ...{ state, ownerState: state },
    ...{ checkpoint: maybe(text), lane: maybe(text), direction: maybe(text), transport: maybe(text) },
    alertType: text,
    actions: words,
    ...{ band: text, score: z.number(), colour: text, forSecondLine: z.boolean() },
    ...{ acknowledgedAt: moment, claimedAt: moment },
    ...{ decision: maybe(text), decisionReason: maybe(text), identifiers: words, decidedAt: moment },
    ...{
      urgency: maybe(text),
      askedAt: moment,
      answerDueAt: moment,
      answer: maybe(text),
      answeredAt: moment,
    },
    ...{ action: maybe(text), actionAt: moment, actionPlace: maybe(text), custodyFacility: maybe(text) },
    closedAt: moment,
  }),
  /** As he was asked for. */
  traveller: z.record(z.string(), z.unknown()),
  reasons: z.array(z.record(z.string(), z.unknown())),
  steps: z.array(z.strictObject({ id, verb: text, from: text, to: text, at: instant })),
  agency: maybe(sharedAgency),
});
export type HitReport = z.output<typeof hitReport>;

/** What the owner of the alert said. */
export const hitAnswer = z.strictObject({
  hitId: id,
  verb: z.enum(['owner-confirm', 'owner-withdraw', 'take-note']),
  at: instant,
});

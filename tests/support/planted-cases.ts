// Cases as they stand in the tables after years of work, written at once: what reports count, without the way there.
import type { CaseVerb } from '../../server/domain/cases/procedure.ts';
import type { CaseState } from '../../server/domain/cases/vocabulary.ts';
import { newId } from '../../server/platform/ids.ts';
import type { TestWorld } from './world.ts';

export interface PlantedCase {
  readonly rq: string;
  readonly rd: string;
  readonly article?: number;
  readonly steps: readonly [day: string, to: CaseState, verb?: CaseVerb][];
  readonly refusedOn?: readonly string[];
}

let number = 0;

export async function plantCase(world: TestWorld, plan: PlantedCase): Promise<string> {
  const { prisma } = world.database;
  const id = newId();
  const at = (day: string) => new Date(`${day}T08:00:00Z`);
  const [first] = plan.steps;
  const last = plan.steps.at(-1);
  if (!first || !last) throw new Error('a case without a step');
  number += 1;
  await prisma.extraditionCase.create({
    data: {
      ...{ id, personId: newId(), alertId: newId(), rqAgencyId: world.actor('KGZ', 'CO').agencyId ?? '' },
      caseNumber: `TEST-${number}`,
      ...{ requestingState: plan.rq, requestedState: plan.rd, purpose: 'PROSECUTION' },
      ...{ treatyCode: 'MINSK_1993', treatyVersion: 1, defaultsVersion: 1, treatyChain: [] },
      ...{ state: last[1], stateSince: at(last[0]), sharedAt: at(first[0]) },
      ...{ createdBy: newId(), createdAt: at(first[0]), updatedAt: at(last[0]) },
      offences: {
        create: {
          ...{
            no: 1,
            state: plan.rq,
            codeName: 'TEST',
            article: '1',
            titleOrig: 'x',
            titleRu: 'x',
            titleEn: 'x',
          },
          uncacArticles: [plan.article ?? 17],
        },
      },
      events: {
        create: plan.steps.map(([day, to, verb], seq) => ({
          ...{ seq: seq + 1, at: at(day), occurredAt: at(day), side: 'RQ', visibleTo: 'BOTH', kind: 'STEP' },
          ...{ from: plan.steps[seq - 1]?.[1] ?? null, to, verb: verb ?? null },
        })),
      },
      ...(plan.refusedOn && {
        decisions: {
          create: {
            ...{ kind: 'REFUSE', decidedBy: 'x', reasoning: 'x', offences: [], recordedBy: newId() },
            ...{ decidedAt: at(last[0]), grounds: [...plan.refusedOn] },
          },
        },
      }),
    },
  });
  return id;
}

/** From the request to the surrender; every step a fortnight after the one before. */
export function wayTo(
  end: 'sent' | 'received' | 'refused' | 'surrendered',
  from: string,
): PlantedCase['steps'] {
  const after = (days: number) =>
    new Date(Date.parse(`${from}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
  const sent: PlantedCase['steps'] = [[from, 'REQUEST_SENT']];
  if (end === 'sent') return sent;
  const received: PlantedCase['steps'] = [
    ...sent,
    [after(14), 'REQUEST_RECEIVED'],
    [after(20), 'UNDER_REVIEW'],
  ];
  if (end === 'received') return received;
  if (end === 'refused') return [...received, [after(40), 'REFUSED']];
  return [
    ...received,
    [after(40), 'GRANTED'],
    [after(50), 'SURRENDER_SCHEDULED'],
    [after(60), 'SURRENDERED'],
  ];
}

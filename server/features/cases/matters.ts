// What a step opens and closes beside the main path: impediments, consent, appeal, postponement, waivers, agreements.
import type { CaseVerb } from '../../domain/cases/procedure.ts';
import type { MatterKind, Side, Visibility } from '../../domain/cases/vocabulary.ts';
import type { Tx } from '../../platform/database/database.ts';
import { newId } from '../../platform/ids.ts';
import type { StepBody } from './contract.ts';
import { addMatter, type CaseFile, updateMatter } from './store.ts';

interface NewMatter {
  readonly kind: MatterKind;
  readonly status: string;
  readonly visibleTo: Visibility;
  readonly data: object;
}

function opened(verb: CaseVerb, body: StepBody): NewMatter | null {
  switch (verb) {
    case 'hold':
    case 'note-impediment':
      // The other side learns of it from the timeline, in the words that it may know.
      return { kind: 'IMPEDIMENT', status: 'OPEN', visibleTo: 'RD', data: { ...body.hold } };
    case 'record-consent':
      return {
        kind: 'CONSENT',
        status: 'GIVEN',
        visibleTo: 'BOTH',
        data: { ...body.consent, before: body.actedBy },
      };
    case 'appeal':
      return { kind: 'APPEAL', status: 'OPEN', visibleTo: 'BOTH', data: { by: body.actedBy } };
    case 'postpone':
      return { kind: 'POSTPONEMENT', status: 'OPEN', visibleTo: 'BOTH', data: { until: body.endCondition } };
    case 'surrender-temporarily':
      return {
        kind: 'TEMP_SURRENDER',
        status: 'OPEN',
        visibleTo: 'BOTH',
        data: { returnBy: body.returnBy?.toISOString() },
      };
    case 'ask-waiver':
      return { kind: 'WAIVER', status: 'ASKED', visibleTo: 'BOTH', data: { ...body.waiver } };
    default:
      return null;
  }
}

/** Which open matters the step ends, and how. */
function closing(verb: CaseVerb, body: StepBody): Partial<Record<MatterKind, string>> {
  switch (verb) {
    case 'lift-hold':
    case 'lift-impediment':
      return { IMPEDIMENT: 'LIFTED' };
    case 'refuse':
    case 'revoke-grant':
      return { IMPEDIMENT: 'ENDED_BY_REFUSAL', POSTPONEMENT: 'ENDED' };
    case 'end-consent':
      return { CONSENT: body.consentEnd?.revoked ? 'REVOKED' : 'VOID' };
    case 'rule-grant':
    case 'rule-refuse':
    case 'remit':
      return { APPEAL: 'DECIDED' };
    case 'withdraw-appeal':
      return { APPEAL: 'WITHDRAWN' };
    case 'schedule-surrender':
      return { POSTPONEMENT: 'ENDED' };
    case 'return-person':
    case 'return-for-surrender':
      return { TEMP_SURRENDER: 'RETURNED' };
    case 'make-surrender-final':
      return { TEMP_SURRENDER: 'MADE_FINAL', POSTPONEMENT: 'ENDED' };
    case 'answer-waiver':
      return { WAIVER: body.waiverAnswer?.granted ? 'GRANTED' : 'REFUSED' };
    default:
      return {};
  }
}

/** Writes what the step means for the matters of the case; an agreement is used once. */
export async function writeMatters(
  { db, now }: Tx,
  file: CaseFile,
  verb: CaseVerb,
  body: StepBody,
  by: { readonly id: string; readonly side: Side },
): Promise<void> {
  const ends = closing(verb, body);
  for (const matter of file.matters) {
    if (matter.closedAt !== null) continue;
    const used = matter.kind === 'AGREEMENT' && (matter.data as { verb?: string }).verb === verb;
    const status = used ? 'USED' : ends[matter.kind as MatterKind];
    if (status === undefined) continue;
    const answer = matter.kind === 'WAIVER' ? { answer: body.waiverAnswer?.text } : {};
    await updateMatter(db, matter.id, {
      status,
      closedAt: now,
      closedBy: by.id,
      data: { ...(matter.data as object), ...answer },
    });
  }
  const matter = opened(verb, body);
  if (!matter) return;
  await addMatter(db, {
    ...matter,
    id: newId(),
    caseId: file.id,
    side: by.side,
    data: { ...matter.data },
    openedAt: now,
    openedBy: by.id,
  });
}

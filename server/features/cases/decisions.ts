// A decision of the requested state: per offence, with its grounds, and never changed afterwards.
import type { Actor } from '../../domain/access/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import { newId } from '../../platform/ids.ts';
import type { StepBody } from './contract.ts';
import { addDecision, type CaseFile, setOffenceOutcomes } from './store.ts';

export async function writeDecision(
  { db }: Tx,
  actor: Actor,
  file: CaseFile,
  body: StepBody,
  at: Date,
): Promise<void> {
  const { decision } = body;
  if (!decision) return;
  const granted = decision.offences.filter(({ outcome }) => outcome === 'GRANTED').length;
  const kind = granted === 0 ? 'REFUSE' : granted === decision.offences.length ? 'GRANT' : 'PARTIAL';
  // Where all is refused, what was found in the check counts for each offence that names nothing else.
  const found = file.refusalChecks.filter(({ answer }) => answer === 'YES').map(({ code }) => code);
  const offences = decision.offences.map(({ offenceId, outcome, grounds }) => ({
    id: offenceId,
    outcome,
    grounds: outcome === 'REFUSED' && grounds.length === 0 ? found : grounds,
  }));
  await addDecision(db, {
    id: newId(),
    caseId: file.id,
    kind,
    decidedBy: decision.decidedBy,
    decidedAt: at,
    onAppeal: body.verb === 'rule-grant' || body.verb === 'rule-refuse',
    reasoning: decision.reasoning,
    offences,
    grounds: [...new Set(offences.flatMap(({ grounds }) => grounds))],
    recordedBy: actor.id,
  });
  await setOffenceOutcomes(db, offences);
}

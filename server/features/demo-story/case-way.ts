// One case of the story, told by the days on which its people did something.
import type { Actor } from '../../domain/access/actor.ts';
import { DOCUMENTS, type DocumentCode } from '../../domain/cases/documents.ts';
import { GROUND_CODES, type GroundCode } from '../../domain/cases/grounds.ts';
import type { CaseVerb } from '../../domain/cases/procedure.ts';
import type { CustodyState, Side } from '../../domain/cases/vocabulary.ts';
import type { CaseFileService } from '../case-files/service.ts';
import { agreementBody, caseDraft, groundsBody, stepBody } from '../cases/contract.ts';
import { commentBody, taskBody } from '../cases/list-contract.ts';
import type { CaseService } from '../cases/service.ts';
import type { BorderWay } from './border-way.ts';
import { DAY, type StoryClock } from './clock.ts';
import type { StoryPapers } from './papers.ts';
import type { BorderState, StoryPeople, StoryState } from './people.ts';
import type { Suspect } from './store.ts';

export interface CaseWayParts {
  readonly present: Date;
  readonly clock: StoryClock;
  readonly people: StoryPeople;
  readonly papers: StoryPapers;
  readonly border: BorderWay;
  readonly cases: CaseService;
  readonly caseFiles: Pick<CaseFileService, 'sign'>;
}

export const REQUEST_PAPERS: readonly DocumentCode[] = [
  'D10',
  'D11',
  'D14',
  'D15',
  'D16',
  'D17',
  'D18',
  'D20',
];
export const ARREST_PAPERS: readonly DocumentCode[] = ['D03', 'D04', 'D05'];

const BY = { actedBy: 'DEMO court' };

export function createCaseWay(parts: CaseWayParts, suspect: Suspect, rd: StoryState) {
  const { clock, people, papers, cases, caseFiles } = parts;
  const rq = suspect.ownerState as StoryState;
  const actorOf = (side: Side): Actor => people.prosecutor(side === 'RQ' ? rq : rd);
  let [caseId, version] = ['', 0];

  const way = {
    id: () => caseId,
    /** What follows happens so many days ago. */
    day: (ago: number) => clock.put(new Date(parts.present.getTime() - ago * DAY)),
    async draft(located = true) {
      const body = { alertId: suspect.alertId, requestedState: rd, purpose: 'PROSECUTION', located };
      const draft = caseDraft.parse({ ...body, offenceIds: suspect.offenceIds });
      ({ id: caseId, version } = await cases.createCase(actorOf('RQ'), draft));
    },
    async hit(checkpoint: string) {
      const state = rd as BorderState;
      const { hitId } = await parts.border.arrest(state, checkpoint, suspect);
      ({ caseId } = await cases.openHitCase(people.secondLine(state), hitId));
      ({ version } = await cases.getCase(actorOf('RD'), caseId));
    },
    async papers(...codes: readonly DocumentCode[]) {
      for (const code of codes) {
        clock.pass(2);
        const side = DOCUMENTS[code].side === 'RD' ? 'RD' : 'RQ';
        await papers.bring(actorOf(side), caseId, code, clock.now().toISOString().slice(0, 10));
      }
    },
    async step(side: Side, verb: CaseVerb, words: object = {}, ...codes: readonly DocumentCode[]) {
      await way.papers(...codes);
      clock.pass(5);
      const body = stepBody.parse({ verb, ...words });
      ({ version } = await cases.takeCaseStep(actorOf(side), caseId, version, body));
    },
    async custody(to: CustodyState) {
      clock.pass(5);
      const fact = { to, at: clock.now(), ...BY, facility: 'DEMO remand prison' };
      ({ version } = await cases.recordCustody(actorOf('RD'), caseId, version, fact));
    },
    async sign() {
      await caseFiles.sign(actorOf('RQ'), caseId);
      await way.step('RQ', 'sign-request');
    },
    /** Asked for an arrest and made: where no border service of the demo stands. */
    async arrest() {
      await way.step('RQ', 'request-provisional-arrest', {}, 'D01', 'D02');
      const arrest = { identityConfirmedBy: 'DEMO passport and photo', ownerConfirmed: true };
      await way.step('RD', 'record-arrest', { actedBy: 'DEMO police', arrest }, ...ARREST_PAPERS);
    },
    async sent() {
      await way.step('RQ', 'prepare-file');
      await way.papers(...REQUEST_PAPERS);
      await way.sign();
      await way.step('RQ', 'send-request', { channel: 'PROSECUTOR_GENERAL' }, 'D23');
    },
    async received() {
      await way.step('RD', 'acknowledge-receipt', {}, 'D24');
    },
    async review(owed: boolean) {
      await way.custody('EXTRADITION_CUSTODY');
      await way.step('RD', 'open-review', {}, ...(owed ? ARREST_PAPERS : []), 'D27');
    },
    async answer(yes: readonly GroundCode[] = [], codes: readonly GroundCode[] = GROUND_CODES) {
      clock.pass(5);
      const checks = codes.map((code) => ({
        code,
        answer: yes.includes(code) ? 'YES' : 'NO',
        note: 'DEMO: looked at',
      }));
      const body = groundsBody.parse({ checks });
      ({ version } = await cases.answerGrounds(actorOf('RD'), caseId, version, body));
    },
    async decide(verb: 'grant' | 'refuse', grounds: readonly GroundCode[] = []) {
      const { offences } = await cases.getCase(actorOf('RD'), caseId);
      const outcome = verb === 'grant' ? 'GRANTED' : 'REFUSED';
      const decision = {
        decidedBy: 'DEMO Prosecutor General',
        reasoning: 'DEMO: as the file shows.',
        offences: offences.map(({ id }) => ({ offenceId: id, outcome, grounds })),
      };
      await way.step('RD', verb, { decision }, 'D30');
    },
    async surrender(inDays: number) {
      await way.step('RD', 'waive-appeal', BY);
      const at = new Date(clock.now().getTime() + inDays * DAY).toISOString();
      await way.step(
        'RD',
        'schedule-surrender',
        { surrender: { at, place: 'DEMO border post Korday' } },
        'D38',
      );
    },
    async handOver() {
      const agreed = agreementBody.parse({ verb: 'surrender' });
      ({ version } = await cases.agree(actorOf('RQ'), caseId, version, agreed));
      await way.step('RD', 'surrender', { actedBy: 'DEMO escort', medicalCheck: true }, 'D41', 'D42');
    },
    async assurance(code: string, text: string) {
      ({ version } = await cases.askAssurance(actorOf('RD'), caseId, version, { code, text }));
    },
    async say(side: Side, text: string, shared = false, mentions: readonly string[] = []) {
      clock.pass(4);
      await cases.comment(
        actorOf(side),
        caseId,
        commentBody.parse({ text: `DEMO: ${text}`, shared, mentions }),
      );
    },
    async task(side: Side, text: string, dueInDays: number, urgent = false) {
      const dueAt = new Date(parts.present.getTime() + dueInDays * DAY).toISOString();
      await cases.addTask(
        actorOf(side),
        caseId,
        taskBody.parse({ text: `DEMO: ${text}`, dueAt, urgent, assigneeId: actorOf(side).id }),
      );
    },
    /** The case is the prosecutor's and, where there is one, the case officer's. */
    async assign(side: Side) {
      const actor = actorOf(side);
      await cases.setAssignment(actor, caseId, actor.id, true);
      if (actor.state === 'KGZ') await cases.setAssignment(actor, caseId, people.caseOfficer().id, true);
    },
  };
  return way;
}

export type CaseWay = ReturnType<typeof createCaseWay>;

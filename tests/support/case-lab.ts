// Cases for tests, made the way people make them: a published alert, a hit or a draft, papers, steps.
import type { Actor } from '../../server/domain/access/actor.ts';
import { DOCUMENTS, type DocumentCode } from '../../server/domain/cases/documents.ts';
import { GROUND_CODES } from '../../server/domain/cases/grounds.ts';
import type { CaseVerb } from '../../server/domain/cases/procedure.ts';
import { insertFile } from '../../server/features/case-files/store.ts';
import { caseDraft, groundsBody, stepBody } from '../../server/features/cases/contract.ts';
import type { CaseView } from '../../server/features/cases/view-contract.ts';
import { newId } from '../../server/platform/ids.ts';
import { arrestDraft, makeOffenceCode, makeStranger, publish } from './alert-files.ts';
import type { TestState } from './people.ts';
import type { TestWorld } from './world.ts';

export interface CaseLab {
  readonly world: TestWorld;
  readonly rq: TestState;
  readonly rd: TestState;
  readonly personId: string;
  readonly alertId: string;
  caseId: string;
  /** CO and PRO of the two sides. */
  actor(side: 'RQ' | 'RD', role?: 'CO' | 'PRO' | 'INV' | 'LIA' | 'NAD', which?: 'first' | 'second'): Actor;
  view(side?: 'RQ' | 'RD'): Promise<CaseView>;
  papers(...codes: DocumentCode[]): Promise<void>;
  step(
    side: 'RQ' | 'RD',
    verb: CaseVerb,
    words?: object,
    role?: 'CO' | 'PRO' | 'NAD',
  ): Promise<{ state: string; version: number }>;
  answer(yes?: readonly string[]): Promise<void>;
  /** The border has confirmed a hit on the person in the requested state, and arrested him. */
  hit(at: string | null): Promise<{ caseId: string; state: string; created: boolean }>;
  /** One outcome for every offence of the case. */
  decision(outcome: 'GRANTED' | 'REFUSED', grounds?: string[]): Promise<object>;
}

/** A published arrest alert of one state, and nothing more yet. */
export async function openCaseLab(
  world: TestWorld,
  rq: TestState,
  rd: TestState,
  person?: string,
): Promise<CaseLab> {
  const author = world.actor(rq, 'INV');
  const personId = person ?? (await makeStranger(world, author));
  // Each state brings its own knowledge of the person.
  if (person !== undefined) await ownFacts(world, author, person);
  const offence = await makeOffenceCode(world, rq);
  const alert = await publish(world, rq, arrestDraft(personId, offence));
  const { cases } = world.services;
  const purpose = { code: 'P3', reference: 'test case' } as const;
  const lab: CaseLab = {
    world,
    rq,
    rd,
    personId,
    alertId: alert.id,
    caseId: '',
    actor: (side, role = 'PRO', which = 'first') =>
      world.actor(side === 'RQ' ? rq : rd, role, { which, purpose }),
    view: (side = 'RD') => cases.getCase(lab.actor(side), lab.caseId),
    async papers(...codes) {
      for (const code of codes) {
        await putFile(lab, code);
      }
    },
    async step(side, verb, words = {}, role = 'PRO') {
      const { version } = await lab.view(side === 'RD' && !(await isShared(world, lab.caseId)) ? 'RQ' : side);
      return cases.takeCaseStep(
        lab.actor(side, role),
        lab.caseId,
        version,
        stepBody.parse({ verb, ...words }),
      );
    },
    async answer(yes = []) {
      const { version } = await lab.view();
      const checks = GROUND_CODES.map((code) => ({
        code,
        answer: yes.includes(code) ? 'YES' : 'NO',
        note: 'checked',
      }));
      await cases.answerGrounds(lab.actor('RD'), lab.caseId, version, groundsBody.parse({ checks }));
    },
    async hit(at) {
      const officer = world.actor(rd, 'BO2');
      const arrest =
        at === null ? null : { at: new Date(at), actedBy: 'Test Border Police', facility: 'Test Post' };
      const opened = await world.database.transaction(officer, (tx) =>
        cases.openFromHit(tx, officer, { hitId: newId(), alertId: alert.id, requestedState: rd, arrest }),
      );
      lab.caseId = opened.caseId;
      return opened;
    },
    async decision(outcome, grounds = []) {
      const { offences } = await lab.view();
      return {
        decision: {
          decidedBy: 'Test Prosecutor General',
          reasoning: 'As the file shows.',
          offences: offences.map(({ id }) => ({ offenceId: id, outcome, grounds })),
        },
      };
    },
  };
  return lab;
}

/** A document as the file keeps it, without the bytes: what a scan holds is not what these tests are about. */
export async function putFile(
  lab: CaseLab,
  code: DocumentCode,
  change: { translationOfId?: string; language?: string; certifiedBy?: string | null } = {},
): Promise<string> {
  const side = DOCUMENTS[code].side === 'RD' ? 'RD' : 'RQ';
  const { id: by, agencyId } = lab.actor(side, 'CO');
  const { clock, database } = lab.world;
  const id = newId();
  const own = { createdBy: by, createdAt: clock.now(), agencyId: agencyId ?? '' };
  const { certifiedBy = 'Test Translator', language = 'ru', translationOfId = null } = change;
  await insertFile(
    database.prisma,
    {
      id,
      caseId: lab.caseId,
      code,
      side,
      visibleTo: code === 'D34' ? 'RD' : 'BOTH',
      language,
      translationOfId,
      ...own,
    },
    {
      id: newId(),
      fileId: id,
      no: 1,
      sha256: id.replaceAll('-', '').repeat(2),
      fileName: `${code}.pdf`,
      mediaType: 'application/pdf',
      bytes: 1_000,
      warnings: [],
      scan: 'NOT_SCANNED',
      certifiedBy,
      uploadedBy: by,
      uploadedAt: clock.now(),
    },
  );
  return id;
}

/** The prosecutor signs over the hashes of the file, then takes the step. */
export async function sign(lab: CaseLab): Promise<void> {
  await lab.world.services.caseFiles.sign(lab.actor('RQ'), lab.caseId);
}

async function ownFacts(world: TestWorld, author: Actor, personId: string): Promise<void> {
  const { prisma } = world.database;
  const source = {
    personId,
    sourceState: author.state ?? '',
    sourceAgencyId: author.agencyId ?? '',
    recordedBy: author.id,
  };
  const [name] = await prisma.personName.findMany({ where: { personId } });
  const [birth] = await prisma.birthDate.findMany({ where: { personId } });
  if (!name || !birth) throw new Error('a person without name or date of birth');
  await prisma.personName.create({ data: { ...name, ...source, id: newId() } });
  await prisma.birthDate.create({ data: { ...birth, ...source, id: newId() } });
}

const isShared = async (world: TestWorld, id: string): Promise<boolean> =>
  (await world.database.prisma.extraditionCase.findUniqueOrThrow({ where: { id } })).sharedAt !== null;

/** A draft of the requesting side for all offences of the alert. */
export async function draftCase(lab: CaseLab, change: object = {}): Promise<void> {
  const offences = await lab.world.database.prisma.alertOffence.findMany({ where: { alertId: lab.alertId } });
  const draft = caseDraft.parse({
    alertId: lab.alertId,
    requestedState: lab.rd,
    purpose: 'PROSECUTION',
    offenceIds: offences.map(({ id }) => id),
    located: true,
    ...change,
  });
  lab.caseId = (await lab.world.services.cases.createCase(lab.actor('RQ', 'CO'), draft)).id;
}

export const REQUEST_PAPERS: DocumentCode[] = ['D10', 'D11', 'D14', 'D15', 'D16', 'D17', 'D18', 'D20'];

/** From a draft or an arrest to the receipt of the request. */
export async function sendRequest(lab: CaseLab): Promise<void> {
  const { state } = await lab.view('RQ');
  await lab.step('RQ', state === 'DRAFT' ? 'prepare-file-without-arrest' : 'prepare-file', {}, 'CO');
  await lab.papers(...REQUEST_PAPERS);
  await sign(lab);
  await lab.step('RQ', 'sign-request');
  await lab.papers('D23');
  await lab.step('RQ', 'send-request', { channel: 'PROSECUTOR_GENERAL' }, 'CO');
  await lab.papers('D24');
  await lab.step('RD', 'acknowledge-receipt', {}, 'CO');
}

/** From the receipt to the review. */
export async function openReview(lab: CaseLab): Promise<void> {
  const { cases } = lab.world.services;
  const { version, custody } = await lab.view();
  const to = custody === 'DETAINED_SHORT' ? 'EXTRADITION_CUSTODY' : custody;
  await cases.recordCustody(lab.actor('RD'), lab.caseId, version, {
    to,
    at: lab.world.clock.now(),
    actedBy: 'Test District Court',
  });
  await lab.papers('D03', 'D04', 'D05', 'D27');
  await lab.step('RD', 'open-review');
}

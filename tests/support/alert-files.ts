// Persons, alerts and warrants for tests, made the way people make them: through the services, step by step.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Actor } from '../../server/domain/access/actor.ts';
import type { AlertDraft } from '../../server/features/alerts/contract.ts';
import { alertDraft } from '../../server/features/alerts/contract.ts';
import type { AlertReceipt } from '../../server/features/alerts/view-contract.ts';
import { personBody } from '../../server/features/persons/contract.ts';
import { warrantBody } from '../../server/features/warrants/contract.ts';
import { newId } from '../../server/platform/ids.ts';
import type { TestState } from './people.ts';
import type { TestWorld } from './world.ts';

/** What is needed to record people and alerts: the test world, or a running installation. */
export type Registry = Pick<TestWorld, 'services' | 'database' | 'config' | 'actor'>;

/** An invented person with everything that the publication gate asks of an identity. */
export async function makePerson(
  world: Pick<Registry, 'services'>,
  actor: Actor,
  person: { family?: string; given?: string; birth?: string; document?: string; sex?: 'M' | 'F' } = {},
): Promise<string> {
  const { family = 'Тестбеков', given = 'Жениш', birth = '1980-02-15', document, sex = 'M' } = person;
  const answer = await world.services.persons.createPerson(
    actor,
    personBody.parse({
      sex,
      names: [{ type: 'PRIMARY', family, given }],
      birthDates: [{ date: birth }],
      nationalities: [{ country: 'KGZ' }],
      ...(document && { documents: [{ type: 'PASSPORT', number: document, issuingState: 'KGZ' }] }),
    }),
  );
  return answer.id;
}

const FAMILIES = (
  'Абасов Беков Вахидов Гафуров Дюшебаев Ершов Жолдошев Зарипов Ибраимов Калыков Латыпов Мырзаев ' +
  'Ниязов Орозов Пак Рысбаев Сулайманов Токтоев Усенов Фархадов Хасанов Цой Чыныбаев Шаршенов'
).split(' ');
const GIVEN = ['Бакыт', 'Виктор', 'Дамир', 'Ернар', 'Зафар', 'Леонид', 'Чингиз'];

let strangers = 0;

/** Somebody who is like nobody before, so that the duplicate check has nothing to say. */
export function makeStranger(world: TestWorld, actor: Actor): Promise<string> {
  strangers += 1;
  return makePerson(world, actor, {
    family: FAMILIES[strangers % FAMILIES.length] ?? '',
    given: GIVEN[strangers % GIVEN.length] ?? '',
    birth: `${1930 + strangers}-0${1 + (strangers % 9)}-1${strangers % 9}`,
  });
}

/** An offence code of a state, verified by nobody: it belongs to the test. */
export async function makeOffenceCode(world: Pick<Registry, 'database'>, state: TestState): Promise<string> {
  const id = newId();
  await world.database.prisma.offenceCode.create({
    data: {
      id,
      state,
      codeName: 'Test Code',
      article: '342',
      validFrom: new Date('2020-01-01'),
      titleOrig: 'Test bribery',
      titleRu: 'Test bribery',
      titleEn: 'Test bribery',
      source: 'test',
    },
  });
  return id;
}

/** A draft that lacks nothing but a warrant. */
export function arrestDraft(
  personId: string,
  offenceCodeId: string,
  change: Partial<AlertDraft> = {},
): AlertDraft {
  return alertDraft.parse({
    personId,
    type: 'ARREST_PROSECUTION',
    legalBasis: ['Code of Criminal Procedure, article 110'],
    reasonSummary: { en: 'Took a bribe of 1 000 000 in Bishkek in May 2024.' },
    actionsOnHit: ['A1'],
    extraditionWill: 'FULL',
    maxPenaltyMonths: 120,
    limitationDate: '2039-05-01',
    facts: 'Took a bribe for a licence.',
    factsPlace: 'Bishkek',
    factsFrom: '2024-05-01',
    asylumCheck: 'NONE',
    complianceDeclared: true,
    dangerNone: true,
    offences: [{ offenceCodeId, articleText: 'Whoever takes a bribe…' }],
    ...change,
  });
}

/** A draft of a type that asks for no arrest. */
export function plainDraft(personId: string, change: Partial<AlertDraft>): AlertDraft {
  return alertDraft.parse({
    personId,
    type: 'LOCATE_WITNESS',
    legalBasis: ['Code of Criminal Procedure, article 80'],
    actionsOnHit: ['L1'],
    asylumCheck: 'NONE',
    complianceDeclared: true,
    dangerNone: true,
    ...change,
  });
}

export const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< >>\n%%EOF\n');

/** Puts a standing warrant with its scan under a draft. */
export async function addWarrant(
  world: Registry,
  actor: Actor,
  alert: { id: string; version: number },
  change: object = {},
): Promise<AlertReceipt & { warrantId: string }> {
  const { warrants } = world.services;
  const body = warrantBody.parse({
    kind: 'ARREST_WARRANT',
    number: '3-114/2026',
    issuingAuthority: 'Test District Court',
    authorityType: 'COURT',
    issuedOn: '2026-02-10',
    ...change,
  });
  const added = await warrants.addWarrant(actor, alert.id, alert.version, body);
  const path = join(world.config.dataDir, `${newId()}.upload`);
  await writeFile(path, PDF);
  const place = { alertId: alert.id, warrantId: added.warrantId, version: added.version };
  const file = { path, originalName: 'ордер.pdf', bytes: PDF.length };
  return warrants.addFile(actor, place, file, { language: 'ru' });
}

/** Takes a draft to where it waits for another person of the state. */
export async function submit(world: Registry, state: TestState, draft: AlertDraft): Promise<AlertReceipt> {
  const { alerts } = world.services;
  const author = world.actor(state, 'INV');
  let alert: AlertReceipt = await alerts.createAlert(author, draft);
  if (draft.type.startsWith('ARREST')) alert = await addWarrant(world, author, alert);
  return alerts.takeStep(author, alert.id, alert.version, 'submit', {});
}

/** Takes a draft through submission and approval by two people of the state. */
export async function publish(world: Registry, state: TestState, draft: AlertDraft): Promise<AlertReceipt> {
  const { alerts } = world.services;
  const submitted = await submit(world, state, draft);
  return alerts.takeStep(world.actor(state, 'CO'), submitted.id, submitted.version, 'approve', {
    complianceReviewed: true,
  });
}

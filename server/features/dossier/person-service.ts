// Prints the dossier of a person: what the reader may see of the record, its alerts and cases, with his mark on every page.
import { type Actor, may } from '../../domain/access/actor.ts';
import { notFound } from '../../domain/errors.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import { FileReply } from '../../platform/http/route.ts';
import { renderPdf } from '../../platform/pdf/render.ts';
import { markTraining } from '../../platform/pdf/training-mark.ts';
import type { AlertService } from '../alerts/service.ts';
import type { CaseService } from '../cases/service.ts';
import type { DisclosureLedger } from '../disclosures/service.ts';
import { disclosed, type OpenPerson, type PersonAccess } from '../persons/service.ts';
import type { PhotoService } from '../photos/service.ts';
import type { ReferenceService } from '../reference/service.ts';
import type { DossierQuery } from './contract.ts';
import { personFactsOf } from './person-facts.ts';
import { layOutPerson, type PrintedAlert } from './person-layout.ts';

export interface PersonDossierService {
  /** @throws Problem `not-found` for a person that the actor may not see, and for who may print none */
  printPerson(actor: Actor, personId: string, query: DossierQuery): Promise<FileReply>;
}

export interface PersonDossierDeps {
  readonly config: { readonly training: boolean };
  readonly database: Database;
  readonly clock: Clock;
  readonly persons: Pick<PersonAccess, 'openMany'>;
  readonly photos: Pick<PhotoService, 'showPhoto'>;
  readonly alerts: Pick<AlertService, 'getAlert'>;
  readonly cases: Pick<CaseService, 'listCases'>;
  readonly disclosures: Pick<DisclosureLedger, 'note'>;
  readonly reference: Pick<ReferenceService, 'zoneOf' | 'countries'>;
}

const NAME = { ky: 'nameKy', ru: 'nameRu', kk: 'nameKk', en: 'nameEn' } as const;
const MOST_CASES = 100;

export function createPersonDossier(deps: PersonDossierDeps): PersonDossierService {
  const { database, clock, persons, photos, alerts, cases, disclosures, reference } = deps;

  /** Emergency access is for looking: nothing is printed under it. */
  async function open(actor: Actor, personId: string): Promise<OpenPerson> {
    const person = (await persons.openMany(actor, [personId])).get(personId);
    if (!person || person.row.mergedIntoId !== null || !may(actor, 'person.print')) throw notFound();
    return person;
  }

  async function photoOf(actor: Actor, person: OpenPerson): Promise<Buffer | null> {
    const photo = person.photos.find(({ isPrimary }) => isPrimary) ?? person.photos[0];
    if (!photo) return null;
    const { content } = await photos.showPhoto(actor, photo.id, { size: 'full' });
    return Buffer.isBuffer(content) ? content : null;
  }

  async function alertsOf(actor: Actor, person: OpenPerson, nameOf: (state: string) => string) {
    const printed: PrintedAlert[] = [];
    for (const { id } of person.alerts) {
      const { ownerState, ownerAgency, ...alert } = await alerts.getAlert(actor, id);
      printed.push({ ...alert, ownerName: nameOf(ownerState), ownerAgency: ownerAgency.name ?? ownerState });
    }
    return printed.sort((left, right) => left.alertNumber.localeCompare(right.alertNumber));
  }

  return {
    async printPerson(actor, personId, { language }) {
      const locale = language ?? actor.locale;
      const person = await open(actor, personId);
      // Written before anything is read for print: who takes paper away is known, whatever happens to the paper.
      await Promise.all([
        database.record(actor, {
          type: 'person.printed',
          data: { alertIds: person.alerts.map(({ id }) => id), language: locale },
          subject: { type: 'person', id: personId },
        }),
        disclosures.note(actor, 'FILE', [disclosed(person)]),
      ]);
      const { items } = await reference.countries();
      const nameOf = (state: string) => items.find(({ alpha3 }) => alpha3 === state)?.[NAME[locale]] ?? state;
      const zone = await reference.zoneOf(actor.state ?? person.row.sourceState);
      const now = clock.now();
      const at = new Intl.DateTimeFormat('sv-SE', {
        ...{ dateStyle: 'short', timeStyle: 'short', timeZone: zone },
      });
      const found = await cases.listCases(actor, { personId, limit: MOST_CASES });
      const document = layOutPerson({
        locale,
        person: personFactsOf(person, { photo: await photoOf(actor, person), nameOf }),
        demo: person.row.demo,
        identity: person.row.identityStatus,
        recordedBy: nameOf(person.row.sourceState),
        alerts: await alertsOf(actor, person, nameOf),
        cases: found.items.map(({ caseNumber, requestingState, requestedState, state, stateSince }) => ({
          ...{ caseNumber, state, since: at.format(new Date(stateSince)).slice(0, 10) },
          ...{ requesting: nameOf(requestingState), requested: nameOf(requestedState) },
        })),
        author: nameOf(actor.state ?? ''),
        viewer: actor.id,
        printedAt: now,
        printedAtText: `${at.format(now)} (${zone})`,
      });
      const { registryNumber } = person.row;
      return new FileReply(
        'application/pdf',
        renderPdf(deps.config.training ? markTraining(document) : document),
        `${registryNumber}-${locale}.pdf`,
      );
    },
  };
}

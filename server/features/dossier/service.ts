// Prints the file of a case for one reader: what he may see, in the language that he asks for, with his mark on every page.
import type { Actor, Locale } from '../../domain/access/actor.ts';
import { notFound } from '../../domain/errors.ts';
import { titleIn } from '../../domain/treaties/profile.ts';
import type { Clock } from '../../platform/clock.ts';
import { dayOf } from '../../platform/database/calendar-day.ts';
import type { Database } from '../../platform/database/database.ts';
import { asProblem } from '../../platform/database/problems.ts';
import { FileReply } from '../../platform/http/route.ts';
import { caseDocumentTexts } from '../../platform/i18n/case-documents.ts';
import { dossierTexts } from '../../platform/i18n/dossier.ts';
import { renderPdf } from '../../platform/pdf/render.ts';
import { markTraining } from '../../platform/pdf/training-mark.ts';
import type { CaseFileService } from '../case-files/service.ts';
import type { OpenPerson, PersonAccess } from '../persons/service.ts';
import type { PhotoService } from '../photos/service.ts';
import type { ReferenceService } from '../reference/service.ts';
import type { DossierQuery } from './contract.ts';
import type { DossierDocument, DossierFacts, DossierOffence } from './facts.ts';
import { layOutDossier } from './layout.ts';
import { personFactsOf } from './person-facts.ts';
import { type PrintedCase, readPrintedCase } from './store.ts';

export interface DossierService {
  /** @throws Problem `not-found` for a case or a person that the actor may not see */
  print(actor: Actor, caseId: string, query: DossierQuery): Promise<FileReply>;
}

export interface DossierDeps {
  readonly config: { readonly training: boolean };
  readonly database: Database;
  readonly clock: Clock;
  readonly caseFiles: Pick<CaseFileService, 'openForPrinting' | 'viewManifest'>;
  readonly persons: Pick<PersonAccess, 'openForReading'>;
  readonly photos: Pick<PhotoService, 'showPhoto'>;
  readonly reference: Pick<ReferenceService, 'zoneOf' | 'countries'>;
}

type Printing = Awaited<ReturnType<CaseFileService['openForPrinting']>>;

const NAME = { ky: 'nameKy', ru: 'nameRu', kk: 'nameKk', en: 'nameEn' } as const;

const longDay = (locale: Locale, day: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );

const span = (locale: Locale, from: Date | null, to: Date | null): string | null => {
  const days = [from, to].flatMap((date) => (date === null ? [] : [longDay(locale, dayOf(date))]));
  return days.length === 0 ? null : [...new Set(days)].join(' – ');
};

const title = (code: string, locale: Locale): string =>
  (caseDocumentTexts as Record<string, Record<Locale, string>>)[`document.${code}`]?.[locale] ?? code;

const word = (code: string, locale: Locale): string =>
  (dossierTexts as Record<string, Record<Locale, string>>)[`dossier.${code}`]?.[locale] ?? code;

function documentsOf({ files }: Printing, locale: Locale): DossierDocument[] {
  return files.flatMap((file) => {
    const version = file.versions.find(({ no }) => no === file.version);
    if (!version) return [];
    const original = files.find(({ id }) => id === file.translationOfId);
    const { certifiedBy, certifiedOn } = version;
    return {
      code: file.code,
      title: title(file.code, locale),
      fileName: version.fileName,
      language: file.language,
      version: version.no,
      sha256: version.sha256,
      certification:
        certifiedBy !== null && certifiedOn !== null
          ? { by: certifiedBy, on: longDay(locale, dayOf(certifiedOn)) }
          : null,
      translationOf: original ? title(original.code, locale) : null,
    };
  });
}

function offencesOf({ offences, alert }: PrintedCase, locale: Locale): DossierOffence[] {
  return offences.map((offence) => {
    const facts = alert.offences.find(({ id }) => id === offence.alertOffenceId);
    const { damageAmount = null, damageCurrency = null } = facts ?? {};
    const names = { en: offence.titleEn, ru: offence.titleRu };
    return {
      article: [offence.codeName, offence.article, offence.part].filter((part) => part).join(', '),
      title: names[locale === 'en' ? 'en' : 'ru'],
      role: facts ? word(`role.${facts.role}`, locale) : '',
      period: facts ? span(locale, facts.periodFrom, facts.periodTo) : null,
      place: facts?.place ?? null,
      damage: damageAmount && damageCurrency ? `${damageAmount.toFixed(2)} ${damageCurrency}` : null,
      articleText: offence.articleText ?? facts?.articleText ?? null,
    };
  });
}

export function createDossierService(deps: DossierDeps): DossierService {
  const { database, clock, caseFiles, persons, photos, reference } = deps;

  /** The photo carries the reader's mark like every other look at it. */
  async function photoOf(actor: Actor, person: OpenPerson): Promise<Buffer | null> {
    const photo = person.photos.find(({ isPrimary }) => isPrimary) ?? person.photos[0];
    if (!photo) return null;
    const { content } = await photos.showPhoto(actor, photo.id, { size: 'full' });
    return Buffer.isBuffer(content) ? content : null;
  }

  async function gather(actor: Actor, printing: Printing, locale: Locale): Promise<DossierFacts> {
    const { row } = printing.opened;
    const [person, printed, manifest, { items }, zone] = await Promise.all([
      persons.openForReading(actor, row.personId),
      readPrintedCase(database.prisma, { ...row, caseId: row.id }).catch((error) =>
        Promise.reject(asProblem(error)),
      ),
      caseFiles.viewManifest(actor, row.id),
      reference.countries(),
      reference.zoneOf(actor.state ?? row.requestingState),
    ]);
    if (!printed) throw notFound();
    const { alert, treaty, authority, decisions } = printed;
    const nameOf = (state: string) => items.find(({ alpha3 }) => alpha3 === state)?.[NAME[locale]] ?? state;
    const now = clock.now();
    const { signature } = manifest;
    const at = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: zone });
    return {
      locale,
      caseNumber: row.caseNumber,
      demo: row.demo,
      requesting: nameOf(row.requestingState),
      requested: nameOf(row.requestedState),
      authority: authority ?? nameOf(row.requestingState),
      purpose: row.purpose as DossierFacts['purpose'],
      treaty: treaty && { title: titleIn(locale, treaty), verified: treaty.verifiedBy !== null },
      person: personFactsOf(person, { photo: await photoOf(actor, person), nameOf }),
      facts: alert.facts,
      factsPlace: alert.factsPlace,
      factsPeriod: span(locale, alert.factsFrom, alert.factsTo),
      offences: offencesOf(printed, locale),
      decisions: [
        ...alert.warrants.map((warrant) => ({
          kind: word(`warrant.${warrant.kind}`, locale),
          number: warrant.number,
          authority: warrant.issuingAuthority,
          issuedOn: longDay(locale, dayOf(warrant.issuedOn)),
        })),
        ...decisions.map((decision) => ({
          kind: title('D30', locale),
          number: decision.decidedBy,
          authority: decision.reasoning,
          issuedOn: longDay(locale, decision.decidedAt.toISOString().slice(0, 10)),
        })),
      ],
      documents: documentsOf(printing, locale),
      seal: signature && {
        sha256: signature.sha256,
        signedOn: at.format(new Date(signature.signedAt)),
        isCurrent: manifest.isSigned,
      },
      viewer: actor.id,
      printedAt: now,
      printedAtText: `${at.format(now)} (${zone})`,
    };
  }

  return {
    async print(actor, caseId, { language }) {
      const printing = await caseFiles.openForPrinting(actor, caseId);
      const facts = await gather(actor, printing, language ?? actor.locale);
      await database.record(actor, {
        type: 'case-file.exported',
        subject: { type: 'case', id: caseId },
        data: { kind: 'DOSSIER', files: facts.documents.length },
      });
      const laidOut = layOutDossier(facts);
      const document = deps.config.training ? markTraining(laidOut) : laidOut;
      return new FileReply('application/pdf', renderPdf(document), `${facts.caseNumber}.pdf`);
    },
  };
}

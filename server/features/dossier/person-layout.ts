// Lays the dossier of a person out: who he is, for what he is wanted and by whom, which cases there are. Pure.
import type { Locale } from '../../domain/access/actor.ts';
import type { CaseState } from '../../domain/cases/vocabulary.ts';
import { stageName } from '../../platform/i18n/case-stages.ts';
import { dossierTexts } from '../../platform/i18n/dossier.ts';
import { type PersonDossierWord, personDossierTexts } from '../../platform/i18n/person-dossier.ts';
import type { Block, LabelledValue, PrintedDocument, Section } from '../../platform/pdf/printed-document.ts';
import type { AlertView } from '../alerts/view-contract.ts';
import type { DossierPerson } from './facts.ts';
import { personBlocks } from './layout.ts';

export type PrintedAlert = Pick<
  AlertView,
  | 'actionsOnHit'
  | 'alertNumber'
  | 'caveats'
  | 'contact24x7'
  | 'dangerFlags'
  | 'expiresOn'
  | 'offences'
  | 'reasonSummary'
  | 'status'
  | 'type'
  | 'validFrom'
  | 'warrants'
> & { readonly ownerName: string; readonly ownerAgency: string };

export interface PersonDossierFacts {
  readonly locale: Locale;
  readonly person: DossierPerson;
  readonly demo: boolean;
  readonly identity: 'CONFIRMED' | 'UNCONFIRMED' | 'FALSE_IDENTITY_IN_USE' | 'STOLEN_IDENTITY_VICTIM_KNOWN';
  readonly recordedBy: string;
  readonly alerts: readonly PrintedAlert[];
  readonly cases: readonly {
    readonly caseNumber: string;
    readonly requesting: string;
    readonly requested: string;
    readonly state: CaseState;
    readonly since: string;
  }[];
  readonly author: string;
  readonly viewer: string;
  readonly printedAt: Date;
  /** The instant in the viewer's zone, in words. */
  readonly printedAtText: string;
}

const rows = (...all: [label: string, value: string | null][]): LabelledValue[] =>
  all.flatMap(([label, value]) => (value === null || value === '' ? [] : [{ label, value }]));

const longDay = (locale: Locale, day: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );

/** The reader's language first, then one that most of them read, then any that there is. */
const inLanguage = (texts: Readonly<Record<string, string>>, locale: Locale): string | null =>
  texts[locale] ?? texts['ru'] ?? texts['en'] ?? Object.values(texts)[0] ?? null;

export function layOutPerson(facts: PersonDossierFacts): PrintedDocument {
  const { locale, person, alerts, cases } = facts;
  const say = (word: PersonDossierWord): string => personDossierTexts[word][locale];
  const term = (word: keyof typeof dossierTexts): string => dossierTexts[word][locale];
  const nothing: Block = { kind: 'note', text: term('dossier.nothing') };

  function offencesOf({ offences }: PrintedAlert): string {
    return offences
      .map(({ codeName, article, part, titleRu, titleEn, role }) =>
        [
          [codeName, article, part].filter((one) => one).join(', '),
          locale === 'en' ? titleEn : titleRu,
          term(`dossier.role.${role}`),
        ]
          .filter((one) => one)
          .join(' · '),
      )
      .join('\n');
  }

  function warrantsOf({ warrants }: PrintedAlert): string {
    return warrants
      .map(({ kind, number, issuingAuthority, issuedOn, revokedOn }) =>
        [
          `${term(`dossier.warrant.${kind}`)}, ${number}`,
          issuingAuthority,
          longDay(locale, issuedOn),
          ...(revokedOn === null ? [] : [`${say('person-dossier.revoked')}: ${longDay(locale, revokedOn)}`]),
        ].join(' · '),
      )
      .join('\n');
  }

  function alertBlocks(alert: PrintedAlert): Block[] {
    const valid = [alert.validFrom, alert.expiresOn]
      .flatMap((day) => (day === null ? [] : [longDay(locale, day)]))
      .join(' – ');
    const dangers = alert.dangerFlags.map(({ flag }) => say(`person-dossier.danger.${flag}`)).join(', ');
    return [
      { kind: 'heading', text: `${alert.alertNumber} · ${say(`person-dossier.type.${alert.type}`)}` },
      {
        kind: 'facts',
        rows: rows(
          [say('person-dossier.standing'), say(`person-dossier.status.${alert.status}`)],
          [say('person-dossier.owner'), `${alert.ownerName}, ${alert.ownerAgency}`],
          [say('person-dossier.valid'), valid],
          [
            say('person-dossier.actions'),
            alert.actionsOnHit.map((code) => `${code}: ${say(`person-dossier.action.${code}`)}`).join('\n'),
          ],
          [say('person-dossier.danger'), dangers || say('person-dossier.no-danger')],
          [say('person-dossier.reason'), inLanguage(alert.reasonSummary, locale)],
          [say('person-dossier.offences'), offencesOf(alert)],
          [say('person-dossier.warrants'), warrantsOf(alert)],
          [say('person-dossier.contact'), alert.contact24x7],
          [
            say('person-dossier.caveats'),
            alert.caveats.map((caveat) => say(`person-dossier.caveat.${caveat}`)).join(', '),
          ],
        ),
      },
    ];
  }

  const sections: Section[] = [
    { title: term('dossier.person'), blocks: personBlocks(person, locale) },
    {
      title: say('person-dossier.alerts'),
      blocks: alerts.length === 0 ? [nothing] : alerts.flatMap(alertBlocks),
    },
    {
      title: say('person-dossier.cases'),
      blocks: [
        cases.length === 0
          ? nothing
          : {
              kind: 'table',
              columns: [
                { title: term('dossier.case-number'), share: 0.26 },
                { title: term('dossier.requesting'), share: 0.2 },
                { title: term('dossier.requested'), share: 0.2 },
                { title: say('person-dossier.stage'), share: 0.2 },
                { title: say('person-dossier.since'), share: 0.14 },
              ],
              rows: cases.map(({ caseNumber, requesting, requested, state, since }) => ({
                cells: [caseNumber, requesting, requested, stageName(state, locale), since],
              })),
            },
      ],
    },
  ];
  const title = `${say('person-dossier.headline')}: ${person.registryNumber}`;
  return {
    language: locale,
    form: 'SHEET',
    title,
    author: facts.author,
    createdAt: facts.printedAt,
    cover: {
      above: facts.author,
      headline: [person.name],
      below: title,
      facts: rows(
        [say('person-dossier.recorded-by'), facts.recordedBy],
        [term('dossier.printed'), facts.printedAtText],
      ),
      warnings: [
        ...(facts.demo ? [say('person-dossier.demo')] : []),
        ...(facts.identity === 'CONFIRMED' ? [] : [say(`person-dossier.identity.${facts.identity}`)]),
        say('person-dossier.not-proof'),
      ],
    },
    indexTitle: term('dossier.index'),
    sections,
    running: `${title} · ${person.name}`,
    watermark: term('dossier.watermark')
      .replace('{viewer}', facts.viewer)
      .replace('{time}', facts.printedAtText),
  };
}

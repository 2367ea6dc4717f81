// What travels between two installations, member by member: nothing that does not stand here leaves or is taken.
import { z } from 'zod';
import { MESSAGE_KINDS, OUTCOMES, THINGS } from '../../domain/exchange/message.ts';

const id = z.uuid();
const state = z.string().length(3);
const instant = z.iso.datetime();
const day = z.iso.date();
const text = z.string();
const words = z.array(text);
const maybe = <T extends z.ZodType>(schema: T) => schema.nullable();

const source = {
  id,
  sourceState: state,
  sourceAgencyId: id,
  sourceRef: maybe(text),
  confidence: z.enum(['HIGH', 'MEDIUM', 'LOW', 'CONTRADICTED']),
  /** The row belongs to this alert alone. */
  alertId: maybe(id),
};

export const sharedAgency = z.strictObject({
  id,
  code: text,
  state,
  name: text,
  kind: text,
  contact24x7: maybe(text),
});

const description = z.strictObject({
  deceased: z.enum(['NO', 'REPORTED', 'CONFIRMED']),
  deceasedOn: maybe(day),
  identityStatus: z.enum([
    'CONFIRMED',
    'UNCONFIRMED',
    'FALSE_IDENTITY_IN_USE',
    'STOLEN_IDENTITY_VICTIM_KNOWN',
  ]),
  birthPlace: maybe(text),
  birthSettlement: maybe(text),
  birthRegion: maybe(text),
  birthCountry: maybe(text),
  languages: words,
  heightCm: maybe(z.int()),
  weightKg: maybe(z.int()),
  build: maybe(text),
  hairColour: maybe(text),
  eyeColour: maybe(text),
  describedOn: maybe(day),
});

export const sharedPerson = z.strictObject({
  id,
  registryNumber: text,
  sourceState: state,
  sourceAgencyId: id,
  sex: z.enum(['M', 'F', 'X', 'U']),
  demo: z.boolean(),
  /** Null where the description is not open to the receiver. */
  description: maybe(description),
  names: z.array(
    z.strictObject({
      ...source,
      type: z.enum([
        'PRIMARY',
        'DOCUMENT',
        'BIRTH',
        'FORMER',
        'ALIAS_STRONG',
        'ALIAS_WEAK',
        'NICKNAME',
        'RELIGIOUS',
        'TRANSLITERATED',
        'MISUSED',
      ]),
      full: text,
      family: maybe(text),
      given: maybe(text),
      patronymic: maybe(text),
      prefix: maybe(text),
      suffix: maybe(text),
      script: text,
      mixedScript: z.boolean(),
      language: maybe(text),
      standard: maybe(text),
      mrzForm: maybe(text),
      validFrom: maybe(day),
      validTo: maybe(day),
    }),
  ),
  birthDates: z.array(
    z.strictObject({
      ...source,
      year: z.int(),
      month: maybe(z.int()),
      day: maybe(z.int()),
      isApproximate: z.boolean(),
      yearFrom: maybe(z.int()),
      yearTo: maybe(z.int()),
      status: text,
    }),
  ),
  nationalities: z.array(
    z.strictObject({
      ...source,
      country: text,
      status: text,
      validFrom: maybe(day),
      validTo: maybe(day),
    }),
  ),
  documents: z.array(
    z.strictObject({
      ...source,
      type: text,
      number: text,
      normNumber: text,
      issuingState: text,
      issuingAuthority: maybe(text),
      issuedOn: maybe(day),
      expiresOn: maybe(day),
      nameAsPrinted: maybe(text),
      status: text,
    }),
  ),
  nationalIds: z.array(z.strictObject({ ...source, scheme: text, value: text, normValue: text })),
  marks: z.array(
    z.strictObject({ ...source, kind: text, bodyPart: text, description: text, language: maybe(text) }),
  ),
});
export type SharedPerson = z.output<typeof sharedPerson>;

export const sharedAlert = z.strictObject({
  id,
  alertNumber: text,
  type: z.enum([
    'ARREST_PROSECUTION',
    'ARREST_SENTENCE',
    'LOCATE_ACCUSED',
    'LOCATE_WITNESS',
    'LOCATE_DEBTOR',
    'DISCREET_CHECK',
    'SPECIFIC_CHECK',
    'MISSING',
    'ASSET_TRACE',
    'INFORMATION',
  ]),
  status: z.enum(['ACTIVE', 'LOCATED']),
  ownerState: state,
  ownerAgencyId: id,
  initiatorAgency: maybe(text),
  contact24x7: maybe(text),
  legalBasis: words,
  nationalNorm: maybe(text),
  reasonSummary: z.record(z.string(), text),
  actionsOnHit: words,
  priority: z.int(),
  issuedOn: maybe(day),
  validFrom: maybe(day),
  expiresOn: maybe(day),
  startsAt: instant,
  endsAt: instant,
  extraditionWill: maybe(text),
  extraditionStates: words,
  /** True: all who are members may know; false: only those named. Who else was named is not told. */
  forAll: z.boolean(),
  forStates: z.array(state),
  forAgencies: z.array(id),
  caveats: words,
  maxPenaltyMonths: maybe(z.int()),
  sentenceMonthsLeft: maybe(z.int()),
  limitationDate: maybe(day),
  facts: maybe(text),
  factsPlace: maybe(text),
  factsFrom: maybe(day),
  factsTo: maybe(day),
  dangerNone: z.boolean(),
  demo: z.boolean(),
  dangerFlags: z.array(z.strictObject({ flag: text, reason: text, since: day, expiresOn: day })),
  offences: z.array(
    z.strictObject({
      id,
      /** How both sides name the article: reference data carry ids of their own everywhere. */
      code: z.strictObject({ state, codeName: text, article: text, part: maybe(text), point: maybe(text) }),
      role: text,
      periodFrom: maybe(day),
      periodTo: maybe(day),
      place: maybe(text),
      damageAmount: maybe(text),
      damageCurrency: maybe(text),
      attempt: z.boolean(),
      articleText: maybe(text),
    }),
  ),
  warrants: z.array(
    z.strictObject({
      id,
      kind: text,
      number: text,
      issuingAuthority: text,
      authorityType: text,
      issuedOn: day,
      validUntil: maybe(day),
      inAbsentia: z.boolean(),
      revokedOn: maybe(day),
    }),
  ),
});
export type SharedAlert = z.output<typeof sharedAlert>;

export const alertBody = z.strictObject({
  alert: sharedAlert,
  person: sharedPerson,
  agencies: z.array(sharedAgency),
});
export type AlertBody = z.output<typeof alertBody>;
export type SharedAgency = z.output<typeof sharedAgency>;

/** A question about a case, or its answer. */
export const letterBody = z.strictObject({
  ...{ fromState: state, toState: state, caseNumber: text, stage: text, text },
  documents: z.array(z.strictObject({ name: text, sha256: text })),
  inReplyTo: maybe(id),
  at: instant,
});

/** No status: whoever lost sight of an alert is not told what became of it. */
export const withdrawnBody = z.strictObject({ alertId: id, at: instant });
export const erasedBody = z.strictObject({ personId: id, at: instant });

export const envelope = z.strictObject({
  v: z.literal(1),
  from: text,
  to: text,
  id,
  /** Counted for each receiver without a gap; 0 is a sign of life, which is not kept. */
  sequence: z.int().min(0),
  sentAt: instant,
  expiresAt: instant,
  kind: z.enum([...MESSAGE_KINDS, 'ping']),
  thing: z.strictObject({ kind: z.enum(THINGS), id, version: z.int().min(0) }),
  body: z.unknown(),
});
export type Envelope = z.output<typeof envelope>;

export const receipt = z.strictObject({
  v: z.literal(1),
  from: text,
  to: text,
  messageId: id,
  outcome: z.enum(OUTCOMES),
  /** It had been taken before; nothing was done again. */
  repeated: z.boolean(),
  at: instant,
});
export type Receipt = z.output<typeof receipt>;

/** A signed text (JWS, flattened): the signature covers the characters as they are sent, so nothing has to be written in one way only. */
export const signedText = z
  .strictObject({
    protected: z.base64url().max(1_000),
    payload: z.base64url().max(400_000),
    signature: z.base64url().max(200),
  })
  .meta({ id: 'SignedExchangeMessage' });
export type SignedText = z.output<typeof signedText>;

import { describe, expect, test } from 'vitest';
import type { GateAlert, GateFacts, GatePerson, GateReview } from './gate-facts.ts';
import { type GateStage, isGateOpen, publicationGate } from './publication-gate.ts';
import { ALERT_TYPES } from './vocabulary.ts';

const person: GatePerson = {
  names: [{ type: 'PRIMARY', family: 'Тестбеков', given: 'Жениш' }],
  sex: 'M',
  deceased: 'NO',
  births: [{ year: 1980, month: 2, day: 15 }],
  photos: 0,
  fingerprintReferences: 0,
  documentNumbers: 0,
  nationalIds: 0,
  parents: 0,
};

const alert: GateAlert = {
  type: 'ARREST_PROSECUTION',
  legalBasis: ['CHISINAU_2002'],
  contact24x7: '+996 000 000',
  reasonSummary: { ru: 'Присвоение средств.' },
  facts: 'Took money entrusted to him.',
  factsPlace: 'Bishkek',
  factsFrom: '2024-05-01',
  actionsOnHit: ['A1'],
  dangerFlags: [],
  dangerNone: true,
  extraditionWill: 'FULL',
  sharing: 'ALL_MEMBERS',
  sharedWithStates: [],
  sharedWithAgencies: [],
  validFrom: '2026-11-23',
  expiresOn: '2031-11-23',
  maxPenaltyMonths: 96,
  sentenceMonthsLeft: null,
  limitationDate: '2034-05-01',
  warrants: [{ revokedOn: null, validUntil: null, hasScannedFile: true }],
  offences: [{ articleText: 'Article …' }],
};

const review: GateReview = {
  authorId: 'u1',
  approverId: 'u2',
  complianceDeclared: true,
  complianceReviewedBy: 'u2',
  asylumCheck: 'NONE',
  asylumState: null,
  isDuplicateCheckDone: true,
  unresolvedDuplicates: [],
};

interface Changes {
  readonly person?: Partial<GatePerson>;
  readonly alert?: Partial<GateAlert>;
  readonly review?: Partial<GateReview>;
}

const withChanges = (changes: Changes): GateFacts => ({
  today: '2026-11-23',
  person: { ...person, ...changes.person },
  alert: { ...alert, ...changes.alert },
  treaties: [{ minMaxPenaltyMonths: 12, minSentenceMonths: 6 }],
  review: { ...review, ...changes.review },
});

const findings = (changes: Changes, stage: GateStage = 'PUBLISH') =>
  publicationGate(withChanges(changes), stage).map(
    ({ code, path, severity }) => `${severity === 'WARNING' ? 'warn ' : ''}${code} ${path}`,
  );

test('a complete alert passes both stages', () => {
  expect(findings({}, 'SUBMIT')).toEqual([]);
  expect(findings({})).toEqual([]);
});

test('scenario 10: a draft without a warrant file and with a passed limitation date gets each missing item listed', () => {
  const changes = {
    alert: {
      warrants: [{ revokedOn: null, validUntil: null, hasScannedFile: false }],
      limitationDate: '2026-11-22',
    },
  };
  expect(findings(changes, 'SUBMIT')).toEqual([
    'WARRANT_FILE_MISSING /alert/warrants/0',
    'LIMITATION_PASSED /alert/limitationDate',
  ]);
  expect(isGateOpen(publicationGate(withChanges(changes), 'SUBMIT'))).toBe(false);
});

describe('identity minimum', () => {
  test.each<[string, Partial<GatePerson>, string[]]>([
    ['no name', { names: [] }, ['NAME_MISSING /person/names']],
    ['a given name alone', { names: [{ type: 'PRIMARY', given: 'Жениш' }] }, ['NAME_MISSING /person/names']],
    ['a full name', { names: [{ type: 'PRIMARY', full: 'Testbekov Zhenish' }] }, []],
    ['no sex', { sex: null }, ['SEX_MISSING /person/sex']],
    ['sex unknown', { sex: 'U' }, ['warn SEX_UNKNOWN /person/sex']],
    ['no birth date', { births: [] }, ['BIRTH_DATE_MISSING /person/births']],
    ['no birth date but a photo', { births: [], photos: 1 }, ['BIRTH_DATE_MISSING /person/births']],
    ['a year alone', { births: [{ year: 1980 }] }, ['IDENTITY_TOO_THIN /person/births']],
    ['month and year alone', { births: [{ year: 1980, month: 2 }] }, ['IDENTITY_TOO_THIN /person/births']],
    [
      'about a day',
      { births: [{ year: 1980, month: 2, day: 15, isApproximate: true }] },
      ['IDENTITY_TOO_THIN /person/births'],
    ],
    [
      'a day in a range',
      { births: [{ year: 1980, month: 2, day: 15, yearTo: 1982 }] },
      ['IDENTITY_TOO_THIN /person/births'],
    ],
    ['a year and a photo', { births: [{ year: 1980 }], photos: 1 }, []],
    ['a year and fingerprints', { births: [{ year: 1980 }], fingerprintReferences: 1 }, []],
    ['a year and a document', { births: [{ year: 1980 }], documentNumbers: 1 }, []],
    ['a year and a national id', { births: [{ year: 1980 }], nationalIds: 1 }, []],
    ['a year and a parent', { births: [{ year: 1980 }], parents: 1 }, []],
    ['one full date among several', { births: [{ year: 1980 }, { year: 1981, month: 1, day: 2 }] }, []],
    ['dead', { deceased: 'CONFIRMED' }, ['PERSON_DEAD /person/deceased']],
    ['said to be dead', { deceased: 'REPORTED' }, []],
  ])('%s', (_, changes, expected) => {
    expect(findings({ person: changes }, 'SUBMIT')).toEqual(expected);
  });
});

describe('judicial minimum of a request for arrest', () => {
  const standing = { revokedOn: null, validUntil: null, hasScannedFile: true };

  test.each<[string, Partial<GateAlert>, string[]]>([
    ['no warrant', { warrants: [] }, ['WARRANT_MISSING /alert/warrants']],
    [
      'revoked and expired warrants',
      {
        warrants: [
          { ...standing, revokedOn: '2026-01-01' },
          { ...standing, validUntil: '2026-11-22', hasScannedFile: false },
        ],
      },
      [
        'WARRANT_REVOKED /alert/warrants/0',
        'WARRANT_EXPIRED /alert/warrants/1',
        'WARRANT_FILE_MISSING /alert/warrants/1',
      ],
    ],
    ['one standing among fallen', { warrants: [{ ...standing, revokedOn: '2026-01-01' }, standing] }, []],
    ['a warrant on its last day', { warrants: [{ ...standing, validUntil: '2026-11-23' }] }, []],
    ['lapses today', { limitationDate: '2026-11-23' }, []],
    ['no lapse known', { limitationDate: null }, ['warn LIMITATION_UNKNOWN /alert/limitationDate']],
    ['no offence', { offences: [] }, ['OFFENCE_MISSING /alert/offences']],
    [
      'no article text',
      { offences: [{ articleText: 'x' }, { articleText: ' ' }, { articleText: null }] },
      [
        'ARTICLE_TEXT_MISSING /alert/offences/1/articleText',
        'ARTICLE_TEXT_MISSING /alert/offences/2/articleText',
      ],
    ],
    ['no penalty', { maxPenaltyMonths: null }, ['MAX_PENALTY_MISSING /alert/maxPenaltyMonths']],
    [
      'a sentence without its rest',
      { type: 'ARREST_SENTENCE', maxPenaltyMonths: null },
      ['SENTENCE_LEFT_MISSING /alert/sentenceMonthsLeft'],
    ],
    [
      'no facts',
      { facts: null, factsPlace: '', factsFrom: null, reasonSummary: { ru: ' ' } },
      [
        'FACTS_MISSING /alert/facts',
        'FACTS_PLACE_MISSING /alert/factsPlace',
        'FACTS_TIME_MISSING /alert/factsFrom',
        'REASON_SUMMARY_MISSING /alert/reasonSummary',
      ],
    ],
    [
      'a summary too long',
      { reasonSummary: { ru: 'я'.repeat(2000), en: 'x'.repeat(2001) } },
      ['REASON_SUMMARY_TOO_LONG /alert/reasonSummary/en'],
    ],
    ['a summary in one of two languages', { reasonSummary: { ru: '', en: 'x' } }, []],
    ['below every treaty', { maxPenaltyMonths: 11 }, ['warn BELOW_EVERY_THRESHOLD /alert/maxPenaltyMonths']],
    ['at the threshold', { maxPenaltyMonths: 12 }, []],
    [
      'a short rest of a sentence',
      { type: 'ARREST_SENTENCE', sentenceMonthsLeft: 5 },
      ['warn BELOW_EVERY_THRESHOLD /alert/sentenceMonthsLeft'],
    ],
    ['a long rest of a sentence', { type: 'ARREST_SENTENCE', sentenceMonthsLeft: 6 }, []],
    ['no round-the-clock contact', { contact24x7: ' ' }, ['CONTACT_24X7_MISSING /alert/contact24x7']],
    [
      'no word on extradition',
      { extraditionWill: null },
      ['EXTRADITION_WILL_MISSING /alert/extraditionWill'],
    ],
  ])('%s', (_, changes, expected) => {
    expect(findings({ alert: changes }, 'SUBMIT')).toEqual(expected);
  });

  test('types that ask for no arrest need none of it', () => {
    const bare: Partial<GateAlert> = {
      contact24x7: null,
      extraditionWill: null,
      reasonSummary: {},
      facts: null,
      factsPlace: null,
      factsFrom: null,
      maxPenaltyMonths: null,
      limitationDate: null,
      warrants: [],
      offences: [],
    };
    expect(findings({ alert: { ...bare, type: 'LOCATE_WITNESS', actionsOnHit: ['L1'] } })).toEqual([]);
    expect(findings({ alert: { ...bare, type: 'MISSING', actionsOnHit: ['W1'] } })).toEqual([]);
    const long = {
      ...bare,
      type: 'MISSING',
      actionsOnHit: ['W1'],
      reasonSummary: { ky: 'а'.repeat(2001) },
    } as const;
    expect(findings({ alert: long })).toEqual(['REASON_SUMMARY_TOO_LONG /alert/reasonSummary/ky']);
  });

  test('without treaties at hand the threshold warns', () => {
    const facts = { ...withChanges({}), treaties: [] };
    const [finding, ...others] = publicationGate(facts, 'SUBMIT');
    expect(finding).toMatchObject({ code: 'BELOW_EVERY_THRESHOLD', severity: 'WARNING' });
    expect(others).toEqual([]);
    expect(isGateOpen(publicationGate(facts, 'SUBMIT'))).toBe(true);
  });
});

describe('form', () => {
  test.each<[string, Partial<GateAlert>, string[]]>([
    ['no legal basis', { legalBasis: [] }, ['LEGAL_BASIS_MISSING /alert/legalBasis']],
    ['no action', { actionsOnHit: [] }, ['ACTION_MISSING /alert/actionsOnHit']],
    [
      'actions of another type, repeated',
      { actionsOnHit: ['A1', 'D1', 'A1'] },
      ['ACTION_NOT_FOR_TYPE /alert/actionsOnHit/1', 'ACTION_REPEATED /alert/actionsOnHit/2'],
    ],
    ['no arrest first', { actionsOnHit: ['T1', 'A1'] }, ['ACTION_WRONG_FIRST /alert/actionsOnHit']],
    ['danger not stated', { dangerNone: false }, ['DANGER_NOT_STATED /alert/dangerFlags']],
    ['danger stated', { dangerNone: false, dangerFlags: ['ARMED'] }, []],
    ['danger and none', { dangerFlags: ['ARMED'] }, ['DANGER_NONE_WITH_FLAGS /alert/dangerNone']],
    ['listed with nobody', { sharing: 'LISTED' }, ['SHARING_LIST_EMPTY /alert/sharedWithStates']],
    ['listed with a state', { sharing: 'LISTED', sharedWithStates: ['KAZ'] }, []],
    ['listed with both', { sharing: 'LISTED', sharedWithStates: ['KAZ'], sharedWithAgencies: ['x'] }, []],
    ['listed with an agency', { sharing: 'LISTED', sharedWithAgencies: ['x'] }, []],
    [
      'no validity',
      { validFrom: null, expiresOn: null },
      ['VALID_FROM_MISSING /alert/validFrom', 'EXPIRY_MISSING /alert/expiresOn'],
    ],
    ['ends before it starts', { validFrom: '2031-11-24' }, ['EXPIRY_BEFORE_START /alert/expiresOn']],
    [
      'ended yesterday',
      { validFrom: '2026-01-01', expiresOn: '2026-11-22' },
      ['EXPIRY_PASSED /alert/expiresOn'],
    ],
    ['ends today', { expiresOn: '2026-11-23' }, []],
  ])('%s', (_, changes, expected) => {
    expect(findings({ alert: changes }, 'SUBMIT')).toEqual(expected);
  });
});

describe('review, before publication only', () => {
  test.each<[string, Partial<GateReview>, string[]]>([
    [
      'no declaration',
      { complianceDeclared: false },
      ['SELF_DECLARATION_MISSING /review/complianceDeclared'],
    ],
    ['no review', { complianceReviewedBy: null }, ['COMPLIANCE_REVIEW_MISSING /review/complianceReviewedBy']],
    [
      'own review',
      { complianceReviewedBy: 'u1' },
      ['COMPLIANCE_REVIEW_BY_AUTHOR /review/complianceReviewedBy'],
    ],
    ['no asylum check', { asylumCheck: null }, ['ASYLUM_CHECK_MISSING /review/asylumCheck']],
    ['asylum unknown', { asylumCheck: 'UNKNOWN' }, ['warn ASYLUM_UNKNOWN /review/asylumCheck']],
    [
      'asylum granted, by nobody',
      { asylumCheck: 'GRANTED' },
      ['warn ASYLUM_GRANTED /review/asylumCheck', 'ASYLUM_STATE_MISSING /review/asylumState'],
    ],
    [
      'asylum granted',
      { asylumCheck: 'GRANTED', asylumState: 'KAZ' },
      ['warn ASYLUM_GRANTED /review/asylumCheck'],
    ],
    [
      'no duplicate check',
      { isDuplicateCheckDone: false },
      ['DUPLICATE_CHECK_MISSING /review/isDuplicateCheckDone'],
    ],
    [
      'duplicates open',
      { unresolvedDuplicates: ['p1', 'p2'] },
      [
        'DUPLICATE_UNRESOLVED /review/unresolvedDuplicates/0',
        'DUPLICATE_UNRESOLVED /review/unresolvedDuplicates/1',
      ],
    ],
    ['approved by the author', { approverId: 'u1' }, ['APPROVER_IS_AUTHOR /review/approverId']],
    ['nobody approves yet', { approverId: null }, []],
  ])('%s', (_, changes, expected) => {
    expect(findings({ review: changes })).toEqual(expected);
    expect(findings({ review: changes }, 'SUBMIT')).toEqual([]);
  });

  test('an open duplicate is named', () => {
    const [finding] = publicationGate(withChanges({ review: { unresolvedDuplicates: ['p1'] } }), 'PUBLISH');
    expect(finding).toMatchObject({ id: 'p1' });
  });
});

test('of an empty draft of any type the gate says everything at once and never throws', () => {
  for (const type of ALERT_TYPES) {
    const empty: Changes = {
      person: { names: [], sex: null, births: [] },
      alert: { type, legalBasis: [], actionsOnHit: [], dangerNone: false, validFrom: null, expiresOn: null },
      review: {
        complianceDeclared: false,
        complianceReviewedBy: null,
        asylumCheck: null,
        isDuplicateCheckDone: false,
      },
    };
    const codes = publicationGate(withChanges(empty), 'PUBLISH').map((finding) => finding.code);
    expect(codes).toEqual([
      'NAME_MISSING',
      'SEX_MISSING',
      'BIRTH_DATE_MISSING',
      'LEGAL_BASIS_MISSING',
      'ACTION_MISSING',
      'DANGER_NOT_STATED',
      'VALID_FROM_MISSING',
      'EXPIRY_MISSING',
      ...(type === 'ARREST_SENTENCE' ? ['SENTENCE_LEFT_MISSING'] : []),
      'SELF_DECLARATION_MISSING',
      'COMPLIANCE_REVIEW_MISSING',
      'ASYLUM_CHECK_MISSING',
      'DUPLICATE_CHECK_MISSING',
    ]);
  }
});

// An alert as it is read: all that is said, in the order in which it is needed.
import { Title } from '@mantine/core';
import type { AlertView } from '../../api/registry-types.ts';
import { useTexts } from '../../i18n/texts.tsx';
import { type AlertMember, valuesOf } from './alert-values.ts';
import classes from './alerts.module.css';
import { alertTexts } from './alerts-texts.ts';
import { placeOf } from './field-place.ts';
import { useMemberLabel, useMemberWords } from './member-words.tsx';

const SECTIONS: readonly (readonly [keyof typeof alertTexts, readonly AlertMember[]])[] = [
  ['what', ['type', 'actionsOnHit', 'dangerFlags', 'dangerNone', 'priority']],
  ['story', ['facts', 'factsPlace', 'factsFrom', 'factsTo', 'reasonSummary']],
  [
    'law',
    [
      'legalBasis',
      'nationalNorm',
      'offences',
      'maxPenaltyMonths',
      'sentenceMonthsLeft',
      'limitationDate',
      'extraditionWill',
      'extraditionStates',
      'initiatorAgency',
      'contact24x7',
      'externalRefs',
    ],
  ],
  [
    'validity',
    ['issuedOn', 'validFrom', 'expiresOn', 'sharing', 'sharedWithStates', 'sharedWithAgencies', 'caveats'],
  ],
  ['checks', ['asylumCheck', 'asylumState', 'complianceDeclared', 'statusNote']],
];

/** Only its own side knows with whom an alert is shared and what was checked. */
const OWNERS: readonly AlertMember[] = [
  'sharing',
  'sharedWithStates',
  'sharedWithAgencies',
  'asylumCheck',
  'asylumState',
  'complianceDeclared',
  'statusNote',
];

export function AlertReading({ alert }: { alert: AlertView }) {
  const t = useTexts(alertTexts);
  const memberWords = useMemberWords(alert.offences);
  const label = useMemberLabel();
  const values = valuesOf(alert);
  // An alert of others without its article is not silently one: whoever reads it knows whom to ask.
  const isArticleMissing =
    alert.owner === null && alert.type.startsWith('ARREST_') && alert.offences.length === 0;
  const words: typeof memberWords = (all, member) =>
    member === 'offences' && isArticleMissing ? t('articleNotTold') : memberWords(all, member);
  const isSaid = (member: AlertMember) => {
    if (alert.owner === null && OWNERS.includes(member)) return false;
    if (member === 'dangerNone') return values.dangerNone;
    return words(values, member) !== '';
  };
  return SECTIONS.map(([title, members]) => {
    const said = members.filter(isSaid);
    return said.length === 0 ? null : (
      <section key={title} className={classes['section']}>
        <Title order={2} size="h5" mb="xs">
          {t(title)}
        </Title>
        <dl className={classes['facts']}>
          {said.map((member) => [
            <dt key={`${member} label`} id={placeOf(member)}>
              {label(member)}
            </dt>,
            <dd key={member}>{words(values, member)}</dd>,
          ])}
        </dl>
      </section>
    );
  });
}

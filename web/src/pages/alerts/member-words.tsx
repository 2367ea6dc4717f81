// Every member of an alert in words: for reading, for differences, for two versions side by side.
import type { AlertView } from '../../api/registry-types.ts';
import { useCountryName } from '../../components/country.tsx';
import {
  actionWords,
  alertTypeWords,
  asylumWords,
  caveatWords,
  channelWords,
  dangerWords,
  extraditionWillWords,
  offenceRoleWords,
  sharingWords,
} from '../../i18n/alert-words.ts';
import { useTexts } from '../../i18n/texts.tsx';
import { languageWords } from '../../i18n/treaty-words.ts';
import { useShownDate } from '../../i18n/use-shown-date.ts';
import { useWords } from '../../i18n/words.ts';
import { useAgencyNames } from './agency-names.ts';
import type { AlertMember, AlertValues } from './alert-values.ts';
import { alertTexts } from './alerts-texts.ts';
import { useOffenceName } from './offence-codes.ts';

const DAYS: readonly AlertMember[] = [
  'limitationDate',
  'factsFrom',
  'factsTo',
  'issuedOn',
  'validFrom',
  'expiresOn',
];

/**
 * @param told the offences as the alert that is read tells them
 * @returns a function that says a member of an alert; empty when nothing is said
 */
export function useMemberWords(
  told?: AlertView['offences'],
): (values: AlertValues, member: AlertMember) => string {
  const t = useTexts(alertTexts);
  const type = useTexts(alertTypeWords);
  const date = useShownDate();
  const action = useTexts(actionWords);
  const danger = useTexts(dangerWords);
  const caveat = useTexts(caveatWords);
  const sharing = useTexts(sharingWords);
  const will = useTexts(extraditionWillWords);
  const asylum = useTexts(asylumWords);
  const channel = useTexts(channelWords);
  const role = useTexts(offenceRoleWords);
  const language = useWords(languageWords);
  const country = useCountryName();
  const offence = useOffenceName(told);
  const agencies = useAgencyNames();
  const list = <K extends string>(values: readonly string[], words: (key: K) => string) =>
    values.map((value) => words(value as K)).join(', ');
  return (values, member) => {
    switch (member) {
      case 'type':
        return type(values.type as 'MISSING');
      case 'actionsOnHit':
        return values.actionsOnHit.map((code) => `${code} ${action(code as 'A1')}`).join('; ');
      case 'dangerFlags':
        return values.dangerFlags
          .map(({ flag, reason }) => `${danger(flag as 'ARMED')}: ${reason}`)
          .join('; ');
      case 'dangerNone':
      case 'complianceDeclared':
        return t(values[member] ? 'yes' : 'no');
      case 'legalBasis':
        return values.legalBasis.join('; ');
      case 'externalRefs':
        return values.externalRefs.map((ref) => `${channel(ref.channel as 'SIS')} ${ref.number}`).join('; ');
      case 'offences':
        return values.offences
          .map((one) => {
            const facts = [
              offence(one.offenceCodeId),
              role(one.role as 'AIDER'),
              one.attempt && t('attempt'),
              [one.periodFrom, one.periodTo].filter(Boolean).map(date).join(' – '),
              one.place,
              one.damageAmount && `${one.damageAmount} ${one.damageCurrency}`,
            ].filter(Boolean);
            return [facts.join(', '), one.articleText].filter(Boolean).join('\n');
          })
          .join('\n');
      case 'extraditionWill':
        return values.extraditionWill === '' ? '' : will(values.extraditionWill as 'FULL');
      case 'extraditionStates':
      case 'sharedWithStates':
        return values[member].map(country).join(', ');
      case 'sharedWithAgencies':
        return values.sharedWithAgencies
          .map((id) => agencies.find((one) => one.id === id)?.name ?? `…${id.slice(-6)}`)
          .join(', ');
      case 'reasonSummary':
        return Object.entries(values.reasonSummary)
          .map(([code, words]) => `${language(code)}: ${words}`)
          .join('\n');
      case 'sharing':
        return sharing(values.sharing as 'LISTED');
      case 'caveats':
        return list(values.caveats, caveat);
      case 'asylumCheck':
        return values.asylumCheck === '' ? '' : asylum(values.asylumCheck as 'NONE');
      case 'asylumState':
        return values.asylumState === '' ? '' : country(values.asylumState);
      default:
        return DAYS.includes(member) && values[member] !== '' ? date(values[member]) : values[member];
    }
  };
}

/** @returns the label of a member */
export function useMemberLabel(): (member: AlertMember) => string {
  const t = useTexts(alertTexts);
  return (member) => t(member, { language: '' }).replace(' ()', '');
}

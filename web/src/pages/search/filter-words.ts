// The filters of a question in words, for a kept search that says what it was narrowed to.
import { useCountryName } from '../../components/use-country-name.ts';
import { alertStatusWords, alertTypeWords } from '../../i18n/alert-words.ts';
import { markWords } from '../../i18n/description-words.ts';
import { sexWords } from '../../i18n/person-words.ts';
import { useTexts } from '../../i18n/texts.tsx';
import type { Filters } from './question.ts';
import { searchTexts } from './search-texts.ts';

/** @returns a function that says every filter that narrows */
export function useFilterWords(): (filters: Filters) => string[] {
  const t = useTexts(searchTexts);
  const sex = useTexts(sexWords);
  const type = useTexts(alertTypeWords);
  const status = useTexts(alertStatusWords);
  const mark = useTexts(markWords);
  const country = useCountryName();
  return (filters) => {
    const years = [filters.birthYearFrom, filters.birthYearTo];
    return [
      ...(filters.sexes ?? []).map((one) => sex(one as 'M')),
      ...(filters.nationalities ?? []).map(country),
      years.some((year) => year !== undefined) &&
        `${t('birthYears')}: ${years.map((year) => year ?? '…').join('–')}`,
      ...(filters.alertTypes ?? []).map((one) => type(one as 'MISSING')),
      ...(filters.alertStatuses ?? []).map((one) => status(one as 'ACTIVE')),
      ...(filters.ownerStates ?? []).map((one) => `${t('ownerState')}: ${country(one)}`),
      ...(filters.uncacArticles ?? []).map((one) => t('article', { count: one })),
      filters.markKind && mark(filters.markKind as 'SCAR'),
      filters.markBodyPart,
      filters.birthPlace,
      filters.documentNumber,
      filters.nationalId,
    ].filter((word): word is string => typeof word === 'string');
  };
}

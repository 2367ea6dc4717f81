// Gathers what a record says while it is read: values that mean nothing are left out and named.

import { detectScript } from '../persons/name-rules.ts';
import type {
  AlertFacts,
  NameDraft,
  PersonDraft,
  ReadingTables,
  RecordFault,
  RecordReading,
} from './draft.ts';
import { cut, readAmount, readBirth, readDay, readEyes, readHair, readSex } from './values.ts';

type Writable<T> = { -readonly [K in keyof T]: T[K] };
type Lists = 'names' | 'birthDates' | 'nationalities' | 'documents' | 'nationalIds' | 'marks';

const isThere = (text: string | null | undefined): text is string =>
  text !== null && text !== undefined && !/^[\s\-–—]*$/u.test(text);

/** One record on its way into a draft. Every method takes what may be missing and then does nothing. */
export function collect(tables: ReadingTables) {
  const hints: RecordFault[] = [];
  const person: Writable<PersonDraft> = { sex: 'U', names: [] };
  const alert: Writable<AlertFacts> = {};
  const hint = (field: string, code: RecordFault['code']) => hints.push({ field, code });
  const push = <K extends Lists>(member: K, value: NonNullable<PersonDraft[K]>[number]) => {
    person[member] = [...(person[member] ?? []), value] as unknown as PersonDraft[K] &
      NonNullable<PersonDraft[K]>;
  };
  const country = (text: string, field: string): string | null => {
    const code = tables.country(text);
    if (code === null) hint(field, 'import-bad-country');
    return code;
  };

  return {
    alert,
    hint,
    name(
      type: NameDraft['type'],
      parts: Partial<Record<keyof Omit<NameDraft, 'type'>, string | null | undefined>>,
    ) {
      const written = Object.entries(parts)
        .filter(([, text]) => isThere(text))
        .map(([part, text]) => [part, cut(text as string, part === 'full' ? 300 : 150)]);
      if (written.length === 0) return;
      const name = Object.fromEntries(written) as Omit<NameDraft, 'type'>;
      const textOf = ({ full, family, given, patronymic }: Omit<NameDraft, 'type'>) =>
        full ?? [family, given, patronymic].filter(Boolean).join(' ');
      const known = person.names.some((other) => textOf(other).toLowerCase() === textOf(name).toLowerCase());
      if (known) return;
      const script = detectScript(textOf(name)).script;
      const taken = person.names.some(
        (other) => other.type === 'PRIMARY' && detectScript(textOf(other)).script === script,
      );
      push('names', { type: type === 'PRIMARY' && taken ? 'ALIAS_STRONG' : type, ...name });
    },
    birth(text: string | null | undefined, status: 'TRUE' | 'USED' = 'TRUE', field = 'birthDate') {
      if (!isThere(text)) return;
      const birth = readBirth(text);
      if (birth === null) hint(field, 'import-bad-date');
      else push('birthDates', { ...birth, ...(status === 'USED' && { status }) });
    },
    sex(text: string | null | undefined, field = 'sex') {
      if (!isThere(text)) return;
      const sex = readSex(text);
      if (sex === null) hint(field, 'import-bad-sex');
      else person.sex = sex;
    },
    nationality(text: string | null | undefined, field = 'nationality') {
      if (!isThere(text)) return;
      const code = country(text, field);
      if (code !== null && !person.nationalities?.some((one) => one.country === code))
        push('nationalities', { country: code });
    },
    birthCountry(text: string | null | undefined, field = 'birthCountry') {
      const code = isThere(text) ? country(text, field) : null;
      if (code !== null) person.birthCountry = code;
    },
    birthPlace(text: string | null | undefined) {
      if (isThere(text)) person.birthPlace = cut(text, 300);
    },
    document(
      type: NonNullable<PersonDraft['documents']>[number]['type'],
      number: string | null | undefined,
      issuer: string | null | undefined,
      expiry?: string | null,
      field = 'documentNumber',
    ) {
      if (!isThere(number)) return;
      const issuingState = isThere(issuer)
        ? country(issuer, 'documentState')
        : (person.nationalities?.[0]?.country ?? null);
      if (issuingState === null) {
        hint(field, 'import-no-issuer');
        return;
      }
      const expiresOn = isThere(expiry) ? readDay(expiry) : null;
      if (isThere(expiry) && expiresOn === null) hint('documentExpiry', 'import-bad-date');
      push('documents', { type, number: cut(number, 60), issuingState, ...(expiresOn && { expiresOn }) });
    },
    nationalId(
      value: string | null | undefined,
      scheme: NonNullable<PersonDraft['nationalIds']>[number]['scheme'] = 'OTHER',
    ) {
      if (isThere(value)) push('nationalIds', { scheme, value: cut(value, 60) });
    },
    mark(text: string | null | undefined) {
      if (isThere(text)) push('marks', { kind: 'OTHER', bodyPart: '-', description: cut(text, 500) });
    },
    height(text: string | null | undefined, field = 'height') {
      if (!isThere(text) || Number(text) === 0) return;
      const value = readAmount(text, 40, 260);
      if (value === null) hint(field, 'import-bad-number');
      else person.heightCm = value;
    },
    weight(text: string | null | undefined, field = 'weight') {
      if (!isThere(text) || Number(text) === 0) return;
      const value = readAmount(text, 2, 500);
      if (value === null) hint(field, 'import-bad-number');
      else person.weightKg = value;
    },
    hair(text: string | null | undefined) {
      const colour = isThere(text) ? readHair(text) : null;
      if (colour !== null) person.hairColour = colour;
    },
    eyes(text: string | null | undefined) {
      const colour = isThere(text) ? readEyes(text) : null;
      if (colour !== null) person.eyeColour = colour;
    },
    language(text: string | null | undefined) {
      const code = isThere(text) ? text.trim().toLowerCase() : '';
      if (/^[a-z]{2,3}$/u.test(code)) person.languages = [...new Set([...(person.languages ?? []), code])];
    },
    day(text: string | null | undefined, field: string): string | undefined {
      if (!isThere(text)) return undefined;
      const day = readDay(text);
      if (day === null) hint(field, 'import-bad-date');
      return day ?? undefined;
    },
    reason(text: string | null | undefined, language = 'en') {
      if (isThere(text)) alert.reasonSummary = { ...alert.reasonSummary, [language]: cut(text, 4_000) };
    },
    finish(key: string | null | undefined): RecordReading {
      const nameless = person.names.length === 0;
      return {
        key: isThere(key) ? key.trim() : null,
        person,
        alert,
        hints,
        faults: nameless ? [{ field: 'name', code: 'import-no-name' }] : [],
      };
    },
  };
}

export type Collector = ReturnType<typeof collect>;

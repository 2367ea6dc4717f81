// What the name engine makes of a name that is being written: other spellings it will be found by, and what looks odd.
import { z } from 'zod';
import type { Actor } from '../../domain/access/actor.ts';
import { NAME_HINTS } from '../../domain/names/analysed-name.ts';
import { nameHintText } from '../../platform/i18n/match-reasons.ts';
import type { Screener } from './screening.ts';

const part = z.string().max(300).optional();

export const nameFormsBody = z
  .strictObject({ full: part, family: part, given: part, patronymic: part })
  .meta({ id: 'NameFormsBody', examples: [{ family: 'Сыдыков', given: 'Нурбек' }] });

export const nameFormsAnswer = z
  .object({
    cyrillic: z.array(z.string()),
    latin: z.array(z.string()),
    hints: z.array(z.object({ code: z.enum(NAME_HINTS), text: z.string() })),
  })
  .meta({ id: 'NameForms', description: 'Forms by which the name is searched; nobody is looked up.' });
type NameFormsAnswer = z.output<typeof nameFormsAnswer>;

export interface NameFormsService {
  nameForms(actor: Actor, body: z.output<typeof nameFormsBody>): NameFormsAnswer;
}

const MOST = 8;

export const createNameForms = (screener: Pick<Screener, 'analyse' | 'forms'>): NameFormsService => ({
  nameForms(actor, body) {
    const written = Object.fromEntries(Object.entries(body).filter(([, text]) => text?.trim()));
    const name = screener.analyse(written);
    const { cyrl, latn } = screener.forms(name);
    return {
      cyrillic: cyrl.slice(0, MOST),
      latin: latn.slice(0, MOST),
      hints: name.hints.map((code) => ({ code, text: nameHintText(actor.locale, code) })),
    };
  },
});

// Letters about cases in four languages: a number and a link, nothing of a person.
import type { Locale } from '../../domain/access/actor.ts';

const words = (ky: string, ru: string, kk: string, en: string): Record<Locale, string> => ({
  ky,
  ru,
  kk,
  en,
});

export const CASE_MAIL_KINDS = [
  'HALF',
  'THREE_QUARTERS',
  'TEN_DAYS',
  'THREE_DAYS',
  'ONE_DAY',
  'OVERDUE',
  'ASSIGNED',
  'MENTIONED',
] as const;
export type CaseMailKind = (typeof CASE_MAIL_KINDS)[number];

const SUBJECTS: Readonly<Record<CaseMailKind, Record<Locale, string>>> = {
  HALF: words(
    'мөөнөттүн жарымы өттү',
    'прошла половина срока',
    'мерзімнің жартысы өтті',
    'half of the time is over',
  ),
  THREE_QUARTERS: words(
    'мөөнөттүн төрттөн үчү өттү',
    'прошло три четверти срока',
    'мерзімнің төрттен үші өтті',
    'three quarters of the time are over',
  ),
  TEN_DAYS: words('10 күн калды', 'осталось 10 дней', '10 күн қалды', '10 days are left'),
  THREE_DAYS: words('3 күн калды', 'осталось 3 дня', '3 күн қалды', '3 days are left'),
  ONE_DAY: words('бир күн калды', 'остался один день', 'бір күн қалды', 'one day is left'),
  OVERDUE: words('мөөнөт өтүп кетти', 'срок истёк', 'мерзім өтіп кетті', 'the time is over'),
  ASSIGNED: words('иш сизге берилди', 'дело поручено вам', 'іс сізге тапсырылды', 'the case is yours now'),
  MENTIONED: words(
    'сизди комментарийде атап өтүштү',
    'вас упомянули в комментарии',
    'сізді пікірде атап өтті',
    'you were mentioned in a comment',
  ),
};

const CLOCK = words('Мөөнөт', 'Срок', 'Мерзім', 'Clock');
const OPEN = words('Ишти ачуу', 'Открыть дело', 'Істі ашу', 'Open the case');
const WHY = words(
  'Бул кат Izdoo тарабынан автоматтык түрдө жөнөтүлдү. Ага жооп бербеңиз.',
  'Это письмо отправлено Izdoo автоматически. Отвечать на него не нужно.',
  'Бұл хатты Izdoo автоматты түрде жіберді. Оған жауап бермеңіз.',
  'This letter was sent by Izdoo by itself. Please do not answer it.',
);

export function caseLetter(
  locale: Locale,
  kind: CaseMailKind,
  { caseNumber, clock, link }: { caseNumber: string; clock: string | null; link: string },
): { subject: string; text: string } {
  const subject = `${caseNumber}: ${SUBJECTS[kind][locale]}`;
  const lines = [
    subject,
    ...(clock === null ? [] : [`${CLOCK[locale]}: ${clock}`]),
    '',
    `${OPEN[locale]}: ${link}`,
    '',
    WHY[locale],
  ];
  return { subject, text: lines.join('\n') };
}

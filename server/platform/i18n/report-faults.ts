// What is wrong with a wish about reports, in four languages.
import type { Locale } from '../../domain/access/actor.ts';

const words = (ky: string, ru: string, kk: string, en: string): Record<Locale, string> => ({
  ky,
  ru,
  kk,
  en,
});

export const reportFaultTexts = {
  'period-not-over': words(
    'Мезгил бүтө элек',
    'Период ещё не окончен',
    'Кезең әлі біткен жоқ',
    'The period is not over',
  ),
  'nothing-changed': words(
    'Акыркы версиядан бери эч бир сан өзгөргөн жок',
    'С последней версии не изменилось ни одно число',
    'Соңғы нұсқадан бері ешбір сан өзгерген жоқ',
    'No number has changed since the last version',
  ),
  'reason-required': words(
    'Жаңы версиянын себебин жазыңыз',
    'Укажите причину новой версии',
    'Жаңа нұсқаның себебін жазыңыз',
    'Say why there is another version',
  ),
  'not-of-one-period': words(
    'Отчёттор бир мезгил жөнүндө эмес',
    'Отчёты о разных периодах',
    'Есептер бір кезең туралы емес',
    'The reports are not about one period',
  ),
  'same-state': words(
    'Эки башка мамлекет керек',
    'Нужны два разных государства',
    'Екі бөлек мемлекет керек',
    'Two different states are needed',
  ),
} as const;

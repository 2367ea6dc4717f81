// Texts of the codes that webhooks answer with.
import type { Locale } from '../../domain/access/actor.ts';

export const exchangeTexts = {
  'address-not-called': {
    ky: 'Бул дарекке билдирүү жөнөтүлбөйт: https менен ачык тармактагы дарек керек',
    ru: 'На этот адрес сообщения не отправляются: нужен адрес https в открытой сети',
    kk: 'Бұл мекенжайға хабар жіберілмейді: ашық желідегі https мекенжайы қажет',
    en: 'Nothing is sent to this address: it has to be an https address in the open network',
  },
  'webhook-stopped': {
    ky: 'Билдирүү каналы токтотулган, адегенде аны иштетиңиз',
    ru: 'Канал уведомлений остановлен, сначала включите его',
    kk: 'Хабарлау арнасы тоқтатылған, алдымен оны іске қосыңыз',
    en: 'The webhook is stopped: start it first',
  },
  'still-on-its-way': {
    ky: 'Бул билдирүү дагы жөнөтүлүүдө',
    ru: 'Это сообщение ещё отправляется',
    kk: 'Бұл хабар әлі жіберілуде',
    en: 'This delivery is still on its way',
  },
} as const satisfies Record<string, Record<Locale, string>>;

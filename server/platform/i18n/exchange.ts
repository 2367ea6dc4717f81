// Texts of the codes that webhooks and the channel to other installations answer with.
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
  'kept-elsewhere': {
    ky: 'Бул жазууну башка орнотуу жүргүзөт, бул жерде аны өзгөртүүгө болбойт',
    ru: 'Эту запись ведёт другая установка, здесь её изменить нельзя',
    kk: 'Бұл жазбаны басқа орнату жүргізеді, оны мұнда өзгертуге болмайды',
    en: 'Another installation keeps this record; it cannot be changed here',
  },
  'no-peer-key': {
    ky: 'Башка орнотуунун ачык Ed25519 ачкычы керек (PEM)',
    ru: 'Нужен открытый ключ Ed25519 другой установки (PEM)',
    kk: 'Басқа орнатудың ашық Ed25519 кілті қажет (PEM)',
    en: 'The public Ed25519 key of another installation is needed (PEM)',
  },
  'state-kept-already': {
    ky: 'Бул мамлекеттин атынан буга чейин бул орнотуу же башкасы сүйлөйт',
    ru: 'От имени этого государства уже говорит эта или другая установка',
    kk: 'Бұл мемлекет атынан осы немесе басқа орнату сөйлеп жүр',
    en: 'This installation or another one speaks for this state already',
  },
  'message-not-for-us': {
    ky: 'Билдирүү башка орнотууга арналган',
    ru: 'Сообщение предназначено другой установке',
    kk: 'Хабар басқа орнатуға арналған',
    en: 'The message is for another installation',
  },
  'message-too-old': {
    ky: 'Билдирүүнүн мөөнөтү өткөн: сааттарды текшериңиз',
    ru: 'Сообщение устарело: проверьте часы',
    kk: 'Хабардың мерзімі өткен: сағаттарды тексеріңіз',
    en: 'The message is too old: compare the clocks',
  },
  'message-from-future': {
    ky: 'Билдирүүнүн убактысы келечекте: сааттарды текшериңиз',
    ru: 'Время сообщения в будущем: проверьте часы',
    kk: 'Хабардың уақыты болашақта: сағаттарды тексеріңіз',
    en: 'The message comes from the future: compare the clocks',
  },
  'peer-not-active': {
    ky: 'Бул орнотуу менен байланыш ачык эмес',
    ru: 'Связь с этой установкой не открыта',
    kk: 'Бұл орнатумен байланыс ашық емес',
    en: 'The link to this installation is not open',
  },
  'sequence-used': {
    ky: 'Бул номер менен башка билдирүү мурун алынган',
    ru: 'Под этим номером уже получено другое сообщение',
    kk: 'Бұл нөмірмен басқа хабар бұрын алынған',
    en: 'Another message was taken under this number',
  },
  'repeated-message': {
    ky: 'Билдирүү кайталанган',
    ru: 'Сообщение повторено',
    kk: 'Хабар қайталанған',
    en: 'The message is a repetition',
  },
  'not-understood': {
    ky: 'Билдирүүнүн мазмуну түшүнүксүз',
    ru: 'Содержание сообщения не распознано',
    kk: 'Хабардың мазмұны танылмады',
    en: 'The content of the message is not understood',
  },
  'state-not-spoken-for': {
    ky: 'Жөнөтүүчү бул мамлекеттин атынан сүйлөй албайт',
    ru: 'Отправитель не говорит от имени этого государства',
    kk: 'Жіберуші бұл мемлекет атынан сөйлемейді',
    en: 'The sender does not speak for this state',
  },
} as const satisfies Record<string, Record<Locale, string>>;

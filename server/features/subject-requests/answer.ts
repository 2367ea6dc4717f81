// The letter to the person. One text for nothing held and for what may not be communicated: nothing in it depends on data.
import type { Locale } from '../../domain/access/actor.ts';
import type { RequestType } from '../../domain/subject-requests/procedure.ts';

type Letter = Readonly<Record<Locale, string>>;

const NOTHING: Letter = {
  ky: 'Сиздин {number} өтүнүчүңүз каралды ({type}). Сиз жөнүндө билдирилиши мүмкүн болгон маалымат жок. Реестрде маалымат бар же жок экенине карабастан, жооп дайыма ушундай. Макул болбосоңуз, өтүнүчтү кабыл алган органга же жеке маалыматтарды коргоо органына кайрыла аласыз.',
  ru: 'Ваше обращение {number} рассмотрено ({type}). Данных о Вас, которые могут быть сообщены, нет. Ответ одинаков независимо от того, содержатся ли данные в реестре. При несогласии Вы можете обратиться в орган, принявший обращение, или в орган по защите персональных данных.',
  kk: 'Сіздің {number} өтінішіңіз қаралды ({type}). Сіз туралы хабарлануы мүмкін деректер жоқ. Тізілімде деректердің бар-жоғына қарамастан жауап бірдей болады. Келіспесеңіз, өтінішті қабылдаған органға немесе дербес деректерді қорғау органына жүгіне аласыз.',
  en: 'Your request {number} has been examined ({type}). There are no data about you that may be communicated. The answer is the same whether or not the registry holds data. If you disagree you may turn to the authority that took your request, or to the data-protection authority.',
};

const COMMUNICATED: Letter = {
  ky: 'Сиздин {number} өтүнүчүңүз каралды ({type}).\n\n{words}\n\nМакул болбосоңуз, өтүнүчтү кабыл алган органга же жеке маалыматтарды коргоо органына кайрыла аласыз.',
  ru: 'Ваше обращение {number} рассмотрено ({type}).\n\n{words}\n\nПри несогласии Вы можете обратиться в орган, принявший обращение, или в орган по защите персональных данных.',
  kk: 'Сіздің {number} өтінішіңіз қаралды ({type}).\n\n{words}\n\nКеліспесеңіз, өтінішті қабылдаған органға немесе дербес деректерді қорғау органына жүгіне аласыз.',
  en: 'Your request {number} has been examined ({type}).\n\n{words}\n\nIf you disagree you may turn to the authority that took your request, or to the data-protection authority.',
};

const TYPES: Readonly<Record<RequestType, Letter>> = {
  ACCESS: { ky: 'маалымат алуу', ru: 'доступ к данным', kk: 'деректерге қол жеткізу', en: 'access' },
  CORRECTION: { ky: 'оңдоо', ru: 'исправление', kk: 'түзету', en: 'correction' },
  ERASURE: { ky: 'өчүрүү', ru: 'удаление', kk: 'жою', en: 'erasure' },
  RESTRICTION: { ky: 'чектөө', ru: 'ограничение обработки', kk: 'өңдеуді шектеу', en: 'restriction' },
  COMPLAINT: { ky: 'даттануу', ru: 'жалоба', kk: 'шағым', en: 'complaint' },
};

/** @param words what the owner lets the person know; null: nothing is communicated */
export function letter(number: string, type: RequestType, words: string | null, locale: Locale): string {
  const form = (words === null ? NOTHING : COMMUNICATED)[locale];
  return form
    .replace('{number}', number)
    .replace('{type}', TYPES[type][locale])
    .replace('{words}', () => words ?? '');
}

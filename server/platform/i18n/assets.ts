// What is wrong with a word about assets, measures and requests for assistance, in four languages.
import type { Locale } from '../../domain/access/actor.ts';

export const assetTexts = {
  'unknown-currency': {
    ky: 'Мындай валюта жок: ISO 4217 боюнча үч тамганы көрсөтүңүз',
    ru: 'Такой валюты нет: укажите три буквы по ISO 4217',
    kk: 'Мұндай валюта жоқ: ISO 4217 бойынша үш әріпті көрсетіңіз',
    en: 'There is no such currency: name its three letters after ISO 4217',
  },
  'same-currency': {
    ky: 'Эки башка валютаны көрсөтүңүз',
    ru: 'Укажите две разные валюты',
    kk: 'Екі түрлі валютаны көрсетіңіз',
    en: 'Name two different currencies',
  },
  'rate-is-fixed': {
    ky: 'Бул күндүн курсу жазылган жана өзгөрбөйт',
    ru: 'Курс на этот день уже записан и не меняется',
    kk: 'Бұл күннің бағамы жазылған және өзгермейді',
    en: 'The rate of this day is recorded and does not change',
  },
  'shares-exceed-whole': {
    ky: 'Үлүштөрдүн суммасы бүтүн мүлктөн ашып кетти',
    ru: 'Сумма долей больше целого',
    kk: 'Үлестердің қосындысы бүтіннен асып кетті',
    en: 'The shares add up to more than the whole',
  },
  'unknown-asset-case': {
    ky: 'Мүлк боюнча мындай иш жок же аны көрүүгө укугуңуз жок',
    ru: 'Такого дела об имуществе нет, или вы не вправе его видеть',
    kk: 'Мүлік туралы мұндай іс жоқ немесе оны көруге құқығыңыз жоқ',
    en: 'There is no such asset case, or you may not see it',
  },
  'unknown-extradition-case': {
    ky: 'Мындай экстрадиция иши жок же аны көрүүгө укугуңуз жок',
    ru: 'Такого дела о выдаче нет, или вы не вправе его видеть',
    kk: 'Ұстап беру туралы мұндай іс жоқ немесе оны көруге құқығыңыз жоқ',
    en: 'There is no such extradition case, or you may not see it',
  },
  'unknown-assistance': {
    ky: 'Мындай укуктук жардам суроо-талабы жок же аны көрүүгө укугуңуз жок',
    ru: 'Такого запроса о правовой помощи нет, или вы не вправе его видеть',
    kk: 'Құқықтық көмек туралы мұндай сұрау жоқ немесе оны көруге құқығыңыз жоқ',
    en: 'There is no such request for assistance, or you may not see it',
  },
  'freeze-is-over': {
    ky: 'Камактын мөөнөтү бүттү: жаңы чараны жазыңыз, эскертүү ошондо гана жабылат',
    ru: 'Срок ареста истёк: внесите новую меру, только она закрывает предупреждение',
    kk: 'Тыйым мерзімі өтті: жаңа шараны енгізіңіз, ескертуді тек сол жабады',
    en: 'The order has run out: record a measure, only that closes the warning',
  },
  'warning-is-done': {
    ky: 'Бул эскертүү мурда жабылган',
    ru: 'Это предупреждение уже закрыто',
    kk: 'Бұл ескерту бұрын жабылған',
    en: 'This warning is closed already',
  },
} as const satisfies Record<string, Record<Locale, string>>;

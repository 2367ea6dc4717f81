// What is wrong with a request for emergency access, in four languages.
import type { Locale } from '../../domain/access/actor.ts';

export const breakGlassTexts = {
  'person-named-once': {
    ky: 'Адамды бир жол менен гана көрсөтүңүз: же personId, же registryNumber',
    ru: 'Укажите лицо одним способом: либо personId, либо registryNumber',
    kk: 'Адамды бір ғана жолмен көрсетіңіз: не personId, не registryNumber',
    en: 'Name the person in one way: either personId or registryNumber',
  },
  'registry-number-mistyped': {
    ky: 'Каттоо номери туура эмес жазылган: белгилерди текшериңиз',
    ru: 'Регистрационный номер введён с ошибкой: проверьте знаки',
    kk: 'Тіркеу нөмірі қате жазылған: таңбаларды тексеріңіз',
    en: 'The registry number is mistyped: check its characters',
  },
} as const satisfies Record<string, Record<Locale, string>>;

// Texts of the dialog in which something is decided.
import type { TextTable } from '../i18n/texts.tsx';

export const decisionTexts = {
  cancel: { ky: 'Жокко чыгаруу', ru: 'Отмена', kk: 'Болдырмау', en: 'Cancel' },
  note: { ky: 'Түшүндүрмө', ru: 'Пояснение', kk: 'Түсініктеме', en: 'Note' },
  staleTitle: {
    ky: 'Бул убакытта жазуу өзгөрдү',
    ru: 'Запись за это время изменилась',
    kk: 'Осы уақытта жазба өзгерді',
    en: 'The record has changed meanwhile',
  },
  staleText: {
    ky: 'Азыркы абалды жүктөп, дагы бир карап чыгыңыз. Жазганыңыз сакталат.',
    ru: 'Загрузите нынешнее состояние и посмотрите ещё раз. Написанное вами останется.',
    kk: 'Қазіргі күйін жүктеп, тағы бір қараңыз. Жазғаныңыз сақталады.',
    en: 'Load it as it stands now and look again. What you wrote stays here.',
  },
  reload: { ky: 'Жаңылоо', ru: 'Обновить', kk: 'Жаңарту', en: 'Load it anew' },
} satisfies TextTable;

// What is wrong with requests for exports, in four languages.
import type { Texts } from './text-table.ts';

export const exportTexts = {
  'export-empty': {
    ky: 'Мындай тандоого эч ким туура келбейт',
    ru: 'Под этот выбор никто не подходит',
    kk: 'Бұл таңдауға ешкім сәйкес келмейді',
    en: 'Nobody meets this selection',
  },
  'export-too-many': {
    ky: 'Бир экспортто эң көп дегенде {maximum} адам болот: тандоону тарытыңыз',
    ru: 'В одном экспорте не больше {maximum} человек: сузьте выбор',
    kk: 'Бір экспортта ең көбі {maximum} адам: таңдауды тарылтыңыз',
    en: 'One export holds at most {maximum} persons: narrow the selection',
  },
  'export-decided-already': {
    ky: 'Сиз бул экспорт боюнча чечим чыгаргансыз',
    ru: 'Вы уже приняли решение по этому экспорту',
    kk: 'Сіз бұл экспорт бойынша шешім қабылдағансыз',
    en: 'You have decided on this export already',
  },
} satisfies Texts;

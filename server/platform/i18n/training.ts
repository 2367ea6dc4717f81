// Texts of training mode that an answer of the API may carry.
import type { Texts } from './text-table.ts';

export const trainingTexts = {
  'decision-not-offered': {
    ky: 'Ар бир суроого сунушталган чечимдердин бирин бериңиз',
    ru: 'На каждый вопрос дайте одно из предложенных решений',
    kk: 'Әр сұраққа ұсынылған шешімдердің бірін беріңіз',
    en: 'Give each question one of the decisions that are offered',
  },
} as const satisfies Texts;

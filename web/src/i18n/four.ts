// One text in the four languages, written in the order of the columns: Kyrgyz, Russian, Kazakh, English.
import type { Text } from './texts.tsx';

export const four = (ky: string, ru: string, kk: string, en: string): Text => ({ ky, ru, kk, en });

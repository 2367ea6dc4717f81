// Texts around a secret that is shown once.
import type { TextTable } from '../i18n/texts.tsx';

export const copyOnceTexts = {
  once: {
    ky: 'Бир гана жолу көрсөтүлөт. Көчүрүп, коопсуз жерге сактаңыз.',
    ru: 'Показывается один раз. Скопируйте и сохраните в надёжном месте.',
    kk: 'Бір рет қана көрсетіледі. Көшіріп, қауіпсіз жерге сақтаңыз.',
    en: 'Shown this one time only. Copy it and keep it in a safe place.',
  },
  copy: { ky: 'Көчүрүү', ru: 'Скопировать', kk: 'Көшіру', en: 'Copy' },
  copied: { ky: 'Көчүрүлдү', ru: 'Скопировано', kk: 'Көшірілді', en: 'Copied' },
  kept: { ky: 'Сактадым', ru: 'Сохранил(а)', kk: 'Сақтадым', en: 'I have kept it' },
} satisfies TextTable;

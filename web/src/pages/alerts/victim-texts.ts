// Texts about innocent people whose identity is misused.
import { four } from '../../i18n/four.ts';
import type { TextTable } from '../../i18n/texts.tsx';

export const victimTexts = {
  victims: four(
    'Инсандыгы колдонулган бейкүнөө адамдар',
    'Невиновные, чьими данными пользуются',
    'Деректері пайдаланылған кінәсіз адамдар',
    'Innocent people whose identity is misused',
  ),
  victimsLead: four(
    'Адамдын макулдугу менен гана. Код бир жолу көрсөтүлөт, ал адам чек арада көрсөтөт.',
    'Только с согласия человека. Код показывается один раз, человек предъявит его на границе.',
    'Тек адамның келісімімен. Код бір рет көрсетіледі, адам оны шекарада көрсетеді.',
    'Only with the person’s consent. The code is shown once; the person shows it at the border.',
  ),
  family: four('Фамилиясы', 'Фамилия', 'Тегі', 'Family name'),
  given: four('Аты', 'Имя', 'Аты', 'Given name'),
  birthDate: four('Туулган күнү', 'Дата рождения', 'Туған күні', 'Date of birth'),
  documentNumbers: four('Документ номерлери', 'Номера документов', 'Құжат нөмірлері', 'Document numbers'),
  distinguishing: four(
    'Эмнеси менен айырмаланат',
    'Чем отличается',
    'Немен ерекшеленеді',
    'What tells the two apart',
  ),
  consentOn: four('Макулдук күнү', 'Дата согласия', 'Келісім күні', 'Day of consent'),
  victimCode: four('Жабырлануучунун коду', 'Код пострадавшего', 'Жәбірленушінің коды', 'Code of the victim'),
} satisfies TextTable;

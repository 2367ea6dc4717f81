// What is wrong with a file of a case or with its signature, in four languages.
import type { Locale } from '../../domain/access/actor.ts';

export const caseFileTexts = {
  NOT_A_DOCUMENT: {
    ky: 'Файл PDF, JPEG, PNG, TIFF, DOCX, XLSX, ODT же ODS болушу керек',
    ru: 'Нужен файл PDF, JPEG, PNG, TIFF, DOCX, XLSX, ODT или ODS',
    kk: 'Файл PDF, JPEG, PNG, TIFF, DOCX, XLSX, ODT немесе ODS болуы керек',
    en: 'The file has to be PDF, JPEG, PNG, TIFF, DOCX, XLSX, ODT or ODS',
  },
  HAS_MACROS: {
    ky: 'Файлда макростор же программалар бар: аларсыз сактап, кайра жүктөңүз',
    ru: 'В файле есть макросы или программы: сохраните его без них и загрузите снова',
    kk: 'Файлда макростар немесе бағдарламалар бар: оларсыз сақтап, қайта жүктеңіз',
    en: 'The file holds macros or programs: save it without them and upload it again',
  },
  ARCHIVE_BOMB: {
    ky: 'Файлдын ичиндеги маалымат өтө чоң, аны ачуу коопсуз эмес',
    ru: 'Содержимое файла слишком велико, раскрывать его небезопасно',
    kk: 'Файл ішіндегі деректер тым үлкен, оны ашу қауіпсіз емес',
    en: 'What the file unpacks to is too large to be opened safely',
  },
  IS_ENCRYPTED: {
    ky: 'Файл сырсөз менен жабылган: аны ачык түрдө жүктөңүз',
    ru: 'Файл закрыт паролем: загрузите его в открытом виде',
    kk: 'Файл құпиясөзбен жабылған: оны ашық түрде жүктеңіз',
    en: 'The file is locked with a password: upload it unlocked',
  },
  IS_CUT_OFF: {
    ky: 'Файл толук эмес: аны кайра жүктөңүз',
    ru: 'Файл обрывается: загрузите его заново',
    kk: 'Файл толық емес: оны қайта жүктеңіз',
    en: 'The file is cut off: upload it again',
  },
  IS_INFECTED: {
    ky: 'Вирус текшерүүчү программа файлды четке какты',
    ru: 'Антивирус отклонил файл',
    kk: 'Антивирус файлды қабылдамады',
    en: 'The virus scanner refused the file',
  },
  SCANNER_AWAY: {
    ky: 'Вирус текшерүүчү программа жооп бербейт, файл кабыл алынган жок: кийинчерээк кайталаңыз',
    ru: 'Антивирус не отвечает, файл не принят: повторите позже',
    kk: 'Антивирус жауап бермейді, файл қабылданбады: кейінірек қайталаңыз',
    en: 'The virus scanner does not answer, so the file was not taken: repeat it later',
  },
  'certificate-incomplete': {
    ky: 'Ким күбөлөндүргөнүн жана күнүн чогуу көрсөтүңүз',
    ru: 'Укажите вместе, кто заверил и какого числа',
    kk: 'Кім куәландырғанын және күнін бірге көрсетіңіз',
    en: 'Name together who certified it and on which day',
  },
  'certificate-is-fixed': {
    ky: 'Бул версия күбөлөндүрүлгөн: өзгөртүү үчүн жаңы версия жүктөңүз',
    ru: 'Эта версия уже заверена: для изменения загрузите новую',
    kk: 'Бұл нұсқа куәландырылған: өзгерту үшін жаңасын жүктеңіз',
    en: 'This version is certified: upload a new one to change that',
  },
  'document-of-other-side': {
    ky: 'Бул документти экинчи тарап даярдайт',
    ru: 'Этот документ составляет другая сторона',
    kk: 'Бұл құжатты екінші тарап дайындайды',
    en: 'This document is made by the other side',
  },
  'unknown-original': {
    ky: 'Мындай түп нуска жок же ал өзү котормо',
    ru: 'Такого подлинника нет, или это само перевод',
    kk: 'Мұндай түпнұсқа жоқ немесе оның өзі аударма',
    en: 'There is no such original, or it is a translation itself',
  },
  'code-of-original': {
    ky: 'Котормо түп нусканын кодун же D20 кодун алат',
    ru: 'Перевод получает код подлинника или D20',
    kk: 'Аударма түпнұсқаның кодын немесе D20 кодын алады',
    en: 'A translation has the code of its original, or D20',
  },
  'language-of-original': {
    ky: 'Котормонун тили түп нусканын тилинен башка болушу керек',
    ru: 'Язык перевода должен отличаться от языка подлинника',
    kk: 'Аударма тілі түпнұсқа тілінен өзгеше болуы керек',
    en: 'A translation is in another language than its original',
  },
  'file-is-sent': {
    ky: 'Суроо-талап жөнөтүлгөн, анын файлдары өзгөрбөйт: D26 кодундагы кошумчаны жүктөңүз',
    ru: 'Запрос отправлен, его файлы не меняются: загрузите дополнение с кодом D26',
    kk: 'Сұрау салу жіберілген, оның файлдары өзгермейді: D26 кодымен қосымша жүктеңіз',
    en: 'The request is sent and its files stay: upload a supplement with the code D26',
  },
  'file-is-shared': {
    ky: 'Бул файлды эки тарап тең көрөт',
    ru: 'Этот файл уже видят обе стороны',
    kk: 'Бұл файлды екі тарап та көреді',
    en: 'Both sides see this file already',
  },
  'nothing-to-sign': {
    ky: 'Кол коюла турган файл жок: D10–D22 документтерин жүктөп, бөлүшүңүз',
    ru: 'Подписывать нечего: загрузите документы D10–D22 и откройте их для обеих сторон',
    kk: 'Қол қоятын файл жоқ: D10–D22 құжаттарын жүктеп, екі тарапқа ашыңыз',
    en: 'There is nothing to sign: upload documents D10–D22 and share them',
  },
  'not-signed': {
    ky: 'Файлга кол коюла элек',
    ru: 'Файлы ещё не подписаны',
    kk: 'Файлдарға әлі қол қойылмаған',
    en: 'The file is not signed yet',
  },
  'translation-not-certified': {
    ky: '{document} документинин котормосу күбөлөндүрүлгөн эмес',
    ru: 'Перевод документа {document} не заверен',
    kk: '{document} құжатының аудармасы куәландырылмаған',
    en: 'The translation of {document} is not certified',
  },
} as const satisfies Record<string, Record<Locale, string>>;

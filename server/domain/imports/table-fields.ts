// What the columns of a table may mean, and the words above columns by which the meaning is suggested.

export const PERSON_FIELDS = [
  'name',
  'family',
  'given',
  'patronymic',
  'otherName',
  'alias',
  'weakAlias',
  'formerName',
  'birthDate',
  'birthPlace',
  'birthCountry',
  'sex',
  'nationality',
  'documentType',
  'documentNumber',
  'documentState',
  'documentExpiry',
  'nationalId',
  'nationalIdScheme',
  'height',
  'weight',
  'hair',
  'eyes',
  'languages',
  'marks',
  'reference',
] as const;

export const ALERT_FIELDS = [
  'alertType',
  'reason',
  'legalBasis',
  'channel',
  'externalNumber',
  'issuedOn',
  'expiresOn',
  'maxPenaltyMonths',
] as const;

export const TABLE_FIELDS = [...PERSON_FIELDS, ...ALERT_FIELDS] as const;
export type TableField = (typeof TABLE_FIELDS)[number];

/** Column → what it means; columns that are not named are left aside. */
export type TableMapping = Readonly<Record<string, TableField>>;

/** Lower case, letters and digits only; English, Russian, Kyrgyz, Kazakh. */
const WORDS: Readonly<Record<TableField, string>> = {
  name: 'name fullname фио имяфамилия фамилияимя фамилияимяотчество полноеимя атыжөнү аты-жөні атыжөні тегіаты тегіатыәкесініңаты толукаты толықаты',
  family: 'family familyname lastname surname фамилия фамилиясы тек тегі',
  given: 'given givenname givennames firstname forename forenames имя имена аты есімі ысымы',
  patronymic: 'patronymic middlename secondname fathername отчество атасынынаты атасыныныаты әкесініңаты',
  otherName:
    'latinname nameinlatin namelatin transliteration имялатиницей фиолатиницей транслит латынча латынша',
  alias: 'alias aliases aka strongalias othernames псевдоним псевдонимы другиеимена кличка лакапаты лақапаты',
  weakAlias: 'weakalias weakaliases nickname nicknames прозвище прозвища',
  formerName:
    'formername formernames previousname maidenname birthname прежняяфамилия прежнееимя девичьяфамилия мурдагыаты бұрынғыаты',
  birthDate:
    'birthdate dateofbirth dob birth born датарождения рождение др датарожд годрождения туулганкүнү туулганжылы туғанкүні туғанжылы',
  birthPlace: 'birthplace placeofbirth pob месторождения туулганжери туғанжері',
  birthCountry: 'birthcountry countryofbirth странарождения туулганөлкөсү туғанелі',
  sex: 'sex gender пол жынысы',
  nationality:
    'nationality nationalities citizenship citizenships гражданство страногражданства странагражданства подданство жарандыгы азаматтығы',
  documentType: 'documenttype doctype типдокумента виддокумента документтинтүрү құжаттүрі',
  documentNumber:
    'document documentnumber docnumber docno passport passportnumber passportno номердокумента документ паспорт номерпаспорта серияиномер документномери паспортномери құжатнөмірі',
  documentState:
    'documentstate issuingstate issuingcountry documentcountry странавыдачи государствовыдачи бергенөлкө бергенел',
  documentExpiry:
    'documentexpiry expirydate documentexpires действителендо срокдействиядокумента жарактуумөөнөтү жарамдылықмерзімі',
  nationalId:
    'nationalid personalnumber personalid pin inn iin pinfl пин инн иин пинфл снилс персональныйномер жсн жекеномери',
  nationalIdScheme: 'nationalidscheme idscheme схемаиин видномера',
  height: 'height heightcm рост ростсм бою бойы',
  weight: 'weight weightkg вес вескг салмагы салмағы',
  hair: 'hair haircolor haircolour волосы цветволос чачы шашы',
  eyes: 'eyes eyecolor eyecolour eyescolor глаза цветглаз көзү көзі',
  languages: 'languages language spokenlanguages языки язык тилдери тілдері',
  marks:
    'marks distinguishingmarks scarsandmarks приметы особыеприметы белгилери айрыкшабелгилери ерекшебелгілері',
  reference: 'reference ref id externalid recordid sourceid номердела номерзаписи номер №',
  alertType: 'alerttype type noticetype видрозыска типрозыска издөөтүрү іздеутүрі',
  reason:
    'reason charge charges facts offence offense summary основание обвинение статья фабула причина себеби себебі айып',
  legalBasis: 'legalbasis basis правовоеоснование договор укуктукнегизи құқықтықнегіз',
  channel: 'channel канал',
  externalNumber:
    'externalnumber noticenumber casenumber номерциркуляра номеррозыска издөөномери іздеунөмірі',
  issuedOn: 'issuedon issued issuedate dateissued датавыдачи датаобъявления жарыяланганкүнү жарияланғанкүні',
  expiresOn: 'expireson expires validuntil validto срокдо действуетдо мөөнөтү мерзімі',
  maxPenaltyMonths: 'maxpenaltymonths maxpenalty максимальноенаказание наказаниемес',
};

const wordOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/ё/g, 'е')
    .replace(/[^\p{L}\p{N}№]/gu, '');

const MEANINGS: ReadonlyMap<string, TableField> = new Map(
  Object.entries(WORDS).flatMap(([field, words]) =>
    words.split(' ').map((word) => [wordOf(word), field as TableField]),
  ),
);

/** Fields that may stand above several columns. */
const REPEATABLE: readonly TableField[] = [
  'alias',
  'weakAlias',
  'otherName',
  'formerName',
  'nationality',
  'marks',
  'languages',
];

/**
 * @param withAlert columns may speak of the alert too
 * @returns the meaning of each column whose word is known; the first column of a word counts
 */
export function suggestMapping(columns: readonly string[], withAlert: boolean): TableMapping {
  const taken = new Set<TableField>();
  const mapping: Record<string, TableField> = {};
  for (const column of columns) {
    const field = MEANINGS.get(wordOf(column));
    if (!field || (taken.has(field) && !REPEATABLE.includes(field))) continue;
    if (!withAlert && (ALERT_FIELDS as readonly string[]).includes(field)) continue;
    taken.add(field);
    mapping[column] = field;
  }
  return mapping;
}

/** @returns whether the mapping names something that a person can be called by */
export const namesPersons = (mapping: TableMapping): boolean =>
  Object.values(mapping).some((field) => field === 'name' || field === 'family' || field === 'given');

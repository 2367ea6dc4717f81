// The letter tables of spellers: what passports print, what Russian papers write, what older papers wrote.
import { createSpeller } from './speller.ts';

const RUSSIAN_COMMON =
  'а=a б=b в=v г=g д=d е=e ж=zh з=z и=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch ы=y э=e ь=';

/** ICAO Doc 9303-3, section 6, as in Russian passports since 2014. */
export const russianIcao = createSpeller(`${RUSSIAN_COMMON} ё=e й=i ъ=ie ю=iu я=ia`);
/** BGN/PCGN 1947, simplified: without its apostrophes. */
export const russianBgn = createSpeller(`${RUSSIAN_COMMON} ё=yo ^е=ye +е=ye й=y ъ= ю=yu я=ya`);
/** The French manner of Soviet foreign passports up to the 1990s. */
export const russianFrench = createSpeller(
  'а=a б=b в=v г=g ге=gue ги=gui д=d е=e ^е=ie ё=io ж=j з=z и=i й=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=ou ф=f х=kh ц=ts ч=tch ш=ch щ=chtch ъ= ы=y ь= э=e ю=iou я=ia дж=dj',
);
/** Passports of the 1990s and 2000s after GOST R 52535.1. */
export const russianGost = createSpeller(`${RUSSIAN_COMMON} ё=e й=i ъ= ю=yu я=ya х=kh ц=tc`);

/** Resolution 55 of the Cabinet of Ministers of Ukraine, 2010. */
export const ukrainianPassport = createSpeller(
  "а=a б=b в=v г=h ґ=g д=d е=e є=ie ^є=ye ж=zh з=z зг=zgh и=y і=i ї=i ^ї=yi й=i ^й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch ь= ю=iu ^ю=yu я=ia ^я=ya ʼ= '=",
);

const TURKIC_COMMON =
  'а=a б=b в=v г=g д=d е=e ж=zh з=z и=i й=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch ъ= ы=y ь= э=e ё=e';

/** As Kyrgyz passports print; the practice varies, hence kyrgyzWithJ. */
export const kyrgyzPassport = createSpeller(`${TURKIC_COMMON} ң=n ө=o ү=u ю=iu я=ia`);
export const kyrgyzWithJ = createSpeller(`${TURKIC_COMMON} ж=j й=y ң=ng ө=o ү=u ю=yu я=ya +е=ye`);
export const kyrgyzToRussian = createSpeller('ң=н ө=о ү=у');

export const kazakhPassport = createSpeller(
  `${TURKIC_COMMON} й=y +е=ye ^е=ye ё=yo ю=yu я=ya ә=a ғ=g қ=k ң=n ө=o ұ=u ү=u һ=h і=i`,
);
/** After the Latin alphabets proposed since 2017, without marks. */
export const kazakhWithQ = createSpeller(
  `${TURKIC_COMMON} ж=j х=h й=i у=u ю=yu я=ya ә=a ғ=g қ=q ң=n ө=o ұ=u ү=u һ=h і=i`,
);
export const kazakhToRussian = createSpeller('ә=а ғ=г қ=к ң=н ө=о ұ=у ү=у һ=х і=и');

export const tajikPassport = createSpeller(
  `${TURKIC_COMMON} ё=yo ^е=e ӣ=i ӯ=u ғ=gh қ=q ҳ=h ҷ=j й=y ю=yu я=ya ъ=`,
);
export const tajikToRussian = createSpeller('ӣ=и ӯ=у ғ=г қ=к ҳ=х ҷ=дж ъ=');

/** The apostrophes of the Uzbek alphabet fall away in the machine-readable zone and in most foreign papers. */
export const uzbekPassport = createSpeller('ʻ= ʼ=');
/** Passports before the Latin alphabet, through Russian. */
export const uzbekToRussian = createSpeller(
  'a=а b=б d=д e=е ^e=э f=ф g=г h=х i=и j=ж ^j=дж k=к l=л m=м n=н o=о ^o=а p=п q=к r=р s=с t=т u=у v=в x=х y=й z=з sh=ш ch=ч oʻ=у gʻ=г ya=я ye=е yo=ё yoʻ=ю yu=ю yi=и iye=ие ʼ= ʻ=',
);

export const turkmenPassport = createSpeller('ä=a ç=ch ž=zh ň=n ö=o ş=sh ü=u ý=y');
export const turkmenToRussian = createSpeller(
  'a=а b=б ç=ч d=д e=е ^e=э ä=я ^ä=э f=ф g=г h=х i=и j=дж ž=ж k=к l=л m=м n=н ň=н o=о ö=ё ^ö=о p=п r=р s=с ş=ш t=т u=у ü=ю ^ü=у w=в y=ы ý=й z=з ýa=я ýe=е iýe=ие ýo=ё ýu=ю',
);

/** As Azerbaijanis spell themselves abroad; azerbaijaniPlain only drops the marks. */
export const azerbaijaniPassport = createSpeller('ə=a c=j ç=ch ğ=gh ı=i ö=o ş=sh ü=u x=kh q=g');
export const azerbaijaniPlain = createSpeller('ə=e ç=c ğ=g ı=i ö=o ş=s ü=u');
export const azerbaijaniToRussian = createSpeller(
  'a=а b=б c=дж cı=джи ç=ч d=д e=е ^e=э ə=а məd=мед f=ф g=г ğ=г h=г hm=хм x=х ı=ы i=и j=ж k=к q=к ^q=г l=л m=м n=н o=о ö=е ^ö=о p=п r=р s=с ş=ш t=т u=у ü=ю ^ü=у v=в y=й z=з ya=я ye=е yə=я iye=ие ıye=ие ye=е yu=ю',
);

export const armenianPassport = createSpeller(
  'ա=a բ=b գ=g դ=d ե=e ^ե=ye զ=z է=e ը=y թ=t ժ=zh ի=i լ=l խ=kh ծ=ts կ=k հ=h ձ=dz ղ=gh ճ=ch մ=m յ=y ն=n շ=sh ո=o ^ո=vo ու=u չ=ch պ=p ջ=j ռ=r ս=s վ=v տ=t ր=r ց=ts ւ=v փ=p ք=k և=ev օ=o ֆ=f',
);

/** National romanisation of Georgian, 2002, without its apostrophes. */
export const georgianPassport = createSpeller(
  'ა=a ბ=b გ=g დ=d ე=e ვ=v ზ=z თ=t ი=i კ=k ლ=l მ=m ნ=n ო=o პ=p ჟ=zh რ=r ს=s ტ=t უ=u ფ=p ქ=k ღ=gh ყ=q შ=sh ჩ=ch ც=ts ძ=dz წ=ts ჭ=ch ხ=kh ჯ=j ჰ=h',
);
export const georgianToRussian = createSpeller(
  'ა=а ბ=б გ=г დ=д ე=е ^ე=э ვ=в ზ=з თ=т ი=и კ=к ლ=л მ=м ნ=н ო=о პ=п ჟ=ж რ=р ს=с ტ=т უ=у ფ=п ქ=к ღ=г ყ=к შ=ш ჩ=ч ც=ц ძ=дз წ=ц ჭ=ч ხ=х ჯ=дж ჰ=х ია=ия',
);

/** MNS 5217, as Mongolian passports print; ө is often u. */
export const mongolianPassport = createSpeller(
  `${RUSSIAN_COMMON} ё=yo е=ye ж=j й=i ө=u ү=u ъ=i ь=i ю=yu я=ya`,
);
export const mongolianWithO = createSpeller(`${RUSSIAN_COMMON} ё=yo е=e ж=zh й=y ө=o ү=u ъ= ю=yu я=ya`);
export const mongolianToRussian = createSpeller('ө=у ү=у');

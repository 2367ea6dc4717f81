// Spellings against what passports and papers print.
import { describe, expect, it } from 'vitest';
import { createSpeller, mrzLetters } from './speller.ts';
import {
  armenianPassport,
  azerbaijaniPassport,
  azerbaijaniToRussian,
  georgianPassport,
  georgianToRussian,
  kazakhPassport,
  kazakhWithQ,
  kyrgyzPassport,
  kyrgyzToRussian,
  kyrgyzWithJ,
  mongolianPassport,
  russianBgn,
  russianFrench,
  russianIcao,
  tajikPassport,
  turkmenPassport,
  ukrainianPassport,
  uzbekPassport,
  uzbekToRussian,
} from './spellings.ts';

const spellings = {
  armenianPassport,
  azerbaijaniPassport,
  azerbaijaniToRussian,
  georgianPassport,
  georgianToRussian,
  kazakhPassport,
  kazakhWithQ,
  kyrgyzPassport,
  kyrgyzToRussian,
  kyrgyzWithJ,
  mongolianPassport,
  russianBgn,
  russianFrench,
  russianIcao,
  tajikPassport,
  turkmenPassport,
  ukrainianPassport,
  uzbekPassport,
  uzbekToRussian,
};

describe('spellers', () => {
  it('takes the longest rule, minds the start of words and open vowels, keeps capitals', () => {
    const spell = createSpeller('а=a б=b аб=X ^б=Q +б=w');
    expect(spell('Баб аб-ба')).toBe('QX X-Qa');
    expect(createSpeller('а=a б=b +б=w')('аббб')).toBe('awbb');
    expect(createSpeller('щ=shch')('ЩщЪ')).toBe('ShchshchЪ');
  });

  it.each([
    ['russianIcao', 'Щербаков', 'Shcherbakov'],
    ['russianIcao', 'Юлия Подъячева', 'Iuliia Podieiacheva'],
    ['russianBgn', 'Евгений Юдин', 'Yevgeniy Yudin'],
    ['russianFrench', 'Джумабаев', 'Djoumabaev'],
    ['russianFrench', 'Чугунов', 'Tchougounov'],
    ['ukrainianPassport', 'Згурський Юрій', 'Zghurskyi Yurii'],
    ['ukrainianPassport', 'Єременко Вʼячеслав', 'Yeremenko Viacheslav'],
    ['kyrgyzPassport', 'Өмүрбеков Жеңиш', 'Omurbekov Zhenish'],
    ['kyrgyzWithJ', 'Жумабаев', 'Jumabayev'],
    ['kyrgyzToRussian', 'Үсөнбек', 'Усонбек'],
    ['kazakhPassport', 'Қасымжан Әлиев', 'Kasymzhan Aliyev'],
    ['kazakhWithQ', 'Қасымжан', 'Qasymjan'],
    ['tajikPassport', 'Ҷамшед Ғафуров', 'Jamshed Ghafurov'],
    ['uzbekToRussian', 'Yoʻldoshev', 'Юлдошев'],
    ['uzbekPassport', 'Gʻofur', 'Gofur'],
    ['turkmenPassport', 'Gurbanguly Ataýew', 'Gurbanguly Atayew'],
    ['azerbaijaniPassport', 'Məmmədov Cəfər', 'Mammadov Jafar'],
    ['azerbaijaniToRussian', 'Əliyev İlham', 'Алиев Илгам'],
    ['armenianPassport', 'Հովհաննիսյան Գևորգ', 'Hovhannisyan Gevorg'],
    ['georgianPassport', 'წიკლაური გიორგი', 'Tsiklauri Giorgi'],
    ['georgianToRussian', 'ჯაფარიძე', 'Джапаридзе'],
    ['mongolianPassport', 'Мөнх-Эрдэнэ', 'Munkh-Erdene'],
  ] as const)('%s: %s → %s', (table, own, written) => expect(spellings[table](own)).toBe(written));

  it('leaves A–Z and spaces in the machine-readable zone', () => {
    expect(mrzLetters("D'Artagnan-Müller Łukasz Şükrü Weiß Dalkıran")).toBe(
      'DARTAGNAN MULLER LUKASZ SUKRU WEISS DALKIRAN',
    );
  });
});

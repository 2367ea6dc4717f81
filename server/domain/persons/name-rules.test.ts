import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { detectScript, nameFindings, nameText } from './name-rules.ts';
import { SCRIPTS } from './vocabulary.ts';

// Every code point, lone surrogates among them.
const anyText = fc.array(fc.nat(0x10ffff), { maxLength: 40 }).map((codes) => String.fromCodePoint(...codes));

describe('detectScript', () => {
  test.each([
    ['Жумабаев Азамат', 'Cyrl', false],
    ['Jumabayev Azamat', 'Latn', false],
    ['Oʻrinboyev Gʻayrat', 'Latn', false],
    ["O'rinboyev G’ayrat", 'Latn', false],
    ['Әліұлы Ержан', 'Cyrl', false],
    ['Պետրոսյան Արամ', 'Armn', false],
    ['ბერიძე გიორგი', 'Geor', false],
    ['محمد رضا', 'Arab', false],
    ['王小明', 'Hans', false],
    ['Жумaбаев', 'Cyrl', true],
    ['Жумабаев Azamat', 'Cyrl', false],
    ['Ли Li', 'Zyyy', false],
    ['Γιώργος', 'Zyyy', false],
    ['12 34', 'Zyyy', false],
    ['', 'Zyyy', false],
  ])('%s is %s, mixed %s', (text, script, mixed) => {
    expect(detectScript(text)).toEqual({ script, mixed });
  });

  test('never throws', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(SCRIPTS).toContain(detectScript(text).script);
      }),
    );
  });
});

describe('nameFindings', () => {
  const cyrillic = { type: 'PRIMARY', family: 'Жумабаев', given: 'Азамат' } as const;
  const latin = { type: 'PRIMARY', full: 'Jumabayev Azamat' } as const;

  test('one primary name in each script is right', () => {
    expect(nameFindings([cyrillic, latin])).toEqual([]);
    expect(nameFindings([cyrillic, { type: 'ALIAS_STRONG', full: 'Asanov A.' }])).toEqual([]);
  });

  test('every fault is listed with its row', () => {
    expect(nameFindings([])).toEqual([{ code: 'NO_NAME' }]);
    expect(nameFindings([{ type: 'ALIAS_WEAK', full: 'Азик' }])).toEqual([{ code: 'NO_PRIMARY' }]);
    expect(nameFindings([cyrillic, latin, { type: 'PRIMARY', full: 'Асанов Азамат' }])).toEqual([
      { code: 'SECOND_PRIMARY_IN_SCRIPT', index: 2 },
    ]);
    expect(
      nameFindings([
        cyrillic,
        { type: 'DOCUMENT', patronymic: 'Касымович' },
        { type: 'NICKNAME', full: '007' },
      ]),
    ).toEqual([
      { code: 'NEITHER_PARTS_NOR_FULL', index: 1 },
      { code: 'NO_LETTERS', index: 2 },
    ]);
    expect(nameFindings([{ type: 'PRIMARY', full: 'Жумaбаев Азамат' }])).toEqual([
      { code: 'MIXED_SCRIPT', index: 0 },
    ]);
  });

  test('blank text is no text', () => {
    expect(nameFindings([cyrillic, { type: 'DOCUMENT', full: '  ', family: '' }])).toEqual([
      { code: 'NEITHER_PARTS_NOR_FULL', index: 1 },
    ]);
  });
});

test('the full text wins over the parts, which stand in family, given, patronymic order', () => {
  expect(nameText({ type: 'PRIMARY', family: 'Жумабаев', given: 'Азамат', patronymic: 'Касымович' })).toBe(
    'Жумабаев Азамат Касымович',
  );
  expect(nameText({ type: 'PRIMARY', full: 'Азамат Жумабаев', family: 'Жумабаев' })).toBe('Азамат Жумабаев');
});

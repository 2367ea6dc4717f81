// Whether the forms of two names say the same sex: Иванова is a woman, Иванович a man's father.
import type { NameToken } from './analysed-name.ts';

/** Forms of one name say man, those of the other say woman. */
export function sexDiffers(q: readonly NameToken[], s: readonly NameToken[]): boolean {
  const a = sexOf(q);
  const b = sexOf(s);
  return a !== undefined && b !== undefined && a !== b;
}

/** Sex by the forms of a name when they agree; the patronymic outranks the rest. */
function sexOf(tokens: readonly NameToken[]): 'M' | 'F' | undefined {
  let sex: 'M' | 'F' | undefined;
  for (const token of tokens) {
    if (token.sex === undefined) continue;
    if (token.role === 'patronymic') return token.sex;
    if (sex !== undefined && sex !== token.sex) return undefined;
    sex = token.sex;
  }
  return sex;
}

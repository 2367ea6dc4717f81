// Dates of which only a part may be known, as people read them.

/** `1975-03` as `??.03.1975`: question marks stand for what is not known. */
export function showPartialDate(value: string): string {
  const [year = '????', month = '??', day = '??'] = value.split('-');
  return `${day}.${month}.${year}`;
}

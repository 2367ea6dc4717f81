// Dates of which only a part may be known, as people read them.

const ISO = /^\d{4}(-\d\d){0,2}$/;

/** `1975-03` as `??.03.1975`: question marks stand for what is not known; what is no such date (a file said it so) as it stands. */
export function showPartialDate(value: string): string {
  if (!ISO.test(value)) return value;
  const [year = '????', month = '??', day = '??'] = value.split('-');
  return `${day}.${month}.${year}`;
}

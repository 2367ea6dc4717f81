// The days of a month in whole weeks from Monday.

/** @returns the weeks that the month touches, each of seven days from Monday on */
export function daysOf(month: Date): Date[][] {
  const first = new Date(month.getFullYear(), month.getMonth(), 1);
  const before = (first.getDay() + 6) % 7;
  const weeks: Date[][] = [];
  for (
    let at = 1 - before;
    weeks.length === 0 || new Date(month.getFullYear(), month.getMonth(), at).getMonth() === month.getMonth();
    at += 7
  )
    weeks.push(
      Array.from({ length: 7 }, (_, day) => new Date(month.getFullYear(), month.getMonth(), at + day)),
    );
  return weeks;
}

export const monthAfter = (month: Date, by: number): Date =>
  new Date(month.getFullYear(), month.getMonth() + by, 1);

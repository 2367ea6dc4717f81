// Numbers that people quote: given out in the order of commits and never twice; a rolled-back draft leaves no gap.
import type { Tx } from './database.ts';

/** @returns the next number of the series, beginning with 1 */
export async function nextNumber({ db }: Tx, series: string): Promise<number> {
  const [row] = await db.$queryRaw<{ number: bigint }[]>`
    insert into number_series (name, next) values (${series}, 2)
    on conflict (name) do update set next = number_series.next + 1
    returning next - 1 as number`;
  if (!row) throw new Error('a number series gave no number');
  return Number(row.number);
}

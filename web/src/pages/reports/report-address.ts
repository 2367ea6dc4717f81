// Which numbers a report shows; names nobody, so that it may stand in an address.

export interface ReportAddress {
  readonly year?: number;
  readonly quarter?: number;
  /** Left out: the numbers as they are now. */
  readonly version?: number;
  /** Left out: the own state. */
  readonly state?: string;
}

const whole = (value: unknown, least: number, most: number): number | undefined =>
  typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most ? value : undefined;

export function readReportAddress(search: Record<string, unknown>): ReportAddress {
  const year = whole(search['year'], 2000, 2100);
  const quarter = whole(search['quarter'], 1, 4);
  const version = whole(search['version'], 1, 10_000);
  const state = /^[A-Z]{3}$/.test(String(search['state'])) ? String(search['state']) : undefined;
  return {
    ...(year && { year }),
    ...(quarter && { quarter }),
    ...(version && { version }),
    ...(state && { state }),
  };
}

// When somebody has to be told that a deadline is running out.
export const WARNINGS = ['HALF', 'THREE_QUARTERS', 'TEN_DAYS', 'THREE_DAYS', 'ONE_DAY', 'OVERDUE'] as const;
export type Warning = (typeof WARNINGS)[number];

const DAY_MS = 86_400_000;

interface Span {
  readonly startedAt: Date;
  readonly dueAt: Date;
}

/** The instants of all warnings of a clock that lie after its start, earliest first; the last is its end. */
export function warningsOf({ startedAt, dueAt }: Span): { warning: Warning; at: Date }[] {
  const [start, due] = [startedAt.getTime(), dueAt.getTime()];
  const instants: Record<Warning, number> = {
    HALF: start + (due - start) / 2,
    THREE_QUARTERS: start + ((due - start) * 3) / 4,
    TEN_DAYS: due - 10 * DAY_MS,
    THREE_DAYS: due - 3 * DAY_MS,
    ONE_DAY: due - DAY_MS,
    OVERDUE: due,
  };
  return WARNINGS.map((warning) => ({ warning, at: new Date(instants[warning]) }))
    .filter(({ at }) => at.getTime() > start)
    .sort((left, right) => left.at.getTime() - right.at.getTime());
}

/**
 * What is due to be said now. Several that fell due together (a job that did not run, a clock entered late) are one
 * message: the latest; the others count as given.
 */
export function warningsDue(
  span: Span,
  given: readonly string[],
  now: Date,
): { tell: Warning | null; given: Warning[]; nextAt: Date | null } {
  const all = warningsOf(span);
  const due = all.filter(({ warning, at }) => at <= now && !given.includes(warning));
  const next = all.find(({ warning, at }) => at > now && !given.includes(warning));
  return {
    tell: due.at(-1)?.warning ?? null,
    given: due.map(({ warning }) => warning),
    nextAt: next?.at ?? null,
  };
}

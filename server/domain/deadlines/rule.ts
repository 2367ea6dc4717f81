// A deadline as law writes it down: data of a treaty or national profile, never a constant in code.

export const DEADLINE_UNITS = ['HOURS', 'DAYS', 'MONTHS'] as const;
export type DeadlineUnit = (typeof DEADLINE_UNITS)[number];

export const ON_EXPIRY = ['RELEASE', 'MAY_RELEASE', 'REFUSE_POSSIBLE', 'REMIND'] as const;

export interface DeadlineRule {
  readonly key: string;
  /** The event at whose instant it begins. */
  readonly startEvent: string;
  /** Null: the end is agreed in the case (a date of return). */
  readonly length: number | null;
  readonly unit: DeadlineUnit;
  /** HARD: its end has a consequence in law. SOFT: a target. */
  readonly type: 'HARD' | 'SOFT';
  /** CUSTODY clocks end when the person is free; PROCEDURE clocks do not. */
  readonly scope: 'CUSTODY' | 'PROCEDURE';
  readonly extensible: boolean;
  /** The most by which all extensions together may lengthen it, in days; null: no bound in the source. */
  readonly maxExtensionDays: number | null;
  /** What the law makes of its end; the machine does none of it. */
  readonly onExpiry: (typeof ON_EXPIRY)[number];
  /** The day of the event is day 1: the shorter reading. */
  readonly countFirstDay: boolean;
  readonly stopEvents: readonly string[];
  readonly pauseEvents: readonly string[];
  readonly resumeEvents: readonly string[];
  /** Begins again when it is answered: a report due every six months. */
  readonly recurring: boolean;
  readonly visibleTo: 'BOTH' | 'RQ' | 'RD';
  readonly legalRef: string | null;
}

/**
 * A time that ends or begins by itself, with nothing to be done by then: an appeal that nobody lodges makes the decision
 * final, and from some day on a person may be released. Every other clock is somebody's duty.
 */
export const isTerm = ({ key, onExpiry }: Pick<DeadlineRule, 'key' | 'onExpiry'>): boolean =>
  key === 'APPEAL' || onExpiry === 'MAY_RELEASE';

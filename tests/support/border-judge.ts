// Whether what booths were told, and what the log holds of it, is right: judged when a run is over and every moment of every alert known.
import type { Told } from './border-run.ts';
import type { Installation } from './installation.ts';
import { lawful, type Planted } from './planted-travellers.ts';

export interface Asked extends Told {
  /** Null for ordinary travellers. */
  readonly planted: Planted | null;
}

interface LogRow {
  readonly id: string;
  readonly outcome: string;
  readonly told: string;
}

interface Log {
  readonly checks: ReadonlyMap<string, LogRow>;
  /** How many entries the audit log has of each. */
  readonly traces: ReadonlyMap<string, number>;
}

export async function readLog({ query }: Installation, since: Date): Promise<Log> {
  const checks = await query<LogRow>('select id, outcome, told from border_check where at >= $1', [since]);
  const traces = await query<{ id: string; count: number }>(
    `select subject_id as id, count(*)::int as count from audit_event
     where type = 'check.run' and at >= $1 group by 1`,
    [since],
  );
  return {
    checks: new Map(checks.map((row) => [row.id, row])),
    traces: new Map(traces.map(({ id, count }) => [id, count])),
  };
}

/** @param carriedOutAt when the last check that had been kept was carried out */
export function judge(asked: readonly Asked[], { checks, traces }: Log, carriedOutAt: number) {
  const wrongClear: object[] = [];
  const wrongAlarm: object[] = [];
  const notOnce: object[] = [];
  const counts: Record<string, number> = {};

  function judgeOutcome(one: Planted, said: string, may: Set<string>, facts: object): void {
    if (said === 'CLEAR' && !may.has('CLEAR')) wrongClear.push({ kind: one.kind, said, ...facts });
    if (said !== 'CLEAR' && !may.has('HIT')) wrongAlarm.push({ kind: one.kind, said, ...facts });
  }

  for (const { planted: one, askedAt, answeredAt, status, said, checkId, kept } of asked) {
    const what = `${one?.kind ?? 'ordinary'}: ${said}`;
    counts[what] = (counts[what] ?? 0) + 1;
    const isAnswer = status === 200;
    if (one && isAnswer) judgeOutcome(one, said, lawful(one, askedAt, answeredAt), { askedAt, checkId });
    if (!isAnswer && !kept) continue;
    const row = checks.get(checkId ?? '');
    const times = traces.get(checkId ?? '') ?? 0;
    if (row?.told !== said || times !== 1) notOnce.push({ what, checkId, row, traces: times });
    if (!row || !one) continue;
    // What was found behind the answer: at once, or when it was carried out later.
    const found = { behind: said, askedAt, checkId };
    if (one.kind !== 'watched')
      judgeOutcome(one, row.outcome, lawful(one, askedAt, kept ? carriedOutAt : answeredAt), found);
    else if (row.outcome !== 'SILENT') wrongClear.push({ kind: one.kind, said: row.outcome, ...found });
  }
  return { wrongClear, wrongAlarm, notOnce, counts };
}

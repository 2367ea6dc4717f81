import { describe, expect, it } from 'vitest';
import { addMonths, type RetentionPeriods, retentionBook } from './periods.ts';
import {
  alertErasureDue,
  alertVerdict,
  archiveDue,
  caseVerdict,
  type EndedAlert,
  type PersonFacts,
  personVerdict,
} from './rules.ts';

const DEFAULTS: RetentionPeriods = {
  archiveAfterDays: 30,
  archivedMonths: 12,
  quickReasons: ['ACQUITTED', 'ERROR'],
  quickDays: 30,
  personWithoutAlertMonths: 12,
  caseMonths: 120,
  assetCaseMonths: 120,
  queryMonths: 12,
  hitMonths: 36,
  auditMonths: 36,
};
const book = retentionBook(DEFAULTS, new Map([['KAZ', { archivedMonths: 24, hitMonths: 24 }]]));
const at = (day: string) => new Date(`${day}T00:00:00Z`);

const alert = (change: Partial<EndedAlert> = {}): EndedAlert => ({
  status: 'EXPIRED',
  ownerState: 'KGZ',
  endedAt: at('2025-01-15'),
  withdrawalReason: null,
  ...change,
});

const person = (change: Partial<PersonFacts> = {}): PersonFacts => ({
  sourceState: 'KGZ',
  changedAt: at('2024-01-01'),
  alerts: [alert()],
  hasCase: false,
  hasAssetCase: false,
  hasOpenHit: false,
  isHeld: false,
  isRestricted: false,
  hasOpenRequest: false,
  ...change,
});

describe('periods', () => {
  it('are a state’s own where it has them', () => {
    expect(book.of('KAZ')).toMatchObject({ archivedMonths: 24, archiveAfterDays: 30 });
    expect(book.of('UZB')).toBe(DEFAULTS);
    expect([book.shortest('hitMonths'), book.longest('hitMonths')]).toEqual([24, 36]);
  });

  it('count calendar months', () => {
    expect(addMonths(at('2025-01-31'), 1)).toEqual(at('2025-02-28'));
    expect(addMonths(at('2025-03-31'), -1)).toEqual(at('2025-02-28'));
  });
});

describe('an ended alert', () => {
  it('is restricted after a month and goes a year later', () => {
    expect(archiveDue(alert(), book)).toEqual(at('2025-02-14'));
    expect(alertErasureDue(alert(), book)).toEqual(at('2026-02-14'));
    expect(alertErasureDue(alert({ ownerState: 'KAZ' }), book)).toEqual(at('2027-02-14'));
  });

  it('that was an error is restricted at once and goes in thirty days', () => {
    const error = alert({ status: 'WITHDRAWN', withdrawalReason: 'ERROR' });
    expect(archiveDue(error, book)).toEqual(at('2025-01-15'));
    expect(alertErasureDue(error, book)).toEqual(at('2025-02-14'));
    expect(alertErasureDue(alert({ status: 'WITHDRAWN', withdrawalReason: 'AMNESTY' }), book)).toEqual(
      at('2026-02-14'),
    );
  });

  it('that works has no such day, whatever stands in its end', () => {
    for (const status of ['DRAFT', 'SUBMITTED', 'ACTIVE', 'SUSPENDED', 'LOCATED', 'ERASED'] as const)
      expect(alertErasureDue(alert({ status }), book)).toBeNull();
  });

  it('stays while a case or an open hit needs it', () => {
    const facts = {
      ...alert(),
      isHeld: false,
      isRestricted: false,
      hasOpenRequest: false,
      hasCase: false,
      hasOpenHit: false,
    };
    const late = at('2030-01-01');
    expect(alertVerdict(facts, book, late)).toMatchObject({ due: true, rule: 'ALERT_OVER' });
    expect(alertVerdict({ ...facts, hasCase: true }, book, late)).toMatchObject({ because: 'CASE' });
    expect(alertVerdict({ ...facts, hasOpenHit: true }, book, late)).toMatchObject({ because: 'OPEN_HIT' });
    expect(alertVerdict({ ...facts, isHeld: true }, book, late)).toMatchObject({ because: 'LEGAL_HOLD' });
    expect(alertVerdict({ ...facts, status: 'ACTIVE' }, book, late)).toMatchObject({ because: 'LIVE_ALERT' });
  });
});

describe('a person', () => {
  const late = at('2040-01-01');

  it('goes with the last of his alerts, to the instant', () => {
    const two = person({ alerts: [alert(), alert({ ownerState: 'KAZ' })] });
    const last = at('2027-02-14');
    expect(personVerdict(two, book, new Date(last.getTime() - 1))).toEqual({
      due: false,
      because: 'NOT_YET',
      until: last,
    });
    expect(personVerdict(two, book, last)).toEqual({ due: true, rule: 'PERSON_OVER', since: last });
  });

  it('who was cleared is told from one whose time was over', () => {
    const cleared = person({ alerts: [alert({ status: 'WITHDRAWN', withdrawalReason: 'ACQUITTED' })] });
    expect(personVerdict(cleared, book, at('2025-02-14'))).toMatchObject({ rule: 'PERSON_CLEARED' });
  });

  it('on whom nobody published an alert goes a year after the last change', () => {
    const none = person({ alerts: [] });
    expect(personVerdict(none, book, at('2024-12-31'))).toMatchObject({ because: 'NOT_YET' });
    expect(personVerdict(none, book, at('2025-01-01'))).toMatchObject({ rule: 'PERSON_WITHOUT_ALERT' });
  });

  it.each([
    [{ isHeld: true }, 'LEGAL_HOLD'],
    [{ isRestricted: true }, 'RESTRICTED'],
    [{ hasOpenRequest: true }, 'OPEN_REQUEST'],
    [{ alerts: [alert(), alert({ status: 'ACTIVE', endedAt: null })] }, 'LIVE_ALERT'],
    [{ hasCase: true }, 'CASE'],
    [{ hasAssetCase: true }, 'ASSET_CASE'],
    [{ hasOpenHit: true }, 'OPEN_HIT'],
  ] as const)('stays however old he is: %j', (change, because) => {
    expect(personVerdict(person(change), book, late)).toEqual({ due: false, because, until: null });
  });
});

describe('a case', () => {
  const closed = {
    states: ['KGZ', 'KAZ'],
    closedAt: at('2020-05-01'),
    isHeld: false,
    isRestricted: false,
    hasOpenRequest: false,
  };

  it('goes ten years after its end, by the longer of two periods', () => {
    const longer = retentionBook(DEFAULTS, new Map([['KAZ', { caseMonths: 180 }]]));
    expect(caseVerdict(closed, 'case', book, at('2030-05-01'))).toMatchObject({ rule: 'CASE_OVER' });
    expect(caseVerdict(closed, 'case', longer, at('2030-05-01'))).toMatchObject({ until: at('2035-05-01') });
    expect(caseVerdict(closed, 'asset-case', book, at('2030-05-01'))).toMatchObject({
      rule: 'ASSET_CASE_OVER',
    });
  });

  it('that is open or held stays', () => {
    const late = at('2099-01-01');
    expect(caseVerdict({ ...closed, closedAt: null }, 'case', book, late)).toMatchObject({ because: 'CASE' });
    expect(caseVerdict({ ...closed, isHeld: true }, 'case', book, late)).toMatchObject({
      because: 'LEGAL_HOLD',
    });
  });
});

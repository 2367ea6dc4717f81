import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { actionFaults, actionsFor, isSilentAction } from './actions-on-hit.ts';
import { currentDangerFlags, dangerFlagExpiry, sortDangerFlags } from './danger-flags.ts';
import { defaultSharing } from './default-sharing.ts';
import { compareAlerts, type RankedAlert } from './priority.ts';
import { defaultExpiry, dueReminders, reviewReminders } from './validity.ts';
import { ACTION_CODES, ALERT_TYPES, type AlertType, DANGER_FLAGS } from './vocabulary.ts';
import { isWarrantStanding, warrantFaults } from './warrant.ts';

describe('actions on hit', () => {
  test('a discreet check carries D1 and nothing else', () => {
    expect(actionsFor('DISCREET_CHECK')).toEqual(['D1']);
    expect(ALERT_TYPES.filter((type) => actionsFor(type).includes('D1'))).toEqual(['DISCREET_CHECK']);
  });

  test('arrest codes fit requests for arrest only', () => {
    for (const code of ['A1', 'A2'] as const)
      expect(ALERT_TYPES.filter((type) => actionsFor(type).includes(code))).toEqual([
        'ARREST_PROSECUTION',
        'ARREST_SENTENCE',
      ]);
  });

  test('a discreet check and a mere notification are silent, nothing else is', () => {
    expect(ACTION_CODES.filter(isSilentAction)).toEqual(['D1', 'N1']);
  });

  test('no type mixes what the traveller may notice with what he must not', () => {
    for (const type of ALERT_TYPES) expect(new Set(actionsFor(type).map(isSilentAction)).size).toBe(1);
  });

  test('every type has a list without fault, and every code has a type', () => {
    for (const type of ALERT_TYPES) expect(actionFaults(type, actionsFor(type).slice(0, 1))).toEqual([]);
    expect(new Set(ALERT_TYPES.flatMap(actionsFor)).size).toBe(ACTION_CODES.length);
  });

  test('faults are told by place', () => {
    expect(actionFaults('ARREST_PROSECUTION', ['A1', 'T1'])).toEqual([]);
    expect(actionFaults('ARREST_PROSECUTION', [])).toEqual([{ code: 'NO_ACTION' }]);
    expect(actionFaults('ARREST_PROSECUTION', ['S1', 'L1', 'S1'])).toEqual([
      { code: 'NOT_FOR_TYPE', index: 1 },
      { code: 'REPEATED', index: 2 },
      { code: 'WRONG_FIRST' },
    ]);
  });
});

describe('danger flags', () => {
  test('last so many months, the last day included', () => {
    expect(dangerFlagExpiry('2024-11-23', 24)).toBe('2026-11-23');
    const entries = [
      { flag: 'MINOR', expiresOn: '2026-11-23' },
      { flag: 'ARMED', expiresOn: '2026-11-24' },
    ] as const;
    expect(currentDangerFlags(entries, '2026-11-23')).toEqual(['ARMED', 'MINOR']);
    expect(currentDangerFlags(entries, '2026-11-24')).toEqual(['ARMED']);
    expect(currentDangerFlags(entries, '2026-11-25')).toEqual([]);
  });

  test('stand in one order, each once', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...DANGER_FLAGS)), (flags) => {
        const sorted = sortDangerFlags(flags);
        expect(new Set(sorted)).toEqual(new Set(flags));
        expect(sorted).toHaveLength(new Set(flags).size);
        expect(sortDangerFlags([...flags].reverse())).toEqual(sorted);
      }),
    );
    expect(sortDangerFlags(['SUICIDE_RISK', 'ARMED', 'ESCAPEE'])).toEqual([
      'ARMED',
      'ESCAPEE',
      'SUICIDE_RISK',
    ]);
  });
});

describe('priority', () => {
  const alert = (type: AlertType, more: Partial<RankedAlert> = {}): RankedAlert => ({
    id: 'a',
    type,
    priority: 2,
    issuedOn: '2026-01-01',
    ...more,
  });
  const first = (...alerts: RankedAlert[]) => alerts.sort(compareAlerts)[0];

  test('arrest before specific before discreet before locate, whatever the owner says of urgency', () => {
    const order = [
      alert('ARREST_SENTENCE', { priority: 3 }),
      alert('SPECIFIC_CHECK', { priority: 3 }),
      alert('DISCREET_CHECK', { priority: 2 }),
      alert('LOCATE_WITNESS', { priority: 1 }),
      alert('MISSING', { priority: 1 }),
      alert('ASSET_TRACE', { priority: 1 }),
      alert('INFORMATION', { priority: 1 }),
    ];
    expect([...order].reverse().sort(compareAlerts)).toEqual(order);
  });

  test('among equals the urgent, then the newer one', () => {
    const urgent = alert('ARREST_PROSECUTION', { priority: 1, issuedOn: '2020-01-01' });
    expect(first(alert('ARREST_SENTENCE'), urgent)).toBe(urgent);
    const newer = alert('ARREST_PROSECUTION', { issuedOn: '2026-02-01' });
    expect(first(alert('ARREST_PROSECUTION'), newer, alert('ARREST_SENTENCE', { issuedOn: null }))).toBe(
      newer,
    );
  });

  test('the kinds of one rank are told apart by urgency alone', () => {
    for (const [low, high] of [
      ['ARREST_PROSECUTION', 'ARREST_SENTENCE'],
      ['LOCATE_ACCUSED', 'LOCATE_WITNESS'],
      ['LOCATE_WITNESS', 'LOCATE_DEBTOR'],
      ['LOCATE_DEBTOR', 'LOCATE_ACCUSED'],
    ] as const) {
      const urgent = alert(high, { priority: 1 });
      expect(first(alert(low), urgent)).toBe(urgent);
    }
  });

  test('the order does not depend on how the alerts came', () => {
    const some = fc.array(
      fc.record({
        id: fc.uuid(),
        type: fc.constantFrom(...ALERT_TYPES),
        priority: fc.integer({ min: 1, max: 3 }),
        issuedOn: fc.constantFrom(null, '2025-01-01', '2026-01-01'),
      }),
    );
    fc.assert(
      fc.property(some, (alerts) => {
        expect([...alerts].reverse().sort(compareAlerts)).toEqual([...alerts].sort(compareAlerts));
      }),
    );
  });
});

describe('validity', () => {
  const periods = Object.fromEntries(ALERT_TYPES.map((type) => [type, 12])) as Record<AlertType, number>;

  test('the default end comes from the table', () => {
    expect(defaultExpiry('ARREST_SENTENCE', '2026-11-23', { ...periods, ARREST_SENTENCE: 60 })).toBe(
      '2031-11-23',
    );
    expect(defaultExpiry('DISCREET_CHECK', '2024-02-29', periods)).toBe('2025-02-28');
  });

  test('reminders run up to the end', () => {
    expect(reviewReminders('2026-12-31', [7, 30, 90, 180])).toEqual([
      '2026-07-04',
      '2026-10-02',
      '2026-12-01',
      '2026-12-24',
    ]);
  });

  test('a worker that slept sends each reminder once', () => {
    const reminders = reviewReminders('2026-12-31', [180, 90, 30, 7]);
    expect(dueReminders(reminders, '2026-10-01', '2026-12-02')).toEqual(['2026-10-02', '2026-12-01']);
    expect(dueReminders(reminders, '2026-12-02', '2026-12-02')).toEqual([]);
    expect(dueReminders(reminders, '2026-12-01', '2026-12-01')).toEqual([]);
    expect(dueReminders(reminders, '2026-11-30', '2026-12-01')).toEqual(['2026-12-01']);
    expect(dueReminders(reminders, null, '2026-12-02')).toEqual([]);
    expect(dueReminders(reminders, null, '2026-12-01')).toEqual(['2026-12-01']);
  });
});

describe('warrants', () => {
  const standing = { revokedOn: null, validUntil: '2026-11-23', hasScannedFile: true };

  test('stand to the end of their last day', () => {
    expect(isWarrantStanding(standing, '2026-11-23')).toBe(true);
    expect(isWarrantStanding(standing, '2026-11-24')).toBe(false);
    expect(isWarrantStanding({ ...standing, validUntil: null }, '2099-01-01')).toBe(true);
  });

  test('a revoked one never stands, even when the revocation names a later day', () => {
    expect(
      warrantFaults({ ...standing, revokedOn: '2027-01-01', hasScannedFile: false }, '2026-11-24'),
    ).toEqual(['REVOKED', 'EXPIRED', 'NOT_SCANNED']);
  });
});

test('what the target must not learn of is shared by name', () => {
  expect(ALERT_TYPES.filter((type) => defaultSharing(type) === 'LISTED')).toEqual([
    'DISCREET_CHECK',
    'ASSET_TRACE',
  ]);
  expect(defaultSharing('ARREST_PROSECUTION')).toBe('ALL_MEMBERS');
});

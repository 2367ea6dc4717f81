import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { actionsFor } from '../alerts/actions-on-hit.ts';
import { ALERT_TYPES, type AlertType, DANGER_FLAGS } from '../alerts/vocabulary.ts';
import { BANDS } from '../matching/match.ts';
import { type CheckAlert, type CheckMatch, decideOutcome, firstLineView } from './outcome.ts';

const alert = (id: string, type: AlertType, more: Partial<CheckAlert> = {}): CheckAlert => ({
  id,
  type,
  priority: 2,
  issuedOn: '2026-01-01',
  actionsOnHit: actionsFor(type).slice(0, 1),
  dangerFlags: [],
  isLocated: false,
  ...more,
});

const match = (
  band: CheckMatch['band'],
  alerts: readonly CheckAlert[],
  more: Partial<CheckMatch> = {},
): CheckMatch => ({
  personId: 'p1',
  band,
  score: 0.95,
  nameDiffers: false,
  nationalIdEqual: false,
  alerts,
  ...more,
});

const CLEAR = { outcome: 'CLEAR', colour: 'GREEN' } as const;

describe('one match, one alert', () => {
  test.each<[AlertType, string, string]>([
    ['ARREST_PROSECUTION', 'HIT', 'RED'],
    ['ARREST_SENTENCE', 'HIT', 'RED'],
    ['SPECIFIC_CHECK', 'HIT', 'RED'],
    ['LOCATE_ACCUSED', 'HIT', 'AMBER'],
    ['LOCATE_WITNESS', 'HIT', 'AMBER'],
    ['LOCATE_DEBTOR', 'HIT', 'AMBER'],
    ['MISSING', 'HIT', 'AMBER'],
    ['DISCREET_CHECK', 'SILENT', 'GREEN'],
    ['ASSET_TRACE', 'SILENT', 'GREEN'],
    ['INFORMATION', 'SILENT', 'GREEN'],
  ])('%s in a strong band is %s %s', (type, outcome, colour) => {
    for (const band of ['DOCUMENT_HIT', 'STRONG'] as const)
      expect(decideOutcome([match(band, [alert('a', type)])])).toMatchObject({ outcome, colour });
  });

  test('a possible match of a visible alert is referred, without a card', () => {
    const outcome = decideOutcome([
      match('POSSIBLE', [alert('a', 'ARREST_PROSECUTION', { dangerFlags: ['ARMED'] })]),
    ]);
    expect(outcome).toEqual({
      outcome: 'POSSIBLE',
      colour: 'AMBER',
      lead: { personId: 'p1', alertId: 'a', band: 'POSSIBLE' },
      silent: [],
    });
    expect(firstLineView(outcome)).toEqual({ outcome: 'POSSIBLE', colour: 'AMBER' });
  });

  test('weak matches, matches without an alert and no matches are clear', () => {
    expect(decideOutcome([])).toEqual({ ...CLEAR, silent: [] });
    expect(decideOutcome([match('STRONG', [])])).toEqual({ ...CLEAR, silent: [] });
    for (const band of ['WEAK', 'NONE'] as const)
      for (const type of ALERT_TYPES)
        expect(decideOutcome([match(band, [alert('a', type)])])).toEqual({ ...CLEAR, silent: [] });
  });

  test('an equal national id is as sure as a strong match', () => {
    const weak = match('WEAK', [alert('a', 'ARREST_PROSECUTION')], { nationalIdEqual: true });
    expect(decideOutcome([weak])).toMatchObject({ outcome: 'HIT', lead: { band: 'STRONG' } });
  });

  test('scenario 13: an exact document under another name is a hit that says so, danger first', () => {
    const armed = alert('a', 'ARREST_PROSECUTION', {
      dangerFlags: ['MINOR', 'ARMED'],
      actionsOnHit: ['A1', 'T1'],
    });
    const outcome = decideOutcome([match('DOCUMENT_HIT', [armed], { nameDiffers: true, score: 0.2 })]);
    expect(firstLineView(outcome)).toEqual({
      outcome: 'HIT',
      colour: 'RED',
      card: {
        dangerFlags: ['ARMED', 'MINOR'],
        actions: ['A1', 'T1'],
        nameDiffers: true,
        isLocated: false,
        mustRefer: false,
      },
    });
    expect(Object.keys(outcome.outcome === 'HIT' ? outcome.card : {})[0]).toBe('dangerFlags');
  });

  test('an alert without instructions is no all-clear', () => {
    const broken = alert('a', 'ARREST_PROSECUTION', { actionsOnHit: [] });
    expect(decideOutcome([match('STRONG', [broken])])).toMatchObject({
      outcome: 'POSSIBLE',
      colour: 'AMBER',
    });
  });

  test('a person located elsewhere is still shown, with that word', () => {
    const located = alert('a', 'ARREST_PROSECUTION', { isLocated: true });
    expect(decideOutcome([match('STRONG', [located])])).toMatchObject({
      outcome: 'HIT',
      card: { isLocated: true },
    });
  });

  test('a discreet check, an asset trace and an information stay silent under any instruction', () => {
    for (const type of ['DISCREET_CHECK', 'ASSET_TRACE', 'INFORMATION'] as const)
      for (const actionsOnHit of [['A1'], ['L1', 'D1'], []] as const)
        expect(decideOutcome([match('DOCUMENT_HIT', [alert('a', type, { actionsOnHit })])])).toMatchObject({
          outcome: 'SILENT',
          silent: [{ alertId: 'a' }],
        });
  });

  test('one instruction that may be seen makes an alert visible, and the silent one stays off the card', () => {
    const both = alert('a', 'LOCATE_WITNESS', { actionsOnHit: ['N1', 'L1'] });
    expect(decideOutcome([match('STRONG', [both])])).toMatchObject({
      outcome: 'HIT',
      card: { actions: ['L1'] },
      silent: [],
    });
  });

  test('a notification alone looks clear even on a type that could be seen', () => {
    const quiet = alert('a', 'LOCATE_WITNESS', { actionsOnHit: ['N1'] });
    const outcome = decideOutcome([match('STRONG', [quiet])]);
    expect(firstLineView(outcome)).toEqual(CLEAR);
    expect(outcome.silent).toEqual([{ personId: 'p1', alertId: 'a', actions: ['N1'], band: 'STRONG' }]);
  });
});

describe('several alerts on one person', () => {
  const discreet = alert('d', 'DISCREET_CHECK', { dangerFlags: ['TERRORISM_RELATED'] });

  test('arrest decides; the discreet check is still reported and lends neither flag nor action', () => {
    const arrest = alert('a', 'ARREST_SENTENCE', { dangerFlags: ['VIOLENT'] });
    const witness = alert('l', 'LOCATE_WITNESS', { dangerFlags: ['ESCAPEE'] });
    const outcome = decideOutcome([match('STRONG', [witness, discreet, arrest])]);
    expect(outcome).toMatchObject({
      outcome: 'HIT',
      colour: 'RED',
      lead: { alertId: 'a' },
      card: { actions: ['A1'], dangerFlags: ['VIOLENT', 'ESCAPEE'], mustRefer: false },
      silent: [{ alertId: 'd' }],
    });
  });

  test('a discreet check outranks a locate alert, which would betray it', () => {
    const outcome = decideOutcome([match('DOCUMENT_HIT', [alert('l', 'LOCATE_ACCUSED'), discreet])]);
    expect(outcome).toMatchObject({ outcome: 'SILENT', silent: [{ alertId: 'd' }] });
    expect(firstLineView(outcome)).toEqual(CLEAR);
  });
});

describe('several persons', () => {
  const arrest = (personId: string, band: CheckMatch['band'], more: Partial<CheckMatch> = {}) =>
    match(band, [alert(`a-${personId}`, 'ARREST_PROSECUTION')], { personId, ...more });
  const witness = (personId: string, band: CheckMatch['band']) =>
    match(band, [alert(`l-${personId}`, 'LOCATE_WITNESS')], { personId });

  test('exact document first, then national id, then score', () => {
    const byScore = arrest('p2', 'STRONG', { score: 0.99 });
    const byId = arrest('p3', 'STRONG', { score: 0.93, nationalIdEqual: true });
    const byDocument = arrest('p4', 'DOCUMENT_HIT', { score: 0.1 });
    const lead = (...matches: CheckMatch[]) => {
      const outcome = decideOutcome(matches);
      return 'lead' in outcome ? outcome.lead.personId : undefined;
    };
    expect(lead(arrest('p1', 'STRONG'), byScore, byId, byDocument)).toBe('p4');
    expect(lead(arrest('p1', 'STRONG'), byScore, byId)).toBe('p3');
    expect(lead(arrest('p1', 'STRONG'), byScore)).toBe('p2');
  });

  test('an instruction to let pass never hides a request for arrest', () => {
    expect(decideOutcome([witness('p1', 'DOCUMENT_HIT'), arrest('p2', 'STRONG')])).toMatchObject({
      colour: 'RED',
      lead: { personId: 'p2' },
      card: { mustRefer: true },
    });
    expect(decideOutcome([witness('p1', 'DOCUMENT_HIT'), arrest('p2', 'POSSIBLE')])).toMatchObject({
      colour: 'AMBER',
      lead: { personId: 'p1' },
      card: { mustRefer: true },
    });
  });

  test('a silent match neither hides nor colours another person', () => {
    const silent = match('DOCUMENT_HIT', [alert('d', 'DISCREET_CHECK')], { personId: 'p2' });
    expect(decideOutcome([silent, arrest('p1', 'POSSIBLE')])).toMatchObject({ outcome: 'POSSIBLE' });
    expect(decideOutcome([silent, arrest('p1', 'STRONG')])).toMatchObject({ card: { mustRefer: false } });
  });
});

describe('on any input', () => {
  const anyAlert = fc.record({
    id: fc.uuid(),
    type: fc.constantFrom(...ALERT_TYPES),
    dangerFlags: fc.subarray([...DANGER_FLAGS]),
    isLocated: fc.boolean(),
  });
  const anyMatch = fc
    .record({
      personId: fc.uuid(),
      band: fc.constantFrom(...BANDS),
      score: fc.double({ min: 0, max: 1, noNaN: true }),
      nameDiffers: fc.boolean(),
      nationalIdEqual: fc.boolean(),
      alerts: fc.array(anyAlert, { maxLength: 4 }),
    })
    .map(({ alerts, ...rest }) => ({
      ...rest,
      alerts: alerts.map(({ id, type, ...more }) => alert(id, type, more)),
    }));
  const matches = fc.array(anyMatch, { maxLength: 5 });

  test('scenario 15: what the first line sees does not change with discreet alerts that stand alone', () => {
    const discreetOnly = anyMatch.map((one) => ({
      ...one,
      alerts: [alert('d', 'DISCREET_CHECK', { dangerFlags: ['ARMED'] })],
    }));
    fc.assert(
      fc.property(matches, discreetOnly, fc.nat(5), (others, discreet, place) => {
        const withDiscreet = [...others.slice(0, place), discreet, ...others.slice(place)];
        const view = JSON.stringify(firstLineView(decideOutcome(withDiscreet)));
        expect(view).toBe(JSON.stringify(firstLineView(decideOutcome(others))));
      }),
    );
  });

  test('the order of matches and alerts does not matter to the first line', () => {
    fc.assert(
      fc.property(matches, (some) => {
        const reversed = [...some].reverse().map((one) => ({ ...one, alerts: [...one.alerts].reverse() }));
        expect(firstLineView(decideOutcome(reversed))).toEqual(firstLineView(decideOutcome(some)));
      }),
    );
  });

  test('no discreet code, id or flag reaches the first line', () => {
    fc.assert(
      fc.property(matches, (some) => {
        const view = JSON.stringify(firstLineView(decideOutcome(some)));
        for (const { personId, alerts } of some)
          for (const secret of [personId, ...alerts.map((one) => one.id), '"D1"', '"N1"'])
            expect(view).not.toContain(secret);
      }),
    );
  });

  test('a request for arrest in a visible band is never green', () => {
    fc.assert(
      fc.property(matches, fc.constantFrom('DOCUMENT_HIT', 'STRONG', 'POSSIBLE'), (some, band) => {
        const wanted = match(band, [alert('w', 'ARREST_PROSECUTION'), alert('d', 'DISCREET_CHECK')]);
        expect(decideOutcome([...some, wanted]).colour).not.toBe('GREEN');
      }),
    );
  });
});

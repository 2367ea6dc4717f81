import { describe, expect, test } from 'vitest';
import { ASSISTANCE_STATES, type AssistanceState, isOpen, possibleSteps } from './life-cycle.ts';

const both = { sides: ['RQ', 'RD'] as const };
const verbs = (state: AssistanceState, side: 'RQ' | 'RD') =>
  possibleSteps(state, { sides: [side] }).map(({ verb }) => verb);

describe('a request for assistance', () => {
  test('reaches every state and ends in one', () => {
    const seen = new Set<AssistanceState>(['DRAFT']);
    for (const state of seen) for (const { to } of possibleSteps(state, both)) seen.add(to);
    expect([...seen].sort()).toEqual([...ASSISTANCE_STATES].sort());
    expect(ASSISTANCE_STATES.filter((state) => possibleSteps(state, both).length === 0)).toEqual(['CLOSED']);
  });

  test('each side takes its own steps', () => {
    expect(verbs('DRAFT', 'RQ')).toEqual(['send', 'withdraw']);
    expect(verbs('DRAFT', 'RD')).toEqual([]);
    expect(verbs('SENT', 'RD')).toEqual(['receive']);
    expect(verbs('NEED_INFO', 'RQ')).toEqual(['supply-info', 'withdraw']);
    expect(verbs('IN_EXECUTION', 'RD')).toEqual(['ask-info', 'execute', 'execute-partly', 'refuse']);
    expect(verbs('EXECUTED', 'RD')).toEqual([]);
  });

  test('a refusal and a withdrawal have a reason', () => {
    for (const verb of ['refuse', 'withdraw'])
      expect(possibleSteps('RECEIVED', both).find((step) => step.verb === verb)?.needs).toEqual(['reason']);
  });

  test('a due day counts until it is answered', () => {
    expect(ASSISTANCE_STATES.filter(isOpen)).toEqual(['SENT', 'RECEIVED', 'IN_EXECUTION', 'NEED_INFO']);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type MergedState,
  type MergePlan,
  type MergeRecord,
  mergeRefusals,
  planMerge,
  planUnmerge,
  type UnmergePlan,
} from './merge.ts';
import { NAME_TYPES, SCRIPTS, SEXES } from './vocabulary.ts';

const decision = { proposedBy: 'u1', approvedBy: 'u2', knownDifferent: false };
const record = (id: string, more: Partial<MergeRecord> = {}): MergeRecord => ({
  id,
  mergedIntoId: null,
  sex: 'M',
  children: [],
  names: [],
  ...more,
});

describe('mergeRefusals', () => {
  test('two records, two people, no contradiction: nothing against it', () => {
    expect(mergeRefusals(record('a'), record('b'), decision)).toEqual([]);
    expect(mergeRefusals(record('a'), record('b', { sex: 'U' }), decision)).toEqual([]);
  });

  test('every reason is listed', () => {
    expect(mergeRefusals(record('a'), record('a'), { ...decision, approvedBy: 'u1' })).toEqual([
      'SAME_RECORD',
      'SAME_DECIDER',
    ]);
    expect(
      mergeRefusals(record('a', { mergedIntoId: 'x' }), record('b', { mergedIntoId: 'y', sex: 'F' }), {
        ...decision,
        knownDifferent: true,
      }),
    ).toEqual(['SURVIVOR_MERGED_AWAY', 'ABSORBED_MERGED_AWAY', 'KNOWN_DIFFERENT', 'SEX_DIFFERS']);
  });
});

describe('planMerge', () => {
  const survivor = record('a', {
    sex: 'U',
    names: [{ id: 'n1', personId: 'a', type: 'PRIMARY', script: 'Cyrl' }],
  });
  const absorbed = record('b', {
    sex: 'F',
    children: [
      { kind: 'name', id: 'n2', personId: 'b' },
      { kind: 'name', id: 'n3', personId: 'b' },
      { kind: 'alert', id: 'x', personId: 'b' },
    ],
    names: [
      { id: 'n2', personId: 'b', type: 'PRIMARY', script: 'Cyrl' },
      { id: 'n3', personId: 'b', type: 'PRIMARY', script: 'Latn' },
    ],
  });

  test('rows move, a second primary name of a script becomes an alias, an unknown sex is filled', () => {
    expect(planMerge(survivor, absorbed)).toEqual({
      survivorId: 'a',
      absorbedId: 'b',
      moves: [
        { kind: 'name', id: 'n2', fromPersonId: 'b', toPersonId: 'a' },
        { kind: 'name', id: 'n3', fromPersonId: 'b', toPersonId: 'a' },
        { kind: 'alert', id: 'x', fromPersonId: 'b', toPersonId: 'a' },
      ],
      nameChanges: [{ id: 'n2', fromType: 'PRIMARY', toType: 'ALIAS_STRONG' }],
      personChanges: [
        { personId: 'b', field: 'mergedIntoId', from: null, to: 'a' },
        { personId: 'a', field: 'sex', from: 'U', to: 'F' },
      ],
    });
  });

  test('what changed after the merge is not undone blindly but named', () => {
    const plan = planMerge(survivor, absorbed);
    const state = apply(plan, stateOf(survivor, absorbed));
    const changed: MergedState = {
      children: state.children
        .filter((row) => row.id !== 'n3')
        .map((row) => (row.id === 'x' ? { ...row, personId: 'c' } : row)),
      names: state.names
        .filter((name) => name.id !== 'n3')
        .map((name) => (name.id === 'n2' ? { ...name, type: 'FORMER' } : name)),
      persons: state.persons.map((person) => (person.id === 'a' ? { ...person, sex: 'M' } : person)),
    };
    const undo = planUnmerge(plan, changed);
    expect(undo.conflicts).toEqual([
      { code: 'ROW_GONE', kind: 'name', id: 'n3' },
      { code: 'ROW_MOVED_ON', kind: 'alert', id: 'x', personId: 'c' },
      { code: 'NAME_TYPE_CHANGED', id: 'n2', type: 'FORMER' },
      { code: 'FIELD_CHANGED', field: 'sex', value: 'M' },
    ]);
    expect(undo.moves).toEqual([{ kind: 'name', id: 'n2', fromPersonId: 'a', toPersonId: 'b' }]);
    expect(undo.nameChanges).toEqual([]);
    expect(undo.personChanges).toEqual([{ personId: 'b', field: 'mergedIntoId', from: 'a', to: null }]);
  });
});

const name = fc.record({ type: fc.constantFrom(...NAME_TYPES), script: fc.constantFrom(...SCRIPTS) });
const person = (id: string) =>
  fc
    .record({
      sex: fc.constantFrom(...SEXES),
      names: fc.array(name, { maxLength: 5 }),
      others: fc.array(fc.constantFrom('alert', 'document', 'photo', 'birthDate'), { maxLength: 5 }),
    })
    .map(({ sex, names, others }) => {
      const nameRows = names.map((row, i) => ({ ...row, id: `${id}-n${i}`, personId: id }));
      return record(id, {
        sex,
        names: nameRows,
        children: [
          ...nameRows.map((row) => ({ kind: 'name', id: row.id, personId: id })),
          // Ids are unique within a table only.
          ...others.map((kind, i) => ({ kind, id: `${id}-n${i}`, personId: id })),
        ],
      });
    });

describe('scenario 11: two records merged and un-merged return exactly', () => {
  test('unmerge after merge gives back every row, type and field', () => {
    fc.assert(
      fc.property(person('a'), person('b'), (survivor, absorbed) => {
        const before = stateOf(survivor, absorbed);
        const plan = planMerge(survivor, absorbed);
        const merged = apply(plan, before);
        expect(merged.children.every((row) => row.personId === 'a')).toBe(true);
        const undo = planUnmerge(plan, merged);
        expect(undo.conflicts).toEqual([]);
        expect(apply(undo, merged)).toEqual(before);
      }),
    );
  });

  test('rows added after the merge stay with the survivor', () => {
    fc.assert(
      fc.property(person('a'), person('b'), (survivor, absorbed) => {
        const plan = planMerge(survivor, absorbed);
        const merged = apply(plan, stateOf(survivor, absorbed));
        const added = { kind: 'alert', id: 'later', personId: 'a' };
        const undo = planUnmerge(plan, { ...merged, children: [...merged.children, added] });
        expect(undo.conflicts).toEqual([]);
        expect(undo.moves.some((move) => move.id === 'later')).toBe(false);
      }),
    );
  });

  test('a merge brings no second primary name into a script', () => {
    fc.assert(
      fc.property(person('a'), person('b'), (survivor, absorbed) => {
        const merged = apply(planMerge(survivor, absorbed), stateOf(survivor, absorbed));
        for (const script of SCRIPTS) {
          const primary = (rows: MergedState['names']) =>
            rows.filter((row) => row.type === 'PRIMARY' && row.script === script).length;
          const largest = Math.max(primary(survivor.names), primary(absorbed.names));
          expect(primary(merged.names)).toBeLessThanOrEqual(largest);
        }
      }),
    );
  });

  test('a merge inside a merge must be undone first', () => {
    const [a, b, c] = [
      record('a'),
      record('b', { children: [{ kind: 'alert', id: 'x', personId: 'b' }] }),
      record('c'),
    ];
    const inner = planMerge(a, b);
    const afterInner = apply(inner, stateOf(a, b));
    const outer = planMerge(c, { ...a, children: afterInner.children });
    const afterOuter = apply(outer, {
      ...afterInner,
      persons: [...afterInner.persons, ...stateOf(c).persons],
    });
    expect(planUnmerge(inner, afterOuter).conflicts).toEqual([
      { code: 'ROW_MOVED_ON', kind: 'alert', id: 'x', personId: 'c' },
    ]);
  });
});

function stateOf(...records: readonly MergeRecord[]): MergedState {
  return {
    children: records.flatMap((one) => one.children),
    names: records.flatMap((one) => one.names),
    persons: records.map(({ id, mergedIntoId, sex }) => ({ id, mergedIntoId, sex })),
  };
}

function apply(plan: MergePlan | UnmergePlan, state: MergedState): MergedState {
  const moves = new Map(plan.moves.map((move) => [`${move.kind} ${move.id}`, move.toPersonId]));
  const types = new Map(plan.nameChanges.map((change) => [change.id, change.toType]));
  return {
    children: state.children.map((row) => ({
      ...row,
      personId: moves.get(`${row.kind} ${row.id}`) ?? row.personId,
    })),
    names: state.names.map((row) => ({
      ...row,
      personId: moves.get(`name ${row.id}`) ?? row.personId,
      type: types.get(row.id) ?? row.type,
    })),
    persons: state.persons.map((one) => {
      const changes = plan.personChanges.filter((change) => change.personId === one.id);
      return { ...one, ...Object.fromEntries(changes.map(({ field, to }) => [field, to])) };
    }),
  };
}

// Joining two records of one human and taking them apart again, as a plan over ids that is its own receipt.
import type { NameType, Script, Sex } from './vocabulary.ts';

/** A row that belongs to a person: `kind` tells the table apart (name, birth date, document, alert …). */
export interface ChildRow {
  readonly kind: string;
  readonly id: string;
  readonly personId: string;
}

export interface NameRow {
  readonly id: string;
  readonly personId: string;
  readonly type: NameType;
  readonly script: Script;
}

export interface MergeRecord {
  readonly id: string;
  readonly mergedIntoId: string | null;
  readonly sex: Sex;
  /** Every child row, names included. */
  readonly children: readonly ChildRow[];
  readonly names: readonly NameRow[];
}

/** Two people decide; `knownDifferent`: the pair was recorded as two humans. */
export interface MergeDecision {
  readonly proposedBy: string;
  readonly approvedBy: string;
  readonly knownDifferent: boolean;
}

export type MergeRefusal =
  | 'SAME_RECORD'
  | 'SURVIVOR_MERGED_AWAY'
  | 'ABSORBED_MERGED_AWAY'
  | 'SAME_DECIDER'
  | 'KNOWN_DIFFERENT'
  | 'SEX_DIFFERS';

export interface ChildMove {
  readonly kind: string;
  readonly id: string;
  readonly fromPersonId: string;
  readonly toPersonId: string;
}

export interface NameChange {
  readonly id: string;
  readonly fromType: NameType;
  readonly toType: NameType;
}

export interface PersonChange {
  readonly personId: string;
  readonly field: 'mergedIntoId' | 'sex';
  readonly from: string | null;
  readonly to: string | null;
}

/** Stored with the merge: `planUnmerge` needs nothing else to give everything back. */
export interface MergePlan {
  readonly survivorId: string;
  readonly absorbedId: string;
  readonly moves: readonly ChildMove[];
  readonly nameChanges: readonly NameChange[];
  readonly personChanges: readonly PersonChange[];
}

/** Why two records may not be joined; empty when they may. Known sexes that differ must be settled on the records first. */
export function mergeRefusals(
  survivor: MergeRecord,
  absorbed: MergeRecord,
  decision: MergeDecision,
): readonly MergeRefusal[] {
  const refusals: MergeRefusal[] = [];
  if (survivor.id === absorbed.id) refusals.push('SAME_RECORD');
  if (survivor.mergedIntoId !== null) refusals.push('SURVIVOR_MERGED_AWAY');
  if (absorbed.mergedIntoId !== null) refusals.push('ABSORBED_MERGED_AWAY');
  if (decision.proposedBy === decision.approvedBy) refusals.push('SAME_DECIDER');
  if (decision.knownDifferent) refusals.push('KNOWN_DIFFERENT');
  if (survivor.sex !== 'U' && absorbed.sex !== 'U' && survivor.sex !== absorbed.sex)
    refusals.push('SEX_DIFFERS');
  return refusals;
}

/**
 * All rows of `absorbed` go to `survivor`. Its primary name becomes a strong alias where the survivor has a primary name
 * in the same script; equal names stay two rows, because taking one away could not be undone. An unknown sex is filled.
 */
export function planMerge(survivor: MergeRecord, absorbed: MergeRecord): MergePlan {
  const primaryScripts = new Set(survivor.names.filter(isPrimary).map((name) => name.script));
  const personChanges: PersonChange[] = [
    { personId: absorbed.id, field: 'mergedIntoId', from: null, to: survivor.id },
  ];
  if (survivor.sex === 'U' && absorbed.sex !== 'U')
    personChanges.push({ personId: survivor.id, field: 'sex', from: 'U', to: absorbed.sex });
  return {
    survivorId: survivor.id,
    absorbedId: absorbed.id,
    moves: absorbed.children.map(({ kind, id }) => ({
      kind,
      id,
      fromPersonId: absorbed.id,
      toPersonId: survivor.id,
    })),
    nameChanges: absorbed.names
      .filter((name) => isPrimary(name) && primaryScripts.has(name.script))
      .map(({ id }) => ({ id, fromType: 'PRIMARY', toType: 'ALIAS_STRONG' })),
    personChanges,
  };
}

/** Something changed since the merge; that step is left out of the unmerge and shown to the person who decides. */
export type UnmergeConflict =
  | { readonly code: 'ROW_GONE'; readonly kind: string; readonly id: string }
  | { readonly code: 'ROW_MOVED_ON'; readonly kind: string; readonly id: string; readonly personId: string }
  | { readonly code: 'NAME_TYPE_CHANGED'; readonly id: string; readonly type: NameType }
  | { readonly code: 'FIELD_CHANGED'; readonly field: PersonChange['field']; readonly value: string | null };

/** What is in the register now for the two persons of a merge. */
export interface MergedState {
  readonly children: readonly ChildRow[];
  readonly names: readonly NameRow[];
  readonly persons: readonly {
    readonly id: string;
    readonly mergedIntoId: string | null;
    readonly sex: Sex;
  }[];
}

export interface UnmergePlan {
  readonly moves: readonly ChildMove[];
  readonly nameChanges: readonly NameChange[];
  readonly personChanges: readonly PersonChange[];
  readonly conflicts: readonly UnmergeConflict[];
}

/**
 * The exact inverse of a merge: with nothing changed since, every row, type and field is as before and `conflicts` is
 * empty. Rows added to the survivor after the merge stay with it.
 */
export function planUnmerge(merge: MergePlan, now: MergedState): UnmergePlan {
  const conflicts: UnmergeConflict[] = [];
  const rows = new Map(now.children.map((row) => [`${row.kind} ${row.id}`, row]));
  const names = new Map(now.names.map((name) => [name.id, name]));
  const persons = new Map(now.persons.map((person) => [person.id, person]));
  const moves = merge.moves.flatMap(({ kind, id, fromPersonId, toPersonId }) => {
    const personId = rows.get(`${kind} ${id}`)?.personId;
    if (personId === toPersonId) return [{ kind, id, fromPersonId: toPersonId, toPersonId: fromPersonId }];
    conflicts.push(
      personId === undefined ? { code: 'ROW_GONE', kind, id } : { code: 'ROW_MOVED_ON', kind, id, personId },
    );
    return [];
  });
  const nameChanges = merge.nameChanges.flatMap(({ id, fromType, toType }) => {
    const name = names.get(id);
    // A name that is gone or went on to another person is already named among the rows.
    if (name?.personId !== merge.survivorId) return [];
    if (name.type === toType) return [{ id, fromType: toType, toType: fromType }];
    conflicts.push({ code: 'NAME_TYPE_CHANGED', id, type: name.type });
    return [];
  });
  const personChanges = merge.personChanges.flatMap(({ personId, field, from, to }) => {
    const value = persons.get(personId)?.[field] ?? null;
    if (value === to) return [{ personId, field, from: to, to: from }];
    conflicts.push({ code: 'FIELD_CHANGED', field, value });
    return [];
  });
  return { moves, nameChanges, personChanges, conflicts };
}

const isPrimary = (name: NameRow) => name.type === 'PRIMARY';

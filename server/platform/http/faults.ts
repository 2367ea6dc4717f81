// Issues of the schema library in the words of the fault catalogue.
import type { z } from 'zod';
import type { Fault } from '../../domain/errors.ts';

export type Place = 'body' | 'query' | 'path' | 'header';
type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

const escapePointer = (key: PropertyKey): string =>
  String(key).slice(0, 100).replaceAll('~', '~0').replaceAll('/', '~1');

/** @returns `/a/0` for bodies, `query/a` and the like for the rest */
function pointer(place: Place, path: Path): string {
  const steps = path.map(escapePointer).join('/');
  if (place === 'body') return path.length === 0 ? '' : `/${steps}`;
  return `${place}/${steps}`;
}

function valueAt(input: unknown, path: Path): unknown {
  let value = input;
  for (const key of path) value = (value as Record<PropertyKey, unknown> | null | undefined)?.[key];
  return value;
}

const SIZE_CODES: Readonly<Record<string, readonly [small: string, big: string]>> = {
  string: ['too-short', 'too-long'],
  array: ['too-few', 'too-many'],
  set: ['too-few', 'too-many'],
};

/**
 * Of a union the form is reported that the sender most likely meant: the one whose own kind was right.
 * @returns undefined when several or none are likely
 */
function meantForm(errors: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const likely = errors.filter((issues) =>
    issues.every(
      ({ code, path }) => path.length > 0 || (code !== 'invalid_type' && code !== 'invalid_value'),
    ),
  );
  return likely.length === 1 ? likely[0] : undefined;
}

function* faultsOf(issue: Issue, place: Place, input: unknown, before: Path): Generator<Fault> {
  const path = [...before, ...issue.path];
  const at = pointer(place, path);
  switch (issue.code) {
    case 'invalid_type':
      if (valueAt(input, path) === undefined) yield { at, code: 'required' };
      else yield { at, code: 'wrong-type', params: { expected: issue.expected } };
      return;
    case 'too_small':
      yield {
        at,
        code: SIZE_CODES[issue.origin]?.[0] ?? 'too-small',
        params: { minimum: String(issue.minimum) },
      };
      return;
    case 'too_big':
      yield {
        at,
        code: SIZE_CODES[issue.origin]?.[1] ?? 'too-big',
        params: { maximum: String(issue.maximum) },
      };
      return;
    case 'invalid_format':
      yield { at, code: 'wrong-format', params: { format: issue.format } };
      return;
    case 'unrecognized_keys':
      for (const key of issue.keys) yield { at: pointer(place, [...path, key]), code: 'unknown-member' };
      return;
    case 'invalid_value':
      if (valueAt(input, path) === undefined) yield { at, code: 'required' };
      else yield { at, code: 'not-allowed', params: { allowed: issue.values.map(String).join(', ') } };
      return;
    case 'not_multiple_of':
      yield { at, code: 'not-multiple', params: { divisor: issue.divisor } };
      return;
    case 'invalid_union': {
      if (valueAt(input, path) === undefined) {
        yield { at, code: 'required' };
        return;
      }
      const meant = meantForm(issue.errors);
      if (!meant) yield { at, code: 'no-form-fits' };
      else for (const inner of meant) yield* faultsOf(inner, place, input, path);
      return;
    }
    case 'custom': {
      // A schema's own rule names its code: `refine(…, { params: { code: 'until-before-from' } })`.
      const { code, ...params } = (issue.params ?? {}) as Record<string, string | number | boolean>;
      yield { at, code: typeof code === 'string' ? code : 'invalid', params };
      return;
    }
    default:
      yield { at, code: 'invalid' };
  }
}

/** Most faults that one answer lists. */
const LIMIT = 50;

/** @returns the faults that a failed parse of `input` found, in the order in which they were found */
export function toFaults(error: z.core.$ZodError, place: Place, input: unknown): Fault[] {
  const faults: Fault[] = [];
  for (const issue of error.issues) {
    for (const fault of faultsOf(issue, place, input, [])) {
      if (faults.length === LIMIT) return faults;
      faults.push(fault);
    }
  }
  return faults;
}

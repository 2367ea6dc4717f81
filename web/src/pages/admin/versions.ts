// What differs between two settings: each leaf by its path; lists of named things by their names, not by their places.
type Leaves = Map<string, string>;

/** `version` and `code` say which settings these are; they are no rule. */
const NO_RULES = ['version', 'code'];

const nameOf = (one: unknown): string | undefined => {
  if (typeof one !== 'object' || one === null) return undefined;
  const { key, code } = one as { key?: unknown; code?: unknown };
  return typeof key === 'string' ? key : typeof code === 'string' ? code : undefined;
};

function collect(value: unknown, path: string, leaves: Leaves): void {
  if (Array.isArray(value) && value.some((one) => nameOf(one) !== undefined)) {
    for (const [index, one] of value.entries())
      collect(one, `${path} › ${nameOf(one) ?? String(index + 1)}`, leaves);
  } else if (Array.isArray(value)) {
    leaves.set(
      path,
      value.map((one) => (typeof one === 'object' ? JSON.stringify(one) : String(one))).join(', '),
    );
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, inner] of Object.entries(value))
      if (path !== '' || !NO_RULES.includes(name))
        collect(inner, path === '' ? name : `${path} › ${name}`, leaves);
  } else if (value !== null && value !== undefined) {
    leaves.set(path, String(value));
  }
}

export interface Difference {
  readonly path: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

export function differencesOf(current: unknown, chosen: unknown): Difference[] {
  const before: Leaves = new Map();
  const after: Leaves = new Map();
  collect(current, '', before);
  collect(chosen, '', after);
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((path) => ({ path, before: before.get(path), after: after.get(path) }))
    .filter((row) => row.before !== row.after);
}

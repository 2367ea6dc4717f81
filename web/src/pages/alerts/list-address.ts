// Which alerts a list shows; names nobody, so that it may stand in an address.

export interface ListAddress {
  readonly status?: string;
  readonly type?: string;
  /** Left out: the own state's. */
  readonly all?: true;
  readonly due?: true;
}

const code = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[A-Z_]{3,30}$/.test(value) ? value : undefined;

export function readListAddress(search: Record<string, unknown>): ListAddress {
  const [status, type] = [code(search['status']), code(search['type'])];
  return {
    ...(status && { status }),
    ...(type && { type }),
    ...(search['all'] === true && { all: true as const }),
    ...(search['due'] === true && { due: true as const }),
  };
}

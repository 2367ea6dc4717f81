// Statements that every border check sends: prepared once per connection, and answered without a description of the columns, which
// the driver would otherwise ask for, read and make an object of each time. In its terms a `Submittable`, as its cursors are.
import type { Connection, Pool } from 'pg';

/** Texts are sent as they are; arrays hold texts. */
export type SentValue = string | number | boolean | Date | Buffer | readonly string[] | null | undefined;

export interface Answer {
  /** The columns of each row as PostgreSQL writes them. */
  readonly rows: readonly (readonly (string | null)[])[];
  /** Rows that were read or written. */
  readonly count: number;
}

type Callback = (error: Error | null | undefined, answer: Answer) => void;

/** Members of the driver's connection that its types leave out or have from an older version. */
interface Wire {
  readonly stream: { cork(): void; uncork(): void };
  /** By name, what this connection has prepared; kept by the driver. */
  readonly parsedStatements: Readonly<Record<string, string | undefined>>;
  parse(message: { name: string; text: string }): void;
  bind(message: { statement: string; values: (string | Buffer | null)[] }): void;
  execute(): void;
  sync(): void;
}

const element = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;

function sent(value: SentValue): string | Buffer | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || value instanceof Buffer) return value;
  if (value instanceof Date) return value.toISOString();
  return Array.isArray(value) ? `{${value.map(element)}}` : String(value);
}

/** One question; the driver calls it with what comes back. */
class Asked {
  readonly name: string;
  readonly text: string;
  /** Set by the driver. */
  callback: Callback | undefined;
  readonly #values: readonly SentValue[];
  readonly #rows: (readonly (string | null)[])[] = [];
  #count = 0;

  constructor(name: string, text: string, values: readonly SentValue[]) {
    this.name = name;
    this.text = text;
    this.#values = values;
  }

  submit(connection: Connection): void {
    const values = this.#values.map(sent);
    const wire = connection as unknown as Wire;
    // Together they are one message to the kernel.
    wire.stream.cork();
    if (wire.parsedStatements[this.name] === undefined) wire.parse(this);
    wire.bind({ statement: this.name, values });
    wire.execute();
    wire.sync();
    wire.stream.uncork();
  }

  handleDataRow({ fields }: { readonly fields: readonly (string | null)[] }): void {
    this.#rows.push(fields);
  }

  handleCommandComplete({ text }: { readonly text: string }): void {
    this.#count = Number(text.slice(text.lastIndexOf(' ') + 1));
  }

  handleError(error: Error): void {
    this.callback?.(error, { rows: [], count: 0 });
  }

  handleReadyForQuery(): void {
    this.callback?.(null, { rows: this.#rows, count: this.#count });
  }
}

/** @param name stands for `text` wherever it is asked */
export function askPrepared(
  pool: Pool,
  { name, text }: { readonly name: string; readonly text: string },
  values: readonly SentValue[],
): Promise<Answer> {
  const ask = pool.query as unknown as (this: Pool, asked: Asked, values: undefined, done: Callback) => void;
  return new Promise((resolve, reject) => {
    ask.call(pool, new Asked(name, text, values), undefined, (error, answer) =>
      error ? reject(error) : resolve(answer),
    );
  });
}

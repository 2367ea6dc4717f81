// A connection on which one query is sent when the one before has been answered, however many are asked for at once.
import pg from 'pg';

/**
 * Prisma asks for the parts of a record (names, documents, alerts, …) all at once, also inside a transaction, which has one
 * connection. The driver would queue them itself, but warns that it will refuse to in its next version.
 */
export class OrderlyClient extends pg.Client {
  #last: Promise<unknown> = Promise.resolve();

  override query(...given: unknown[]): never {
    const send = pg.Client.prototype.query as (...args: unknown[]) => unknown;
    const [what, values, callback] = given;
    const isAwaited =
      typeof (what as { submit?: unknown } | null)?.submit !== 'function' &&
      typeof values !== 'function' &&
      typeof callback !== 'function';
    // Whoever gives a callback or a cursor has the connection for himself, as the pool does.
    if (!isAwaited) return send.apply(this, given) as never;
    const answer = this.#last.then(() => send.apply(this, given));
    this.#last = answer.then(
      () => undefined,
      () => undefined,
    );
    return answer as never;
  }
}

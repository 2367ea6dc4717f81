// A calculation that takes long and stops between its steps, so that whoever runs it may do something else in between.

/** Every `yield` is a place to stop at; the result comes with the last step. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Runs all steps without a stop. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

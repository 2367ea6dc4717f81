// One line that shows how far long work is: a bar on a terminal, a line every few seconds elsewhere.

export interface Progress {
  /** @param done units done of `total` */
  update(done: number): void;
  end(): void;
}

/** @param stopwatch milliseconds for measuring */
export function createProgress(
  label: string,
  total: number,
  stream: NodeJS.WriteStream = process.stderr,
  stopwatch: () => number = () => performance.now(),
): Progress {
  const started = stopwatch();
  let shown = Number.NEGATIVE_INFINITY;
  let last = 0;
  const line = (done: number, now: number) => {
    const share = total === 0 ? 1 : Math.min(1, done / total);
    const seconds = (now - started) / 1000;
    const rest = share > 0.01 && share < 1 ? `, ${Math.ceil(seconds / share - seconds)} s left` : '';
    const rate = seconds > 0 ? Math.round(done / seconds) : 0;
    const bar = '█'.repeat(Math.round(share * 24)).padEnd(24, '░');
    return `${label} ${bar} ${String(Math.floor(share * 100)).padStart(3)} %  ${done}/${total}  ${rate}/s  ${seconds.toFixed(0)} s${rest}`;
  };
  const show = (done: number, now: number) => {
    shown = now;
    stream.write(stream.isTTY ? `\r${line(done, now)}\u001b[K` : `${line(done, now)}\n`);
  };
  return {
    update(done) {
      last = done;
      const now = stopwatch();
      if (now - shown >= (stream.isTTY ? 100 : 5_000)) show(done, now);
    },
    end() {
      show(last, stopwatch());
      if (stream.isTTY) stream.write('\n');
    },
  };
}

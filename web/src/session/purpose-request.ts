// The one open question why somebody looks: whoever needs a purpose meanwhile waits for the same answer.

type Listener = (open: boolean) => void;

let answer: ((given: boolean) => void) | undefined;
let asked: Promise<boolean> | undefined;
const listeners = new Set<Listener>();

const tell = (open: boolean): void => {
  for (const listener of listeners) listener(open);
};

/** @returns whether a purpose was given; without somebody to ask, none is */
export function askPurpose(): Promise<boolean> {
  if (listeners.size === 0) return Promise.resolve(false);
  asked ??= new Promise<boolean>((resolve) => {
    answer = resolve;
    tell(true);
  });
  return asked;
}

/** Lets those who wait go on. */
export function answerPurpose(given: boolean): void {
  answer?.(given);
  answer = undefined;
  asked = undefined;
  tell(false);
}

export function onPurposeAsked(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

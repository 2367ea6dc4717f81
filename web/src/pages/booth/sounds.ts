// One sound per verdict, told apart without looking: made here, because files would have to be loaded first.
import type { Outcome } from './use-check.ts';

interface Tone {
  /** Hertz. */
  readonly pitch: number;
  /** Seconds from the beginning. */
  readonly at: number;
  readonly length: number;
  readonly shape: OscillatorType;
}

const tone = (pitch: number, at: number, length: number, shape: OscillatorType = 'sine'): Tone => ({
  pitch,
  at,
  length,
  shape,
});

/** CLEAR rises once and is soft; HIT is a siren; UNAVAILABLE a long low buzz that no other resembles. */
const SOUNDS: Readonly<Record<Outcome, readonly Tone[]>> = {
  CLEAR: [tone(880, 0, 0.12)],
  POSSIBLE: [tone(587, 0, 0.16, 'triangle'), tone(587, 0.24, 0.16, 'triangle')],
  HIT: [0, 0.36, 0.72].flatMap((at) => [tone(988, at, 0.16, 'square'), tone(659, at + 0.18, 0.16, 'square')]),
  DOCUMENT_PROBLEM: [tone(784, 0, 0.16, 'triangle'), tone(523, 0.2, 0.28, 'triangle')],
  UNAVAILABLE: [tone(147, 0, 0.5, 'sawtooth'), tone(139, 0.6, 0.7, 'sawtooth')],
};
const VOLUME = 0.12;

let context: AudioContext | undefined;

function open(): AudioContext {
  context ??= new AudioContext();
  void context.resume();
  return context;
}

function sound(context: AudioContext, { pitch, at, length, shape }: Tone, volume: number): void {
  const from = context.currentTime + at;
  const source = new OscillatorNode(context, { frequency: pitch, type: shape });
  const gain = new GainNode(context, { gain: 0 });
  gain.gain.setValueAtTime(0, from);
  gain.gain.linearRampToValueAtTime(volume, from + 0.015);
  gain.gain.linearRampToValueAtTime(0, from + length);
  source.connect(gain).connect(context.destination);
  source.start(from);
  source.stop(from + length);
}

const TOUCHES = ['keydown', 'pointerdown'] as const;

/**
 * The first sound of a browser takes a quarter of a second to prepare: that is done with the first key, not with the first verdict.
 * @returns what stops it
 */
export function prepareSound(): () => void {
  const stop = () => {
    for (const touch of TOUCHES) removeEventListener(touch, prepare);
  };
  const prepare = () => {
    stop();
    try {
      // A tone that nobody hears: the first one of a browser is slower than the others.
      sound(open(), { pitch: 440, at: 0, length: 0.02, shape: 'sine' }, 0);
    } catch {
      // No sound on this device.
    }
  };
  for (const touch of TOUCHES) addEventListener(touch, prepare);
  return stop;
}

/** @returns false where the browser has no sound; the screen says everything too */
export function play(outcome: Outcome): boolean {
  try {
    const context = open();
    for (const one of SOUNDS[outcome]) sound(context, one, VOLUME);
    return true;
  } catch {
    return false;
  }
}

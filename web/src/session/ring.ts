// The bell of second line: two tones, unlike any verdict of the booth.
let context: AudioContext | undefined;

/** So long the other windows of this device keep still about the same thing. */
const ECHO_MS = 5_000;

/** Sounds once on this device, however many windows hear of it; a window that nobody has touched yet may not make a sound. */
export function ring(about: string): void {
  if (navigator.userActivation && !navigator.userActivation.hasBeenActive) return;
  if (!navigator.locks) {
    sound();
    return;
  }
  void navigator.locks.request(`izdoo.ring.${about}`, { ifAvailable: true }, async (mine) => {
    if (!mine) return;
    sound();
    await new Promise((resolve) => setTimeout(resolve, ECHO_MS));
  });
}

function sound(): void {
  try {
    context ??= new AudioContext();
    void context.resume();
    for (const [index, pitch] of [1047, 1319].entries()) {
      const from = context.currentTime + index * 0.18;
      const source = new OscillatorNode(context, { frequency: pitch });
      const gain = new GainNode(context, { gain: 0.1 });
      gain.gain.exponentialRampToValueAtTime(0.001, from + 0.4);
      source.connect(gain).connect(context.destination);
      source.start(from);
      source.stop(from + 0.4);
    }
  } catch {
    // No sound on this device: the note on the screen says the same.
  }
}

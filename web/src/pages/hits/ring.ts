// The bell of second line: two tones, unlike any verdict of the booth.
let context: AudioContext | undefined;

export function ring(): void {
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

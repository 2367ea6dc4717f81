// UUIDs as numbers in typed arrays: a million of them as text would take a hundred megabytes.

const MISSING = -1;
/** Places for each id: few ids then share a place. */
const SPARE = 2;

/** Gives every UUID the next number from 0 on, for good. */
export class PersonIds {
  #count = 0;
  /** Four words of 32 bits each. */
  #parts = new Uint32Array(4 * 1024);
  /** Number + 1 of the id in each place, 0 = free. */
  #places = new Int32Array(SPARE * 1024);

  get size(): number {
    return this.#count;
  }

  /** @returns its number, or -1 */
  find(id: string): number {
    return this.#seek(partsOf(id)).number;
  }

  add(id: string): number {
    const parts = partsOf(id);
    const { number, place } = this.#seek(parts);
    if (number !== MISSING) return number;
    if ((this.#count + 1) * SPARE > this.#places.length) {
      this.#grow();
      return this.add(id);
    }
    this.#parts.set(parts, 4 * this.#count);
    this.#places[place] = this.#count + 1;
    return this.#count++;
  }

  textOf(number: number): string {
    let text = '';
    for (let at = 4 * number; at < 4 * number + 4; at++)
      text += (this.#parts[at] as number).toString(16).padStart(8, '0');
    return `${text.slice(0, 8)}-${text.slice(8, 12)}-${text.slice(12, 16)}-${text.slice(16, 20)}-${text.slice(20)}`;
  }

  #seek(parts: readonly number[]): { number: number; place: number } {
    const last = this.#places.length - 1;
    // The end of an id is its random part; the first sign of it is mixed in where ids were counted up.
    let place = Math.imul((parts[3] as number) ^ (parts[1] as number), 0x9e3779b1) & last;
    for (; this.#places[place] !== 0; place = (place + 1) & last) {
      const number = (this.#places[place] as number) - 1;
      if (parts.every((part, at) => this.#parts[4 * number + at] === part)) return { number, place };
    }
    return { number: MISSING, place };
  }

  #grow(): void {
    const parts = new Uint32Array(2 * this.#parts.length);
    parts.set(this.#parts);
    this.#parts = parts;
    this.#places = new Int32Array(2 * this.#places.length);
    for (let number = 0; number < this.#count; number++) {
      const { place } = this.#seek([...this.#parts.subarray(4 * number, 4 * number + 4)]);
      this.#places[place] = number + 1;
    }
  }
}

function partsOf(id: string): number[] {
  const digits = id.replaceAll('-', '');
  return [0, 8, 16, 24].map((at) => Number.parseInt(digits.slice(at, at + 8), 16));
}

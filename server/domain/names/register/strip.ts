// Persons one after the other, each with the words that find him: looked through from end to end for every question, so all of it stands
// together in memory.

/** Each person takes two numbers (who, how many words) and his words. */
export class Strip {
  #numbers = new Int32Array(12);
  #length = 0;

  add(person: number, words: readonly number[]): void {
    const end = this.#length + 2 + words.length;
    if (end > this.#numbers.length) {
      const longer = new Int32Array(Math.max(end, Math.ceil(1.5 * this.#numbers.length)));
      longer.set(this.#numbers);
      this.#numbers = longer;
    }
    this.#numbers[this.#length] = person;
    this.#numbers[this.#length + 1] = words.length;
    this.#numbers.set(words, this.#length + 2);
    this.#length = end;
  }

  remove(person: number): void {
    for (let at = 0; at < this.#length; ) {
      const next = at + 2 + (this.#numbers[at + 1] as number);
      if (this.#numbers[at] === person) {
        this.#numbers.copyWithin(at, next, this.#length);
        this.#length -= next - at;
        return;
      }
      at = next;
    }
  }

  /** Tells every person who has a word with one of the bits. */
  forEachWith(bits: number, marks: Uint8Array, tell: (person: number) => void): void {
    const numbers = this.#numbers;
    for (let at = 0; at < this.#length; ) {
      const end = at + 2 + (numbers[at + 1] as number);
      for (let word = at + 2; word < end; word++)
        if (((marks[numbers[word] as number] as number) & bits) !== 0) {
          tell(numbers[at] as number);
          break;
        }
      at = end;
    }
  }
}

/** A column of values as small integers: each different value is kept once. */
export class CodeColumn<T> {
  /** Code of each row; -1 where nothing was written. Longer than the rows while there is room for more. */
  codes: Int32Array;
  /** Value of each code. */
  readonly values: T[] = [];
  private readonly byKey = new Map<unknown, number>();

  constructor(capacity: number) {
    this.codes = new Int32Array(capacity).fill(-1);
  }

  /** The code of `value`; `key` is what it is known by, where that is not the value itself. */
  code(value: T, key: unknown = value): number {
    let code = this.byKey.get(key);
    if (code === undefined) {
      code = this.values.length;
      this.byKey.set(key, code);
      this.values.push(value);
    }
    return code;
  }

  write(row: number, value: T): void {
    this.codes[row] = this.code(value);
  }

  /** Writes the rows from `from` up to, without, `to`. Neighbours with one value are looked up once. */
  fill(from: number, to: number, valueOf: (row: number) => T): void {
    const { codes, byKey } = this;
    let last: T | undefined;
    let lastCode = -1;
    for (let row = from; row < to; row++) {
      const value = valueOf(row);
      if (value !== last || lastCode < 0) {
        const known = byKey.get(value);
        lastCode = known === undefined ? this.code(value) : known;
        last = value;
      }
      codes[row] = lastCode;
    }
  }

  grow(capacity: number): void {
    if (capacity <= this.codes.length) return;
    const codes = new Int32Array(capacity).fill(-1);
    codes.set(this.codes);
    this.codes = codes;
  }
}

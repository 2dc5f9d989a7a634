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

  grow(capacity: number): void {
    if (capacity <= this.codes.length) return;
    const codes = new Int32Array(capacity).fill(-1);
    codes.set(this.codes);
    this.codes = codes;
  }
}

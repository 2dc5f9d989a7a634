import { add, round15 } from '../../number/arithmetic.ts';
import { fromParts, powerOfTen, type Num } from '../../number/decimal.ts';

const SCALE = [1, 10, 100, 1e3, 1e4, 1e5, 1e6] as const;
/** Integers up to here are added exactly. */
const EXACT = 2 ** 53;
/** Values up to here are scaled exactly. */
const LARGEST = 1e15;

/**
 * A column of numbers, each multiplied by a power of ten that makes all of them integers, so that sums are exact: 0.1 +
 * 0.2 = 0.3. Numbers with more than six places, or too many digits, turn the column into one of plain numbers, which
 * are added with 34 digits.
 */
export class NumberColumn {
  /** Scaled value of each row; NaN is blank. Rows that were never written mean nothing. */
  values: Float64Array;
  /** Decimal places of the scale, 0 … 6; -1 for plain numbers. */
  places = 0;
  /** A blank was ever written. */
  hasBlanks = false;
  /** At least the sum of all absolute scaled values that were ever written. */
  private bound = 0;
  /** The largest absolute scaled value that was ever written. */
  private largest = 0;

  /** Rows up to here, without it, were written. */
  private used = 0;

  constructor(capacity: number) {
    this.values = new Float64Array(capacity);
  }

  /** Whether sums of any rows fit an integer that is added exactly. */
  get isExact(): boolean {
    return this.places >= 0 && this.bound < EXACT;
  }

  write(row: number, value: number | null): void {
    if (row >= this.used) this.used = row + 1;
    if (value === null || !Number.isFinite(value)) {
      this.values[row] = NaN;
      this.hasBlanks = true;
      return;
    }
    const places = this.places < 0 ? -1 : placesOf(value, this.places);
    if (places !== this.places) this.rescale(places);
    const scaled = this.places <= 0 ? value : Math.round(value * (SCALE[this.places] as number));
    const size = scaled < 0 ? -scaled : scaled;
    this.values[row] = scaled;
    this.bound += size;
    if (size > this.largest) this.largest = size;
  }

  /** Writes the rows from `from` up to, without, `to`; `null` and `undefined` are blank. */
  fill(from: number, to: number, valueOf: (row: number) => number | null | undefined): void {
    let { bound, largest, places } = this;
    let scale = SCALE[places < 0 ? 0 : places] as number;
    const { values } = this;
    for (let row = from; row < to; row++) {
      const value = valueOf(row);
      if (typeof value === 'number' && places >= 0) {
        // The shortest way for what has no more places than those before it.
        const scaled = places === 0 ? Math.floor(value) : Math.round(value * scale);
        const size = scaled < 0 ? -scaled : scaled;
        if (size < LARGEST && scaled / scale === value) {
          values[row] = scaled;
          bound += size;
          if (size > largest) largest = size;
          continue;
        }
      }
      this.bound = bound;
      this.largest = largest;
      if (row > this.used) this.used = row;
      this.write(row, value ?? null);
      ({ bound, largest, places } = this);
      scale = SCALE[places < 0 ? 0 : places] as number;
    }
    this.bound = bound;
    this.largest = largest;
    this.used = Math.max(this.used, to);
  }

  /** The number of a row; `null` where it is blank. */
  read(row: number): number | null {
    const value = this.values[row] as number;
    return value !== value ? null : this.places <= 0 ? value : value / (SCALE[this.places] as number);
  }

  /** What a sum of scaled values stands for. */
  unscale(sum: number): Num {
    return this.places <= 0 ? sum : sum / (SCALE[this.places] as number);
  }

  /** The exact sum over rows; blank rows add nothing. */
  sum(rows: ArrayLike<number>): Num {
    const { values, places } = this;
    if (this.isExact) {
      let sum = 0;
      for (let at = 0; at < rows.length; at++) {
        const value = values[rows[at] as number] as number;
        if (value === value) sum += value;
      }
      return this.unscale(sum);
    }
    const found: number[] = [];
    for (let at = 0; at < rows.length; at++) {
      const value = values[rows[at] as number] as number;
      if (value === value) found.push(value);
    }
    if (places < 0) return found.sort((a, b) => a - b).reduce<Num>(add, 0);
    return fromParts(
      found.reduce((total, value) => total + BigInt(value), BigInt(0)),
      -places,
    );
  }

  grow(capacity: number): void {
    if (capacity <= this.values.length) return;
    const values = new Float64Array(capacity);
    values.set(this.values);
    this.values = values;
  }

  private rescale(wanted: number): void {
    const { values, used } = this;
    const places = wanted >= 0 && this.largest * Number(powerOfTen(wanted - this.places)) <= LARGEST ? wanted : -1;
    if (places < 0) for (let row = 0; row < used; row++) values[row] = this.read(row) ?? NaN;
    else {
      const factor = Number(powerOfTen(places - this.places));
      for (let row = 0; row < used; row++) values[row] = Math.round((values[row] as number) * factor);
      this.bound *= factor;
      this.largest *= factor;
    }
    this.places = places;
  }
}

/** Places that `value` needs, at least `least`; -1 where six do not suffice or it has too many digits. */
function placesOf(value: number, least: number): number {
  const short = round15(value);
  for (let places = least; places < SCALE.length; places++) {
    const scaled = Math.round(short * (SCALE[places] as number));
    if (scaled > LARGEST || scaled < -LARGEST) return -1;
    if (scaled / (SCALE[places] as number) === short) return places;
  }
  return -1;
}

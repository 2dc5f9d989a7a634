import { add, round15 } from '../../number/arithmetic.ts';
import { fromParts, type Num } from '../../number/decimal.ts';

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
  /** 10 ^ `places`; NaN for plain numbers. */
  private scale = 1;
  /** At least the sum of all absolute scaled values that were ever written. */
  private bound = 0;

  constructor(capacity: number) {
    this.values = new Float64Array(capacity);
  }

  /** Whether sums of any rows fit an integer that is added exactly. */
  get isExact(): boolean {
    return this.places >= 0 && this.bound < EXACT;
  }

  /** Writes a row; `null` is blank. */
  write(row: number, value: number | null): void {
    if (value !== null) {
      // The short way of numbers that have no more places than those before them.
      const scaled = Math.round(value * this.scale);
      const size = Math.abs(scaled);
      if (size < LARGEST && scaled / this.scale === value) {
        this.values[row] = scaled;
        this.bound += size;
        return;
      }
    }
    this.writeOther(row, value);
  }

  private writeOther(row: number, value: number | null): void {
    if (value === null || !Number.isFinite(value)) {
      this.values[row] = NaN;
      this.hasBlanks = true;
      return;
    }
    const places = this.places < 0 ? -1 : placesOf(value, this.places);
    if (places !== this.places) this.rescale(places);
    const scaled = this.places < 0 ? value : Math.round(value * this.scale);
    this.values[row] = scaled;
    this.bound += Math.abs(scaled);
  }

  /** The number of a row; `null` where it is blank. */
  read(row: number): number | null {
    const value = this.values[row] as number;
    return value !== value ? null : this.places <= 0 ? value : value / this.scale;
  }

  /** What a sum of scaled values stands for. */
  unscale(sum: number): Num {
    return this.places <= 0 ? sum : sum / this.scale;
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

  /** Goes over to more places, or to plain numbers where that is wanted or a value would become too large. */
  private rescale(wanted: number): void {
    const { values } = this;
    const factor = (SCALE[wanted] ?? NaN) / this.scale;
    const isShort = wanted >= 0 && values.every((value) => value !== value || Math.abs(value) * factor <= LARGEST);
    for (let row = 0; row < values.length; row++)
      values[row] = isShort ? Math.round((values[row] as number) * factor) : (this.read(row) ?? NaN);
    if (isShort) this.bound *= factor;
    this.places = isShort ? wanted : -1;
    this.scale = isShort ? (SCALE[wanted] as number) : NaN;
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

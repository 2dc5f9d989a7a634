import { evaluate } from '../../formula/evaluate.ts';
import { parseFormula } from '../../formula/parse.ts';
import type { Formula } from '../../formula/tree.ts';
import { FormulaError, type Value } from '../../formula/value.ts';
import { readsOf } from '../../definition/reads.ts';
import { recordDate } from '../../formula/date-texts.ts';
import { toNumber } from '../../number/decimal.ts';
import { CodeColumn } from '../cube/code-column.ts';
import { NumberColumn } from '../cube/number-column.ts';
import type { Row } from './row.ts';

/** Different inputs of one formula that are remembered; beyond this it is evaluated row by row. */
const REMEMBERED = 50_000;
/** Codes that fit into one key with others. */
const SMALL = 65_536;

/** Numbers of a formula's results: dates count as days, `errors` marks rows where it failed. */
export interface Numbers {
  readonly numbers: NumberColumn;
  readonly errors: Map<number, FormulaError>;
  /** Every value that is there is a date. */
  readonly isDate: () => boolean;
}

/** Truth of a formula's results, 1, 0 or -1 for an error. */
export interface Truths {
  truth: Int8Array;
  readonly errors: Map<number, FormulaError>;
}

interface Column {
  write(row: number): void;
  grow(capacity: number): void;
}

/**
 * The rows of one data set with a column for everything that was ever asked of them. Columns are made when first read
 * and follow every later change of a row.
 */
export class RowTable {
  /** Rows by place; undefined where one was removed. */
  readonly rows: (Row | undefined)[] = [];
  readonly byRecord = new Map<string, number[]>();
  private readonly free: number[] = [];
  private readonly columns = new Map<string, Column>();
  private capacity: number;

  constructor(rows: readonly Row[]) {
    this.capacity = Math.max(16, rows.length);
    for (const row of rows) this.place(row);
  }

  get length(): number {
    return this.rows.length;
  }

  /** Takes the rows of a record out; gives their places. Columns keep their values until the places are used again. */
  remove(recordId: string): readonly number[] {
    const places = this.byRecord.get(recordId) ?? [];
    this.byRecord.delete(recordId);
    for (const place of places) {
      this.rows[place] = undefined;
      this.free.push(place);
    }
    return places;
  }

  /** Puts a row in; gives its place. */
  add(row: Row): number {
    const place = this.place(row);
    if (this.rows.length > this.capacity) {
      this.capacity = Math.ceil(this.capacity * 1.5);
      for (const column of this.columns.values()) column.grow(this.capacity);
    }
    for (const column of this.columns.values()) column.write(place);
    return place;
  }

  private place(row: Row): number {
    const place = this.free.pop() ?? this.rows.length;
    this.rows[place] = row;
    const key = row.recordId ?? row.id;
    const places = this.byRecord.get(key);
    if (places) places.push(place);
    else this.byRecord.set(key, [place]);
    return place;
  }

  /** Anything that is one text of a row. */
  texts(name: string, textOf: (row: Row) => string): CodeColumn<string> {
    return this.column(`text ${name}`, () => {
      const column = new CodeColumn<string>(this.capacity);
      const write = (at: number) => {
        const row = this.rows[at];
        column.codes[at] = column.code(row ? textOf(row) : '');
      };
      for (let at = 0; at < this.rows.length; at++) write(at);
      return Object.assign(column, { write });
    });
  }

  /** What a name stands for in each row; lists and names that a row does not know are -1. */
  names(name: string): CodeColumn<Value> {
    return this.column(`name ${name}`, () => {
      const column = new CodeColumn<Value>(this.capacity);
      const write = (at: number) => {
        const value = this.rows[at]?.scope().name(name);
        column.codes[at] =
          value === undefined || Array.isArray(value) || value instanceof FormulaError
            ? -1
            : column.code(value as Value);
      };
      for (let at = 0; at < this.rows.length; at++) write(at);
      return Object.assign(column, { write });
    });
  }

  /** Results of a formula as codes; blank results are -1. */
  keys(text: string): CodeColumn<Value> {
    return this.column(`keys ${text}`, () => {
      const column = new CodeColumn<Value>(this.capacity);
      const valueOf = this.evaluator(text);
      const write = (at: number) => {
        const value = valueOf(at);
        column.codes[at] =
          value === null || value === ''
            ? -1
            : value instanceof FormulaError
              ? column.code(value, `${value.error} ${value.code}`)
              : column.code(value);
      };
      for (let at = 0; at < this.rows.length; at++) write(at);
      return Object.assign(column, { write });
    });
  }

  /** Results of a formula as truth. */
  truths(text: string): Truths {
    return this.column(`truth ${text}`, () => {
      const found = { truth: new Int8Array(this.capacity), errors: new Map<number, FormulaError>(), write, grow };
      const valueOf = this.evaluator(text);
      function write(at: number) {
        const value = valueOf(at);
        found.errors.delete(at);
        if (value instanceof FormulaError) found.errors.set(at, value);
        else if (typeof value === 'string' && value !== '')
          found.errors.set(at, new FormulaError('#VALUE!', 'not-a-truth-value', value));
        found.truth[at] = found.errors.has(at)
          ? -1
          : Number(value !== null && value !== '' && value !== 0 && value !== false);
      }
      function grow(capacity: number) {
        const truth = new Int8Array(capacity);
        truth.set(found.truth);
        found.truth = truth;
      }
      for (let at = 0; at < this.rows.length; at++) if (this.rows[at]) write(at);
      return found;
    });
  }

  /** Results of a formula as numbers; rows for which `where` is not true are blank. */
  numbers(text: string, where: string | undefined): Numbers {
    return this.column(`number ${where ?? ''}\n${text}`, () => {
      const numbers = new NumberColumn(this.capacity);
      const errors = new Map<number, FormulaError>();
      let dates = 0;
      let others = 0;
      const truths = where === undefined ? undefined : this.truths(where);
      const valueOf = this.evaluator(text);
      const write = (at: number) => {
        errors.delete(at);
        const value = truths && truths.truth[at] !== 1 ? null : valueOf(at);
        const failed = truths?.errors.get(at) ?? (value instanceof FormulaError ? value : undefined);
        const day = typeof value === 'string' ? dayOf(value) : undefined;
        if (failed) errors.set(at, failed);
        else if (typeof value === 'string' && value !== '' && day === undefined)
          errors.set(at, new FormulaError('#VALUE!', 'not-a-number', value));
        if (day !== undefined) dates++;
        else if (typeof value === 'number') others++;
        numbers.write(
          at,
          errors.has(at)
            ? null
            : (day ?? (typeof value === 'number' ? value : typeof value === 'boolean' ? Number(value) : null)),
        );
      };
      for (let at = 0; at < this.rows.length; at++) if (this.rows[at]) write(at);
      return {
        numbers,
        errors,
        isDate: () => dates > 0 && others === 0,
        write,
        grow: (capacity: number) => numbers.grow(capacity),
      };
    });
  }

  /** Numbers that facts bring. */
  factNumbers(id: string, part: 'num' | 'den'): NumberColumn {
    return this.column(`fact ${part} ${id}`, () => {
      const numbers = new NumberColumn(this.capacity);
      const write = (at: number) => {
        const fact = this.rows[at]?.fact;
        numbers.write(at, fact?.id === id ? fact[part] : null);
      };
      for (let at = 0; at < this.rows.length; at++) write(at);
      return Object.assign(numbers, { write });
    });
  }

  private column<T extends Partial<Column>>(key: string, make: () => T): T {
    let column = this.columns.get(key) as T | undefined;
    if (!column) {
      column = make();
      this.columns.set(key, column as unknown as Column);
    }
    return column;
  }

  /**
   * Evaluates a formula for a row. One that reads only single values is evaluated once for each combination of them,
   * since most formulas of reports read a status or a choice.
   */
  private evaluator(text: string): (at: number) => Value {
    const parsed = parseFormula(text);
    const formula: Formula | undefined = parsed.ok ? parsed.value : undefined;
    if (!formula) return () => new FormulaError('#VALUE!', 'failed', text);
    const plain = (at: number): Value => {
      const row = this.rows[at];
      return row ? evaluate(formula, row.scope()) : null;
    };
    const reads = readsOf(formula);
    if (formula.tree.type === 'literal') {
      const { value } = formula.tree;
      return () => value;
    }
    if (formula.tree.type === 'name') {
      const { name } = formula.tree;
      return (at) => {
        const value = this.rows[at]?.scope().name(name);
        return value === undefined || Array.isArray(value) ? plain(at) : (value as Value);
      };
    }
    const names = [...reads.names];
    if (names.length === 0 || names.length > 3 || reads.columns.size > 0 || reads.cells.size > 0) return plain;
    const inputs = names.map((name) => this.names(name));
    const kinds = this.texts('kind', ({ kind }) => kind);
    const known = new Map<number, Value>();
    return (at) => {
      let key = kinds.codes[at] as number;
      for (const input of inputs) {
        const code = input.codes[at] as number;
        if (code < 0 || code >= SMALL) return plain(at);
        key = key * SMALL + code;
      }
      if (!Number.isSafeInteger(key)) return plain(at);
      let value = known.get(key);
      if (value === undefined) {
        value = plain(at);
        if (known.size < REMEMBERED) known.set(key, value);
      }
      return value;
    };
  }
}

/** A date's text as the number of its day; undefined for other texts. */
function dayOf(text: string): number | undefined {
  const found = recordDate(text);
  return found === undefined ? undefined : toNumber(found);
}

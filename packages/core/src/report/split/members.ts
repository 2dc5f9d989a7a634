import type { Tone } from '../../generated/definition.ts';

/** One member of a dimension: a township, a month, an option, a bucket. */
export interface Member {
  /** Organisation id, period code, option or bucket; `''` for rows without a value. */
  readonly id: string;
  /** Shown to everyone. */
  readonly title: string;
  readonly tone?: Tone;
  /** Superior member in a dimension that is a tree, as its number; -1 without. */
  readonly parent: number;
  /** Level of an organisation. */
  readonly level?: string;
  /** Place among its neighbours; texts and numbers are not mixed in one dimension. */
  readonly order: string | number;
  /** Rows of an organisation itself, beside those of what stands below it. */
  readonly isOwn?: boolean;
}

/** Whether it is compared with its neighbours: rows without a value, and those of an organisation itself, are not. */
export const isMember = ({ id, isOwn }: Member): boolean => id !== '' && isOwn !== true;

/** The members of one dimension that occur or are expected, numbered in the order in which they were met. */
export class Members {
  readonly list: Member[] = [];
  private readonly byId = new Map<string, number>();

  /** The number of the member with this id; `make` gives it when it is new. */
  number(id: string, make: () => Omit<Member, 'id'>): number {
    let number = this.byId.get(id);
    if (number === undefined) {
      const made = make();
      number = this.list.length;
      this.byId.set(id, number);
      this.list.push({ id, ...made });
    }
    return number;
  }

  /** The number of a member, or -1. */
  find(id: string): number {
    return this.byId.get(id) ?? -1;
  }

  /** The members from the top down to this one. */
  chain(number: number): readonly number[] {
    const chain: number[] = [];
    for (let at = number; at >= 0; at = (this.list[at] as Member).parent) chain.unshift(at);
    return chain;
  }
}

/** Which member each row of a table belongs to; follows changes of rows by `refresh`. */
export class Split {
  /** Number of the member of each row, or -1 where the row is outside the dimension. */
  member: Int32Array;
  /** Further members of rows that have several values. */
  readonly more = new Map<number, readonly number[]>();
  private readonly memberOf: (row: number) => number;
  private readonly othersOf: ((row: number) => readonly number[]) | undefined;

  constructor(length: number, memberOf: (row: number) => number, othersOf?: (row: number) => readonly number[]) {
    this.member = new Int32Array(length);
    this.memberOf = memberOf;
    this.othersOf = othersOf;
    for (let row = 0; row < length; row++) this.write(row);
  }

  /** Reads these rows again; `length` is that of the table now. */
  refresh(rows: readonly number[], length: number): void {
    if (length > this.member.length) {
      const member = new Int32Array(Math.ceil(length * 1.5));
      member.set(this.member);
      this.member = member;
    }
    rows.forEach((row) => this.write(row));
  }

  private write(row: number): void {
    this.member[row] = this.memberOf(row);
    const others = this.othersOf?.(row) ?? [];
    if (others.length > 0) this.more.set(row, others);
    else if (this.more.size > 0) this.more.delete(row);
  }
}

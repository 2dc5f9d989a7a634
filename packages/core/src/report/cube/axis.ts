/** The whole, above all members. */
export const TOTAL = 0;

/**
 * One side of a table as a tree of nodes: the total, below it members of the first dimension, below each of these
 * members of the second, and so on; a dimension that is itself a tree (organisations) makes several levels. Members are
 * numbers here.
 */
export class Axis {
  /** Parent of each node; a parent's number is always below its children's. -1 above the total. */
  readonly parents: number[] = [-1];
  /** Member that a node adds to its parent's; -1 for the total. */
  readonly members: number[] = [-1];
  /** Which dimension the member is of; -1 for the total. */
  readonly dimensions: number[] = [-1];
  private readonly children = new Map<number, number>();

  get size(): number {
    return this.parents.length;
  }

  /** The child of `parent` for a member of a dimension; made when it is new. `member` is below 2^20. */
  child(parent: number, dimension: number, member: number): number {
    const key = (parent * 16 + dimension) * 1_048_576 + member;
    let node = this.children.get(key);
    if (node === undefined) {
      node = this.parents.length;
      this.children.set(key, node);
      this.parents.push(parent);
      this.members.push(member);
      this.dimensions.push(dimension);
    }
    return node;
  }

  /** The same child, or -1 where there is none. */
  find(parent: number, dimension: number, member: number): number {
    return this.children.get((parent * 16 + dimension) * 1_048_576 + member) ?? -1;
  }
}

import type { Formula, Node } from '../formula/tree.ts';

/** What one formula reads, column by column. */
export interface Reads {
  /** Plain names. */
  readonly names: ReadonlySet<string>;
  /** Columns of repeated fields and tables, as `list.column`. */
  readonly columns: ReadonlySet<string>;
  /** Cells of the same row. */
  readonly cells: ReadonlySet<string>;
}

const cache = new WeakMap<Formula, Reads>();

/** What `formula` reads. `Formula.names` merges `list.column` into `list`; cycles and rows need them apart. */
export function readsOf(formula: Formula): Reads {
  let reads = cache.get(formula);
  if (!reads) {
    const names = new Set<string>();
    const columns = new Set<string>();
    visit(formula.tree, names, columns);
    reads = { names, columns, cells: new Set(formula.cells) };
    cache.set(formula, reads);
  }
  return reads;
}

function visit(node: Node, names: Set<string>, columns: Set<string>): void {
  switch (node.type) {
    case 'name':
      names.add(node.name);
      return;
    case 'column':
      columns.add(`${node.list}.${node.column}`);
      return;
    case 'sign':
    case 'percent':
      return visit(node.operand, names, columns);
    case 'chain':
      visit(node.first, names, columns);
      return node.rest.forEach(({ operand }) => visit(operand, names, columns));
    case 'call':
      return node.args.forEach((arg) => arg && visit(arg, names, columns));
    default:
  }
}

import { TOTAL } from '../cube/axis.ts';
import type { MeasureGrid } from '../grid/measures.ts';
import type { NumberCell, TableRow } from '../model.ts';
import { steps, type Work } from '../work.ts';
import { childrenOf, type Choice } from './order.ts';

/** The rows of a table from its grid: groups before what is below them, members, and the total where it is wanted. */
export function rowsOf(
  grid: MeasureGrid,
  work: Work,
  choice: Choice & { readonly totals?: 'none' | 'first' | 'last'; readonly subtotals?: boolean },
  cellsAt: (node: number) => readonly NumberCell[],
): { readonly rows: readonly TableRow[]; readonly left: number } {
  const { children, left } = childrenOf(grid, 'rows', work, choice);
  const rows: TableRow[] = [];
  let serial = 0;
  const add = (node: number, depth: number, parent: number): void => {
    const member = grid.memberOf('rows', node);
    const below = children.get(node) ?? [];
    const isGroup = below.length > 0;
    const cells = isGroup && choice.subtotals === false ? [] : cellsAt(node);
    const at = rows.length;
    rows.push({
      kind: isGroup ? 'group' : 'member',
      title: member.title,
      depth,
      parent,
      serial: isGroup ? null : ++serial,
      ...(member.tone ? { tone: member.tone } : {}),
      steps: steps(grid, 'rows', node),
      cells,
    });
    for (const child of below) add(child, depth + 1, at);
  };
  const total = (): void =>
    void rows.push({
      kind: 'total',
      title: work.context.words.total,
      depth: 0,
      parent: -1,
      serial: null,
      steps: [],
      cells: cellsAt(TOTAL),
    });
  const top = children.get(TOTAL) ?? [];
  const totals = top.length === 0 ? 'none' : (choice.totals ?? 'last');
  if (totals === 'first') total();
  for (const node of top) add(node, 0, -1);
  if (totals === 'last') total();
  return { rows, left };
}

import type { CrossBlock } from '../../generated/report.ts';
import { TOTAL } from '../cube/axis.ts';
import type { MeasureGrid } from '../grid/measures.ts';
import type { HeadCell, TableModel } from '../model.ts';
import { idOf, titleOf, type Work } from '../work.ts';
import { childrenOf } from './order.ts';
import { rowsOf } from './rows.ts';
import { commonUnit, cornerOf, headingOf } from './table.ts';

interface Shown {
  readonly node: number;
  readonly isTotal: boolean;
}

export function crossModel(block: CrossBlock, work: Work): TableModel {
  const ids = block.measures.map(idOf);
  const extra = (block.sort ?? []).map(({ by }) => by).filter((by) => work.context.index.measures.has(by));
  const grid = work.grid(block, block.rows, block.columns, [...ids, ...extra]);
  const { head, shown } = headOf(block, grid, work);
  const { rows, left } = rowsOf(grid, work, block, (node) =>
    shown.flatMap((column) => ids.map((id) => work.cell(block.id, grid, id, node, column.node))),
  );
  const columns = shown.flatMap(({ node, isTotal }) =>
    block.measures.map((ref) => ({
      title: [
        ...grid.pathOf('columns', node).map(({ member }) => member.title),
        ...(isTotal ? [work.context.words.total] : []),
        ...(ids.length > 1 ? [titleOf(ref, work)] : []),
      ].join(' '),
      unit: work.wordsOf(idOf(ref)).unit,
      bar: typeof ref !== 'string' && ref.bar === true,
      isTotal,
    })),
  );
  return {
    kind: 'table',
    corner: { rows: cornerOf(block.rows, work), columns: cornerOf(block.columns, work) },
    head,
    unit: commonUnit(block.measures, work),
    columns,
    rows,
    left,
    hasSerial: false,
    isFolded: false,
  };
}

/**
 * Heading rows, one for each level of the column dimensions and one for several measures, and the columns below them.
 */
function headOf(
  block: CrossBlock,
  grid: MeasureGrid,
  work: Work,
): { readonly head: HeadCell[][]; readonly shown: readonly Shown[] } {
  const { children } = childrenOf(grid, 'columns', work);
  const width = block.measures.length;
  const unit = commonUnit(block.measures, work);
  const deepest = (node: number): number =>
    Math.max(0, ...(children.get(node) ?? []).map((child) => 1 + deepest(child)));
  const levels = Math.max(1, deepest(TOTAL));
  const depth = levels + (width > 1 ? 1 : 0);
  const head: HeadCell[][] = Array.from({ length: depth }, () => []);
  const shown: Shown[] = [];
  const lowest = (title: string, node: number, at: number, isTotal: boolean): void => {
    head[at]?.push({ title, columnSpan: width, rowSpan: levels - at });
    if (width > 1)
      for (const ref of block.measures)
        head[levels]?.push({ title: headingOf(ref, unit, work), columnSpan: 1, rowSpan: 1 });
    shown.push({ node, isTotal });
  };
  const total = (title: string, node: number, at: number): void => lowest(title, node, at, true);
  const add = (node: number, at: number): void => {
    const below = children.get(node) ?? [];
    const { title } = grid.memberOf('columns', node);
    if (below.length === 0) return lowest(title, node, at, false);
    const before = shown.length;
    const place = head[at]?.push({ title, columnSpan: 0, rowSpan: 1 }) as number;
    for (const child of below) add(child, at + 1);
    if (block.subtotals !== false) total(work.context.words.subtotal, node, at + 1);
    (head[at] as HeadCell[])[place - 1] = { title, columnSpan: (shown.length - before) * width, rowSpan: 1 };
  };
  const top = children.get(TOTAL) ?? [];
  const where = top.length === 0 ? 'last' : (block.columnTotals ?? 'last');
  if (where === 'first') total(work.context.words.total, TOTAL, 0);
  for (const node of top) add(node, 0);
  if (where === 'last') total(work.context.words.total, TOTAL, 0);
  return { head, shown };
}

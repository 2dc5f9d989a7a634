import type { Column, MeasureRef, TableBlock } from '../../generated/report.ts';
import { TOTAL } from '../cube/axis.ts';
import { idOf, titleOf, type Work } from '../compute.ts';
import type { HeadCell, TableModel } from '../model.ts';
import { rowsOf } from './rows.ts';

export function tableModel(block: TableBlock, work: Work): TableModel {
  const refs: MeasureRef[] = [];
  const head = headOf(block.columns, work, refs);
  const extra = (block.sort ?? []).map(({ by }) => by).filter((by) => work.context.index.measures.has(by));
  const grid = work.grid(block, block.rows, [], [...refs.map(idOf), ...extra]);
  const { rows, left } = rowsOf(grid, work, block, (node) => refs.map((ref) => work.cell(block.id, grid, idOf(ref), node, TOTAL)));
  return {
    kind: 'table', corner: { rows: cornerOf(block.rows, work), columns: '' }, head, rows, left, hasSerial: block.serial === true, isFolded: block.folded === true,
    columns: refs.map((ref) => ({ title: titleOf(ref, work), unit: work.wordsOf(idOf(ref)).unit, bar: typeof ref !== 'string' && ref.bar === true, isTotal: false })),
  };
}

/** The names of dimensions for the corner. */
export function cornerOf(dimensions: readonly string[], work: Work): string {
  return dimensions.map((id) => work.context.index.dimensions.get(id)?.title ?? id).join('／');
}

/** Heading rows over measures and groups; a heading without groups reaches down to the lowest row. `refs` receives the measures in order. */
function headOf(columns: readonly Column[], work: Work, refs: MeasureRef[]): HeadCell[][] {
  const depth = depthOf(columns);
  const head: HeadCell[][] = Array.from({ length: depth }, () => []);
  const add = (list: readonly Column[], at: number): number => {
    let width = 0;
    for (const column of list) {
      if (typeof column === 'string' || !('columns' in column)) {
        refs.push(column);
        head[at]?.push({ title: titleOf(column, work), columnSpan: 1, rowSpan: depth - at });
        width++;
      } else {
        const place = head[at]?.push({ title: column.title, columnSpan: 0, rowSpan: 1 }) as number;
        const span = add(column.columns, at + 1);
        (head[at] as HeadCell[])[place - 1] = { title: column.title, columnSpan: span, rowSpan: 1 };
        width += span;
      }
    }
    return width;
  };
  add(columns, 0);
  return head;
}

function depthOf(columns: readonly Column[]): number {
  return 1 + Math.max(0, ...columns.map((column) => (typeof column !== 'string' && 'columns' in column ? depthOf(column.columns) : 0)));
}

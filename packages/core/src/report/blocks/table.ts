import { columnLeaves } from '../../definition/column-leaves.ts';
import type { Column, MeasureRef, TableBlock } from '../../generated/report.ts';
import { TOTAL } from '../cube/axis.ts';
import type { HeadCell, TableModel } from '../model.ts';
import { idOf, titleOf, type Work } from '../work.ts';
import { rowsOf } from './rows.ts';

export function tableModel(block: TableBlock, work: Work): TableModel {
  const refs = columnLeaves(block.columns).map(({ column }) => column);
  const unit = commonUnit(refs, work);
  const head = headOf(block.columns, (ref) => headingOf(ref, unit, work));
  const extra = (block.sort ?? []).map(({ by }) => by).filter((by) => work.context.index.measures.has(by));
  const grid = work.grid(block, block.rows, [], [...refs.map(idOf), ...extra]);
  const { rows, left } = rowsOf(grid, work, block, (node) =>
    refs.map((ref) => work.cell(block.id, grid, idOf(ref), node, TOTAL)),
  );
  return {
    kind: 'table',
    corner: { rows: cornerOf(block.rows, work), columns: '' },
    head,
    unit,
    rows,
    left,
    hasSerial: block.serial === true,
    isFolded: block.folded === true,
    columns: refs.map((ref) => ({
      title: titleOf(ref, work),
      unit: work.wordsOf(idOf(ref)).unit,
      bar: typeof ref !== 'string' && ref.bar === true,
      isTotal: false,
    })),
  };
}

/** The names of dimensions for the corner. */
export function cornerOf(dimensions: readonly string[], work: Work): string {
  return dimensions.map((id) => work.context.index.dimensions.get(id)?.title ?? id).join('／');
}

/** Heading rows over measures and groups; a heading without groups reaches down to the lowest row. */
function headOf(columns: readonly Column[], heading: (ref: MeasureRef) => string): HeadCell[][] {
  const depth = depthOf(columns);
  const head: HeadCell[][] = Array.from({ length: depth }, () => []);
  const add = (list: readonly Column[], at: number): number => {
    let width = 0;
    for (const column of list) {
      if (typeof column === 'string' || !('columns' in column)) {
        head[at]?.push({ title: heading(column), columnSpan: 1, rowSpan: depth - at });
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

/** The unit that all these measures have; `''` where they differ. */
export function commonUnit(refs: readonly MeasureRef[], work: Work): string {
  const units = new Set(refs.map((ref) => work.wordsOf(idOf(ref)).unit));
  return units.size === 1 ? ([...units][0] as string) : '';
}

/** A measure's heading, with its unit where the table has none for all. */
export function headingOf(ref: MeasureRef, unit: string, work: Work): string {
  const own = work.wordsOf(idOf(ref)).unit;
  return unit === '' && own !== '' ? `${titleOf(ref, work)}${work.context.words.aside(own)}` : titleOf(ref, work);
}

function depthOf(columns: readonly Column[]): number {
  return (
    1 +
    Math.max(
      0,
      ...columns.map((column) => (typeof column !== 'string' && 'columns' in column ? depthOf(column.columns) : 0)),
    )
  );
}

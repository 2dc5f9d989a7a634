import type { LightsBlock } from '../../generated/report.ts';
import { TOTAL } from '../cube/axis.ts';
import type { LightsModel } from '../model.ts';
import { numberText } from '../words/numbers-text.ts';
import type { Work } from '../work.ts';
import { childrenOf } from './order.ts';
import { rowsOf } from './rows.ts';
import { cornerOf } from './table.ts';

export function lightsModel(block: LightsBlock, work: Work): LightsModel {
  const grid = work.grid(block, block.rows, [block.columns], [block.measure]);
  const columns = childrenOf(grid, 'columns', work).children.get(TOTAL) ?? [];
  const { rows } = rowsOf(grid, work, { ...(block.sort ? { sort: block.sort } : {}), totals: 'last' }, (node) =>
    columns.map((column) => work.cell(block.id, grid, block.measure, node, column)),
  );
  const measure = work.measure(block.measure);
  const { places, unit } = work.wordsOf(block.measure);
  return {
    kind: 'lights',
    corner: { rows: cornerOf(block.rows, work), columns: cornerOf([block.columns], work) },
    columns: columns.map((node) => grid.memberOf('columns', node).title),
    rows: rows.map(({ kind, title, depth, cells }) => ({ kind, title, depth, cells })),
    legend:
      block.legend === false
        ? []
        : (measure.thresholds ?? []).map(({ at, tone, title }) => {
            const limit = work.context.number(at);
            return {
              tone,
              title,
              text:
                limit === null
                  ? ''
                  : work.context.words.limit(`${numberText(limit, places)}${unit}`, measure.direction === 'down'),
            };
          }),
  };
}

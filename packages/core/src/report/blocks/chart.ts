import type { ChartBlock } from '../../generated/report.ts';
import { subtract } from '../../number/arithmetic.ts';
import { toNumber } from '../../number/decimal.ts';
import { TOTAL } from '../cube/axis.ts';
import type { ChartModel } from '../model.ts';
import { idOf, titleOf, type Work } from '../work.ts';
import { childrenOf } from './order.ts';

export function chartModel(block: ChartBlock, work: Work): ChartModel {
  const ids = block.measures.map(idOf);
  const extra = (block.sort ?? []).map(({ by }) => by).filter((by) => work.context.index.measures.has(by));
  const grid = work.grid(block, [block.by], block.series === undefined ? [] : [block.series], [...ids, ...extra]);
  const nodes = lowest(childrenOf(grid, 'rows', work, block).children);
  const columns = block.series === undefined ? [TOTAL] : (childrenOf(grid, 'columns', work).children.get(TOTAL) ?? []);
  const series = columns.flatMap((column) =>
    block.measures.map((ref) => {
      const member = column === TOTAL ? undefined : grid.memberOf('columns', column);
      return {
        title: [...(member ? [member.title] : []), ...(ids.length > 1 || !member ? [titleOf(ref, work)] : [])].join(
          ' ',
        ),
        unit: work.wordsOf(idOf(ref)).unit,
        ...(member?.tone ? { tone: member.tone } : {}),
        cells: nodes.map((node) => work.cell(block.id, grid, idOf(ref), node, column)),
      };
    }),
  );
  const values = series[0]?.cells.map(({ value }) => (typeof value === 'number' ? value : null)) ?? [];
  const drops =
    block.drop === undefined
      ? []
      : values.flatMap((value, at) => {
          const above = at > 0 ? (values[at - 1] ?? null) : null;
          const by = value === null || above === null ? 0 : toNumber(subtract(above, value));
          return by > (block.drop as number) ? [{ at, by }] : [];
        });
  return {
    kind: 'chart',
    chart: block.chart,
    categories: nodes.map((node) => {
      const { title, tone, isOwn } = grid.memberOf('rows', node);
      return { title, ...(tone ? { tone } : {}), ...(isOwn ? { isOwn } : {}) };
    }),
    series,
    points:
      block.spread === undefined
        ? []
        : pointsOf(
            block,
            block.spread,
            ids[0] as string,
            nodes.map((node) => grid.pathOf('rows', node)),
            work,
          ),
    drops,
  };
}

/** Nodes with nothing below them, in order. */
function lowest(children: ReadonlyMap<number, readonly number[]>): readonly number[] {
  const walk = (node: number): readonly number[] =>
    (children.get(node) ?? []).flatMap((child) => (children.has(child) ? walk(child) : [child]));
  return walk(TOTAL);
}

function pointsOf(
  block: ChartBlock,
  spread: string,
  id: string,
  paths: readonly ReturnType<ReturnType<Work['grid']>['pathOf']>[],
  work: Work,
): ChartModel['points'] {
  const grid = work.grid(block, [block.by, spread], [], [id]);
  const { children } = childrenOf(grid, 'rows', work);
  return paths.map((path) => {
    const node = grid.nodeAt('rows', path);
    return (node < 0 ? [] : (children.get(node) ?? []))
      .filter((child) => grid.read(id, child, TOTAL).value !== null)
      .map((child) => ({
        title: grid.memberOf('rows', child).title,
        cell: work.cell(block.id, grid, id, child, TOTAL),
      }));
  });
}

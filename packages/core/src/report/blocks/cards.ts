import type { CardsBlock } from '../../generated/report.ts';
import { TOTAL } from '../cube/axis.ts';
import type { CardsModel } from '../model.ts';
import { numberText } from '../words/numbers-text.ts';
import { idOf, titleOf, type Work } from '../work.ts';
import { childrenOf } from './order.ts';

export function cardsModel(block: CardsBlock, work: Work): CardsModel {
  const ids = block.measures.flatMap((ref) => [idOf(ref), ...(typeof ref === 'string' ? [] : (ref.compare ?? []))]);
  const grid = work.grid(block, [], [], ids);
  return {
    kind: 'cards',
    cards: block.measures.map((ref) => {
      const id = idOf(ref);
      const target = grid.target(work.measure(id), TOTAL, TOTAL);
      const compare = typeof ref === 'string' ? [] : (ref.compare ?? []);
      return {
        title: titleOf(ref, work),
        cell: work.cell(block.id, grid, id, TOTAL, TOTAL),
        target: target === null ? null : numberText(target, work.wordsOf(id).places),
        compare: compare.map((other) => ({
          title: work.wordsOf(other).title,
          cell: work.spokenCell(block.id, grid, other, TOTAL, TOTAL),
        })),
        trend: typeof ref === 'string' || ref.trend === undefined ? [] : trendOf(block, id, ref.trend, work),
      };
    }),
  };
}

function trendOf(block: CardsBlock, id: string, dimension: string, work: Work): CardsModel['cards'][number]['trend'] {
  const grid = work.grid(block, [dimension], [], [id]);
  return (childrenOf(grid, 'rows', work).children.get(TOTAL) ?? []).map((node) => {
    const { value } = grid.read(id, node, TOTAL);
    return {
      title: grid.memberOf('rows', node).title,
      value: typeof value === 'number' ? value : null,
      text: numberText(value, work.wordsOf(id).places),
    };
  });
}

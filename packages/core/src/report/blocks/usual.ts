import type { Block, BoardBlock, CoverageBlock, LightsBlock } from '../../generated/report.ts';
import type { BlockModel } from '../model.ts';
import type { Work } from '../work.ts';
import { cardsModel } from './cards.ts';
import { chartModel } from './chart.ts';
import { crossModel } from './cross.ts';
import { tableModel } from './table.ts';
import { textModel } from './text.ts';

/** Blocks of kinds with which no report begins; pages load what computes and draws them behind the usual ones. */
export type OtherBlock = BoardBlock | CoverageBlock | LightsBlock;

export function isOther(block: Block): block is OtherBlock {
  return block.block === 'board' || block.block === 'lights' || block.block === 'coverage';
}

/** What a block of the usual kinds shows. */
export function usualModel(block: Exclude<Block, OtherBlock>, work: Work): BlockModel {
  switch (block.block) {
    case 'cards':
      return cardsModel(block, work);
    case 'table':
      return tableModel(block, work);
    case 'cross':
      return crossModel(block, work);
    case 'chart':
      return chartModel(block, work);
    case 'text':
      return textModel(block, work);
  }
}

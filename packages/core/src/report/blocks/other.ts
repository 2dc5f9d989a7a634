import type { BlockModel } from '../model.ts';
import type { Work } from '../work.ts';
import { boardModel } from './board.ts';
import { coverageModel } from './coverage.ts';
import { lightsModel } from './lights.ts';
import type { OtherBlock } from './usual.ts';

/** What a block of the other kinds shows. */
export function otherModel(block: OtherBlock, work: Work): BlockModel {
  switch (block.block) {
    case 'board':
      return boardModel(block, work);
    case 'lights':
      return lightsModel(block, work);
    case 'coverage':
      return coverageModel(block, work);
  }
}

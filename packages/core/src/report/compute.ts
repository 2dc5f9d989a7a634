import { translated } from '../definition/translated.ts';
import type { Block, Report } from '../generated/report.ts';
import { boardModel } from './blocks/board.ts';
import { chartModel } from './blocks/chart.ts';
import { coverageModel } from './blocks/coverage.ts';
import { crossModel } from './blocks/cross.ts';
import { lightsModel } from './blocks/lights.ts';
import { cardsModel } from './blocks/cards.ts';
import { withoutSilent } from './blocks/silent.ts';
import { tableModel } from './blocks/table.ts';
import { textModel, withNames } from './blocks/text.ts';
import type { Chosen } from './chosen.ts';
import type { ReportData } from './data.ts';
import type { BlockModel, BlockResult, NumberCell, ReportResult } from './model.ts';
import { notesOf } from './words/notes.ts';
import { Work } from './work.ts';

/**
 * The report as it is shown: every block with its numbers, each with its place. Pure; the data only remember what was
 * computed.
 */
export function compute(report: Report, data: ReportData, chosen: Chosen, locale = 'zh-CN'): ReportResult {
  const work = new Work(translated(report, locale), data, chosen, locale);
  return {
    ...headOf(work),
    blocks: work.report.blocks.map((block) => computeBlock(block, work)),
    notes: notesOf(work),
  };
}

/** What stands above the blocks; notes on method come from `notesOf`. */
export function headOf(work: Work): Omit<ReportResult, 'blocks' | 'notes'> {
  return {
    title: withNames(work.report.print?.heading ?? work.report.title, work),
    subtitle: work.subtitle,
    print: work.report.print ?? {},
  };
}

/** One block of it, for those who show blocks as they become ready. */
export function computeBlock(block: Block, work: Work): BlockResult {
  const whole = modelOf(block, work);
  const { model, silent } = withoutSilent(whole, block, work.context.index);
  const empty = !isEmpty(whole) ? undefined : 'left' in whole && whole.left > 0 ? 'noneFits' : 'noRows';
  return {
    id: block.id,
    title: block.title ?? '',
    help: block.help ?? '',
    width: block.width ?? 'full',
    newPage: block.newPage ?? false,
    ...(empty ? { empty } : {}),
    silent,
    model,
  };
}

function modelOf(block: Block, work: Work): BlockModel {
  switch (block.block) {
    case 'cards':
      return cardsModel(block, work);
    case 'table':
      return tableModel(block, work);
    case 'cross':
      return crossModel(block, work);
    case 'board':
      return boardModel(block, work);
    case 'lights':
      return lightsModel(block, work);
    case 'chart':
      return chartModel(block, work);
    case 'text':
      return textModel(block, work);
    case 'coverage':
      return coverageModel(block, work);
  }
}

function isEmpty(model: BlockModel): boolean {
  const isNothing = ({ value }: NumberCell) => value === null;
  switch (model.kind) {
    case 'cards':
      return model.cards.every(({ cell }) => isNothing(cell));
    case 'table':
      return model.rows.every(({ cells }) => cells.every(isNothing));
    case 'board':
      return model.groups.every(({ rows }) => rows.every(({ cells }) => cells.every(isNothing)));
    case 'lights':
      return model.rows.every(({ cells }) => cells.every(isNothing));
    case 'chart':
      return model.series.every(({ cells }) => cells.every(isNothing));
    case 'text':
      return (
        model.paragraphs.length > 0 &&
        model.paragraphs.every(
          (parts) =>
            parts.some(({ kind }) => kind === 'number') &&
            parts.every((part) => part.kind !== 'number' || isNothing(part.cell)),
        )
      );
    case 'coverage':
      return model.data.every(({ rows }) => rows.every(({ expected }) => expected === 0));
  }
}

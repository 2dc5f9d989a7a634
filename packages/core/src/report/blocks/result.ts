import type { Block } from '../../generated/report.ts';
import type { BlockModel, BlockResult, NumberCell, ReportResult } from '../model.ts';
import type { Work } from '../work.ts';
import { withoutSilent } from './silent.ts';
import { withNames } from './text.ts';

/** What stands above the blocks; notes on method come from `notesOf`. */
export function headOf(work: Work): Omit<ReportResult, 'blocks' | 'notes'> {
  return {
    title: withNames(work.report.print?.heading ?? work.report.title, work),
    subtitle: work.subtitle,
    print: work.report.print ?? {},
  };
}

/** A block with what it shows. */
export function blockResult(block: Block, whole: BlockModel, work: Work): BlockResult {
  const { model, silent } = withoutSilent(whole, block, work.context.index);
  const empty = !isEmpty(whole)
    ? undefined
    : (block.filter ?? []).length > 0 || ('left' in whole && whole.left > 0)
      ? 'noneFits'
      : 'noRows';
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
      return model.paragraphs.every(
        (parts) =>
          parts.some(({ kind }) => kind === 'number') &&
          parts.every((part) => part.kind !== 'number' || isNothing(part.cell)),
      );
    case 'coverage':
      return model.data.every(({ rows }) => rows.every(({ expected }) => expected === 0));
  }
}

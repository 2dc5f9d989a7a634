import { translated } from '../definition/translated.ts';
import type { Report } from '../generated/report.ts';
import { otherModel } from './blocks/other.ts';
import { blockResult, headOf } from './blocks/result.ts';
import { isOther, usualModel } from './blocks/usual.ts';
import type { Chosen } from './chosen.ts';
import type { ReportData } from './data.ts';
import type { ReportResult } from './model.ts';
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
    blocks: work.report.blocks.map((block) =>
      blockResult(block, isOther(block) ? otherModel(block, work) : usualModel(block, work), work),
    ),
    notes: notesOf(work),
  };
}

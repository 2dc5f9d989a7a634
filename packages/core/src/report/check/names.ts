import { checkIds, checkParameters, checkTexts } from '../../gate/shared-checks.ts';
import type { Report } from '../../generated/report.ts';
import { problem, type Problem } from '../../text/problem.ts';
import { CHOSEN_NAMES } from '../document/names.ts';

/**
 * Ids are unique in their list and reach no prototype; parameters keep their limits and share no name with measures;
 * translations have a text.
 */
export function checkNames(report: Report): Problem[] {
  const problems: Problem[] = [];
  for (const list of ['data', 'dimensions', 'measures', 'blocks'] as const)
    problems.push(...uniqueIds(report[list] ?? [], `/${list}`));
  (report.dimensions ?? []).forEach(({ buckets = [] }, at) =>
    problems.push(...uniqueIds(buckets, `/dimensions/${at}/buckets`)),
  );
  report.blocks.forEach((block, at) => {
    if (block.block === 'board') problems.push(...uniqueIds(block.bands ?? [], `/blocks/${at}/bands`));
  });
  // A formula over measures reads parameters too; sorting reads measures and dimensions.
  const taken = new Map<string, string>([
    ...CHOSEN_NAMES.map((name) => [name, '所选内容'] as const),
    ...(report.measures ?? []).map(({ id }) => [id, '指标'] as const),
  ]);
  problems.push(
    ...checkParameters(report.parameters, (name, pointer) =>
      taken.has(name)
        ? [
            problem(
              pointer,
              'duplicate-name',
              `参数名“${name}”与${taken.get(name)}重名。`,
              `the parameter ${name} has the name of a measure or of what the reader chooses`,
            ),
          ]
        : [],
    ),
  );
  const measures = new Set((report.measures ?? []).map(({ id }) => id));
  (report.dimensions ?? []).forEach(({ id }, at) => {
    if (measures.has(id))
      problems.push(
        problem(
          `/dimensions/${at}/id`,
          'duplicate-name',
          `维度“${id}”与指标重名，排序时无法区分。`,
          `the dimension ${id} has the name of a measure; sorting could not tell them apart`,
        ),
      );
  });
  (report.measures ?? []).forEach(({ id }, at) => {
    if ((CHOSEN_NAMES as readonly string[]).includes(id))
      problems.push(
        problem(
          `/measures/${at}/id`,
          'duplicate-name',
          `“${id}”是读者所选内容的名称，指标不能再用。`,
          `${id} is the name of what the reader chooses`,
        ),
      );
  });
  return [...problems, ...checkTexts(report)];
}

const uniqueIds = (entries: readonly { readonly id: string }[], list: string): Problem[] =>
  checkIds(entries.map(({ id }, at) => ({ id, pointer: `${list}/${at}` })));

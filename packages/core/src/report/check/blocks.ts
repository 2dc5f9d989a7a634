import { columnLeaves } from '../../definition/column-leaves.ts';
import { sayable } from '../../definition/with-numbers.ts';
import type { Block, MeasureRef } from '../../generated/report.ts';
import { toPointer } from '../../json/pointer.ts';
import { problem, type Problem } from '../../text/problem.ts';
import { TEXT_NAMES } from '../document/names.ts';
import { basesOf, isShared, kindOf, sourceOf, type ReportIndex } from '../document/report-index.ts';

/** Blocks split measures only by dimensions that their data have, and each block has what its kind needs. */
export function checkBlocks(index: ReportIndex): Problem[] {
  return index.report.blocks.flatMap((block, at) => [
    ...checkSplits(block, at, index),
    ...checkKind(block, `/blocks/${at}`, index),
  ]);
}

/** The measures of a block with their places. */
function measuresIn(block: Block): { readonly id: string; readonly path: (string | number)[] }[] {
  const found: { id: string; path: (string | number)[] }[] = [];
  const add = (ref: MeasureRef, path: (string | number)[]) => {
    if (typeof ref === 'string') return void found.push({ id: ref, path });
    found.push({ id: ref.measure, path: [...path, 'measure'] });
    (ref.compare ?? []).forEach((id, at) => found.push({ id, path: [...path, 'compare', at] }));
  };
  if ('measures' in block) block.measures.forEach((ref, at) => add(ref, ['measures', at]));
  if (block.block === 'table')
    columnLeaves(block.columns, ['columns']).forEach(({ column, path }) => add(column, path));
  if (block.block === 'lights') found.push({ id: block.measure, path: ['measure'] });
  return found;
}

function dimensionsIn(block: Block): readonly string[] {
  const rows = 'rows' in block ? (typeof block.rows === 'string' ? [block.rows] : block.rows) : [];
  const filters = (block.filter ?? []).map(({ dimension }) => dimension);
  switch (block.block) {
    case 'cross':
      return [...rows, ...block.columns, ...filters];
    case 'lights':
      return [...rows, block.columns, ...filters];
    case 'board':
      return [...rows, ...(block.within === undefined ? [] : [block.within]), ...filters];
    case 'chart':
      return [block.by, ...[block.series, block.spread].filter((id): id is string => id !== undefined), ...filters];
    default:
      return [...rows, ...filters];
  }
}

function checkSplits(block: Block, at: number, index: ReportIndex): Problem[] {
  const problems: Problem[] = [];
  const check = (measure: string, dimensions: readonly string[], path: (string | number)[]) => {
    for (const base of basesOf(index, measure)) {
      for (const id of dimensions) {
        const dimension = index.dimensions.get(id);
        if (!dimension || isShared(dimension) || dimension.data?.includes(base.data)) continue;
        problems.push(
          problem(
            toPointer(['blocks', at, ...path]),
            'dimension-of-other-data',
            `指标“${measure}”的数据集“${base.data}”没有维度“${id}”。`,
            `the data set ${base.data} of the measure ${measure} has no dimension ${id}`,
          ),
        );
      }
    }
  };
  const dimensions = dimensionsIn(block);
  for (const { id, path } of measuresIn(block)) check(id, dimensions, path);
  if (block.block === 'text') {
    for (const [name, value] of Object.entries(block.values ?? {})) {
      check(
        value.measure,
        [
          ...dimensions,
          ...(value.filter ?? []).map(({ dimension }) => dimension),
          ...(value.over === undefined ? [] : [value.over]),
        ],
        ['values', name, 'measure'],
      );
    }
  }
  return problems;
}

function checkKind(block: Block, pointer: string, index: ReportIndex): Problem[] {
  const { dimensions, measures, data } = index;
  const isKind = (id: string, kind: string) => {
    const dimension = dimensions.get(id);
    return !dimension || kindOf(dimension) === kind;
  };
  const problems: Problem[] = [];
  const periods = (id: string | undefined, path: string) => {
    if (id !== undefined && !isKind(id, 'period'))
      problems.push(
        problem(
          `${pointer}${path}`,
          'not-periods',
          `“${id}”不是期次维度，不能画趋势。`,
          `${id} is no dimension of periods`,
        ),
      );
  };
  const trends = (ref: MeasureRef, path: string): void => {
    if (typeof ref !== 'string') periods(ref.trend, `${path}/trend`);
  };
  if ('measures' in block) block.measures.forEach((ref, at) => trends(ref, `/measures/${at}`));
  switch (block.block) {
    case 'table':
      columnLeaves(block.columns, ['columns']).forEach(({ column, path }) => trends(column, toPointer(path)));
      break;
    case 'board':
      if (!isKind(block.rows, 'levels'))
        problems.push(
          problem(
            `${pointer}/rows`,
            'not-organisations',
            `排名榜只排组织，“${block.rows}”不是组织维度。`,
            `a board ranks organisations, and ${block.rows} is no dimension of them`,
          ),
        );
      if (block.movement !== undefined && !index.report.choices?.period)
        problems.push(
          problem(
            `${pointer}/movement`,
            'no-period',
            '升降须让读者选择期次。',
            'movement needs a period that the reader chooses',
          ),
        );
      break;
    case 'lights': {
      const measure = measures.get(block.measure);
      if (measure && !measure.thresholds)
        problems.push(
          problem(
            `${pointer}/measure`,
            'lights-without-thresholds',
            `指标“${block.measure}”没有预警线，亮不了灯。`,
            `${block.measure} has no thresholds to decide the colour`,
          ),
        );
      break;
    }
    case 'coverage':
      block.rows.forEach((id, at) => {
        if (!isKind(id, 'levels'))
          problems.push(
            problem(
              `${pointer}/rows/${at}`,
              'not-organisations',
              `填报情况按组织列出，“${id}”不是组织维度。`,
              `coverage is by organisation, and ${id} is no dimension of them`,
            ),
          );
      });
      block.data.forEach((id, at) => {
        const set = data.get(id);
        if (set && sourceOf(set) !== 'filings' && !set.expects && !set.records)
          problems.push(
            problem(
              `${pointer}/data/${at}`,
              'nothing-expected',
              `数据集“${id}”没有写明应有哪些组织。`,
              `the data set ${id} does not say of whom something is expected`,
            ),
          );
      });
      break;
    case 'chart':
      if ((block.chart === 'dot' || block.chart === 'box') && block.spread === undefined)
        problems.push(
          problem(
            pointer,
            'chart-needs-spread',
            '散点图和箱线图须写明分布维度。',
            'dot and box charts name the dimension whose members are spread',
          ),
        );
      break;
    case 'text':
      problems.push(
        ...checkPlaceholders(
          block.paragraphs,
          [
            ...Object.keys(block.values ?? {}),
            ...Object.entries(index.report.parameters ?? {}).flatMap(([name, parameter]) =>
              sayable(parameter) === undefined ? [] : [name],
            ),
          ],
          pointer,
        ),
      );
      break;
    default:
  }
  return problems;
}

const PLACEHOLDER = /\{([^{}]*)\}/g;

function checkPlaceholders(paragraphs: readonly string[], values: readonly string[], pointer: string): Problem[] {
  const known = new Set<string>([...values, ...TEXT_NAMES]);
  return paragraphs.flatMap((text, at) =>
    (text.match(PLACEHOLDER) ?? [])
      .map((found) => found.slice(1, -1))
      .filter((name) => !known.has(name))
      .map((name) =>
        problem(
          `${pointer}/paragraphs/${at}`,
          'unknown-value',
          `文字中的“{${name}}”没有对应的取值。`,
          `nothing is called ${name} to stand at {${name}}`,
        ),
      ),
  );
}

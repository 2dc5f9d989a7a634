import type { Block, Counted, MeasureRef, MemberFilter, Report } from '../../generated/report.ts';
import { toPointer } from '../../json/pointer.ts';
import { columnLeaves } from '../../definition/column-leaves.ts';

/**
 * What a formula of a report reads: rows of data sets, measures by their ids, or parameters only. What was chosen, all
 * may read.
 */
export type ReportReading = 'row' | 'measures' | 'parameters';

/** One formula of a report. */
export interface ReportFormula {
  readonly text: string;
  readonly pointer: string;
  readonly reading: ReportReading;
  /** Data sets over whose rows it is evaluated. */
  readonly data: readonly string[];
}

/** One reference by id. `sort` leads to a measure or a dimension. */
export interface ReportReference {
  readonly id: string;
  readonly pointer: string;
  readonly to: 'data' | 'dimension' | 'measure' | 'sort';
}

type Part = string | number;

/** Every formula and every reference of a report with its place, in the order of the document. */
export function reportPlaces(report: Report): {
  readonly formulas: ReportFormula[];
  readonly references: ReportReference[];
} {
  const formulas: ReportFormula[] = [];
  const references: ReportReference[] = [];
  const formula = (
    text: string | number | undefined,
    path: Part[],
    reading: ReportReading,
    data: readonly string[] = [],
  ) => {
    if (typeof text === 'string') formulas.push({ text, pointer: toPointer(path), reading, data });
  };
  const refer = (id: string | undefined, to: ReportReference['to'], path: Part[]) => {
    if (id !== undefined) references.push({ id, to, pointer: toPointer(path) });
  };
  const counted = (side: Counted | undefined, path: Part[], data: string) => {
    for (const key of WAYS) formula(side?.[key], [...path, key], 'row', [data]);
  };

  (report.choices?.filters ?? []).forEach(({ dimension }, at) =>
    refer(dimension, 'dimension', ['choices', 'filters', at, 'dimension']),
  );
  report.data.forEach(({ id, where }, at) => formula(where, ['data', at, 'where'], 'row', [id]));
  (report.dimensions ?? []).forEach((dimension, at) => {
    const path: Part[] = ['dimensions', at];
    (dimension.data ?? []).forEach((id, index) => refer(id, 'data', [...path, 'data', index]));
    formula(dimension.value, [...path, 'value'], 'row', dimension.data ?? []);
    (dimension.buckets ?? []).forEach(({ min, when }, index) => {
      formula(min, [...path, 'buckets', index, 'min'], 'parameters');
      formula(when, [...path, 'buckets', index, 'when'], 'row', dimension.data ?? []);
    });
  });
  (report.measures ?? []).forEach((measure, at) => {
    const path: Part[] = ['measures', at];
    formula(measure.target, [...path, 'target'], 'measures');
    (measure.thresholds ?? []).forEach((threshold, index) =>
      formula(threshold.at, [...path, 'thresholds', index, 'at'], 'parameters'),
    );
    if ('data' in measure) refer(measure.data, 'data', [...path, 'data']);
    if ('num' in measure) {
      formula(measure.where, [...path, 'where'], 'row', [measure.data]);
      counted(measure.num, [...path, 'num'], measure.data);
      counted(measure.den, [...path, 'den'], measure.data);
    } else if ('of' in measure) {
      refer(measure.of, 'measure', [...path, 'of']);
      refer(measure.within, 'dimension', [...path, 'within']);
    } else if ('over' in measure) {
      refer(measure.over, 'dimension', [...path, 'over']);
      formula(measure.having, [...path, 'having'], 'measures');
      formula(measure.value, [...path, 'value'], 'measures');
    } else if ('formula' in measure) formula(measure.formula, [...path, 'formula'], 'measures');
  });
  report.blocks.forEach((block, at) => blockPlaces(block, ['blocks', at], refer, formula));
  return { formulas, references };
}

/** Ways in which rows count. */
export const WAYS = ['count', 'sum', 'distinct', 'mean', 'median', 'quantile', 'min', 'max', 'last'] as const;

/** How rows count; undefined where none or several ways are named. */
export function wayOf(counted: Counted): (typeof WAYS)[number] | undefined {
  const named = WAYS.filter((way) => counted[way] !== undefined);
  return named.length === 1 ? named[0] : undefined;
}

type Refer = (id: string | undefined, to: ReportReference['to'], path: Part[]) => void;
type AddFormula = (text: string | number | undefined, path: Part[], reading: ReportReading) => void;

function blockPlaces(block: Block, path: Part[], refer: Refer, formula: AddFormula): void {
  const dimensions = (ids: readonly string[] | undefined, key: string) =>
    (ids ?? []).forEach((id, at) => refer(id, 'dimension', [...path, key, at]));
  const filters = (list: readonly MemberFilter[] | undefined, here: Part[]) =>
    (list ?? []).forEach(({ dimension }, at) => refer(dimension, 'dimension', [...here, 'filter', at, 'dimension']));
  const measure = (ref: MeasureRef, here: Part[]) => {
    if (typeof ref === 'string') return refer(ref, 'measure', here);
    refer(ref.measure, 'measure', [...here, 'measure']);
    refer(ref.trend, 'dimension', [...here, 'trend']);
    (ref.compare ?? []).forEach((id, at) => refer(id, 'measure', [...here, 'compare', at]));
  };
  const sorts = (list: readonly { readonly by: string }[] | undefined, key: string) =>
    (list ?? []).forEach(({ by }, at) => refer(by, 'sort', [...path, key, at, 'by']));

  filters(block.filter, path);
  if ('rows' in block) {
    if (typeof block.rows === 'string') refer(block.rows, 'dimension', [...path, 'rows']);
    else dimensions(block.rows, 'rows');
  }
  if ('sort' in block) sorts(block.sort, 'sort');
  if ('keep' in block) formula(block.keep, [...path, 'keep'], 'measures');
  if ('measures' in block) block.measures.forEach((ref, at) => measure(ref, [...path, 'measures', at]));
  if ('within' in block) refer(block.within, 'dimension', [...path, 'within']);
  switch (block.block) {
    case 'table':
      return columnLeaves(block.columns, [...path, 'columns']).forEach(({ column, path: here }) =>
        measure(column, here),
      );
    case 'cross':
      return dimensions(block.columns, 'columns');
    case 'board':
      sorts(block.ties, 'ties');
      return refer(block.coverage, 'data', [...path, 'coverage']);
    case 'lights':
      refer(block.columns, 'dimension', [...path, 'columns']);
      return refer(block.measure, 'measure', [...path, 'measure']);
    case 'chart':
      for (const key of ['by', 'series', 'spread'] as const) refer(block[key], 'dimension', [...path, key]);
      return;
    case 'text':
      return Object.entries(block.values ?? {}).forEach(([name, value]) => {
        const here = [...path, 'values', name];
        refer(value.measure, 'measure', [...here, 'measure']);
        refer(value.over, 'dimension', [...here, 'over']);
        filters(value.filter, here);
        formula(value.keep, [...here, 'keep'], 'measures');
      });
    case 'coverage':
      return block.data.forEach((id, at) => refer(id, 'data', [...path, 'data', at]));
    default:
  }
}

import type {
  CountedMeasure,
  DataSet,
  Dimension,
  FactMeasure,
  FilingMeasure,
  Measure,
  Report,
} from '../../generated/report.ts';
import { parseFormula } from '../../formula/parse.ts';
import { isOrganisationName } from '../../org/organisation-names.ts';

/** A measure that is added up over rows; the others are made of such. */
export type BaseMeasure = CountedMeasure | FactMeasure | FilingMeasure;

/** Parts of a report by id; the first of several with one id. */
export interface ReportIndex {
  readonly report: Report;
  readonly data: ReadonlyMap<string, DataSet>;
  readonly dimensions: ReadonlyMap<string, Dimension>;
  readonly measures: ReadonlyMap<string, Measure>;
}

export function indexReport(report: Report): ReportIndex {
  return {
    report,
    data: byId(report.data),
    dimensions: byId(report.dimensions ?? []),
    measures: byId(report.measures ?? []),
  };
}

function byId<T extends { readonly id: string }>(list: readonly T[]): Map<string, T> {
  const found = new Map<string, T>();
  for (const entry of list) if (!found.has(entry.id)) found.set(entry.id, entry);
  return found;
}

/** Where rows of a data set come from; undefined where the data set says none or several. */
export function sourceOf(data: DataSet): 'records' | 'filings' | 'facts' | undefined {
  const named = (['records', 'filings', 'facts'] as const).filter((key) => data[key] !== undefined);
  return named.length === 1 ? named[0] : undefined;
}

/** How a dimension splits; undefined where it says no way or several. */
export function kindOf(dimension: Dimension): 'levels' | 'period' | 'name' | 'field' | 'value' | undefined {
  const named = (['levels', 'period', 'name', 'field', 'value'] as const).filter((key) => dimension[key] !== undefined);
  return named.length === 1 ? named[0] : dimension.buckets && named.length === 0 ? 'value' : undefined;
}

/** Whether rows of every data set have the dimension. */
export function isShared(dimension: Dimension): boolean {
  return (
    dimension.levels !== undefined ||
    dimension.period !== undefined ||
    (dimension.name !== undefined && isOrganisationName(dimension.name))
  );
}

export function isBase(measure: Measure): measure is BaseMeasure {
  return 'data' in measure;
}

/** Measures that a measure is made of directly. */
export function partsOf(measure: Measure): readonly string[] {
  if ('of' in measure) return [measure.of];
  if ('over' in measure) return [...namesIn(measure.having), ...namesIn(measure.value)];
  return 'formula' in measure ? namesIn(measure.formula) : [];
}

/** Names that the target of a measure reads, measures among them. */
export function targetParts({ target }: Measure): readonly string[] {
  return typeof target === 'string' ? namesIn(target) : [];
}

function namesIn(formula: string | undefined): readonly string[] {
  const parsed = formula === undefined ? undefined : parseFormula(formula);
  return parsed?.ok ? parsed.value.names : [];
}

/**
 * The measures over rows that a measure and its target are made of in the end, itself where it is one. Ends in circles
 * too.
 */
export function basesOf(index: ReportIndex, id: string): readonly BaseMeasure[] {
  const found = new Map<string, BaseMeasure>();
  const seen = new Set<string>();
  const open = [id];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const measure = index.measures.get(next);
    if (!measure || seen.has(next)) continue;
    seen.add(next);
    if (isBase(measure)) found.set(next, measure);
    open.push(...[...partsOf(measure), ...targetParts(measure)].reverse());
  }
  return [...found.values()];
}

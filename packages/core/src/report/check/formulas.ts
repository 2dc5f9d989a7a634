import type { Compiled } from '../../definition/compiled.ts';
import { childField } from '../../definition/find-field.ts';
import { SCORE_NAMES } from '../../definition/names.ts';
import { rowsOf } from '../../definition/places.ts';
import { readsOf, type Reads } from '../../definition/reads.ts';
import { findFunction } from '../../formula/functions/table.ts';
import { parseFormula } from '../../formula/parse.ts';
import type { DataSet } from '../../generated/report.ts';
import { isObject } from '../../json/json.ts';
import { childPointer } from '../../json/pointer.ts';
import { problem, type Problem } from '../../text/problem.ts';
import { isOrganisationName, ORGANISATION_NAMES } from '../../org/organisation-names.ts';
import { CHOSEN_NAMES, FACT_NAMES, FILING_NAMES, MOVE_NAMES } from '../document/names.ts';
import type { ReportFormula } from '../document/places.ts';
import { sourceOf, type ReportIndex } from '../document/report-index.ts';

/** Finds a definition by id; undefined where there is none. */
export type FindDefinition = (id: string) => Compiled | undefined;

/**
 * Every formula parses, calls functions that exist, and reads names that exist where it stands; of records, where
 * definitions are known.
 */
export function checkReportFormulas(
  index: ReportIndex,
  formulas: readonly ReportFormula[],
  find: FindDefinition | undefined,
): Problem[] {
  return formulas.flatMap((place) => {
    const { text, pointer, reading, data } = place;
    const parsed = parseFormula(text);
    if (!parsed.ok) return parsed.problems.map(({ code, reason }) => ({ pointer, code, reason }));
    const problems = parsed.value.functions
      .filter((name) => !findFunction(name))
      .map((name) => problem(pointer, 'unknown-function', `公式中没有函数 ${name}。`, `there is no function ${name}`));
    if (parsed.value.functions.some((name) => name.startsWith('FACT')))
      problems.push(
        problem(
          pointer,
          'fact-in-report',
          '报表公式不能直接读事实，请把事实列入数据集。',
          'formulas of reports read no facts; list the fact in a data set',
        ),
      );
    const unknown = (name: string) =>
      problems.push(
        problem(
          pointer,
          'unknown-name',
          `公式引用了不存在的名称“${name}”。`,
          `the formula reads ${name}, which does not exist here`,
        ),
      );
    const reads = readsOf(parsed.value);
    if (reading === 'row') for (const id of data) checkRow(reads, index.data.get(id), index, find, unknown);
    else checkPlain(reads, index, reading === 'measures', unknown);
    return unique(problems);
  });
}

/** The same name may be missing in several data sets. */
function unique(problems: readonly Problem[]): Problem[] {
  const seen = new Set<string>();
  return problems.filter(({ reason }) => !seen.has(reason.en) && seen.add(reason.en));
}

/** Names of parameters and of what was chosen; tables as `name.column`. */
function isReportName(name: string, { report }: ReportIndex): boolean {
  const [list = '', column] = name.split('.');
  if (column === undefined && (CHOSEN_NAMES as readonly string[]).includes(name)) return true;
  const value: unknown = Object.prototype.hasOwnProperty.call(report.parameters ?? {}, list)
    ? report.parameters?.[list]?.value
    : undefined;
  if (column === undefined) return value !== undefined;
  return (
    Array.isArray(value) && value.some((row) => isObject(row) && Object.prototype.hasOwnProperty.call(row, column))
  );
}

function checkPlain(reads: Reads, index: ReportIndex, withMeasures: boolean, unknown: (name: string) => void): void {
  for (const name of reads.names)
    if (!isReportName(name, index) && !(withMeasures && (index.measures.has(name) || isOrganisationName(name))))
      unknown(name);
  for (const name of reads.columns) if (!isReportName(name, index)) unknown(name);
  for (const cell of reads.cells) unknown(`[@${cell}]`);
}

function checkRow(
  reads: Reads,
  data: DataSet | undefined,
  index: ReportIndex,
  find: FindDefinition | undefined,
  unknown: (name: string) => void,
): void {
  const source = data && sourceOf(data);
  if (!data || !source) return;
  if (source === 'facts') {
    const names = new Set<string>([...ORGANISATION_NAMES, ...FACT_NAMES]);
    for (const name of reads.names) if (!names.has(name) && !isReportName(name, index)) unknown(name);
    for (const name of reads.columns) if (!isReportName(name, index)) unknown(name);
    for (const cell of reads.cells) unknown(`[@${cell}]`);
    return;
  }
  if (!find) return;
  const extra = new Set<string>([...(source === 'filings' ? FILING_NAMES : []), ...namesOfEach(data)]);
  for (const id of data[source] ?? []) {
    const compiled = find(id);
    if (!compiled) continue;
    const { each } = data;
    for (const name of reads.names)
      if (!compiled.names.has(name) && !extra.has(name) && !isReportName(name, index)) unknown(name);
    for (const name of reads.columns) if (!isColumn(compiled, name) && !isReportName(name, index)) unknown(name);
    for (const cell of reads.cells)
      if (!each?.startsWith('/') || !compiled.field(`${each}/*/${cell}`)) unknown(`[@${cell}]`);
  }
}

/** Names that only rows of items or of changes of state have. */
function namesOfEach({ each }: DataSet): readonly string[] {
  return each === 'score.items' ? SCORE_NAMES : each === 'moves' ? MOVE_NAMES : [];
}

/**
 * A column of a repeated field, a property of a nested object, of a map's objects, or of a parameter that is a table.
 */
function isColumn(compiled: Compiled, column: string): boolean {
  const [list = '', name = ''] = column.split('.');
  if (compiled.parameters.has(column)) return true;
  const field = compiled.names.get(list) === 'field' ? compiled.field(`/${list}`) : undefined;
  if (!field) return list === 'steps' && compiled.definition.process !== undefined;
  const holder = field.item() ?? field;
  return childField(holder, name) !== undefined || (holder === field && field.children().length === 0);
}

/** A report's parameter would hide a field of the same name. */
export function checkHiddenFields({ report }: ReportIndex, find: FindDefinition): Problem[] {
  const ids = [...new Set(report.data.flatMap((data) => [...(data.records ?? []), ...(data.filings ?? [])]))];
  return Object.keys(report.parameters ?? {}).flatMap((name) =>
    ids
      .filter((id) => {
        const kind = find(id)?.names.get(name);
        return kind !== undefined && kind !== 'parameter';
      })
      .map((id) =>
        problem(
          childPointer('/parameters', name),
          'hidden-field',
          `参数“${name}”与“${id}”的字段或记录信息重名，公式无法区分。`,
          `the parameter ${name} has the name of a field or of envelope data of ${id}`,
        ),
      ),
  );
}

/** Definitions, facts, states and fields that the report names exist. */
export function checkSources(index: ReportIndex, find: FindDefinition): Problem[] {
  return [
    ...index.report.data.flatMap((data, at) => checkDataSource(data, `/data/${at}`, find)),
    ...(index.report.dimensions ?? []).flatMap((dimension, at) =>
      (dimension.data ?? []).flatMap((id) => {
        const data = index.data.get(id);
        const ids = data?.records ?? data?.filings ?? [];
        return ids.flatMap((definitionId) => {
          const compiled = find(definitionId);
          if (!data || !compiled) return [];
          if (dimension.field !== undefined && !hasField(compiled, dimension.field, data.each))
            return [
              problem(
                `/dimensions/${at}/field`,
                'unknown-field',
                `“${definitionId}”没有字段“${dimension.field}”。`,
                `${definitionId} has no field ${dimension.field}`,
              ),
            ];
          if (dimension.name !== undefined && !isRowName(compiled, data, dimension.name))
            return [
              problem(
                `/dimensions/${at}/name`,
                'unknown-name',
                `“${definitionId}”的记录没有名为“${dimension.name}”的信息。`,
                `records of ${definitionId} have nothing called ${dimension.name}`,
              ),
            ];
          return [];
        });
      }),
    ),
  ];
}

function hasField(compiled: Compiled, field: string, each: string | undefined): boolean {
  const rows = rowsOf(field);
  return compiled.field(field) !== undefined && (rows === undefined || each === undefined || rows === each);
}

function isRowName(compiled: Compiled, data: DataSet, name: string): boolean {
  const kind = compiled.names.get(name);
  return (
    kind === 'envelope' ||
    kind === 'status' ||
    namesOfEach(data).includes(name) ||
    (data.filings !== undefined && (FILING_NAMES as readonly string[]).includes(name))
  );
}

function checkDataSource(data: DataSet, pointer: string, find: FindDefinition): Problem[] {
  const problems: Problem[] = [];
  const unknown = (id: string, place: string) =>
    problems.push(problem(place, 'unknown-definition', `没有定义“${id}”。`, `there is no definition ${id}`));
  for (const key of ['records', 'filings'] as const) {
    (data[key] ?? []).forEach((id, at) => {
      const compiled = find(id);
      const { definition } = compiled ?? {};
      if (!compiled || !definition) return unknown(id, `${pointer}/${key}/${at}`);
      if (key === 'filings' && !definition.filing)
        problems.push(
          problem(
            `${pointer}/${key}/${at}`,
            'no-filing',
            `“${id}”不是按期填报的定义。`,
            `${id} is not filed period by period`,
          ),
        );
      if (data.each === 'score.items' && !definition.score)
        problems.push(
          problem(
            `${pointer}/each`,
            'no-score',
            `“${id}”没有评分，不能逐项取数。`,
            `${id} has no score whose items could be rows`,
          ),
        );
      else if (data.each?.startsWith('/') === true && !compiled.field(data.each)?.item())
        problems.push(
          problem(
            `${pointer}/each`,
            'unknown-field',
            `“${id}”没有多行字段“${data.each}”。`,
            `${id} has no repeated field ${data.each}`,
          ),
        );
      if (data.on !== undefined && !compiled.field(data.on))
        problems.push(
          problem(`${pointer}/on`, 'unknown-field', `“${id}”没有字段“${data.on}”。`, `${id} has no field ${data.on}`),
        );
      const states = new Set([
        ...(definition.states ?? []).map((state) => state.id),
        ...(definition.filing ? FILING_STATES : []),
      ]);
      (data.states ?? []).forEach((state, index) => {
        if (!states.has(state))
          problems.push(
            problem(
              `${pointer}/states/${index}`,
              'unknown-state',
              `“${id}”没有状态“${state}”。`,
              `${id} has no state ${state}`,
            ),
          );
      });
    });
  }
  (data.facts ?? []).forEach((id, at) => {
    const definition = find(id.slice(0, id.indexOf('/')))?.definition;
    const fact = definition?.facts?.find((entry) => entry.id === id);
    if (!definition) unknown(id.slice(0, id.indexOf('/')), `${pointer}/facts/${at}`);
    else if (!fact)
      problems.push(problem(`${pointer}/facts/${at}`, 'unknown-fact', `没有事实“${id}”。`, `there is no fact ${id}`));
    else if (fact.subject !== 'organisation')
      problems.push(
        problem(
          `${pointer}/facts/${at}`,
          'fact-about-person',
          `事实“${id}”按人统计，报表请改用记录。`,
          `${id} is about persons; count records instead`,
        ),
      );
  });
  return problems;
}

const FILING_STATES = [
  'notStarted',
  'draft',
  'submitted',
  'inReview',
  'accepted',
  'rated',
  'archived',
  'returned',
  'voided',
  'exempt',
];

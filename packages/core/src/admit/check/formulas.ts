import type { Compiled } from '../../definition/compiled.ts';
import { childField } from '../../definition/find-field.ts';
import { COMMAND_NAMES, SCORE_NAMES } from '../../definition/names.ts';
import { rowsOf, type FormulaPlace, type Reading } from '../../definition/places.ts';
import { readsOf } from '../../definition/reads.ts';
import { findFunction } from '../../formula/functions/table.ts';
import { parseFormula } from '../../formula/parse.ts';
import { order } from '../../formula/references.ts';
import type { Formula } from '../../formula/tree.ts';
import type { FieldNode } from '../../schema/fields/fields.ts';
import { problem, type Problem } from '../../text/problem.ts';

/**
 * Every formula parses, calls functions that exist and reads names that exist where it stands; computed values form no
 * circle.
 */
export function checkFormulas(compiled: Compiled, places: readonly FormulaPlace[]): Problem[] {
  const problems: Problem[] = [];
  const parsed: { readonly place: FormulaPlace; readonly formula: Formula }[] = [];
  for (const place of places) {
    const result = parseFormula(place.text);
    if (!result.ok) {
      problems.push(...result.problems.map((found) => ({ ...found, pointer: place.pointer, code: found.code })));
      continue;
    }
    parsed.push({ place, formula: result.value });
    problems.push(...unknownFunctions(place, result.value), ...unknownNames(compiled, place, result.value));
  }
  return [...problems, ...circles(compiled, parsed)];
}

function unknownFunctions(place: FormulaPlace, formula: Formula): Problem[] {
  return formula.functions
    .filter((name) => !findFunction(name))
    .map((name) =>
      problem(place.pointer, 'unknown-function', `公式中没有函数 ${name}。`, `there is no function ${name}`),
    );
}

/** Columns of the lists that a definition's score and process add. */
const SCORE_COLUMNS = ['itemId', 'points', 'max', 'dimensionId'];
const STEP_COLUMNS = ['id', 'title', 'stage', 'status', 'doneOn', 'dueOn'];

/** Names that a reading adds. */
const ADDED: Readonly<Partial<Record<Reading, readonly string[]>>> = {
  command: COMMAND_NAMES,
  item: SCORE_NAMES,
  lamp: ['lamp'],
};

function unknownNames(compiled: Compiled, { pointer, readings, rows }: FormulaPlace, formula: Formula): Problem[] {
  const unknown = (name: string) =>
    problem(
      pointer,
      'unknown-name',
      `公式引用了不存在的名称“${name}”。`,
      `the formula reads ${name}, which does not exist here`,
    );
  const extra = new Set<string>(readings.flatMap((reading) => ADDED[reading] ?? []));
  const cellOnly = readings.includes('cell');
  const reads = readsOf(formula);
  const problems: Problem[] = [];
  for (const name of reads.names) {
    const kind = compiled.names.get(name);
    const known = cellOnly ? kind === 'parameter' || kind === 'envelope' : kind !== undefined || extra.has(name);
    if (!known || (kind === 'parameter' && !compiled.parameters.has(name))) problems.push(unknown(name));
  }
  for (const column of reads.columns) {
    const [list = '', name = ''] = column.split('.');
    const known =
      compiled.parameters.has(column) ||
      (!cellOnly && compiled.names.get(list) === 'field' && hasColumn(compiled, list, name)) ||
      (list === 'steps' && compiled.definition.process !== undefined && !cellOnly && STEP_COLUMNS.includes(name)) ||
      (list === 'before' && readings.includes('command') && compiled.names.get(name) === 'field') ||
      (list === 'score' && readings.includes('result') && SCORE_COLUMNS.includes(name));
    if (!known) problems.push(unknown(column));
  }
  for (const cell of reads.cells) {
    if (rows === undefined || compiled.field(`${rows}/*/${cell}`) === undefined) problems.push(unknown(`[@${cell}]`));
  }
  return problems;
}

/** A column of a repeated field, a property of a nested object, or a property of the objects that a map holds. */
function hasColumn(compiled: Compiled, list: string, name: string): boolean {
  const field = compiled.field(`/${list}`);
  if (!field) return false;
  const holder = field.item() ?? field;
  return childField(holder, name) !== undefined || (holder === field && isMap(field));
}

/** Whether a field can hold an object and declares no properties: what stands in it is known by key only. */
function isMap(field: FieldNode): boolean {
  const { type = 'object' } = field.schema;
  return (typeof type === 'string' ? type === 'object' : type.includes('object')) && field.children().length === 0;
}

/** Circles among computed fields, row by row fields and the score's outputs, each told with its whole path. */
function circles(
  compiled: Compiled,
  parsed: readonly { readonly place: FormulaPlace; readonly formula: Formula }[],
): Problem[] {
  const { definition } = compiled;
  const nodes = new Map<string, { names: string[] }>();
  const places = new Map<string, string>();
  const at = new Map(parsed.map(({ place, formula }) => [place.pointer, formula]));
  const add = (key: string, pointer: string, names: string[]) => {
    const node = nodes.get(key);
    if (node) node.names.push(...names);
    else nodes.set(key, { names });
    places.set(key, pointer);
  };
  (definition.rules ?? []).forEach((rule, index) => {
    const pointer = `/rules/${index}/value`;
    const formula = at.get(pointer);
    if (!formula || !('field' in rule)) return;
    add(keyOf(rule.field), pointer, keysRead(formula, rowsOf(rule.field)));
  });
  const scored = parsed.filter(({ place }) => place.pointer.startsWith('/score/'));
  for (const output of Object.values(definition.score?.outputs ?? {})) {
    if (typeof output === 'string')
      add(
        keyOf(output),
        '/score/outputs',
        scored.flatMap(({ formula }) => keysRead(formula, undefined)),
      );
  }
  const result = order(nodes);
  if (result.ok) return [];
  return result.problems.map((found) => ({ ...found, pointer: places.get(found.path[0] ?? '') ?? '' }));
}

/** `/a` is the name a, a column of `rows` is `rows.b`; deeper addresses belong to their top-level field. */
function keyOf(field: string): string {
  const [, top = '', star, column] = field.split('/');
  return star === '*' && column !== undefined ? `${top}.${column}` : top;
}

function keysRead(formula: Formula, rows: string | undefined): string[] {
  const reads = readsOf(formula);
  const list = rows?.slice(1);
  return [...reads.names, ...reads.columns, ...[...reads.cells].map((cell) => `${list}.${cell}`)];
}

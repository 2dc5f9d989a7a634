import { TEXTS } from '../record/texts.ts';
import type { FieldProblem } from './contract.ts';
import type { FieldModel } from './field.ts';
import type { FormModel } from './form.ts';
import type { RowsModel } from './rows.ts';
import { isRows } from './rows-part.ts';

/**
 * Problems of all visible fields in the order in which people read them; one that is said at several fields is listed
 * once.
 */
export function problemsIn(form: FormModel): FieldProblem[] {
  const found: FieldProblem[] = [];
  const said = new Set<unknown>();
  const seen = new Set<string>();
  const visit = (field: FieldModel) => {
    if (!field.visible.value) return;
    for (const problem of field.problems.value) {
      if (problem.code === 'check' && said.has(problem.reason)) continue;
      said.add(problem.reason);
      found.push(problem);
    }
    if (isRows(field)) {
      if (field.suits.value) for (const row of rowsToVisit(field)) visit(row);
    } else if (field.kind === 'object' && opensInside(field)) field.fields.value.forEach(visit);
  };
  for (const section of form.layout.sections.value) {
    for (const { pointer } of section.fields) {
      seen.add(pointer);
      const field = form.field(pointer);
      if (field) visit(field);
    }
  }
  if (form.validity.broken)
    found.unshift({ pointer: '', code: 'unusable', reason: TEXTS.unusable, level: 'error', always: true });
  return [
    ...found,
    ...(form.checks?.elsewhere((pattern) => form.field(pattern)?.visible.value === true && inLayout(seen, pattern)) ??
      []),
  ];
}

/**
 * A group that contains itself is judged inside only as far as it is filled in: asked for or not, it would never end.
 */
function opensInside(field: FieldModel): boolean {
  return field.suits.value && (field.parent === undefined || field.value.value !== undefined || !field.node.recursive);
}

/** Only rows with something to say are opened: a long table stays cheap to check. */
function rowsToVisit(rows: RowsModel): readonly FieldModel[] {
  const { form } = rows;
  const prefix = `${rows.node.pointer}/*`;
  const ruled = form.checks?.within(prefix) || form.hasRulesWithin(prefix) || form.validity.conditional;
  if (ruled) return rows.rows.value;
  const pointer = `${rows.pointer}/`;
  const wanted = new Set<number>();
  for (const violation of form.validity.own(rows.pointer, rows.value.value ?? [])) {
    if (violation.pointer.startsWith(pointer))
      wanted.add(Number(violation.pointer.slice(pointer.length).split('/')[0]));
  }
  for (const row of rows.openedRows()) wanted.add(row.index);
  return [...wanted].sort((a, b) => a - b).flatMap((index) => rows.rowAt(index) ?? []);
}

function inLayout(seen: ReadonlySet<string>, pattern: string): boolean {
  for (let at = pattern; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) if (seen.has(at)) return true;
  return seen.has('');
}

import type { FieldProblem } from '@jiceng/core/form/contract.js';
import type { FieldModel } from '@jiceng/core/form/field.js';
import type { FormModel } from '@jiceng/core/form/form.js';
import type { Conflict } from '@jiceng/core/json/changes.js';
import type { Language } from '@jiceng/core/text/problem.js';
import type {
  FormChangeDetail,
  FormConflictDetail,
  FormInvalidDetail,
  FormSourceDetail,
  FormSubmitDetail,
} from './form-events.ts';

/** What a form tells of a field that a person changed. */
export const changeOf = (field: FieldModel): FormChangeDetail => ({
  pointer: field.pointer,
  value: field.value.peek() ?? null,
  valid: !field.problems.peek().some(({ level }) => level === 'error'),
});

/** What it tells when a person submits, and there are no errors. */
export const submitted = (form: FormModel): FormSubmitDetail => ({
  value: form.value.peek(),
  changes: form.changes().map(({ pointer, value }) => ({ pointer, value: value ?? null })),
});

/** What it tells when there are; `errors` in reading order. */
export const invalid = (errors: readonly FieldProblem[], language: Language): FormInvalidDetail => ({
  errors: errors.map(({ pointer, code, reason }) => ({ pointer, code, message: reason[language] })),
});

/** What it tells where a newer revision of the record changed the same fields. */
export const inConflict = (conflicts: readonly Conflict[]): FormConflictDetail => ({
  conflicts: conflicts.map(({ pointer, mine, theirs }) => ({ pointer, mine: mine ?? null, theirs: theirs ?? null })),
});

/** What it tells when a person asks where a value comes from. */
export const sourceOf = ({ pointer, source }: FieldModel): FormSourceDetail => ({
  pointer,
  formula: source?.formula ?? '',
  inputs: source?.inputs ?? [],
  facts: source?.facts.map(({ id }) => id) ?? [],
  records: [...new Set(source?.facts.flatMap(({ sources }) => sources) ?? [])],
});

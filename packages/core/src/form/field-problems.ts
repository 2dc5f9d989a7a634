import type { Json } from '../json/json.ts';
import { TEXTS } from '../record/texts.ts';
import { isBlank, suits } from '../schema/fields/field-value.ts';
import { violationReason } from '../schema/messages.ts';
import type { Violation } from '../schema/validate.ts';
import type { Bilingual } from '../text/problem.ts';
import type { FieldProblem } from './contract.ts';
import type { FieldModel } from './field.ts';

const CHOSEN = new Set(['choice', 'choices', 'boolean', 'date', 'dateTime']);

/** Errors that only say that data are still missing: they are told, and stop nobody. */
const WAITING: ReadonlySet<string> = new Set(['division-by-zero', 'not-available']);

/** Everything wrong with one field, for the field alone: what is wrong inside a group is said at the fields inside. */
export function problemsOf(field: FieldModel): readonly FieldProblem[] {
  if (!field.visible.value) return [];
  const { form, node, pointer } = field;
  const typed = field.typed.value;
  if (typed) return [{ ...typed.problem, pointer }];
  const found: FieldProblem[] = [];
  const add = (code: string, reason: Bilingual, always = false, level: FieldProblem['level'] = 'error') =>
    found.push({ pointer, code, reason, level, ...(always ? { always } : {}) });
  const value = field.value.value;
  const failed = field.computed.value?.error;
  if (failed)
    add(
      'value-rule',
      TEXTS.valueFailed(failed.reason),
      !WAITING.has(failed.code),
      WAITING.has(failed.code) ? 'warning' : 'error',
    );
  const { visible, required, readonly } = field.rules;
  if (visible.length + required.length + readonly.length > 0)
    for (const rule of [...visible, ...required, ...readonly]) {
      const failure = form.formulas.failure(rule, field.row);
      if (failure) add('rule', TEXTS.ruleFailed(failure.reason), true);
    }
  const fits = suits(value, node);
  if (!fits) add('wrong-type', TEXTS.wrongType, true);
  const blank = isBlank(value);
  if (blank && field.required.value && field.rules.value === undefined) {
    add(
      'required',
      form.checks?.mustExplain(node.pointer) ??
        TEXTS[field.readonly.value ? 'closed' : CHOSEN.has(node.kind) ? 'choose' : 'required'](field.label),
    );
  } else if (fits && field.rules.value === undefined) {
    for (const violation of violationsAt(field, value, blank))
      add(violation.keyword, violationReason(violation, field.label));
  }
  if (form.checks) found.push(...form.checks.at(node.pointer, pointer));
  return found.length < 2 ? found : found.sort((a, b) => Number(a.level === 'warning') - Number(b.level === 'warning'));
}

function violationsAt(field: FieldModel, value: Json | undefined, blank: boolean): readonly Violation[] {
  const { form, pointer } = field;
  if (form.validity.conditional) return form.validity.at(pointer);
  if (blank) return [];
  const { kind } = field.node;
  // A group has few rules of its own; those of its fields are theirs to judge.
  if (kind === 'object') return [];
  if (kind === 'rows' && !form.validity.judgesTable(field.node, (value as readonly Json[]).length)) return [];
  return form.validity.own(pointer, value as Json).filter((violation) => violation.pointer === pointer);
}

import { placed, sameJson } from '../json/changes.ts';
import type { Json } from '../json/json.ts';
import { pointerParts } from '../json/pointer.ts';
import type { FieldModel } from './field.ts';
import type { FormModel } from './form.ts';
import { isRows } from './rows-part.ts';

/** The data with the value of every computed field in its place. */
export function withComputed(form: FormModel, data: Json): Json {
  let next = data;
  for (const rule of form.compiled.definition.rules ?? []) {
    if (!('field' in rule) || rule.value === undefined) continue;
    for (const model of matching(form.root, pointerParts(rule.field))) {
      const value = model.value.value;
      if (!sameJson(model.raw, value)) next = placed(next, model.pointer, value) ?? next;
    }
  }
  return next;
}

/** The fields at an address, `*` standing for every row. */
function matching(from: FieldModel, [part, ...rest]: readonly string[]): FieldModel[] {
  if (part === undefined) return [from];
  if (isRows(from)) return part === '*' ? from.rows.value.flatMap((row) => matching(row, rest)) : [];
  const child = from.child(part);
  return child ? matching(child, rest) : [];
}

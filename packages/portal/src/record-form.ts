import { compile } from '@jiceng/core/definition/compile.js';
import { withBasis } from '@jiceng/core/definition/with-basis.js';
import type { FieldRef } from '@jiceng/core/generated/definition.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import { editable } from '@jiceng/core/life/editable.js';
import type { FormChangeDetail } from '@jiceng/elements/form/form-events.js';
import type { RecordPage } from './record-page.ts';

type Form = HTMLElementTagNameMap['jc-form'];

/** A form over one record, without heading and buttons. */
export interface RecordForm {
  readonly form: Form;
  /** Takes over a revision; answers whether this person may fill in any of these fields. */
  follow(record: StoredRecord, fields: readonly string[]): boolean;
}

/**
 * A form that saves each change as it is made; what is not this person's to fill in is shown. `fields`: these only,
 * under no section headings.
 */
export function recordForm({ portal, record, save }: RecordPage, fields?: readonly FieldRef[]): RecordForm {
  const { definition, source, organisations, people, person } = portal;
  const compiled = compile(definition);
  let current = record;
  const form = document.createElement('jc-form');
  const mayEdit = (pointer: string): boolean =>
    editable(compiled, current, person, pointer, source.mirror, source.now().slice(0, 10)).allowed;
  Object.assign(form, {
    definition: withBasis(definition),
    fields,
    organisations,
    people,
    facts: source.mirror.facts,
    isWorkday: source.mirror.isWorkday,
    now: source.now(),
    bare: true,
    mayEdit,
  });
  form.addEventListener('jc-change', (event) => {
    const { pointer, value, valid } = (event as CustomEvent<FormChangeDetail>).detail;
    if (valid) void save([{ pointer, value: value ?? undefined }]);
  });
  return {
    form,
    follow(next, pointers) {
      current = next;
      const mayFillIn = pointers.some((pointer) => mayEdit(pointer));
      form.readonly = !mayFillIn;
      return mayFillIn;
    },
  };
}

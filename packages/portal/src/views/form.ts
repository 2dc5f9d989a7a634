import { compile } from '@jiceng/core/definition/compile.js';
import { withBasis } from '@jiceng/core/definition/with-basis.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import { editable } from '@jiceng/core/life/editable.js';
import type { FormChangeDetail } from '@jiceng/elements/form/form-events.js';
import type { RecordPage, RecordParts, RecordView } from '../record-page.ts';

/** A plain form over one record: each change is saved as it is made; what is not this person's to fill in is shown. */
export function formView({ portal, record, save }: RecordPage): RecordParts {
  const { definition, source, organisations, people, person } = portal;
  const compiled = compile(definition);
  let current = record;
  const form = document.createElement('jc-form') as HTMLElementTagNameMap['jc-form'] & RecordView;
  const mayEdit = (pointer: string): boolean =>
    editable(compiled, current, person, pointer, source.mirror, source.now().slice(0, 10)).allowed;
  Object.assign(form, {
    definition: withBasis(definition),
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
    views: [form],
    moves: 'around',
    changed(next: StoredRecord) {
      current = next;
      form.readonly = !Object.keys(definition.record.properties).some((name) => mayEdit(`/${name}`));
    },
  };
}

import { compile } from '@jiceng/core/definition/compile.js';
import { withBasis } from '@jiceng/core/definition/with-basis.js';
import type { FieldRef } from '@jiceng/core/generated/definition.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import { html, type TemplateResult } from 'lit';
import type { JcForm } from '../form/form.ts';
import type { Sight } from './sight.ts';

const always = (): boolean => true;
const stop = (event: Event): void => event.stopPropagation();

/**
 * The fields that a move or step asks for, as a form without heading and buttons. `fields` must stay the same list
 * while the form is open. What the form says to its host ends here: the element around it has events of its own.
 */
export function askForm(
  sight: Sight,
  record: StoredRecord,
  fields: readonly FieldRef[],
  readonly = false,
): TemplateResult {
  const { organisations, people } = sight.input;
  return html`<jc-form class="ask-form" bare .definition=${withBasis(sight.compiled.definition)}
    .record=${seen(sight, record)} .fields=${fields} .organisations=${organisations} .people=${people}
    .facts=${sight.facts} .person=${sight.person}
    .now=${sight.now} .locale=${sight.locale} .mayEdit=${always} ?readonly=${readonly} @jc-change=${stop}
    @jc-submit=${stop} @jc-invalid=${stop}></jc-form>`;
}

/** All fields of a record, to read. */
export function readForm(sight: Sight, record: StoredRecord): TemplateResult {
  const { organisations, people } = sight.input;
  return html`<jc-form bare readonly .definition=${withBasis(sight.compiled.definition)} .record=${seen(sight, record)}
    .organisations=${organisations} .people=${people} .facts=${sight.facts} .person=${sight.person} .now=${sight.now}
    .locale=${sight.locale}></jc-form>`;
}

const known = new WeakMap<StoredRecord, StoredRecord>();

/**
 * The record as one of the definition with its bases: that is another document, but no later edit, of which a score
 * card in the form would tell.
 */
function seen({ compiled }: Sight, record: StoredRecord): StoredRecord {
  if (record.definition.hash !== compiled.hash) return record;
  let found = known.get(record);
  if (!found)
    known.set(
      record,
      (found = { ...record, definition: { ...record.definition, hash: compile(withBasis(compiled.definition)).hash } }),
    );
  return found;
}

/** The form that `askForm` has drawn inside `place`. */
export function askedForm(place: ParentNode | null): JcForm | null {
  return place?.querySelector<JcForm>('.ask-form') ?? null;
}

import { compile } from '@jiceng/core/definition/compile.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import { editable } from '@jiceng/core/life/editable.js';
import type { FormChangeDetail } from '@jiceng/elements/form/form-events.js';
import { make } from './page-parts.ts';
import type { RecordPage, RecordView } from './record-page.ts';

/**
 * Fields that the page's main element does not show, as a form that saves each change: those that the page names, else
 * all others of the layout; `undefined` where there are none.
 */
export function moreFields({ portal, record, save }: RecordPage): RecordView | undefined {
  const { main, definition, source, organisations, people, person } = portal;
  const named = (main.dataset['fields'] ?? '').split(' ').filter((field) => field !== '');
  const addresses = named.length > 0 ? named : besides(definition);
  if (addresses.length === 0) return undefined;
  // As the definition lays them out.
  const laidOut = new Map(
    (definition.view ?? []).flatMap((section) =>
      section.fields.map((ref) => [typeof ref === 'string' ? ref : ref.field, ref] as const),
    ),
  );
  const fields = addresses.map((address) => laidOut.get(address) ?? address);
  const compiled = compile(definition);
  let current = record;
  const form = document.createElement('jc-form');
  const mayEdit = (pointer: string): boolean =>
    editable(compiled, current, person, pointer, source.mirror, source.now().slice(0, 10)).allowed;
  Object.assign(form, {
    definition,
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
  const view = make(
    'section',
    { className: 'more' },
    make('h3', {}, main.dataset['fieldsTitle'] ?? '其他内容'),
    form,
  ) as HTMLElement & { record?: StoredRecord };
  Object.defineProperty(view, 'record', {
    set(next: StoredRecord) {
      current = next;
      form.record = next;
      form.readonly = !addresses.some((address) => mayEdit(address));
      view.hidden = form.readonly && addresses.every((field) => next.data[field.slice(1)] === undefined);
    },
  });
  return view;
}

/** The fields of the layout that no score card or check list shows. */
function besides({ view = [], score }: Definition): string[] {
  const shown = new Set<string | undefined>([
    score?.entries,
    ...(Object.values(score?.outputs ?? {}) as (string | undefined)[]),
  ]);
  return view.flatMap(({ fields }) =>
    fields.flatMap((ref) => {
      const { field, widget } = typeof ref === 'string' ? { field: ref, widget: undefined } : ref;
      return shown.has(field) || widget === 'scorecard' || widget === 'checklist' ? [] : [field];
    }),
  );
}

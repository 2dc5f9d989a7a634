import type { Definition } from '@jiceng/core/generated/definition.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import { make } from './page-parts.ts';
import { recordForm } from './record-form.ts';
import type { RecordPage, RecordView } from './record-page.ts';

/**
 * Fields that the page's main element does not show, as a form that saves each change: those that the page names, else
 * all others of the layout; `undefined` where there are none.
 */
export function moreFields(page: RecordPage): RecordView | undefined {
  const { main, definition } = page.portal;
  const named = (main.dataset['fields'] ?? '').split(' ').filter((field) => field !== '');
  const addresses = named.length > 0 ? named : besides(definition);
  if (addresses.length === 0) return undefined;
  // As the definition lays them out.
  const laidOut = new Map(
    (definition.view ?? []).flatMap((section) =>
      section.fields.map((ref) => [typeof ref === 'string' ? ref : ref.field, ref] as const),
    ),
  );
  const { form, follow } = recordForm(
    page,
    addresses.map((address) => laidOut.get(address) ?? address),
  );
  const view = make(
    'section',
    { className: 'more' },
    make('h3', {}, main.dataset['fieldsTitle'] ?? '其他内容'),
    form,
  ) as HTMLElement & { record?: StoredRecord };
  Object.defineProperty(view, 'record', {
    set(next: StoredRecord) {
      const mayFillIn = follow(next, addresses);
      form.record = next;
      view.hidden = !mayFillIn && addresses.every((field) => next.data[field.slice(1)] === undefined);
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

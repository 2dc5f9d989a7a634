import type { RecordPage, RecordParts } from '../record-page.ts';
import { recordForm } from '../record-form.ts';

/** A plain form over one record. */
export function formView(page: RecordPage): RecordParts {
  const { form, follow } = recordForm(page);
  const pointers = Object.keys(page.portal.definition.record.properties).map((name) => `/${name}`);
  return { views: [form], moves: 'around', changed: (record) => void follow(record, pointers) };
}

import type { Json } from '@jiceng/core/json/json.js';
import type { Workbook } from '../book/workbook.ts';
import { META } from './template.ts';

/** What a template remembers of how it was sent out. */
export interface Meta {
  readonly id: string;
  readonly version: string;
  readonly hash: string;
  /** Values by address, by record id. */
  readonly base: ReadonlyMap<string, ReadonlyMap<string, Json>>;
}

/** The memory of a filled-in template; nothing for other sheets, or where it was damaged. */
export function readMeta(book: Workbook): Meta | undefined {
  const sheet = book.sheets.find(({ name, hidden }) => hidden && name === META);
  const head = sheet?.rows[0]?.values;
  if (!sheet || head?.[0] !== META || typeof head[1] !== 'string') return;
  const pointers = (sheet.rows[1]?.values ?? []).map((value) =>
    typeof value === 'string' && value.startsWith('/') ? value : undefined,
  );
  const base = new Map<string, Map<string, Json>>();
  for (const { values } of sheet.rows.slice(2)) {
    if (typeof values[0] !== 'string') continue;
    const record = new Map<string, Json>();
    pointers.forEach((pointer, at) => {
      const text = values[at];
      if (pointer === undefined || typeof text !== 'string') return;
      try {
        record.set(pointer, JSON.parse(text) as Json);
      } catch {
        // Someone typed into the hidden sheet: this value counts as changed.
      }
    });
    base.set(values[0], record);
  }
  return { id: head[1], version: String(head[2] ?? ''), hash: String(head[3] ?? ''), base };
}

import type { Language } from '@jiceng/core/text/problem.js';
import type { SchemaObject } from '@jiceng/core/schema/schema.js';
import { columnName } from '../book/address.ts';
import type { WrittenSheet, WrittenValidation } from '../write/book.ts';
import type { SheetColumn } from './columns.ts';
import { words } from './ledger.messages.ts';

/** Sheet that holds drop-down lists too long to stand in a cell's limits. */
export const LISTS = '_lists';

/** Collects what may be typed into the cells of a sheet, and the lists for it. */
export class InputLimits {
  readonly validations: WrittenValidation[] = [];
  private readonly lists: (readonly string[])[] = [];
  private readonly language: Language;

  constructor(language: Language) {
    this.language = language;
  }

  /** Limits for the cells of a column between two rows; `help` shows the field's description beside its cells. */
  add(column: SheetColumn, at: number, top: number, bottom: number, { required = false, help = false } = {}): void {
    if (bottom < top || column.source !== 'field' || column.formula !== undefined || !column.node) return;
    const text = words(this.language),
      { node } = column;
    const schema = node.schema as SchemaObject;
    const areas = [{ top, left: at, bottom, right: at }];
    const prompt = help && node.description ? { prompt: { title: column.title, text: node.description } } : {};
    const error = (say: string) => ({ error: { title: text.limits, text: say } });
    const common = { areas, required, ...prompt };
    const number = (key: string) => (typeof schema[key] === 'number' ? (schema[key] as number) : undefined);
    if (node.kind === 'choice' || node.kind === 'boolean')
      this.validations.push({
        ...common,
        type: 'list',
        formula1: this.list([...column.options.values()]),
        ...error(text.choose),
      });
    else if (node.kind === 'integer' || node.kind === 'number') {
      const min = number('minimum'),
        max = number('maximum');
      if (min === undefined && max === undefined && node.kind === 'number') return;
      this.validations.push({
        ...common,
        type: node.kind === 'integer' ? 'whole' : 'decimal',
        formula1: String(min ?? -1e15),
        formula2: String(max ?? 1e15),
        ...error(text.between(min, max)),
      });
    } else if (node.kind === 'text' || node.kind === 'longText') {
      const max = number('maxLength');
      if (max !== undefined || help)
        this.validations.push({
          ...common,
          type: 'textLength',
          operator: 'lessThanOrEqual',
          formula1: String(Math.min(max ?? 32_767, 32_767)),
          ...error(text.length(max ?? 32_767)),
        });
    }
  }

  private list(values: readonly string[]): string {
    const text = values.join(',');
    if (text.length <= 250 && !values.some((value) => /[,"]/.test(value))) return `"${text}"`;
    this.lists.push(values);
    const letters = columnName(this.lists.length - 1);
    return `${LISTS}!$${letters}$1:$${letters}$${values.length}`;
  }

  /** The hidden sheet with the long lists; nothing where there are none. */
  sheet(): WrittenSheet | undefined {
    if (this.lists.length === 0) return;
    const height = Math.max(...this.lists.map((list) => list.length));
    return {
      name: LISTS,
      visibility: 'hidden',
      columns: this.lists.map(() => ({ width: 20 })),
      rows: Array.from({ length: height }, (_, row) => ({ cells: this.lists.map((list) => list[row] ?? null) })),
    };
  }
}

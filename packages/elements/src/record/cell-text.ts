import { isObject, own, type Json } from '@jiceng/core/json/json.js';
import type { FieldNode } from '@jiceng/core/schema/fields/fields.js';
import { isMonthly } from '@jiceng/core/typed/typed-date.js';
import { numberText } from '@jiceng/core/typed/typed-number.js';
import { DASH, numberWords, valueText } from '../widgets/format.ts';
import type { Sight } from './sight.ts';

/** Words of a value in a cell: shorter than in a form, and nothing where there is nothing. */
export function cellText(value: Json | undefined, node: FieldNode | undefined, sight: Sight): string {
  if (node === undefined || value === undefined)
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  if (node.kind === 'date' && typeof value === 'string') return isMonthly(node.schema) ? value.slice(0, 7) : value;
  if (node.kind === 'dateTime' && typeof value === 'string') return value.slice(0, 16).replace('T', ' ');
  if (node.kind === 'rows' && Array.isArray(value)) return rowsText(value, node, sight);
  // Years and house numbers have no thousands; the unit stands in the heading, not in every cell. Numbers to choose
  // from have words.
  if (typeof value === 'number' && (node.kind === 'number' || node.kind === 'integer'))
    return node.unit === undefined && Math.abs(value) < 10_000
      ? numberText(value)
      : numberWords(value, { unit: undefined });
  const text = valueText(value, node, sight.names);
  return text === DASH ? '' : text;
}

/** Rows of a repeated field in one cell: each by its first words, numbered when there are several. */
function rowsText(rows: readonly Json[], node: FieldNode, sight: Sight): string {
  const columns = node.item()?.children() ?? [];
  const texts = rows.map((row) => {
    const words = columns.map((column) => (isObject(row) ? cellText(own(row, column.key), column, sight) : ''));
    return (
      words.find((word, at) => word !== '' && columns[at]!.kind.toLowerCase().endsWith('text')) ??
      words.find((word) => word !== '') ??
      ''
    );
  });
  return texts.length > 1 ? texts.map((text, at) => `${at + 1}. ${text}`).join('\n') : texts.join('');
}

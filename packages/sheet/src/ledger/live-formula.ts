import type { Compiled } from '@jiceng/core/definition/compiled.js';
import { excelFunction, writeFormula } from '@jiceng/core/formula/write.js';
import { columnName } from '../book/address.ts';
import type { SheetColumn } from './columns.ts';

/** Stands for the row's number in a formula that is written for every row; no formula can hold it. */
export const ROW = '\u0001';

class Untranslatable extends Error {}

/** Kinds whose cell holds in words what formulas read as something else. */
const OPAQUE: ReadonlySet<string> = new Set(['choices', 'list', 'rows', 'object', 'unknown']);

/**
 * A formula of ours as Excel's own, over the cells of its row; nothing where it reads what the sheet does not hold
 * (facts, other columns), so that only its value is written. `columns` by their place in the sheet.
 */
export function liveFormula(text: string, compiled: Compiled, columns: readonly SheetColumn[]): string | undefined {
  const formula = compiled.formula(text);
  if (formula.facts.length > 0 || formula.cells.length > 0 || formula.functions.some((name) => /^FACT/.test(name)))
    return;
  const fail = (): never => {
    throw new Untranslatable();
  };
  try {
    const written = writeFormula(formula.tree, {
      name: (name) => cellOf(name, compiled, columns) ?? fail(),
      column: fail,
      cell: fail,
      function: excelFunction,
    });
    return written.length <= 8_000 ? written : undefined;
  } catch (error) {
    if (error instanceof Untranslatable) return;
    throw error;
  }
}

/** What a name is in a row of the sheet. */
function cellOf(name: string, compiled: Compiled, columns: readonly SheetColumn[]): string | undefined {
  const kind = compiled.names.get(name);
  if (kind === 'parameter') return literal(compiled.parameters.get(name));
  const at = columns.findIndex((column) =>
    kind === 'field'
      ? column.pointer === `/${name}`
      : kind === 'status'
        ? column.source === 'state'
        : column.source === 'envelope' && column.name === name && column.options.size === 0 && !/By$/.test(name),
  );
  const column = columns[at];
  if (!column) return;
  const cell = `${columnName(at)}${ROW}`;
  if (column.source === 'state') return coded(cell, column.options);
  const { node } = column;
  if (!node) return cell;
  if (OPAQUE.has(node.kind) || node.format === 'person' || node.format === 'organisation') return;
  if (node.kind === 'boolean') return `(${cell}=${literal(column.options.get('true'))})`;
  return node.kind === 'choice' ? coded(cell, column.options) : cell;
}

/** The code of a word: the cell itself where words are codes. */
function coded(cell: string, options: ReadonlyMap<string, string>): string | undefined {
  const list = [...options];
  if (list.every(([code, word]) => code === word)) return cell;
  if (list.length > 60) return;
  const array = (texts: readonly string[]) => `{${texts.map((text) => `"${text.replace(/"/g, '""')}"`).join(';')}}`;
  return `IFERROR(INDEX(${array(list.map(([code]) => code))},MATCH(${cell},${array(list.map(([, word]) => word))},0)),"")`;
}

function literal(value: unknown): string | undefined {
  if (typeof value === 'number') return value < 0 ? `(${value})` : String(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return typeof value === 'string' ? `"${value.replace(/"/g, '""')}"` : undefined;
}

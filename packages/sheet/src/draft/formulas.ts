import { evaluate } from '@jiceng/core/formula/evaluate.js';
import { dependants } from '@jiceng/core/formula/references.js';
import { parseFormula } from '@jiceng/core/formula/parse.js';
import type { Formula } from '@jiceng/core/formula/tree.js';
import { FormulaError, type Value } from '@jiceng/core/formula/value.js';
import { recordMoment } from '@jiceng/core/time/serial.js';
import type { Json } from '@jiceng/core/json/json.js';
import { parseArea } from '../book/address.ts';
import { cellKey, type Sheet } from '../book/workbook.ts';
import type { ColumnKind } from './guess.ts';

/** What a formula may name: the column's field and what it holds. */
export interface NamedColumn {
  readonly name: string;
  readonly kind: ColumnKind;
}

/** A cell outside the rows that a formula reads: it becomes a parameter. */
export interface ConstantCell {
  readonly row: number;
  readonly column: number;
  readonly name: string;
}

export interface TranslatedFormula {
  readonly text: string;
  readonly constants: readonly ConstantCell[];
}

const PIECE =
  /"(?:[^"]|"")*"|(?:'(?:[^']|'')+'|[\w\u4e00-\u9fff.]+)!\$?[A-Za-z]{1,3}\$?\d*(?::\$?[A-Za-z]{1,3}\$?\d*)?|\$?[A-Za-z]{1,3}\$?\d{1,7}(?::\$?[A-Za-z]{1,3}\$?\d{1,7})?(?![\w(.])|[A-Za-z_\u4e00-\u9fff][\w.\u4e00-\u9fff]*/g;

/**
 * A cell's formula in our names: cells of its own row are fields, fixed cells outside the rows are parameters. Nothing
 * where it reads other rows, other sheets or names, which fields cannot.
 */
export function translateFormula(
  text: string,
  row: number,
  columns: ReadonlyMap<number, NamedColumn>,
  isRecordRow: (row: number) => boolean,
): TranslatedFormula | undefined {
  const constants: ConstantCell[] = [];
  let fails = false;
  const result = text.replace(/_xlfn\.|_xlws\./g, '').replace(PIECE, (piece: string, at: number, whole: string) => {
    if (piece.startsWith('"')) return piece;
    if (piece.includes('!')) {
      fails = true;
      return piece;
    }
    const area = parseArea(piece);
    if (!area) {
      if (!/^\s*\(/.test(whole.slice(at + piece.length)) && !/^(TRUE|FALSE)$/i.test(piece)) fails = true;
      return piece;
    }
    if (area.top !== area.bottom) {
      fails = true;
      return piece;
    }
    const names: string[] = [];
    for (let column = area.left; column <= area.right && column - area.left < 50; column += 1) {
      const named = columns.get(column);
      if (area.top === row && named) names.push(named.kind === 'percent' ? `(${named.name}/100)` : named.name);
      else if (area.left === area.right && area.top !== row && !isRecordRow(area.top) && piece.includes('$')) {
        const name = `x_${piece.replace(/\$/g, '').toLowerCase()}`;
        constants.push({ row: area.top, column, name });
        names.push(name);
      } else fails = true;
    }
    return names.join(',');
  });
  return fails ? undefined : { text: result, constants };
}

/** The text of the formula in a cell, also where it shares that of another one in its column. */
export function formulaAt(sheet: Sheet, row: number, column: number): { text: string; row: number } | undefined {
  const found = sheet.formulas.get(cellKey(row, column));
  if (found === undefined) return;
  if (typeof found === 'string') return { text: found, row };
  const shared = sheet.sharedFormulas.get(found.shared);
  return shared && shared.column === column ? { text: shared.text, row: shared.row } : undefined;
}

/** Whether a formula gives what the file's cells show. `rows` are records with the value that the file has. */
export function agrees(
  text: string,
  kind: ColumnKind,
  rows: readonly { readonly data: ReadonlyMap<string, Json>; readonly value: Json }[],
  constants: ReadonlyMap<string, Json>,
): boolean {
  const parsed = parseFormula(text);
  if (!parsed.ok) return false;
  const checked = rows.slice(0, 40);
  let same = 0;
  for (const { data, value } of checked) {
    const name = (key: string): Value => {
      const found = data.get(key) ?? constants.get(key) ?? null;
      return typeof found === 'object' ? null : found;
    };
    const result = evaluate(parsed.value, {
      today: '2026-01-01',
      now: '2026-01-01T00:00:00+08:00',
      name,
      column: () => undefined,
      fact: () => null,
    });
    if (result instanceof FormulaError) continue;
    if (parsed.value.volatile || isSame(result, value, kind)) same += 1;
  }
  return checked.length > 0 && same >= checked.length * 0.9;
}

function isSame(result: Value, value: Json, kind: ColumnKind): boolean {
  if (typeof value === 'number' && typeof result === 'number')
    return Math.abs(result - value) <= Math.max(1e-6, Math.abs(value) * 1e-6);
  if (kind === 'date' && typeof result === 'number' && typeof value === 'string')
    return recordMoment(value)?.day === Math.floor(result);
  return String(result ?? '') === String(value ?? '');
}

/** Names of formulas that read themselves through others; they cannot be computed. */
export function circular(formulas: ReadonlyMap<string, Formula>): Set<string> {
  return new Set([...formulas.keys()].filter((name) => dependants(formulas, [name]).has(name)));
}

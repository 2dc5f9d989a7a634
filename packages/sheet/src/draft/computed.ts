import type { Json, JsonObject } from '@jiceng/core/json/json.js';
import { parseFormula } from '@jiceng/core/formula/parse.js';
import type { Formula } from '@jiceng/core/formula/tree.js';
import { cellName } from '../book/address.ts';
import type { Sheet } from '../book/workbook.ts';
import { formulaShare } from './column-values.ts';
import type { ColumnWork } from './draft-columns.ts';
import { agrees, circular, formulaAt, translateFormula, type NamedColumn } from './formulas.ts';
import type { DraftRow, LeftOut } from './result.ts';
import type { SheetView } from './view.ts';

/** Formulas of a ledger's columns in our names, and the numbers that they read from outside the rows. */
export interface Computed {
  /** By field name. */
  readonly formulas: ReadonlyMap<string, { readonly text: string; readonly confidence: number }>;
  readonly parameters: Readonly<Record<string, JsonObject>>;
  readonly left: readonly LeftOut[];
}

/**
 * Finds columns whose cells are formulas that mean the same in every row, and tries each against the values that the
 * file shows.
 */
export function findComputed(
  view: SheetView,
  works: readonly ColumnWork[],
  rows: readonly number[],
  records: readonly DraftRow[],
): Computed {
  const { sheet } = view;
  const columns = new Map<number, NamedColumn>(
    works
      .filter(({ draft }) => !draft.skipped && draft.kind.value !== 'rowNumber')
      .map(({ draft }) => [draft.column, { name: draft.name.value, kind: draft.kind.value }]),
  );
  const recordRows = new Set(rows);
  const isRecordRow = (row: number) => recordRows.has(row);
  const formulas = new Map<string, { text: string; confidence: number }>(),
    parameters: Record<string, JsonObject> = {},
    left: LeftOut[] = [];
  const trees = new Map<string, Formula>();
  for (const {
    draft: {
      column,
      name: { value: name },
      kind: { value: kind },
      title,
      skipped,
    },
  } of works) {
    if (skipped || kind === 'rowNumber' || formulaShare(sheet, column, rows) < 0.6) continue;
    const found = mostCommon(sheet, column, rows, columns, isRecordRow);
    const text = found && (kind === 'percent' ? `(${found.text})*100` : found.text);
    const constants = new Map<string, Json>();
    for (const constant of found?.constants ?? []) {
      const value = view.value(constant.row, constant.column);
      if (typeof value === 'number' || typeof value === 'string') constants.set(constant.name, value);
    }
    const isKnown =
      found !== undefined && constants.size === new Set(found.constants.map(({ name: constant }) => constant)).size;
    const values = records
      .filter(({ data }) => data[name] !== undefined)
      .map(({ data }) => ({ data: new Map(Object.entries(data)), value: data[name]! }));
    const parsed = text === undefined ? undefined : parseFormula(text);
    if (text !== undefined && isKnown && parsed?.ok && agrees(text, kind, values, constants)) {
      formulas.set(name, { text, confidence: found!.share });
      trees.set(name, parsed.value);
      for (const constant of found!.constants)
        parameters[constant.name] = {
          title: `${labelOf(view, constant.row, constant.column) || cellName(constant.row, constant.column)}`.slice(
            0,
            60,
          ),
          value: constants.get(constant.name)!,
          source: 'O',
        };
    } else {
      const first = rows.map((row) => formulaAt(sheet, row, column)).find((formula) => formula !== undefined);
      left.push({
        code: 'formula',
        place: cellName(first?.row ?? rows[0] ?? 0, column),
        text: `${title.value}：=${first?.text ?? ''}`.slice(0, 300),
        reason: {
          'zh-CN': '公式用到了别的行、别的表或本系统没有的写法，只保留数值',
          en: 'the formula reads other rows or sheets, or what we do not have; its values are kept',
        },
      });
    }
  }
  for (const name of circular(trees)) formulas.delete(name);
  return { formulas, parameters, left };
}

/** The formula that most rows of a column have. */
function mostCommon(
  sheet: Sheet,
  column: number,
  rows: readonly number[],
  columns: ReadonlyMap<number, NamedColumn>,
  isRecordRow: (row: number) => boolean,
) {
  const counts = new Map<string, { text: string; constants: ReturnType<typeof constantsOf>; count: number }>();
  let total = 0;
  for (const row of rows.slice(0, 500)) {
    const formula = formulaAt(sheet, row, column);
    if (!formula) continue;
    total += 1;
    const translated = translateFormula(formula.text, formula.row, columns, isRecordRow);
    if (!translated) continue;
    const before = counts.get(translated.text);
    if (before) before.count += 1;
    else counts.set(translated.text, { text: translated.text, constants: constantsOf(translated), count: 1 });
  }
  const best = [...counts.values()].sort((a, b) => b.count - a.count)[0];
  return best && best.count >= total * 0.6
    ? { text: best.text, constants: best.constants, share: best.count / total }
    : undefined;
}

const constantsOf = (translated: NonNullable<ReturnType<typeof translateFormula>>) => translated.constants;

/** The words left of a cell, or above it. */
function labelOf(view: SheetView, row: number, column: number): string {
  const beside = column > 0 ? view.text(row, column - 1) : '';
  const text = beside !== '' && !/^[\d.]+$/.test(beside) ? beside : row > 0 ? view.text(row - 1, column) : '';
  return text.replace(/[：:]$/, '');
}

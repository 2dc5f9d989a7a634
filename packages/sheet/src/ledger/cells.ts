import { evaluate } from '@jiceng/core/formula/evaluate.js';
import { FormulaError } from '@jiceng/core/formula/value.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import { isObject, own, type Json, type JsonObject } from '@jiceng/core/json/json.js';
import { valueAt } from '@jiceng/core/json/pointer.js';
import { lampOf } from '@jiceng/core/life/lamp.js';
import { stateOf } from '@jiceng/core/life/states.js';
import type { FieldNode } from '@jiceng/core/schema/fields/fields.js';
import { recordMoment } from '@jiceng/core/time/serial.js';
import type { CellValue } from '../book/workbook.ts';
import type { SheetColumn } from './columns.ts';
import { words } from './ledger.messages.ts';
import type { LedgerSource } from './source.ts';

/** First day that all spreadsheets count alike: before it Excel has a day that never was. */
const FIRST_DAY = 61;

/** What a record shows in a column: numbers and dates as numbers, everything else in words. */
export function cellValue(column: SheetColumn, record: StoredRecord, index: number, source: LedgerSource): CellValue {
  switch (column.source) {
    case 'number':
      return index + 1;
    case 'lamp':
      return lampOf(source.compiled, source.scope(record))?.title ?? null;
    case 'state':
    case 'filing': {
      const state = stateOf(record, column.source === 'state' ? 'item' : 'filing');
      return state === undefined ? null : (column.options.get(state) ?? state);
    }
    case 'formula':
      return formulaValue(column.formula!, record, source);
    case 'envelope':
      return envelopeValue(column, record, source);
    case 'field':
      return fieldValue(
        column.key === undefined
          ? valueAt(record.data as Json, column.pointer!)
          : own(record.data as JsonObject, column.key),
        column.node,
        column,
        source,
      );
  }
}

/** The value of a formula as a cell shows it. */
export function formulaValue(formula: string, record: StoredRecord, source: LedgerSource): CellValue {
  const value = evaluate(source.compiled.formula(formula), source.scope(record));
  return value instanceof FormulaError
    ? null
    : typeof value === 'boolean'
      ? value
        ? words(source.language).yes
        : words(source.language).no
      : value;
}

function envelopeValue({ name, options }: SheetColumn, record: StoredRecord, source: LedgerSource): CellValue {
  if (name === 'orgName' || name === 'orgShortName') return source.organisation(record.orgId)?.[name] ?? record.orgId;
  const value = source.scope(record).name(name!);
  if (value === null || value === undefined || typeof value === 'object') return null;
  if (typeof value === 'boolean') return value ? words(source.language).yes : words(source.language).no;
  if (typeof value === 'number') return value;
  if (/By$/.test(name!)) return source.person(value) ?? value;
  return options.get(value) ?? value.replace('T', ' ').slice(0, 200);
}

/** The value of a field: what cannot be a number or a date is written as it is. */
export function fieldValue(
  value: Json | undefined,
  node: FieldNode | undefined,
  column: Pick<SheetColumn, 'options'>,
  source: LedgerSource,
): CellValue {
  if (value === undefined || value === null || value === '') return null;
  if (node === undefined) return plain(value);
  switch (node.kind) {
    case 'number':
    case 'integer':
      return typeof value === 'number' ? value : plain(value);
    case 'boolean':
      return typeof value === 'boolean' ? column.options.get(String(value))! : plain(value);
    case 'choice':
      return column.options.get(String(value)) ?? plain(value);
    case 'date':
    case 'dateTime':
      return typeof value === 'string' ? (dayNumber(value) ?? value) : plain(value);
    case 'choices':
    case 'list':
      return Array.isArray(value)
        ? value
            .map((item) => column.options.get(String(item)) ?? textOf(item, node.item(), source))
            .join(words(source.language).list)
        : plain(value);
    case 'rows':
      return Array.isArray(value) ? rowsText(value, node, source) : plain(value);
    default:
      return textOf(value, node, source);
  }
}

/** The value of a field as people read it; '' where there is none. */
export function fieldText(
  value: Json | undefined,
  { node, options }: Pick<SheetColumn, 'node' | 'options'>,
  source: LedgerSource,
): string {
  if (typeof value === 'string' && node?.kind === 'date') return value;
  if (typeof value === 'string' && node?.kind === 'dateTime') return value.slice(0, 16).replace('T', ' ');
  return String(fieldValue(value, node, { options }, source) ?? '');
}

/** A date as spreadsheets count days; nothing where they could not. */
function dayNumber(text: string): number | undefined {
  const moment = recordMoment(text);
  return moment && moment.day >= FIRST_DAY ? moment.day + (moment.seconds ?? 0) / 86_400 : undefined;
}

function textOf(value: Json, node: FieldNode | undefined, source: LedgerSource): string {
  if (typeof value !== 'string') return String(plain(value));
  if (node?.format === 'organisation') return source.organisation(value)?.orgShortName ?? value;
  if (node?.format === 'person') return source.person(value) ?? value;
  return value;
}

/** Rows of a repeated field, one a line: their words separated by commas. */
function rowsText(rows: readonly Json[], node: FieldNode, source: LedgerSource): string {
  const columns = node.item()?.children() ?? [];
  const lines = rows.map((row) =>
    columns
      .map((column) => {
        const value = isObject(row) ? own(row, column.key) : undefined;
        if (value === undefined || value === null || value === '') return '';
        const option = column.options.find((one) => one.value === value);
        return (
          option?.title ??
          (typeof value === 'boolean'
            ? value
              ? words(source.language).yes
              : words(source.language).no
            : textOf(value, column, source))
        );
      })
      .filter((text) => text !== '')
      .join(source.language === 'en' ? ', ' : '，'),
  );
  return lines.length > 1 ? lines.map((line, at) => `${at + 1}. ${line}`).join('\n') : lines.join('');
}

const plain = (value: Json): string | number =>
  typeof value === 'string' || typeof value === 'number' ? value : JSON.stringify(value);

import type { Json } from '@jiceng/core/json/json.js';
import type { Bilingual } from '@jiceng/core/text/problem.js';
import { isNothing, type Found } from './column-values.ts';
import { numberOf, splitChoices, truthOf } from './cell-values.ts';
import type { ColumnKind } from './guess.ts';
import { dateOf } from './read-date.ts';
import { isSameUnit } from './words.ts';

/** A value for a record, nothing to store, or why the cell does not fit its column. */
export type Converted =
  | { readonly ok: true; readonly value: Json | undefined }
  | { readonly ok: false; readonly reason: Bilingual };

/** What a column's cells are turned into. */
export interface Target {
  readonly kind: ColumnKind;
  /** Word shown to code stored. */
  readonly codes: ReadonlyMap<string, string>;
  /** Unit of the column's numbers, where it has one. */
  readonly unit: string | undefined;
}

const NOTHING: Converted = { ok: true, value: undefined };
const some = (value: Json): Converted => ({ ok: true, value });
const unfit = (zh: string, en: string): Converted => ({ ok: false, reason: { 'zh-CN': zh, en } });

/** How databases write that there is nothing. */
const IS_NULL = /^(\(?null\)?|\\N)$/i;

/** A cell as its column wants it. */
export function convert(found: Found, { kind, codes, unit }: Target): Converted {
  const { value, text } = found;
  switch (kind) {
    case 'rowNumber':
      return NOTHING;
    case 'text':
    case 'longText':
      return /^#(N\/A|VALUE!|REF!|DIV\/0!|NAME\?|NUM!|NULL!)$/.test(text)
        ? unfit('单元格是公式错误', 'the cell holds a formula error')
        : IS_NULL.test(text)
          ? NOTHING
          : some(plainText(found));
    case 'choice':
      return codes.has(text)
        ? some(codes.get(text)!)
        : isNothing(text)
          ? NOTHING
          : unfit('不在选项里', 'not among the choices');
    case 'choices': {
      if (codes.has(text)) return some([codes.get(text)!]);
      const parts = [...new Set(splitChoices(text))];
      if (parts.every((part) => codes.has(part))) return some(parts.map((part) => codes.get(part)!));
      return isNothing(text) ? NOTHING : unfit('不在选项里', 'not among the choices');
    }
    case 'boolean': {
      const truth = typeof value === 'boolean' ? value : truthOf(text);
      return truth !== undefined
        ? some(truth)
        : isNothing(text)
          ? NOTHING
          : unfit('不是“是”或“否”', 'neither yes nor no');
    }
    case 'date':
    case 'dateTime': {
      const date = dateOf(value, found.style, true);
      if (date === undefined) return isNothing(text) ? NOTHING : unfit('不是日期', 'no date');
      return some(kind === 'date' ? date.date : `${date.date}T${date.time ?? '00:00:00'}+08:00`);
    }
    case 'time':
      return typeof value === 'number' ? some(clockText(value)) : some(text);
    default: {
      const number = numberOf(found);
      if (number?.unit !== undefined && unit !== undefined && !isSameUnit(unit, number.unit))
        return unfit(`单位不是${unit}`, `its unit is not ${unit}`);
      if (number === undefined) return isNothing(text) ? NOTHING : unfit('不是数字', 'no number');
      const isFraction = kind === 'percent' && typeof value === 'number' && found.style.kind === 'percent';
      const exact = isFraction ? Math.round(number.number * 1e10) / 1e8 : number.number;
      return kind === 'integer' && !Number.isInteger(exact) ? unfit('不是整数', 'no whole number') : some(exact);
    }
  }
}

/** Text of any cell: dates as people write them, numbers without exponent. */
export function plainText({ value, style, text }: Found): string {
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value !== 'number') return text;
  const date = style.kind === 'date' || style.kind === 'dateTime' ? dateOf(value, style, false) : undefined;
  if (date) return date.date;
  if (style.kind === 'time' && value < 1) return clockText(value);
  const padded = /^0{2,}$/.test(style.format) ? String(value).padStart(style.format.length, '0') : undefined;
  return padded ?? (Number.isInteger(value) && Math.abs(value) < 1e21 ? BigInt(value).toString() : text);
}

const clockText = (part: number): string => {
  const minutes = Math.round(part * 1_440);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
};

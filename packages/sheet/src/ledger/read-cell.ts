import type { Json } from '@jiceng/core/json/json.js';
import type { IdsByName } from '@jiceng/core/org/ids-by-name.js';
import type { Bilingual } from '@jiceng/core/text/problem.js';
import type { FieldNode } from '@jiceng/core/schema/fields/fields.js';
import { numberOf, splitChoices, truthOf } from '../draft/cell-values.ts';
import type { Found } from '../draft/column-values.ts';
import { plainText } from '../draft/convert.ts';
import { dateOf } from '../draft/read-date.ts';
import type { SheetColumn } from './columns.ts';

/** A name that several people or organisations have. */
export interface SeveralNamed {
  readonly what: 'person' | 'organisation';
  readonly name: string;
  readonly ids: readonly string[];
}

export type ReadCell =
  | { readonly ok: true; readonly value: Json | undefined }
  | { readonly ok: false; readonly reason: Bilingual; readonly several?: SeveralNamed };

const some = (value: Json | undefined): ReadCell => ({ ok: true, value });
const no = (zh: string, en: string): ReadCell => ({ ok: false, reason: { 'zh-CN': zh, en } });

/**
 * What a filled-in cell says for its field; nothing for an empty one. `orgId`: the record's organisation, whose people
 * come before namesakes.
 */
export function readCell(found: Found | undefined, column: SheetColumn, ids: IdsByName, orgId?: string): ReadCell {
  const { node } = column;
  if (found === undefined || node === undefined) return some(undefined);
  const { text, value } = found;
  switch (node.kind) {
    case 'integer':
    case 'number': {
      const number = numberOf(found);
      if (number === undefined) return no(`“${text}”不是数字`, `“${text}” is no number`);
      if (node.kind === 'integer' && !Number.isInteger(number.number))
        return no(`“${text}”不是整数`, `“${text}” is no whole number`);
      return some(
        node.unit === '%' && typeof value === 'number' && found.style.kind === 'percent'
          ? Math.round(number.number * 1e10) / 1e8
          : number.number,
      );
    }
    case 'boolean': {
      const code =
        codeOf(text, column) ??
        (typeof value === 'boolean' ? String(value) : truthOf(text) === undefined ? undefined : String(truthOf(text)));
      return code === undefined
        ? no(
            `“${text}”应为${[...column.options.values()].join('或')}`,
            `“${text}” should be ${[...column.options.values()].join(' or ')}`,
          )
        : some(code === 'true');
    }
    case 'choice': {
      const option = node.options.find((one) => String(one.value) === codeOf(text, column));
      return option ? some(option.value) : no(`“${text}”不在选项里`, `“${text}” is not among the choices`);
    }
    case 'choices': {
      const codes =
        column.options.has(text) || codeOf(text, column) !== undefined
          ? [codeOf(text, column)]
          : splitChoices(text).map((part) => codeOf(part, column));
      return codes.includes(undefined)
        ? no(`“${text}”里有不在选项里的值`, `“${text}” names something that is not among the choices`)
        : some([...new Set(codes)] as string[]);
    }
    case 'date':
    case 'dateTime': {
      const date = dateOf(value, found.style, true);
      if (!date || date.precision === 'year') return no(`“${text}”不是日期`, `“${text}” is no date`);
      return some(node.kind === 'date' ? date.date : `${date.date}T${date.time ?? '00:00:00'}+08:00`);
    }
    case 'list': {
      const item = node.item();
      const parts = splitChoices(text).map((part) => (item ? named(part, item, ids, orgId) : some(part)));
      return parts.find(({ ok }) => !ok) ?? some(parts.map((part) => (part.ok ? part.value : undefined) as string));
    }
    default:
      return named(plainText(found), node, ids, orgId);
  }
}

const codeOf = (text: string, { options }: SheetColumn): string | undefined => {
  for (const [code, word] of options) if (word === text) return code;
  return options.has(text) ? text : undefined;
};

function named(text: string, { format }: FieldNode, ids: IdsByName, orgId: string | undefined): ReadCell {
  if (format !== 'organisation' && format !== 'person') return some(text);
  const found = format === 'organisation' ? ids.organisation(text) : ids.person(text, orgId);
  if (found.length === 1) return some(found[0]!);
  return found.length === 0
    ? some(text)
    : { ok: false, reason: severalReason(text, found.length), several: { what: format, name: text, ids: found } };
}

/** Why a name is not enough. */
export const severalReason = (name: string, count: number): Bilingual => ({
  'zh-CN': `“${name}”有 ${count} 个，请选定或填编号`,
  en: `“${name}” is the name of ${count}; choose one or give the id`,
});

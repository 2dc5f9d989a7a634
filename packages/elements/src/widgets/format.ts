import type { FieldModel } from '@jiceng/core/form/field.js';
import { isObject, type Json } from '@jiceng/core/json/json.js';
import { isBlank, suits } from '@jiceng/core/schema/fields/field-value.js';
import type { FieldNode } from '@jiceng/core/schema/fields/fields.js';
import type { Language } from '@jiceng/core/text/problem.js';
import { PUNCTUATION } from '@jiceng/core/text/punctuation.js';
import { periodWords } from '@jiceng/core/time/period-words.js';
import { isMonthly } from '@jiceng/core/typed/typed-date.js';
import { numberText } from '@jiceng/core/typed/typed-number.js';

/** What turning values into words needs to know. */
export interface Names {
  readonly language: Language;
  organisation(id: string): string | undefined;
  person(id: string): string | undefined;
  file(id: string): string | undefined;
}

/** Blank is shown by a dash: nothing there is not the same as zero. */
export const DASH = '—';

/** The value of a field in words, for reading, printing and reading aloud. `inColumn`: the unit stands above it. */
export function fieldText(field: FieldModel, names: Names, inColumn = false): string {
  if (field.computed.value?.error) return DASH;
  const { value } = field.value;
  return inColumn && typeof value === 'number' ? numberWords(value, {}) : valueText(value, field.node, names);
}

export function valueText(value: Json | undefined, node: FieldNode, names: Names): string {
  if (isBlank(value)) return DASH;
  if (!suits(value, node)) return plain(value as Json);
  switch (typeof value === 'boolean' ? 'boolean' : node.kind) {
    case 'choice':
    case 'choices':
      return (Array.isArray(value) ? value : [value])
        .map((item: Json) => node.options.find((option) => option.value === item)?.title ?? plain(item))
        .join(PUNCTUATION[names.language].list);
    case 'boolean':
      return (
        node.options.find((option) => option.value === value)?.title ??
        (names.language === 'en' ? (value ? 'Yes' : 'No') : value ? '是' : '否')
      );
    case 'number':
    case 'integer':
      return node.unit === undefined && Math.abs(value as number) < 10_000
        ? numberText(value as number)
        : numberWords(value as number, node);
    case 'date':
      return dateWords(isMonthly(node.schema) ? (value as string).slice(0, 7) : (value as string), names.language);
    case 'dateTime':
      return `${dateWords((value as string).slice(0, 10), names.language)} ${(value as string).slice(11, 16)}`;
    case 'list': {
      const item = node.item();
      return (value as readonly Json[])
        .map((part) => (item ? valueText(part, item, names) : plain(part)))
        .join(PUNCTUATION[names.language].list);
    }
    case 'text':
      return textWords(value as string, node, names);
    default:
      return plain(value as Json);
  }
}

function textWords(value: string, { format }: FieldNode, names: Names): string {
  if (format === 'organisation') return names.organisation(value) ?? value;
  if (format === 'person') return names.person(value) ?? value;
  if (format === 'file') return names.file(value) ?? value;
  return format === 'period' ? periodWords(value, names.language) : value;
}

/** Whether numbers of this unit have cents. */
export const isYuan = (unit: string | undefined): boolean => unit === '元' || unit === 'yuan';

/** A number with thousands separators and its unit. */
export function numberWords(
  value: number,
  { unit }: { readonly unit?: string | undefined },
  money = isYuan(unit),
): string {
  const [whole = '', part] = numberText(value).split('.');
  const fraction = money && part !== undefined ? part.padEnd(2, '0') : part;
  const text = whole.replace(/\B(?=(\d{3})+$)/g, ',') + (fraction === undefined ? '' : `.${fraction}`);
  return unit === undefined ? text : /^[%‰°]/.test(unit) ? text + unit : `${text} ${unit}`;
}

/** A day or a month in words. */
export function dateWords(value: string, language: Language): string {
  const found = /^(\d{4})-(\d\d)(?:-(\d\d))?$/.exec(value);
  if (!found || language === 'en') return value;
  return `${found[1]}年${Number(found[2])}月${found[3] ? `${Number(found[3])}日` : ''}`;
}

function plain(value: Json): string {
  if (isObject(value) || Array.isArray(value)) {
    const text = JSON.stringify(value);
    return text.length > 300 ? `${text.slice(0, 300)}…` : text;
  }
  return String(value);
}

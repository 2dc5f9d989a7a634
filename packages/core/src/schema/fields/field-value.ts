import { isObject, type Json } from '../../json/json.ts';
import type { FieldNode } from './fields.ts';

/**
 * Whether nothing has been filled in: absent, null, empty, only invisible characters, an empty list. Zero and false are
 * answers.
 */
export function isBlank(value: Json | undefined): boolean {
  if (value === undefined || value === null || value === '') return true;
  if (typeof value === 'string') return !/[^\s\u00ad\u200b-\u200f\u2028\u2029\u2060\ufeff]/.test(value);
  return Array.isArray(value) && value.length === 0;
}

/** Whether a widget of the field's kind can show `value`. Blank suits every kind. */
export function suits(value: Json | undefined, { kind, options }: FieldNode): boolean {
  if (value === undefined || value === null) return true;
  switch (kind) {
    case 'object':
      return isObject(value);
    case 'rows':
      return Array.isArray(value) && value.every((row: Json) => isObject(row) || row === null);
    case 'list':
    case 'choices':
      return Array.isArray(value);
    case 'number':
    case 'integer':
      return typeof value === 'number';
    case 'boolean':
      return typeof value === 'boolean' || options.length > 0;
    case 'text':
    case 'longText':
    case 'date':
    case 'dateTime':
    case 'time':
      return typeof value === 'string';
    default:
      return true;
  }
}

/** Length as people count it: characters outside the basic plane count one. */
export function codePoints(text: string): number {
  let count = text.length;
  for (let at = 0; at < text.length - 1; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 0xd800 && unit < 0xdc00 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00) {
      count -= 1;
      at += 1;
    }
  }
  return count;
}

/** Text as it is stored: composed characters, no control characters but line breaks, no half of a surrogate pair. */
export function cleanText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
    .replace(/[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g, (unit) => (unit.length === 2 ? unit : '\ufffd'));
}

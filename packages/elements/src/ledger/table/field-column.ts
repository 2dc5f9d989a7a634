import type { StoredRecord } from '@jiceng/core/generated/record.js';
import { own, type Json, type JsonObject } from '@jiceng/core/json/json.js';
import { valueAt } from '@jiceng/core/json/pointer.js';
import type { FieldNode } from '@jiceng/core/schema/fields/fields.js';
import type { LedgerPart } from '@jiceng/core/table/ledger-columns.js';
import { cellText } from '../../record/cell-text.ts';
import type { Sight } from '../../record/sight.ts';
import { messages } from '../ledger.messages.ts';
import { base, type ColumnKind, type LedgerColumn } from './column.ts';

function kindOf(node: FieldNode): ColumnKind {
  switch (node.kind) {
    case 'number':
    case 'integer':
      return 'number';
    case 'longText':
      return 'longText';
    case 'date':
    case 'dateTime':
      return 'date';
    case 'choice':
      return 'choice';
    case 'boolean':
      return 'boolean';
    case 'text':
      return node.format === 'organisation'
        ? 'organisation'
        : node.format === 'person'
          ? 'person'
          : node.format === 'period'
            ? 'period'
            : 'text';
    default:
      return 'other';
  }
}

/** The column of a field; an address without a field is a column without values. */
export function fieldColumn(sight: Sight, part: LedgerPart, pointer: string): LedgerColumn {
  const node = sight.compiled.field(pointer);
  const kind = node ? kindOf(node) : 'other';
  const text = messages(sight.locale);
  const read = readerOf(pointer);
  if (kind === 'text' || kind === 'longText') {
    const words = (record: StoredRecord): string => {
      const value = read(record);
      return typeof value === 'string' ? value : cellText(value, node, sight);
    };
    return {
      ...base(kind, part),
      id: pointer,
      title: part.source.title || headingOf(sight, pointer, node),
      pointer,
      node: node!,
      options: [],
      direct: true,
      value: (record) => words(record) || null,
      text: words,
    };
  }
  const options =
    kind === 'choice'
      ? node!.options.map(({ value, title: words }) => ({ value: String(value), title: words }))
      : kind === 'boolean'
        ? [
            { value: 'true', title: text.yes },
            { value: 'false', title: text.no },
          ]
        : [];
  return {
    ...base(kind, part),
    id: pointer,
    title: part.source.title || headingOf(sight, pointer, node),
    pointer,
    options,
    ...(node ? { node } : {}),
    ...(node?.kind === 'choices' ? { members: membersOf(node, read) } : {}),
    value: (record) => {
      const value = read(record);
      if (value === undefined || value === null || value === '') return null;
      return typeof value === 'number'
        ? value
        : typeof value === 'object'
          ? Array.isArray(value) && value.length === 0
            ? null
            : cellText(value, node, sight)
          : String(value);
    },
    text: (record) => cellText(read(record), node, sight),
  };
}

/** Several values of one list of choices. */
function membersOf(node: FieldNode, read: (record: StoredRecord) => Json | undefined): LedgerColumn['members'] {
  return {
    options: node.options.map(({ value, title }) => ({ value: String(value), title })),
    of: (record) => {
      const held = read(record);
      return Array.isArray(held) ? held.map(String) : [];
    },
  };
}

/** Reads a field of records; most stand at the top of the data. */
export function readerOf(pointer: string): (record: StoredRecord) => Json | undefined {
  const key = /^\/[^/~]+$/.test(pointer) ? pointer.slice(1) : undefined;
  return key === undefined
    ? (record) => valueAt(record.data as Json, pointer)
    : ({ data }) => own(data as JsonObject, key);
}

/** Heading of a field's column, with its unit where the title has none. */
function headingOf(sight: Sight, pointer: string, node: FieldNode | undefined): string {
  const label = sight.label(pointer);
  const { marks } = messages(sight.locale);
  return node?.unit && !label.includes(node.unit) ? `${label}${marks.open}${node.unit}${marks.close}` : label;
}

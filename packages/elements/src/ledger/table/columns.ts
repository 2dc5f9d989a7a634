import { evaluate } from '@jiceng/core/formula/evaluate.js';
import type { Formula } from '@jiceng/core/formula/tree.js';
import { FormulaError } from '@jiceng/core/formula/value.js';
import type { Tone } from '@jiceng/core/generated/definition.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import { own, type Json, type JsonObject } from '@jiceng/core/json/json.js';
import { valueAt } from '@jiceng/core/json/pointer.js';
import { lampOf } from '@jiceng/core/life/lamp.js';
import { machineOf, stateOf, type Track } from '@jiceng/core/life/states.js';
import type { FieldNode } from '@jiceng/core/schema/fields/fields.js';
import { ledgerParts, type LedgerPart } from '@jiceng/core/table/ledger-columns.js';
import { periodWords } from '@jiceng/core/time/period-words.js';
import { cellText } from '../../record/cell-text.ts';
import type { Sight } from '../../record/sight.ts';
import { messages } from '../ledger.messages.ts';

/** What a column holds, which decides how it is drawn, sorted and filtered. */
export type ColumnKind =
  | 'number'
  | 'text'
  | 'longText'
  | 'date'
  | 'choice'
  | 'boolean'
  | 'organisation'
  | 'person'
  | 'period'
  | 'state'
  | 'lamp'
  | 'other'
  | 'rowNumber';

/** One of the values that a column may have, with its words; for filters, groups and their order. */
export interface ColumnOption {
  readonly value: string;
  readonly title: string;
  readonly tone?: Tone;
  readonly lamp?: string;
}

/** A column of the ledger, before anything is drawn. */
export interface LedgerColumn {
  readonly id: string;
  readonly title: string;
  readonly groups: readonly string[];
  readonly kind: ColumnKind;
  readonly width: number;
  readonly frozen: boolean;
  readonly total?: 'sum' | 'average' | 'count' | 'rate';
  /** Equal neighbours stand in one cell. */
  readonly merge?: boolean;
  /** Of a computed column. */
  readonly formula?: Formula;
  /** Address of the field, where it is one. */
  readonly pointer?: string;
  readonly node?: FieldNode;
  /** Value and text are the record's own: keeping them would cost more than asking again. */
  readonly direct?: boolean;
  /** In their order; empty where values are free. */
  readonly options: readonly ColumnOption[];
  /** Comparable value: `null` where there is none. */
  value(record: StoredRecord): string | number | null;
  text(record: StoredRecord): string;
}

const WIDTHS: Readonly<Record<ColumnKind, number>> = {
  number: 112,
  text: 140,
  longText: 260,
  date: 116,
  choice: 116,
  boolean: 84,
  organisation: 150,
  person: 100,
  period: 120,
  state: 104,
  lamp: 104,
  other: 140,
  rowNumber: 60,
};

/**
 * The columns that the definition asks for; without any, its first plain fields. Number, lamp and state are always
 * there.
 */
export function ledgerColumns(sight: Sight): LedgerColumn[] {
  const { definition, root } = sight.compiled;
  const { states, ledger, filing } = definition;
  const found = ledger
    ? ledgerParts(sight.compiled).map((part) => columnOf(sight, part))
    : root
        .children()
        .filter(({ kind }) => kind !== 'rows' && kind !== 'object' && kind !== 'unknown')
        .slice(0, 8)
        .map(({ pointer }) => columnOf(sight, { subject: { what: 'field', pointer }, ...PLAIN }));
  const has = (kind: ColumnKind) => found.some((column) => column.kind === kind);
  if (ledger?.lamp && !has('lamp')) found.unshift(columnOf(sight, { subject: { what: 'lamp' }, ...PLAIN }));
  if (!has('rowNumber')) found.unshift(columnOf(sight, { subject: { what: 'rowNumber' }, ...PLAIN }));
  if ((states || filing) && !has('state'))
    found.push(columnOf(sight, { subject: { what: 'state', track: states ? 'item' : 'filing' }, ...PLAIN }));
  const seen = new Map<string, number>();
  return found.map((column) => {
    const times = seen.get(column.id) ?? 0;
    seen.set(column.id, times + 1);
    return times === 0 ? column : { ...column, id: `${column.id}#${times}` };
  });
}

/** A column that the definition does not mention. */
const PLAIN: Pick<LedgerPart, 'source' | 'groups' | 'place'> = { source: {}, groups: [], place: '' };

function columnOf(sight: Sight, part: LedgerPart): LedgerColumn {
  const { subject, source } = part;
  const text = messages(sight.locale);
  switch (subject.what) {
    case 'field':
      return fieldColumn(sight, part, subject.pointer);
    case 'formula':
      return formulaColumn(sight, part, subject.formula);
    case 'rowNumber':
      return {
        ...base('rowNumber', part),
        id: 'itemNo',
        title: source.title || text.rowNumber,
        options: [],
        value: () => null,
        text: () => '',
      };
    case 'lamp':
      return lampColumn(sight, part);
    case 'state':
      return stateColumn(sight, part, subject.track);
    default:
      return envelopeColumn(sight, part, subject.name);
  }
}

/** What stands beside the words of a mark, in px. */
const MARK = { lamp: 40, badge: 36 };

/** About how wide a text is at normal size, in px: Chinese characters are as wide as they are high. */
function widthOf(text: string): number {
  let width = 0;
  for (const char of text) width += char > '\u2e7f' ? 14 : 7.5;
  return Math.ceil(width);
}

/** `words`: what marks in the column may say, none of which is cut. */
function base(
  kind: ColumnKind,
  { source, groups }: LedgerPart,
  words: readonly string[] = [],
): Pick<LedgerColumn, 'kind' | 'groups' | 'width' | 'frozen' | 'total' | 'merge'> {
  return {
    kind,
    groups,
    width: Math.max(
      source.width ?? WIDTHS[kind],
      ...words.map((text) => widthOf(text) + MARK[kind === 'lamp' ? 'lamp' : 'badge']),
    ),
    frozen: source.frozen ?? kind === 'rowNumber',
    ...(source.total ? { total: source.total } : {}),
    ...(source.merge ? { merge: true } : {}),
  };
}

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

function fieldColumn(sight: Sight, part: LedgerPart, pointer: string): LedgerColumn {
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

function lampColumn(sight: Sight, part: LedgerPart): LedgerColumn {
  const { compiled } = sight;
  const rules = compiled.definition.ledger?.lamp ?? [];
  const lamp = (record: StoredRecord) => lampOf(compiled, sight.scope(record));
  const options = new Map(
    rules.map((rule) => [
      `${rule.lamp} ${rule.title}`,
      { value: `${rule.lamp} ${rule.title}`, title: rule.title, lamp: rule.lamp },
    ]),
  );
  return {
    ...base(
      'lamp',
      part,
      rules.map((rule) => rule.title),
    ),
    id: 'lamp',
    title: part.source.title || messages(sight.locale).lamp,
    options: [...options.values()],
    value: (record) => {
      const found = lamp(record);
      return found ? `${found.lamp} ${found.title}` : null;
    },
    text: (record) => lamp(record)?.title ?? '',
  };
}

function envelopeColumn(sight: Sight, part: LedgerPart, name: string): LedgerColumn {
  const text = messages(sight.locale);
  const isOrganisation = name === 'orgName' || name === 'orgShortName';
  const words = new Map((part.source.options ?? []).map((option) => [option.const, option.title]));
  const kind: ColumnKind = isOrganisation
    ? 'organisation'
    : words.size > 0
      ? 'choice'
      : name === 'periodCode'
        ? 'period'
        : /(On|At)$/.test(name)
          ? 'date'
          : /^(filledBy|submittedBy|reviewedBy)$/.test(name)
            ? 'person'
            : 'text';
  const value = (record: StoredRecord): string | number | null => {
    if (isOrganisation) return record.orgId;
    const found = sight.scope(record).name(name);
    return typeof found === 'string' || typeof found === 'number'
      ? found
      : typeof found === 'boolean'
        ? String(found)
        : null;
  };
  return {
    ...base(kind, part),
    id: name,
    title: part.source.title || own(text.names as Readonly<Record<string, string>>, name) || name,
    value,
    options: [...words].map(([code, word]) => ({ value: code, title: word })),
    text: (record) => {
      const found = value(record);
      if (found === null) return '';
      if (isOrganisation) return sight.organisation(record.orgId)?.[name as 'orgName'] ?? record.orgId;
      if (kind === 'person') return sight.personName(String(found)) ?? String(found);
      if (kind === 'choice') return words.get(String(found)) ?? String(found);
      if (kind === 'period') return periodWords(String(found), sight.names.language);
      return found === 'true' ? text.yes : found === 'false' ? text.no : String(found).replace('T', ' ').slice(0, 200);
    },
  };
}

function stateColumn(sight: Sight, part: LedgerPart, track: Track): LedgerColumn {
  const text = messages(sight.locale);
  const states = machineOf(sight.compiled, track)?.states ?? [];
  const options = states.map((state) => ({ value: state.id, title: state.title, tone: state.tone }));
  const titles = new Map(options.map((option) => [option.value, option.title]));
  const value = (record: StoredRecord) => stateOf(record, track) ?? null;
  return {
    ...base(
      'state',
      part,
      options.map((option) => option.title),
    ),
    id: track === 'item' ? 'state' : 'filing',
    title: part.source.title || (track === 'item' ? text.state : text.filing),
    options,
    value,
    text: (record) => {
      const id = value(record);
      return id === null ? '' : (titles.get(id) ?? id);
    },
  };
}

function formulaColumn(sight: Sight, part: LedgerPart, formula: string): LedgerColumn {
  const parsed = sight.compiled.formula(formula);
  const value = (record: StoredRecord) => evaluate(parsed, sight.scope(record));
  const text = messages(sight.locale);
  return {
    ...base(part.source.total ? 'number' : 'other', part),
    id: part.place,
    title: part.source.title ?? '',
    options: [],
    formula: parsed,
    value: (record) => {
      const found = value(record);
      return found === null || found instanceof FormulaError
        ? null
        : typeof found === 'boolean'
          ? String(found)
          : found;
    },
    text: (record) => {
      const found = value(record);
      return found === null
        ? ''
        : found instanceof FormulaError
          ? found.reason[sight.names.language]
          : typeof found === 'boolean'
            ? found
              ? text.yes
              : text.no
            : String(found);
    },
  };
}

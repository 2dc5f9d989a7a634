import type { Compiled } from '@jiceng/core/definition/compiled.js';
import type { LedgerField } from '@jiceng/core/generated/definition.js';
import { pointerParts } from '@jiceng/core/json/pointer.js';
import { machineOf } from '@jiceng/core/life/states.js';
import type { FieldNode } from '@jiceng/core/schema/fields/fields.js';
import { ledgerParts, type LedgerPart } from '@jiceng/core/table/ledger-columns.js';
import type { Language } from '@jiceng/core/text/problem.js';
import { words } from './ledger.messages.ts';

/** A column of a ledger as files have it. */
export interface SheetColumn {
  /** Headings above it, from the top. */
  readonly groups: readonly string[];
  readonly title: string;
  readonly source: 'field' | 'envelope' | 'formula' | 'state' | 'filing' | 'lamp' | 'number';
  /** Address of the field. */
  readonly pointer?: string;
  /** Its key, where it is at the top of the record. */
  readonly key?: string;
  readonly node?: FieldNode;
  /** Envelope name. */
  readonly name?: string;
  /** Formula of a computed column or field. */
  readonly formula?: string;
  /** Words by code, in their order, where values are chosen. */
  readonly options: ReadonlyMap<string, string>;
  /** In px at normal size. */
  readonly width: number;
  readonly frozen: boolean;
  readonly total?: LedgerField['total'];
  /** Equal neighbours stand in one cell. */
  readonly merged: boolean;
}

/**
 * The columns that a definition's ledger shows; without one, its plain fields. `all`: the fields that it does not show
 * follow.
 */
export function sheetColumns(compiled: Compiled, language: Language, all = false): SheetColumn[] {
  const found = ledgerParts(compiled).map((part) => columnOf(compiled, part, language));
  const shown = new Set(found.map(({ pointer }) => pointer));
  if (!compiled.definition.ledger || all)
    for (const node of compiled.root.children())
      if (!shown.has(node.pointer) && node.kind !== 'object' && node.kind !== 'unknown')
        found.push(fieldColumn(compiled, {}, [], node.pointer, language));
  return found;
}

function columnOf(compiled: Compiled, { subject, source, groups }: LedgerPart, language: Language): SheetColumn {
  const text = words(language);
  switch (subject.what) {
    case 'field':
      return fieldColumn(compiled, source, groups, subject.pointer, language);
    case 'formula':
      return { ...base(source, groups, 140), title: source.title ?? '', source: 'formula', formula: subject.formula };
    case 'rowNumber':
      return { ...base(source, groups, 56), source: 'number', title: source.title ?? text.number };
    case 'lamp':
      return { ...base(source, groups, 90), source: 'lamp', title: source.title ?? text.lamp };
    case 'state': {
      const states = machineOf(compiled, subject.track)?.states ?? [];
      return {
        ...base(source, groups, 100),
        options: new Map(states.map(({ id, title }) => [id, title])),
        source: subject.track === 'item' ? 'state' : 'filing',
        title: source.title ?? text.state,
      };
    }
    default:
      return {
        ...base(source, groups, 130),
        options: new Map((source.options ?? []).map((option) => [option.const, option.title])),
        source: 'envelope',
        name: subject.name,
        title: source.title ?? text.envelope(subject.name),
      };
  }
}

const WIDTHS: Readonly<Partial<Record<FieldNode['kind'], number>>> = {
  longText: 260,
  date: 110,
  dateTime: 140,
  number: 100,
  integer: 80,
  boolean: 70,
  rows: 260,
};

function base(
  source: LedgerField,
  groups: readonly string[],
  width: number,
): Pick<SheetColumn, 'groups' | 'width' | 'frozen' | 'options' | 'merged'> & { total?: SheetColumn['total'] } {
  return {
    groups,
    width: source.width ?? width,
    frozen: source.frozen ?? false,
    merged: source.merge ?? false,
    options: new Map(),
    ...(source.total ? { total: source.total } : {}),
  };
}

function fieldColumn(
  compiled: Compiled,
  source: LedgerField,
  groups: readonly string[],
  pointer: string,
  language: Language,
): SheetColumn {
  const node = compiled.field(pointer);
  const rule = compiled.definition.rules?.find(
    (one) => 'field' in one && one.field === pointer && one.value !== undefined,
  );
  const formula = rule && 'value' in rule ? rule.value : undefined;
  const title = source.title ?? node?.title ?? pointer.slice(1);
  const unit = node?.unit;
  return {
    ...base(source, groups, (node && WIDTHS[node.kind]) ?? 120),
    source: 'field',
    pointer,
    ...(pointerParts(pointer).length === 1 ? { key: pointerParts(pointer)[0]! } : {}),
    title: unit && !title.includes(unit) ? words(language).withUnit(title, unit) : title,
    options: optionsOf(node, language),
    ...(node ? { node } : {}),
    ...(formula === undefined ? {} : { formula }),
  };
}

function optionsOf(node: FieldNode | undefined, language: Language): Map<string, string> {
  if (!node) return new Map();
  const item = node.kind === 'choices' || node.kind === 'list' ? node.item() : node;
  if (node.kind === 'boolean') {
    const titles = new Map(node.options.map(({ value, title }) => [String(value), title]));
    return new Map([
      ['true', titles.get('true') ?? words(language).yes],
      ['false', titles.get('false') ?? words(language).no],
    ]);
  }
  return new Map((item ?? node).options.map(({ value, title }) => [String(value), title]));
}

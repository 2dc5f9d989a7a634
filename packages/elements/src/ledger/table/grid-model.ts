import type { StoredRecord } from '@jiceng/core/generated/record.js';
import { valueAt } from '@jiceng/core/json/pointer.js';
import type { Json } from '@jiceng/core/json/json.js';
import { mergedRuns } from '@jiceng/core/table/runs.js';
import { drawBadge, drawLamp } from '../../grid/cells.ts';
import type { GridColumn, GridHeading, GridModel } from '../../grid/column.ts';
import { clear, make } from '../../internal/nodes.ts';
import { isLamp, type LampColor } from '../../lamp/lamp-shapes.ts';
import { arranged } from '@jiceng/core/table/column-layout.js';
import { cellText } from '../../record/cell-text.ts';
import { cardColumn } from './card.ts';
import type { LedgerColumn } from './column.ts';
import type { Checks, LedgerGridInput } from './grid-input.ts';
import { isEditable } from '../editing/desk.ts';
import { cellRaw } from '../editing/edits.ts';
import { controlOf, referenceOf } from '../editing/references.ts';
import { messages } from '../ledger.messages.ts';
import { columnTotal, totalWords } from './totals.ts';
import { workMessages } from '../editing/work.messages.ts';

/** The ledger as a grid of columns, or as cards where it is narrow. */
export function ledgerGrid(input: LedgerGridInput, cards: boolean): GridModel {
  const { table, view, sight, edits } = input;
  const bands = new Map<number, string>();
  if (cards && view.groups.length > 0) {
    const names = groupNames(input);
    for (let at = 0; at + 1 < view.lines.length; at++)
      if (view.lines[at]! < 0 && view.lines[at + 1]! >= 0) bands.set(view.lines[at + 1]!, names[-1 - view.lines[at]!]!);
  }
  const numberOf = numbering(view.lines, table.records.length);
  let within: Int32Array | undefined;
  const columns = (cards ? [...table.columns] : arranged(table.columns, input.layout)).map((column) => {
    const made = gridColumn(column, input, numberOf);
    return column.merge && !cards ? { ...made, runs: (within = mergedRuns(view.lines, made.text, within)) } : made;
  });
  return {
    label: input.label,
    columns: cards
      ? [cardColumn(input, columns, bands)]
      : input.checks
        ? [checkColumn(input.checks, input), ...columns]
        : columns,
    lines: cards ? view.lines.filter((line) => line >= 0) : view.lines,
    key: (row) => table.records[row]?.id ?? `#${row}`,
    heading: headingsOf(input),
    error: (row, { id }) => {
      const problem = edits.edit(table.records[row]?.id ?? '', id)?.problem;
      return problem?.reason[sight.names.language];
    },
    checked: (row) => input.checks?.has(row) ?? false,
    selected: (row) => input.openId !== undefined && table.records[row]?.id === input.openId,
  };
}

/** Headings of groups: those around it, its own words, and its subtotals, each asked for once. */
function headingsOf(input: LedgerGridInput): (group: number) => GridHeading {
  const { table, view, sight } = input;
  const text = messages(sight.locale);
  const made: GridHeading[] = [];
  const names = kept(() => groupNames(input));
  return (group) =>
    (made[group] ??= (() => {
      const found = view.groups[group];
      if (!found) return { text: '', open: true };
      const totals = table.columns
        .map((column) => [
          column.title,
          totalWords(column, columnTotal(table, column, found.rows, sight, group), sight),
        ])
        .filter(([, words]) => words !== '')
        .map(([title, words]) => `${title}${text.marks.space}${words}`);
      return { text: [names()[group], ...totals].join(text.marks.gap), open: found.open, level: found.level };
    })());
}

/** Names of groups, behind those that they are in. */
function groupNames({ view, sight }: LedgerGridInput): string[] {
  const text = messages(sight.locale);
  const path: string[] = [];
  return view.groups.map(({ level, title, count }) => {
    path.splice(level, path.length, title || text.blank);
    return [...path.slice(0, level), text.group(title, count)].join(' › ');
  });
}

/** A box before each row, for acts on several. */
function checkColumn(checks: Checks, { sight, table }: LedgerGridInput): GridColumn {
  const text = workMessages(sight.locale);
  return {
    id: ' check',
    title: text.check,
    width: 64,
    fixed: true,
    frozen: table.columns[0]?.frozen ?? false,
    align: 'center',
    press: () => checks.toggleAll(),
    text: (row) => (checks.has(row) ? text.checked : text.unchecked),
    activate: (row) => checks.toggle(row),
    draw: (cell, row, words) => {
      clear(cell);
      cell.append(
        make('span', { class: checks.has(row) ? 'check-box on' : 'check-box' }),
        make('span', { class: 'visually-hidden' }, words),
      );
    },
  };
}

/** What `make` answers, asked for once. */
function kept<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** The running number of a row among the lines, counted when a first one is asked for. */
function numbering(lines: Int32Array, rows: number): (row: number) => string {
  let numbers: Uint32Array | undefined;
  return (row) => {
    if (numbers === undefined) {
      numbers = new Uint32Array(rows);
      let last = 0;
      for (const line of lines) if (line >= 0) numbers[line] = last += 1;
    }
    return String(numbers[row]);
  };
}

function gridColumn(column: LedgerColumn, input: LedgerGridInput, numberOf: (row: number) => string): GridColumn {
  const { table, wish, sight, edits, view } = input;
  const { id, kind, node, pointer } = column;
  // Rows that are still being read have no record.
  const record = (row: number): StoredRecord | undefined => table.records[row];
  const place = wish.sort.findIndex((key) => key.column === id);
  const sorted = place < 0 ? 'none' : wish.sort[place]!.descending ? 'descending' : 'ascending';
  const editOf = (row: number) => (pointer === undefined ? undefined : edits.edit(record(row)?.id ?? '', pointer));
  const control = node && pointer !== undefined ? controlOf(node, sight) : undefined;
  const common: GridColumn = {
    id,
    title: column.title,
    groups: column.groups,
    width: column.width,
    grow: input.layout.widths.has(id)
      ? 0
      : kind === 'longText'
        ? 3
        : kind === 'text' || kind === 'organisation' || kind === 'other'
          ? 1
          : 0,
    frozen: column.frozen,
    align:
      kind === 'number'
        ? 'end'
        : kind === 'rowNumber' || kind === 'state' || kind === 'boolean' || kind === 'date'
          ? 'center'
          : 'start',
    link: kind === 'rowNumber',
    activate: (row) => {
      const found = record(row);
      if (found) input.open(found);
    },
    text: (row) => {
      if (kind === 'rowNumber') return numberOf(row);
      const edit = editOf(row);
      return edit ? (edit.problem ? edit.text : cellText(edit.value, node, sight)) : table.text(column, row);
    },
    ...(kind === 'rowNumber'
      ? {}
      : { sort: sorted, ...(place >= 0 && wish.sort.length > 1 ? { sortPlace: place + 1 } : {}) }),
    ...(column.total
      ? { total: kept(() => totalWords(column, columnTotal(table, column, view.rows, sight), sight)) }
      : {}),
  };
  if (kind === 'lamp') {
    const lamps = new Map(column.options.map(({ title, lamp }) => [title, lamp]));
    return {
      ...common,
      draw: (cell, _row, words) => {
        const lamp = lamps.get(words);
        drawLamp(cell, isLamp(lamp) ? (lamp as LampColor) : undefined, words);
      },
    };
  }
  if (kind === 'state') {
    const tones = new Map(column.options.map(({ title, tone }) => [title, tone]));
    return { ...common, draw: (cell, _row, words) => drawBadge(cell, tones.get(words), words) };
  }
  if (control === undefined || pointer === undefined || node === undefined || !isEditable(column)) return common;
  const reference = referenceOf(node, sight);
  const valueIn = (row: number): string =>
    editOf(row)?.text ?? cellRaw(valueAt((record(row)?.data ?? null) as Json, pointer));
  return {
    ...common,
    editor: {
      control,
      options: () => node.options.map(({ value, title }) => ({ value: String(value), title })),
      value: valueIn,
      ...(reference
        ? {
            pick: async (row: number, anchor: HTMLElement, search: string) => {
              const found = record(row);
              if (found) await input.pick(found, column, reference, anchor, { chosen: valueIn(row), search });
            },
          }
        : {}),
      canEdit: (row) => {
        const found = record(row);
        return found !== undefined && input.canEdit(found, pointer);
      },
      commit: (row, typed) => {
        const found = record(row);
        if (found) input.edit(found, column, typed);
      },
    },
  };
}

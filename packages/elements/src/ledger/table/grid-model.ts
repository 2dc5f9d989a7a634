import type { StoredRecord } from '@jiceng/core/generated/record.js';
import { valueAt } from '@jiceng/core/json/pointer.js';
import type { Json } from '@jiceng/core/json/json.js';
import { mergedRuns } from '@jiceng/core/table/runs.js';
import { drawBadge, drawLamp } from '../../grid/cells.ts';
import type { GridColumn, GridHeading, GridModel } from '../../grid/column.ts';
import { isLamp, type LampColor } from '../../lamp/lamp-shapes.ts';
import { arranged } from '@jiceng/core/table/column-layout.js';
import { cellText } from '../../record/cell-text.ts';
import type { LedgerColumn } from './columns.ts';
import type { LedgerLayout } from './kept-layout.ts';
import { isEditable, type EditableColumn } from '../editing/desk.ts';
import { cellRaw, type CellEdits } from '../editing/edits.ts';
import { controlOf, referenceOf, type Reference } from '../editing/references.ts';
import { messages } from '../ledger.messages.ts';
import type { Sight } from '../../record/sight.ts';
import { columnTotal, totalWords } from './totals.ts';
import { workMessages } from '../editing/work.messages.ts';
import type { LedgerTable, LedgerView, LedgerWish } from './table.ts';

/** What the grid of a ledger is made from. */
export interface LedgerGridInput {
  readonly table: LedgerTable;
  readonly view: LedgerView;
  readonly wish: LedgerWish;
  readonly sight: Sight;
  readonly edits: CellEdits;
  readonly label: string;
  readonly openId: string | undefined;
  readonly layout: LedgerLayout;
  /** Rows that are ticked; absent where nothing is done to several. */
  readonly checks?: Checks;
  open(record: StoredRecord): void;
  /** Whether this person may change a field of a record in place. */
  canEdit(record: StoredRecord, pointer: string): boolean;
  /** Takes what was typed into a cell. */
  edit(record: StoredRecord, column: EditableColumn, text: string): void;
  /** Opens the list in which the person or organisation of a cell is chosen; resolves when it has closed. */
  pick(
    record: StoredRecord,
    column: EditableColumn,
    reference: Reference,
    anchor: HTMLElement,
    now: { readonly chosen: string; readonly search: string },
  ): Promise<void>;
}

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

/** Which rows are ticked. */
export interface Checks {
  has(row: number): boolean;
  toggle(row: number): void;
  readonly all: boolean;
  toggleAll(): void;
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
      while (cell.firstChild) cell.firstChild.remove();
      cell.append(
        element('span', checks.has(row) ? 'check-box on' : 'check-box'),
        element('span', 'visually-hidden', words),
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

/**
 * One cell that says the whole record: its first text (or else whom it is about) as heading, lamp and state beside it,
 * up to four more values below. The first card of a group has the group's name above it, in place of the last value:
 * all lines of a grid are of one height.
 */
function cardColumn(
  { table, open, sight }: LedgerGridInput,
  columns: readonly GridColumn[],
  bands: ReadonlyMap<number, string>,
): GridColumn {
  const of = (...kinds: string[]) => table.columns.findIndex(({ kind }) => kinds.includes(kind));
  const title = [of('longText', 'text'), of('organisation', 'person')].find((at) => at >= 0) ?? -1;
  const marks = [of('lamp'), of('state')].filter((at) => at >= 0);
  const rest = table.columns
    .map((_, at) => at)
    .filter((at) => at !== title && !marks.includes(at) && table.columns[at]!.kind !== 'rowNumber')
    .slice(0, CARD_LINES);
  const text = messages(sight.locale);
  return {
    id: 'card',
    title: text.detail,
    width: 200,
    grow: 1,
    activate: (row) => {
      const found = table.records[row];
      if (found) open(found);
    },
    text: (row) =>
      [
        ...(bands.has(row) ? [bands.get(row)] : []),
        ...[title, ...marks, ...rest]
          .filter((at) => at >= 0)
          .map((at) => `${table.columns[at]!.title}${text.marks.colon}${columns[at]!.text(row)}`),
      ].join('\n'),
    draw: (cell, row) => {
      while (cell.firstChild) cell.firstChild.remove();
      const card = element('div', 'card');
      const band = bands.get(row);
      if (band !== undefined) card.append(element('div', 'card-band', band));
      card.append(element('div', 'card-title', title < 0 ? '' : columns[title]!.text(row)));
      const badges = element('div', 'card-marks');
      for (const at of marks) {
        const mark = element('span', 'card-mark');
        columns[at]!.draw?.(mark, row, columns[at]!.text(row));
        badges.append(mark);
      }
      card.append(badges);
      for (const at of band === undefined ? rest : rest.slice(0, CARD_LINES - 1)) {
        const line = element('div', 'card-line');
        line.append(
          element('span', 'card-label', `${table.columns[at]!.title}${text.marks.colon}`),
          columns[at]!.text(row),
        );
        card.append(line);
      }
      cell.append(card);
    },
  };
}

/** Values below a card's heading. */
export const CARD_LINES = 4;

function element(tag: string, className: string, text = ''): HTMLElement {
  const node = document.createElement(tag);
  node.className = className;
  node.textContent = text;
  return node;
}

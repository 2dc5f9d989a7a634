import { isObject, own, type Json } from '@jiceng/core/json/json.js';
import { pointerParts, toPointer, valueAt } from '@jiceng/core/json/pointer.js';
import type { Language } from '@jiceng/core/text/problem.js';
import type { Edit } from '../document/edit.ts';
import { added, listAt, placeIn, textOf, type ListChange } from '../lists/list-edits.ts';
import { ENVELOPE_WORDS } from '../panel/choices.messages.ts';
import { listFields } from '../panel/field-list.ts';
import { fieldTitle } from '../panel/thing.ts';

/** One cell of a table's head, as in Excel. */
export interface HeadCell {
  readonly pointer: string;
  readonly title: string;
  readonly isGroup: boolean;
  /** Storey from the top, from 0; how many columns and storeys it covers. */
  readonly row: number;
  readonly columns: number;
  readonly rows: number;
  /** Width in px of a column that has one. */
  readonly width: number | undefined;
  readonly frozen: boolean;
}

/** The head of a table by storeys, each from the left. Reads half-made columns, too. */
export function headOf(document: Json, language: Language): readonly (readonly HeadCell[])[] {
  const depth = depthOf(listAt(document, '/ledger/columns'));
  const storeys: HeadCell[][] = Array.from({ length: depth }, () => []);
  const walk = (list: string, row: number): number =>
    listAt(document, list).reduce<number>((sum, column, at) => {
      const pointer = `${list}/${at}`;
      const isGroup = isGroupOf(column);
      const cell = {
        pointer,
        title: titleOf(document, column, language),
        isGroup,
        row,
        width:
          isObject(column) && typeof own(column, 'width') === 'number' ? (own(column, 'width') as number) : undefined,
        frozen: isObject(column) && own(column, 'frozen') === true,
      };
      const place = storeys[row]?.push({ ...cell, columns: 1, rows: isGroup ? 1 : depth - row }) ?? 0;
      const columns = isGroup ? Math.max(1, walk(`${pointer}/columns`, row + 1)) : 1;
      if (storeys[row]) storeys[row][place - 1] = { ...cell, columns, rows: isGroup ? 1 : depth - row };
      return sum + columns;
    }, 0);
  walk('/ledger/columns', 0);
  return storeys;
}

const isGroupOf = (column: Json): boolean => isObject(column) && Array.isArray(own(column, 'columns'));

function depthOf(columns: readonly Json[]): number {
  return columns.reduce<number>(
    (most, column) =>
      Math.max(
        most,
        isGroupOf(column)
          ? 1 + Math.max(1, depthOf(own(column as Record<string, Json>, 'columns') as readonly Json[]))
          : 1,
      ),
    0,
  );
}

/** What stands over a column: its own heading, its field's title, or what the envelope's value is called. */
function titleOf(document: Json, column: Json, language: Language): string {
  const title = textOf(column, 'title');
  if (title !== '') return title;
  const field = typeof column === 'string' ? column : textOf(column, 'field');
  if (field !== '') return fieldTitle(document, field);
  const name = textOf(column, 'name');
  return own(ENVELOPE_WORDS, name)?.[language === 'zh-CN' ? 0 : 1] ?? name;
}

/**
 * The columns from one to another of the same heading, as Shift picks them in Excel; the other alone where they have
 * none in common. The first stays first.
 */
export function columnsBetween(from: string, to: string): string[] {
  const [start, end] = [placeIn(from), placeIn(to)];
  if (start.list !== end.list) return [to];
  const step = end.at < start.at ? -1 : 1;
  return Array.from(
    { length: Math.abs(end.at - start.at) + 1 },
    (_, number) => `${start.list}/${start.at + number * step}`,
  );
}

/** So many fields stand in a new ledger: as many as an office's sheet usually has. */
const FIRST = 12;

/** A ledger with the running number and the first plain fields. */
export function newLedger(document: Json): ListChange {
  const fields = listFields(document)
    .filter(({ address }) => address.lastIndexOf('/') === 0)
    .slice(0, FIRST);
  return {
    edits: [
      {
        set: '/ledger',
        value: { columns: [{ name: 'itemNo', title: '序号', width: 56 }, ...fields.map(({ address }) => address)] },
      },
    ],
    select: ['/ledger/columns/0'],
  };
}

/** What new lamp rules show, in this order. */
const LAMPS = ['red', 'yellow', 'green'];

/**
 * A lamp rule, to be given its condition, with the first lamp that no rule has. It stands before the rule for all
 * others, which comes along with the first one: behind that nothing is asked any more.
 */
export function newLamp(document: Json, names: Readonly<Record<string, string>>): ListChange {
  const rules = listAt(document, '/ledger/lamp');
  const [lamp = 'red'] = LAMPS.filter((each) => !rules.some((rule) => textOf(rule, 'lamp') === each));
  const rule = { lamp, title: own(names, lamp) ?? lamp, when: 'FALSE' };
  if (rules.length === 0)
    return {
      edits: [{ set: '/ledger/lamp', value: [rule, { lamp: 'green', title: own(names, 'green') ?? 'green' }] }],
      select: ['/ledger/lamp/0'],
    };
  const last = rules[rules.length - 1];
  const hasRest = isObject(last) && own(last, 'when') === undefined;
  return added(document, '/ledger/lamp', rule, rules.length - (hasRest ? 1 : 0));
}

/** Fields that stand in no column yet. */
export function fieldsLeft(document: Json): { readonly address: string; readonly title: string }[] {
  const shown = new Set<string>();
  const walk = (columns: readonly Json[]) =>
    columns.forEach((column) => {
      const field = typeof column === 'string' ? column : textOf(column, 'field');
      if (field !== '') shown.add(field);
      if (isGroupOf(column)) walk(own(column as Record<string, Json>, 'columns') as readonly Json[]);
    });
  walk(listAt(document, '/ledger/columns'));
  return listFields(document).filter(({ address }) => !address.includes('*') && !shown.has(address));
}

/** A new column behind the one at `behind` (at the end without). */
export function withColumn(document: Json, column: Json, behind?: string): ListChange {
  if (behind === undefined || valueAt(document, behind) === undefined)
    return added(document, '/ledger/columns', column);
  const { list, at } = placeIn(behind);
  return added(document, list, column, at + 1);
}

/**
 * Takes a column or group to another place: before place `at` of `list`. `undefined` where it would go into itself or
 * stay.
 */
export function columnMoved(document: Json, pointer: string, list: string, at: number): ListChange | undefined {
  const from = placeIn(pointer);
  if (list === pointer || list.startsWith(`${pointer}/`) || valueAt(document, pointer) === undefined) return undefined;
  if (from.list === list) {
    const to = at > from.at ? at - 1 : at;
    return to === from.at ? undefined : { edits: [{ move: pointer, to: `${list}/${to}` }], select: [`${list}/${to}`] };
  }
  // Taking a column away shifts what stands behind it in the same list, and with that the way to the target.
  const shifted = shiftedBy(list, from.list, from.at, -1);
  const edits: Edit[] = [{ move: pointer, to: `${shifted}/${at}` }];
  const landed = `${shifted}/${at}`;
  const emptied = emptiedBy(document, from.list, list);
  if (emptied === undefined) return { edits, select: [landed] };
  // Headings without columns go along.
  const gone = shiftedBy(emptied, shifted, at, 1);
  const place = placeIn(gone);
  return { edits: [...edits, { remove: gone }], select: [shiftedBy(landed, place.list, place.at, -1)] };
}

/**
 * The outermost group that stands empty when the only column of `list` has gone to `target`; `undefined` where none
 * does.
 */
function emptiedBy(document: Json, list: string, target: string): string | undefined {
  let group: string | undefined;
  for (
    let at = list;
    at !== '/ledger/columns' && at !== target && listAt(document, at).length === 1;
    at = placeIn(group).list
  )
    group = at.slice(0, at.lastIndexOf('/'));
  return group;
}

/** A pointer after an item at place `at` of `list` was taken away (`by` -1) or put in (`by` 1). */
function shiftedBy(pointer: string, list: string, at: number, by: -1 | 1): string {
  if (!pointer.startsWith(`${list}/`)) return pointer;
  const parts = pointerParts(pointer);
  const depth = pointerParts(list).length;
  const index = Number(parts[depth]);
  return (by < 0 ? index > at : index >= at)
    ? toPointer([...parts.slice(0, depth), index + by, ...parts.slice(depth + 1)])
    : pointer;
}

/** Neighbours put under one heading; `undefined` where they are not neighbours of one list. */
export function grouped(document: Json, pointers: readonly string[], title: string): ListChange | undefined {
  const places = pointers.map(placeIn).sort((a, b) => a.at - b.at);
  const [first] = places;
  if (
    !first ||
    places.some(({ list, at }, index) => list !== first.list || at !== first.at + index) ||
    pointers.some((pointer) => valueAt(document, pointer) === undefined)
  )
    return undefined;
  const group = `${first.list}/${first.at}`;
  return {
    edits: [
      { insert: group, value: { title, columns: [] } },
      ...places.map((_, index): Edit => ({ move: `${first.list}/${first.at + 1}`, to: `${group}/columns/${index}` })),
    ],
    select: [group],
  };
}

/** The columns of a group put where the group stands. */
export function ungrouped(document: Json, pointer: string): ListChange | undefined {
  const { length } = listAt(document, `${pointer}/columns`);
  const { list, at } = placeIn(pointer);
  if (length === 0) return undefined;
  const edits: Edit[] = [];
  for (let index = 0; index < length; index++)
    edits.push({ move: `${list}/${at + index}/columns/0`, to: `${list}/${at + index}` });
  return {
    edits: [...edits, { remove: `${list}/${at + length}` }],
    select: Array.from({ length }, (_, index) => `${list}/${at + index}`),
  };
}

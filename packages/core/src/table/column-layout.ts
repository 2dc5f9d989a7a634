import { isObject, own, type Json } from '../json/json.ts';

/** How one person wants the columns of a table, by column id. */
export interface ColumnLayout {
  /** Ids in the wished order; others keep their place behind the one before them. */
  readonly order: readonly string[];
  readonly hidden: ReadonlySet<string>;
  /** Px at normal size. */
  readonly widths: ReadonlyMap<string, number>;
}

export const AS_DEFINED: ColumnLayout = { order: [], hidden: new Set(), widths: new Map() };

/** Narrowest and widest column, in px. */
const NARROWEST = 40;
const WIDEST = 1200;

interface Placed {
  readonly id: string;
  readonly width: number;
}

/**
 * The columns in the wished order and width, hidden ones included. New columns come in where the definition has them.
 */
export function ordered<C extends Placed>(columns: readonly C[], { order, widths }: ColumnLayout): C[] {
  const byId = new Map(columns.map((column) => [column.id, column]));
  const result = order.flatMap((id) => byId.get(id) ?? []);
  columns.forEach((column, at) => {
    if (result.includes(column)) return;
    const before = columns
      .slice(0, at)
      .reverse()
      .find((each) => result.includes(each));
    result.splice(before === undefined ? 0 : result.indexOf(before) + 1, 0, column);
  });
  return result.map((column) => {
    const width = widths.get(column.id);
    return width === undefined ? column : { ...column, width };
  });
}

/** The columns that are shown; when all are hidden, all are. */
export function arranged<C extends Placed>(columns: readonly C[], layout: ColumnLayout): C[] {
  const all = ordered(columns, layout);
  const shown = all.filter(({ id }) => !layout.hidden.has(id));
  return shown.length > 0 ? shown : all;
}

export function withWidth(layout: ColumnLayout, id: string, width: number): ColumnLayout {
  return {
    ...layout,
    widths: new Map(layout.widths).set(id, Math.round(Math.min(WIDEST, Math.max(NARROWEST, width)))),
  };
}

export function withShown(layout: ColumnLayout, id: string, shown: boolean): ColumnLayout {
  const hidden = new Set(layout.hidden);
  if (shown) hidden.delete(id);
  else hidden.add(id);
  return { ...layout, hidden };
}

/** Moves a column to the place that another one has. */
export function withMoved<C extends Placed>(
  layout: ColumnLayout,
  columns: readonly C[],
  id: string,
  to: string,
): ColumnLayout {
  const order = ordered(columns, layout).map((column) => column.id);
  const place = order.indexOf(to);
  if (place < 0 || !order.includes(id)) return layout;
  order.splice(order.indexOf(id), 1);
  order.splice(place, 0, id);
  return { ...layout, order };
}

export function layoutToJson({ order, hidden, widths }: ColumnLayout): Json {
  return { order: [...order], hidden: [...hidden], widths: Object.fromEntries(widths) };
}

/** Reads a stored layout; whatever is not one is taken as none. */
export function layoutFromJson(json: unknown): ColumnLayout {
  if (!isObject(json as Json)) return AS_DEFINED;
  const part = (name: string): unknown => own(json as { [key: string]: Json }, name);
  const texts = (value: unknown): string[] =>
    Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string').slice(0, 500) : [];
  const widths = part('widths');
  const pairs = isObject(widths as Json)
    ? Object.entries(widths as object).filter(
        (pair): pair is [string, number] => typeof pair[1] === 'number' && pair[1] >= NARROWEST && pair[1] <= WIDEST,
      )
    : [];
  return { order: texts(part('order')), hidden: new Set(texts(part('hidden'))), widths: new Map(pairs.slice(0, 500)) };
}

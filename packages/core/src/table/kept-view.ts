import { isObject, own, type Json, type JsonObject } from '../json/json.ts';
import type { RowFilter, RowQuery } from './row-source.ts';

/** What a person keeps of a query: which rows, in which order and groups. */
export type KeptView = Pick<RowQuery, 'filters' | 'counters' | 'sort' | 'groupBy'>;

export function viewToJson({ filters, counters, sort, groupBy }: KeptView): Json {
  return {
    filters: filters as unknown as Json,
    counters: [...counters],
    sort: sort as unknown as Json,
    groupBy: [...groupBy],
  };
}

/** Most of anything that is read. */
const MOST = 500;

/** Reads a stored view, for columns that are still there; `undefined`: it is none. */
export function viewFromJson(
  json: unknown,
  hasColumn: (id: string) => boolean,
  counters: number,
): KeptView | undefined {
  if (!isObject(json as Json)) return undefined;
  const list = (name: string): readonly unknown[] => {
    const found: unknown = own(json as JsonObject, name);
    return Array.isArray(found) ? found.slice(0, MOST) : [];
  };
  const isColumn = (id: unknown): id is string => typeof id === 'string' && hasColumn(id);
  const objects = (name: string) =>
    list(name).filter(
      (each): each is JsonObject => isObject(each as Json) && isColumn(own(each as JsonObject, 'column')),
    );
  return {
    filters: objects('filters').flatMap((each) => filterFrom(each) ?? []),
    counters: list('counters').filter(
      (at): at is number => Number.isInteger(at) && (at as number) >= 0 && (at as number) < counters,
    ),
    sort: objects('sort').map((each) => ({
      column: own(each, 'column') as string,
      descending: own(each, 'descending') === true,
    })),
    groupBy: list('groupBy').filter(isColumn),
  };
}

function filterFrom(json: JsonObject): RowFilter | undefined {
  const text = (name: string): string | undefined => {
    const found = own(json, name);
    return typeof found === 'string' ? found : undefined;
  };
  const bound = (name: string): string | number | undefined => {
    const found = own(json, name);
    return typeof found === 'string' || (typeof found === 'number' && Number.isFinite(found)) ? found : undefined;
  };
  const listed = own(json, 'values');
  const values = Array.isArray(listed) ? listed.filter((each): each is string => typeof each === 'string') : undefined;
  const filter = { values, text: text('text'), from: bound('from'), to: bound('to'), under: text('under') };
  const given = Object.entries(filter).filter(([, value]) => value !== undefined);
  return given.length > 0
    ? { column: own(json, 'column') as string, ...(Object.fromEntries(given) as Omit<RowFilter, 'column'>) }
    : undefined;
}

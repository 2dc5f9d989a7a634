import { isObject } from '@jiceng/core/json/json.js';
import type { Chosen } from '@jiceng/core/report/chosen.js';
import type { Place } from '@jiceng/core/report/model.js';
import { parsePeriod } from '@jiceng/core/time/period.js';

/** What the address says about the view of a report: what is chosen, and which number stands open. */
export interface View {
  /** Undefined where the address chooses nothing. */
  readonly chosen: Chosen | undefined;
  readonly place: Place | undefined;
}

const FILTER = 'filter.';

/** Reads an address; what is not understood is left out. */
export function readView(search: URLSearchParams): View {
  const period = search.get('period') ?? undefined,
    organisation = search.get('organisation') ?? undefined;
  const filters = Object.fromEntries(
    [...search]
      .filter(([name]) => name.startsWith(FILTER) && name.length > FILTER.length)
      .map(([name, value]) => [name.slice(FILTER.length), value === '' ? [] : value.split(',')]),
  );
  const isChosen =
    period !== undefined || organisation !== undefined || Object.keys(filters).length > 0 || search.has('whole');
  return {
    chosen: isChosen
      ? {
          ...(period !== undefined && parsePeriod(period) ? { period } : {}),
          ...(organisation === undefined ? {} : { organisation }),
          filters,
        }
      : undefined,
    place: readPlace(search.get('number')),
  };
}

/** Writes a view into an address, in place of what it said before. */
export function writeView(search: URLSearchParams, { chosen, place }: View): void {
  for (const name of [...search.keys()])
    if (['period', 'organisation', 'whole', 'number'].includes(name) || name.startsWith(FILTER)) search.delete(name);
  if (chosen) {
    const { period, organisation, filters = {} } = chosen;
    if (period !== undefined) search.set('period', period);
    if (organisation !== undefined) search.set('organisation', organisation);
    for (const [dimension, members] of Object.entries(filters)) search.set(`${FILTER}${dimension}`, members.join(','));
    if (period === undefined && organisation === undefined && Object.keys(filters).length === 0)
      search.set('whole', '');
  }
  if (place) search.set('number', JSON.stringify(place));
}

function readPlace(text: string | null): Place | undefined {
  const json = text === null || text.length > 4000 ? undefined : parsed(text);
  if (!isObject(json)) return undefined;
  const { block, measure, rows, columns, filter = [] } = json;
  const isPlace =
    typeof block === 'string' &&
    typeof measure === 'string' &&
    areSteps(rows) &&
    areSteps(columns) &&
    areFilters(filter);
  return isPlace ? (json as unknown as Place) : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isText = (value: unknown): boolean => typeof value === 'string';

function areSteps(json: unknown): boolean {
  return (
    Array.isArray(json) && json.every((step) => isObject(step) && isText(step['dimension']) && isText(step['member']))
  );
}

function areFilters(json: unknown): boolean {
  return (
    Array.isArray(json) &&
    json.every(
      (filter) =>
        isObject(filter) && isText(filter['dimension']) && Array.isArray(filter['in']) && filter['in'].every(isText),
    )
  );
}

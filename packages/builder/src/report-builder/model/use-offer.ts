import { sameJson } from '@jiceng/core/json/changes.js';
import { isObject, own, type Json, type JsonObject } from '@jiceng/core/json/json.js';
import type { Edit } from '../../document/edit.ts';
import type { Data, Offer } from './offers.ts';
import { partsOf } from './zones.ts';

/** A dimension or measure of a report, with what makes it where it is not there yet. */
export interface Used {
  readonly id: string;
  readonly edits: readonly Edit[];
}

/**
 * The part of the report that an offer stands for: one that is there already, or a new one with the data set that it
 * needs.
 */
export function useOffer(report: Json, { kind, id, title, body, data }: Offer): Used {
  const set = data && dataSet(report, data);
  const whole: JsonObject = set ? { ...body, data: kind === 'measure' ? set.id : [set.id] } : body;
  const parts = partsOf(report, kind);
  const known = set && set.edits.length > 0 ? undefined : parts.find((part) => sameJson(bare(part), bare(whole)));
  if (known) return { id: String(own(known, 'id')), edits: [] };
  const taken = new Set(
    [...partsOf(report, 'dimension'), ...partsOf(report, 'measure')].map((part) => own(part, 'id')),
  );
  const free = freeId(id, taken);
  const { data: of, ...rest } = whole;
  return {
    id: free,
    edits: [
      ...(set?.edits ?? []),
      { insert: `/${kind}s/-`, value: { id: free, title, ...(of === undefined ? {} : { data: of }), ...rest } },
    ],
  };
}

/** A part without what people call it and how it is shown: what it counts. */
function bare(part: JsonObject): JsonObject {
  const {
    id: _id,
    title: _title,
    description: _description,
    thresholds: _thresholds,
    target: _target,
    show: _show,
    source: _source,
    places: _places,
    direction: _direction,
    ...rest
  } = part as Record<string, Json>;
  return rest;
}

/** `id`, or with the first number behind it that is free. */
export function freeId(id: string, taken: ReadonlySet<Json | undefined>): string {
  if (!taken.has(id)) return id;
  for (let number = 2; ; number++) if (!taken.has(`${id}${number}`)) return `${id}${number}`;
}

/** The data set that gives these rows; facts share one. */
function dataSet(report: Json, { from, definition, title, each, on, always, fact }: Data): Used {
  const list = isObject(report) ? own(report, 'data') : undefined;
  const sets = Array.isArray(list) ? list : [];
  const isFor = (set: Json): boolean => {
    if (!isObject(set) || own(set, 'where') !== undefined || own(set, 'states') !== undefined) return false;
    if (from === 'facts') return Array.isArray(own(set, 'facts'));
    return sameJson(own(set, from), [definition]) && own(set, 'each') === each;
  };
  const at = sets.findIndex(isFor);
  const set = sets[at];
  if (isObject(set)) {
    const facts = own(set, 'facts');
    const isThere = fact === undefined || (Array.isArray(facts) && facts.includes(fact));
    return {
      id: String(own(set, 'id')),
      edits: isThere ? [] : [{ insert: `/data/${at}/facts/-`, value: fact as string }],
    };
  }
  const camel = definition.replace(/-+(.)/g, (_, letter: string) => letter.toUpperCase());
  const id = freeId(
    from === 'facts' ? 'facts' : from === 'filings' ? `${camel}Filings` : each === undefined ? camel : `${camel}Rows`,
    new Set(sets.map((entry: Json) => (isObject(entry) ? own(entry, 'id') : undefined))),
  );
  const value: JsonObject =
    from === 'facts'
      ? { id, facts: [fact as string] }
      : {
          id,
          title,
          [from]: [definition],
          ...(each === undefined ? {} : { each }),
          ...(on === undefined || from === 'filings' ? {} : { on }),
          ...(always && from === 'records' ? { always } : {}),
        };
  return { id, edits: [{ insert: '/data/-', value }] };
}

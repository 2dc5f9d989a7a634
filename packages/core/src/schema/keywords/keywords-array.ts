import type { Json } from '../../json/json.ts';
import { equalityKey } from '../equal.ts';
import type { Keyword, Place } from './keyword.ts';
import { limit } from './keywords-value.ts';
import { checkChild, holds, spend, violate, type Check } from '../run.ts';

type List = readonly Json[];

/** Keywords that judge lists and their items. */
export const ARRAY_KEYWORDS: readonly Keyword[] = [
  limit('minItems', 'array', (value, bound) => (value as List).length >= bound),
  limit('maxItems', 'array', (value, bound) => (value as List).length <= bound),
  {
    names: ['uniqueItems'],
    vocabulary: 'validation',
    on: 'array',
    compile: (place) => {
      if (place.held('uniqueItems') !== true) return undefined;
      return (value, run) => {
        const list = value as List;
        const first = new Map<unknown, number>();
        let ok = true;
        for (let index = 0; index < list.length; index++) {
          const key = equalityKey(list[index]);
          spend(run, 1 + (typeof key === 'string' ? key.length >> 4 : 0));
          const earlier = first.get(key);
          if (earlier === undefined) first.set(key, index);
          else ok = violate(run, place, 'uniqueItems', { first: earlier, second: index }, index);
          if (!ok && run.quiet) return false;
        }
        return ok;
      };
    },
  },
  { names: ['prefixItems', 'items'], vocabulary: 'applicator', on: 'array', compile: items },
  { names: ['contains'], vocabulary: 'applicator', on: 'array', compile: contains },
];

/** The keyword that must come after all others of its schema. */
export const UNEVALUATED_ITEMS: Keyword = {
  names: ['unevaluatedItems'],
  vocabulary: 'unevaluated',
  on: 'array',
  compile: (place) => {
    const node = place.node('unevaluatedItems');
    const never = place.held('unevaluatedItems') === false;
    return (value, run, seen) => {
      const list = value as List;
      if (seen === undefined) return true;
      let ok = true;
      for (let index = seen.itemsBefore; index < list.length; index++) {
        if (seen.items.has(index)) continue;
        if (never) ok = violate(run, place, 'unevaluatedItems', { extra: index }, index);
        else if (!checkChild(node, list[index], index, run)) ok = false;
        if (!ok && run.quiet) return false;
      }
      seen.itemsBefore = list.length;
      return ok;
    };
  },
};

function items(place: Place): Check {
  const prefix = ((place.held('prefixItems') as readonly unknown[] | undefined) ?? []).map((_, index) =>
    place.node('prefixItems', index),
  );
  const held = place.held('items');
  const rest = held === undefined ? undefined : place.node('items');
  const never = held === false;
  return (value, run, seen) => {
    const list = value as List;
    const judged = rest === undefined ? Math.min(prefix.length, list.length) : list.length;
    let ok = true;
    for (let index = 0; index < judged; index++) {
      const node = index < prefix.length ? prefix[index]! : rest!;
      if (never && index >= prefix.length) ok = violate(run, place, 'items', { extra: index }, index);
      else if (!checkChild(node, list[index], index, run)) ok = false;
      if (!ok && run.quiet) return false;
    }
    if (seen !== undefined && judged > seen.itemsBefore) seen.itemsBefore = judged;
    return ok;
  };
}

function contains(place: Place): Check {
  const node = place.node('contains');
  const min = (place.held('minContains') as number | undefined) ?? 1;
  const max = place.held('maxContains') as number | undefined;
  return (value, run, seen) => {
    const list = value as List;
    let found = 0;
    for (let index = 0; index < list.length; index++) {
      if (!holds(node, list[index], run, undefined)) continue;
      found++;
      if (seen !== undefined) seen.items.add(index);
    }
    if (found >= min && (max === undefined || found <= max)) return true;
    return violate(run, place, 'contains', max === undefined ? { min, found } : { min, max, found });
  };
}

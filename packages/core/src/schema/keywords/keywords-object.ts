import { has, type Data, type Keyword, type Place } from './keyword.ts';
import { limit } from './keywords-value.ts';
import type { Pattern } from '../pattern/pattern.ts';
import { checkChild, holds, spend, violate, type Check, type Node } from '../run.ts';
import type { SchemaMap } from '../schema.ts';

/** Keywords that judge objects and their properties. */
export const OBJECT_KEYWORDS: readonly Keyword[] = [
  {
    names: ['required'],
    vocabulary: 'validation',
    on: 'object',
    compile: (place) => {
      const keys = place.held('required') as readonly string[];
      return (value, run) =>
        missing(value as Data, keys, (key) => violate(run, place, 'required', { missing: key }, key));
    },
  },
  {
    names: ['properties', 'patternProperties', 'additionalProperties'],
    vocabulary: 'applicator',
    on: 'object',
    compile: members,
  },
  {
    names: ['propertyNames'],
    vocabulary: 'applicator',
    on: 'object',
    compile: (place) => {
      const node = place.node('propertyNames');
      return (value, run) => {
        let ok = true;
        for (const key of Object.keys(value as Data)) {
          if (!holds(node, key, run, undefined)) ok = violate(run, place, 'propertyNames', { name: key }, key);
          if (!ok && run.quiet) break;
        }
        return ok;
      };
    },
  },
  limit('minProperties', 'object', (value, bound) => Object.keys(value as Data).length >= bound),
  limit('maxProperties', 'object', (value, bound) => Object.keys(value as Data).length <= bound),
  {
    names: ['dependentRequired'],
    vocabulary: 'validation',
    on: 'object',
    compile: (place) => dependent(place, 'dependentRequired'),
  },
  {
    names: ['dependentSchemas'],
    vocabulary: 'applicator',
    on: 'object',
    compile: (place) => dependent(place, 'dependentSchemas'),
  },
  {
    names: ['dependencies'],
    vocabulary: 'applicator',
    on: 'object',
    compile: (place) => dependent(place, 'dependencies'),
  },
];

/** The keyword that must come after all others of its schema. */
export const UNEVALUATED_PROPERTIES: Keyword = {
  names: ['unevaluatedProperties'],
  vocabulary: 'unevaluated',
  on: 'object',
  compile: (place) => {
    const node = place.node('unevaluatedProperties');
    const never = place.held('unevaluatedProperties') === false;
    return (value, run, seen) => {
      const object = value as Data;
      if (seen === undefined || seen.allProperties) return true;
      let ok = true;
      for (const key of Object.keys(object)) {
        if (seen.properties.has(key)) continue;
        if (never) ok = violate(run, place, 'unevaluatedProperties', { extra: key }, key);
        else if (!checkChild(node, object[key], key, run)) ok = false;
        if (!ok && run.quiet) return false;
      }
      seen.allProperties = true;
      return ok;
    };
  },
};

function missing(object: Data, keys: readonly string[], report: (key: string) => false): boolean {
  let ok = true;
  for (let index = 0; index < keys.length; index++) {
    const key = keys[index]!;
    if (!has(object, key)) ok = report(key);
  }
  return ok;
}

/** `properties`, `patternProperties` and `additionalProperties`: one pass over the properties that are there. */
function members(place: Place): Check {
  const named = new Map<string, Node>();
  for (const key of Object.keys((place.held('properties') as SchemaMap | undefined) ?? {}))
    named.set(key, place.node('properties', key));
  const patterned: { readonly pattern: Pattern; readonly node: Node }[] = [];
  for (const key of Object.keys((place.held('patternProperties') as SchemaMap | undefined) ?? {})) {
    patterned.push({ pattern: place.pattern(key), node: place.node('patternProperties', key) });
  }
  const additional = place.held('additionalProperties');
  const rest = additional === undefined || additional === true ? undefined : place.node('additionalProperties');
  const never = additional === false;
  return (value, run, seen) => {
    const object = value as Data;
    const keys = Object.keys(object);
    let ok = true;
    for (let index = 0; index < keys.length; index++) {
      const key = keys[index]!;
      const child = object[key];
      if (child === undefined) continue;
      const node = named.get(key);
      let known = node !== undefined;
      if (node !== undefined && !checkChild(node, child, key, run)) ok = false;
      for (let at = 0; at < patterned.length; at++) {
        const { pattern, node: matching } = patterned[at]!;
        spend(run, 1 + (key.length >> 3));
        if (!pattern.test(key)) continue;
        known = true;
        if (!checkChild(matching, child, key, run)) ok = false;
      }
      if (known) {
        if (seen !== undefined) seen.properties.add(key);
      } else if (never) {
        ok = violate(run, place, 'additionalProperties', { extra: key }, key);
      } else if (rest !== undefined && !checkChild(rest, child, key, run)) {
        ok = false;
      }
      if (!ok && run.quiet) return false;
    }
    if (seen !== undefined && additional !== undefined) seen.allProperties = true;
    return ok;
  };
}

/** What a present property asks for: other properties, or a schema for the whole object. */
function dependent(place: Place, keyword: string): Check {
  const held = place.held(keyword) as Readonly<Record<string, unknown>>;
  // Of an older draft, `dependencies` is told of as what it is now.
  const at = { pointer: () => place.pointer(keyword) };
  const demands = Object.keys(held).map((key) => {
    const keys = Array.isArray(held[key]) ? (held[key] as readonly string[]) : undefined;
    return { key, keys, node: keys === undefined ? place.node(keyword, key) : undefined };
  });
  return (value, run, seen) => {
    const object = value as Data;
    let ok = true;
    for (const { key, keys, node } of demands) {
      if (!has(object, key)) continue;
      if (node !== undefined && !node.check(value, run, seen)) ok = false;
      if (keys !== undefined) {
        const report = (absent: string) =>
          violate(run, at, 'dependentRequired', { missing: absent, because: key }, absent);
        if (!missing(object, keys, report)) ok = false;
      }
    }
    return ok;
  };
}

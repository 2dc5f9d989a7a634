import { own } from '../json/json.ts';
import { pointerParts } from '../json/pointer.ts';
import { compilePattern } from './formats/text-part.ts';
import type { Location } from './location.ts';
import { childOf } from './resolve.ts';
import type { SchemaObject } from './schema.ts';

/**
 * The schemas that judge a value together with `location`, whatever the value: itself, where `$ref` leads, `allOf`.
 * The order is from the outside in, so that a referring schema's title comes before the one it refers to.
 */
export function conjuncts(location: Location): readonly Location[] {
  if (location.ref === undefined && location.dynamicRef === undefined && !joinsOthers(location)) return [location];
  const found = new Set<Location>();
  const stack = [location];
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    if (found.has(at)) continue;
    found.add(at);
    const next: (Location | undefined)[] = [at.ref, at.dynamicRef];
    if (joinsOthers(at))
      at.children.forEach((child) => {
        if (child.parts[0] === 'allOf') next.push(child);
      });
    for (const child of next.reverse()) if (child !== undefined) stack.push(child);
  }
  return [...found];
}

/** Asked before the children are gone through: a record has hundreds, and seldom an `allOf`. */
function joinsOthers({ schema }: Location): boolean {
  return typeof schema === 'object' && own<unknown>(schema as SchemaObject, 'allOf') !== undefined;
}

/** The schemas for the property `key`, or the item at index `key`, of a value that `location` judges. */
export function schemasOf(location: Location, key: string): readonly Location[] {
  const index = /^(0|[1-9]\d*)$/.test(key) ? Number(key) : undefined;
  const found: Location[] = [];
  for (const part of conjuncts(location)) {
    const inside = propertySchemas(part, key);
    if (inside.length > 0) found.push(...inside);
    else if (index !== undefined || key === '*') found.push(...itemSchemas(part, index));
  }
  return found;
}

function propertySchemas(part: Location, key: string): readonly Location[] {
  const named = childOf(part, 'properties', key);
  const found = named === undefined ? [] : [named];
  const patterns: unknown =
    typeof part.schema === 'object' ? own<unknown>(part.schema as SchemaObject, 'patternProperties') : undefined;
  if (typeof patterns === 'object' && patterns !== null) {
    for (const source of Object.keys(patterns)) {
      const child = childOf(part, 'patternProperties', source);
      const pattern = child && compilePattern(source);
      if (child && pattern && pattern.ok && pattern.value.test(key)) found.push(child);
    }
  }
  if (found.length > 0) return found;
  const additional = childOf(part, 'additionalProperties');
  return additional === undefined ? [] : [additional];
}

function itemSchemas(part: Location, index: number | undefined): readonly Location[] {
  const fixed = index === undefined ? undefined : childOf(part, 'prefixItems', index);
  const child = fixed ?? childOf(part, 'items');
  return child === undefined ? [] : [child];
}

/** The schemas for the place `pointer` of a value that `root` judges; `*` stands for any item. */
export function schemasAt(root: Location, pointer: string): readonly Location[] {
  let found: readonly Location[] = [root];
  for (const key of pointerParts(pointer)) {
    const next = new Set<Location>();
    for (const location of found) for (const child of schemasOf(location, key)) next.add(child);
    found = [...next];
  }
  return found;
}

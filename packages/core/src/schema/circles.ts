import type { Problem } from '../text/problem.ts';
import { dynamicName, schemaPointer, type Location, type Resource } from './location.ts';

/** Keywords whose schemas judge the same value as the schema that holds them. */
const IN_PLACE = ['allOf', 'anyOf', 'oneOf', 'not', 'if', 'then', 'else', 'dependentSchemas', 'dependencies'];

function inPlace(location: Location, resources: ReadonlyMap<string, Resource>): Location[] {
  const next: Location[] = [];
  if (location.ref !== undefined) next.push(location.ref);
  if (location.dynamicRef !== undefined) {
    next.push(location.dynamicRef);
    const name = dynamicName(location);
    if (name !== undefined) {
      for (const resource of resources.values()) {
        const target = resource.dynamicAnchors.get(name);
        if (target !== undefined) next.push(target);
      }
    }
  }
  for (const child of location.children.values()) if (IN_PLACE.includes(child.parts[0]!)) next.push(child);
  return next;
}

/** Circles of schemas at one and the same value: they would never come to an end. */
export function circles(locations: readonly Location[], resources: ReadonlyMap<string, Resource>): Problem[] {
  const problems: Problem[] = [];
  // Without references, schemas stand in a tree.
  if (!locations.some(({ ref, dynamicRef }) => ref ?? dynamicRef)) return problems;
  const state = new Map<Location, 'open' | 'done'>();
  for (const start of locations) {
    if (state.has(start)) continue;
    state.set(start, 'open');
    const stack = [{ at: start, next: inPlace(start, resources) }];
    for (let top = stack[stack.length - 1]; top !== undefined; top = stack[stack.length - 1]) {
      const next = top.next.pop();
      if (next === undefined) {
        state.set(top.at, 'done');
        stack.pop();
      } else if (!state.has(next)) {
        state.set(next, 'open');
        stack.push({ at: next, next: inPlace(next, resources) });
      } else if (state.get(next) === 'open') {
        problems.push({ pointer: schemaPointer(top.at), code: 'endless-reference', reason: REASON });
      }
    }
  }
  return problems;
}

const REASON = {
  'zh-CN': '引用绕回了自身；循环引用必须经过一个字段或一个列表项',
  en: 'The reference leads back to itself; a circle must pass through a property or an item',
};

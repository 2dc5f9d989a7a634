import { isObject, own, type Json } from '../../json/json.ts';
import { equalityKey } from '../equal.ts';
import { conjuncts } from '../locate.ts';
import type { Location } from '../location.ts';
import { childOf } from '../resolve.ts';
import { childrenOf, constantOf, heldBy, viewOf, type View } from './view.ts';

/** Whether a value satisfies the schema at a location. */
export type Judge = (location: Location, value: Json | undefined) => boolean;

/** What decides about a branch. */
export type BranchCause = 'if' | 'else' | 'has' | 'alternative';

/** Schemas that join in for some values only. */
export interface Branch {
  readonly cause: BranchCause;
  /** The `if` schema, or the property that must be there; `undefined` for alternatives. */
  readonly condition: Location | string | undefined;
  /** What joins in; `undefined` if only `required` does. */
  readonly location: Location | undefined;
  /** Properties asked for by `dependentRequired`. */
  readonly required: readonly string[];
  /** The alternatives of one `oneOf` or `anyOf` share this. */
  readonly group: readonly Location[] | undefined;
}

/** The branches of a view, in the order in which its schemas write them. */
export function branchesOf(view: View): readonly Branch[] {
  const found: Branch[] = [];
  const add = (
    cause: BranchCause,
    condition: Branch['condition'],
    location: Location | undefined,
    required: readonly string[] = [],
  ) => found.push({ cause, condition, location, required, group: undefined });
  for (const part of view.parts) {
    const condition = childOf(part, 'if');
    const yes = childOf(part, 'then');
    const no = childOf(part, 'else');
    if (condition !== undefined && yes !== undefined) add('if', condition, yes);
    if (condition !== undefined && no !== undefined) add('else', condition, no);
    for (const keyword of ['dependentSchemas', 'dependencies']) {
      for (const child of childrenOf(part, keyword)) add('has', child.parts[1]!, child);
    }
    for (const keyword of ['dependentRequired', 'dependencies']) {
      const held = heldBy(part, keyword);
      if (!isObject(held)) continue;
      for (const key of Object.keys(held)) {
        const keys: unknown = own(held, key);
        if (Array.isArray(keys)) add('has', key, undefined, keys.filter(isText));
      }
    }
  }
  for (const group of view.alternatives) {
    for (const location of group)
      found.push({ cause: 'alternative', condition: undefined, location, required: [], group });
  }
  return found;
}

/** What one schema brings along: its parts, its branches, the properties it always asks for. */
export interface Share {
  readonly parts: readonly Location[];
  readonly branches: readonly Branch[];
  readonly required: readonly string[];
}

/** The share of one schema. It does not depend on the value, so that callers keep it. */
export function shareOf(location: Location): Share {
  const view = viewOf([location]);
  const required = view.parts.flatMap((part) => {
    const keys = heldBy(part, 'required');
    return Array.isArray(keys) ? keys.filter(isText) : [];
  });
  return { parts: view.parts, branches: branchesOf(view), required };
}

/** What judges `value`: the schemas that always do, those of the active branches, and the properties these ask for. */
export interface Active {
  readonly parts: readonly Location[];
  readonly required: ReadonlySet<string>;
}

/** The schemas and required properties that count for `value`, conditions inside conditions included. */
export function activeAt(
  seeds: readonly Location[],
  value: Json | undefined,
  judge: Judge,
  share: (location: Location) => Share = shareOf,
): Active {
  const parts = new Set<Location>();
  const required = new Set<string>();
  const queue = [...seeds];
  /** Once for each group, not once for each of its alternatives: there may be hundreds. */
  const choices = new Map<readonly Location[], Location | undefined>();
  for (let seed = queue.shift(); seed !== undefined; seed = queue.shift()) {
    if (parts.has(seed)) continue;
    const brought = share(seed);
    brought.parts.forEach((part) => parts.add(part));
    brought.required.forEach((key) => required.add(key));
    for (const branch of brought.branches) {
      if (!isActive(branch, value, judge, choices)) continue;
      branch.required.forEach((key) => required.add(key));
      if (branch.location !== undefined) queue.push(branch.location);
    }
  }
  return { parts: [...parts], required };
}

function isText(entry: unknown): entry is string {
  return typeof entry === 'string';
}

function isActive(
  { cause, condition, location, group }: Branch,
  value: Json | undefined,
  judge: Judge,
  choices: Map<readonly Location[], Location | undefined>,
): boolean {
  if (typeof condition === 'string') return isObject(value) && own(value, condition) !== undefined;
  if (group !== undefined) {
    if (!choices.has(group)) choices.set(group, chosen(group, value, judge));
    return choices.get(group) === location;
  }
  return judge(condition!, value ?? {}) === (cause === 'if');
}

/**
 * The alternative that the value means: the one whose constants it has, else one that holds, else the one with most
 * of its properties filled in. `undefined` while the value does not have the constant that tells them apart.
 */
function chosen(group: readonly Location[], value: Json | undefined, judge: Judge): Location | undefined {
  const keys = tellingKeys(group);
  if (keys.length > 0) return group.find((branch) => keys.every((key) => hasConstant(branch, key, value)));
  const holding = group.find((branch) => judge(branch, value ?? {}));
  if (holding !== undefined) return holding;
  const filled = (branch: Location) =>
    properties(branch).filter((key) => isObject(value) && own(value, key) !== undefined).length;
  return [...group].sort((a, b) => filled(b) - filled(a))[0];
}

/** Properties that every alternative fixes to a constant: choosing their value chooses the alternative. */
export function tellingKeys(group: readonly Location[]): readonly string[] {
  let keys = telling.get(group);
  if (keys === undefined) {
    const [first, ...rest] = group;
    keys =
      first === undefined || rest.length === 0
        ? []
        : properties(first).filter((key) => group.every((branch) => constantsAt(branch, key).length > 0));
    telling.set(group, keys);
  }
  return keys;
}

const telling = new WeakMap<readonly Location[], readonly string[]>();

/** The schemas that `branch` has for the property `key`. */
export function propertyPlaces(branch: Location, key: string): readonly Location[] {
  return conjuncts(branch).flatMap((part) => childOf(part, 'properties', key) ?? []);
}

function constantsAt(branch: Location, key: string): readonly unknown[] {
  return propertyPlaces(branch, key).flatMap((place) => {
    const constant = constantOf(place);
    if (constant !== undefined) return [equalityKey(constant.value)];
    const choices = heldBy(place, 'enum');
    return Array.isArray(choices) ? choices.map(equalityKey) : [];
  });
}

function hasConstant(branch: Location, key: string, value: Json | undefined): boolean {
  const held = isObject(value) ? own(value, key) : undefined;
  return held !== undefined && constantsAt(branch, key).includes(equalityKey(held));
}

function properties(branch: Location): readonly string[] {
  return conjuncts(branch).flatMap((part) => childrenOf(part, 'properties').map((child) => child.parts[1]!));
}

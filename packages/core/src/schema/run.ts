import type { Json } from '../json/json.ts';
import { toPointer } from '../json/pointer.ts';
import type { Bilingual } from '../text/problem.ts';
import type { Resource } from './location.ts';

/** One rule that a value breaks. */
export interface Violation {
  /**
   * JSON Pointer of the place that must change. For a missing or unwanted property it is that property, not the
   * object around it, so that a form can show the message beside the field.
   */
  readonly pointer: string;
  /** The keyword that is broken; `false` for a schema that admits nothing, `budget` when judging had to be given up. */
  readonly keyword: string;
  /** JSON Pointer of the keyword inside the document of its schema. */
  readonly schemaPointer: string;
  /** What a message needs to know, such as `{ limit: 60 }`. */
  readonly params: Readonly<Record<string, Json>>;
  /** The reason where the rule brings its own, as formats of a registry do. */
  readonly reason?: Bilingual;
}

/** What one validation has used and found so far. */
export interface Run {
  violations: Violation[];
  /** Where in the value we are. */
  readonly path: (string | number)[];
  /** Resources entered on the way, outermost first; kept only when a `$dynamicRef` may ask. */
  readonly scope: Resource[];
  /** Only the verdict counts: nothing is recorded and the first failure ends it. */
  quiet: boolean;
  steps: number;
  depth: number;
  readonly maxSteps: number;
  readonly prefix: string;
}

/** Properties and items that some keyword has judged, for `unevaluatedProperties` and `unevaluatedItems`. */
export interface Evaluated {
  readonly properties: Set<string>;
  allProperties: boolean;
  readonly items: Set<number>;
  /** All items before this index. */
  itemsBefore: number;
}

/** Judges one value. Answers whether it holds, and records violations unless the run is quiet. */
export type Check = (value: unknown, run: Run, seen: Evaluated | undefined) => boolean;

/** A compiled schema; `check` is set once all schemas are known, since they refer to each other. */
export interface Node {
  check: Check;
}

/** Thrown inside a validation and caught by it, when steps or depth are used up. */
export class BudgetSpent extends Error {}

/** Values nest at most so deeply; more would exhaust the stack of small devices. */
export const MAX_DEPTH = 400;

export function newRun(maxSteps: number, prefix = ''): Run {
  return { violations: [], path: [], scope: [], quiet: false, steps: 0, depth: 0, maxSteps, prefix };
}

export function newEvaluated(): Evaluated {
  return { properties: new Set(), allProperties: false, items: new Set(), itemsBefore: 0 };
}

/** Takes over into `seen` what `more` has evaluated. */
export function merge(seen: Evaluated, more: Evaluated): void {
  if (more.allProperties) seen.allProperties = true;
  more.properties.forEach((key) => seen.properties.add(key));
  if (more.itemsBefore > seen.itemsBefore) seen.itemsBefore = more.itemsBefore;
  more.items.forEach((index) => seen.items.add(index));
}

/** Uses up `steps` of the run's budget. */
export function spend(run: Run, steps: number): void {
  run.steps += steps;
  if (run.steps > run.maxSteps) throw new BudgetSpent();
}

/** Judges `value`, which stands under `key` of the present value. */
export function checkChild(node: Node, value: unknown, key: string | number, run: Run): boolean {
  if (++run.depth > MAX_DEPTH) throw new BudgetSpent();
  run.path.push(key);
  const ok = node.check(value, run, undefined);
  run.path.pop();
  run.depth--;
  return ok;
}

/** The verdict alone, without records. */
export function holds(node: Node, value: unknown, run: Run, seen: Evaluated | undefined): boolean {
  const before = run.quiet;
  run.quiet = true;
  const ok = node.check(value, run, seen);
  run.quiet = before;
  return ok;
}

/**
 * Records a violation of a keyword that stands at `place`, by the value of now or its property `key`. Always answers
 * `false`.
 */
export function violate(
  run: Run,
  place: { pointer(keyword: string): string },
  keyword: string,
  params: Violation['params'],
  key?: string | number,
): false {
  if (run.quiet) return false;
  const pointer = run.prefix + toPointer(key === undefined ? run.path : [...run.path, key]);
  run.violations.push({ pointer, keyword, schemaPointer: place.pointer(keyword), params });
  return false;
}

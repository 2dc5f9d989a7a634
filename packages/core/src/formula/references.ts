import type { Bilingual, Problem } from '../text/problem.ts';
import type { Formula } from './tree.ts';

/** A cycle among named formulas: each reads the next, and the last is the first again. */
export interface CycleProblem extends Problem {
  readonly path: readonly string[];
}

/** Names in an order in which each comes after all that it reads, or the cycles that make this impossible. */
export type Order =
  | { readonly ok: true; readonly value: readonly string[] }
  | { readonly ok: false; readonly problems: readonly CycleProblem[] };

/** The names that `formula` reads, in order of appearance. */
export type Reads = Pick<Formula, 'names'>;

/**
 * The order in which named formulas are to be calculated. Names that are not in `nodes` (typed fields, parameters) are
 * taken as given. Formulas that do not depend on each other keep the order of the map. Reports every cycle once; never
 * recurses.
 */
export function order(nodes: ReadonlyMap<string, Reads>): Order {
  const done = new Set<string>();
  const open = new Map<string, number>(); // name → place on the path
  const result: string[] = [];
  const problems: CycleProblem[] = [];
  for (const start of nodes.keys()) {
    if (done.has(start)) continue;
    const path: { name: string; names: readonly string[]; next: number }[] = [];
    const enter = (name: string): void => {
      open.set(name, path.length);
      path.push({ name, names: (nodes.get(name) as Reads).names, next: 0 });
    };
    enter(start);
    for (let top = path[path.length - 1]; top; top = path[path.length - 1]) {
      const name = top.names[top.next++];
      if (name === undefined) {
        path.pop();
        open.delete(top.name);
        done.add(top.name);
        result.push(top.name);
        continue;
      }
      if (!nodes.has(name) || done.has(name)) continue;
      const at = open.get(name);
      if (at === undefined) enter(name);
      else problems.push(cycle([...path.slice(at).map((step) => step.name), name]));
    }
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: result };
}

/**
 * Everything in `nodes` that must be calculated again when `changed` changes, in no particular order; not `changed`
 * itself.
 */
export function dependants(nodes: ReadonlyMap<string, Reads>, changed: Iterable<string>): Set<string> {
  const readers = new Map<string, string[]>();
  for (const [name, { names }] of nodes) {
    for (const read of names) {
      const list = readers.get(read);
      if (list) list.push(name);
      else readers.set(read, [name]);
    }
  }
  const found = new Set<string>();
  const queue = [...changed];
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    for (const reader of readers.get(name) ?? []) {
      if (found.has(reader)) continue;
      found.add(reader);
      queue.push(reader);
    }
  }
  return found;
}

function cycle(path: readonly string[]): CycleProblem {
  const shown = path.join(' → ');
  const reason: Bilingual =
    path.length === 2
      ? { 'zh-CN': `公式引用了自己：${shown}`, en: `a formula reads itself: ${shown}` }
      : { 'zh-CN': `公式循环引用：${shown}`, en: `formulas read each other in a circle: ${shown}` };
  return { pointer: '', code: 'formula-cycle', reason, path };
}

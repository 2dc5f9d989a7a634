import { pointerParts } from '@jiceng/core/json/pointer.js';
import type { Problem } from '@jiceng/core/text/problem.js';
import { brokenAt, nodeAt, readTree } from '../document/json-tree.ts';

/** A problem with its place in the text. */
export interface PlacedProblem {
  readonly problem: Problem;
  /** UTF-16 units from the start. */
  readonly start: number;
  readonly end: number;
  /** Counted from 1. */
  readonly line: number;
}

/**
 * Where problems stand in a text. What is not there, such as a property that is missing, is shown at the nearest that
 * is; in a text that is not JSON everything is shown where it stops being JSON.
 */
export function placesIn(text: string, problems: readonly Problem[]): PlacedProblem[] {
  const tree = readTree(text);
  const broken = brokenAt(text) ?? 0;
  return problems.map((problem) => {
    const parts = pointerParts(problem.pointer);
    let length = parts.length;
    let node = tree && nodeAt(tree, parts);
    while (tree && !node && length > 0) node = nodeAt(tree, parts.slice(0, --length));
    const shown = node?.parent?.type === 'property' ? node.parent : node;
    const start = tree ? (shown?.offset ?? 0) : broken;
    const end = tree ? start + Math.min(shown?.length ?? 0, 200) : Math.min(text.length, broken + 1);
    return { problem, start, end, line: text.slice(0, start).split('\n').length };
  });
}

import type { Sentence } from '@jiceng/core/logic/sentence.js';

/** How several conditions count together. */
export type GroupMode = 'all' | 'any' | 'notAll' | 'none';
export const MODES: readonly GroupMode[] = ['all', 'any', 'notAll', 'none'];

export interface Group {
  readonly mode: GroupMode;
  readonly of: readonly Sentence[];
}

/** The group that a sentence is; `undefined` for a single condition. */
export function groupOf(sentence: Sentence): Group | undefined {
  if (sentence.type === 'all' || sentence.type === 'any') return { mode: sentence.type, of: sentence.of };
  if (sentence.type !== 'not' || (sentence.of.type !== 'all' && sentence.of.type !== 'any')) return undefined;
  return { mode: sentence.of.type === 'all' ? 'notAll' : 'none', of: sentence.of.of };
}

export function sentenceOfGroup({ mode, of }: Group): Sentence {
  const inner: Sentence = { type: mode === 'all' || mode === 'notAll' ? 'all' : 'any', of };
  return mode === 'all' || mode === 'any' ? inner : { type: 'not', of: inner };
}

/**
 * The sentence with another one at a path of positions in groups; `undefined` takes it away, and what is left alone
 * stands alone.
 */
export function replaced(
  sentence: Sentence,
  [at, ...rest]: readonly number[],
  next: Sentence | undefined,
): Sentence | undefined {
  if (at === undefined) return next;
  const group = groupOf(sentence);
  const child = group?.of[at];
  if (!group || !child) return sentence;
  const changed = replaced(child, rest, next);
  const of = group.of.flatMap((each, index) => (index === at ? (changed ?? []) : each));
  const [only] = of;
  if (!only) return undefined;
  return of.length === 1 && (group.mode === 'all' || group.mode === 'any')
    ? only
    : sentenceOfGroup({ mode: group.mode, of });
}

/** The sentence with one more at a path; a single condition becomes a group of two that must both hold. */
export function added(sentence: Sentence, path: readonly number[], more: Sentence): Sentence {
  const here = path.reduce<Sentence | undefined>((at, index) => at && groupOf(at)?.of[index], sentence) ?? sentence;
  const group = groupOf(here);
  const next = group
    ? sentenceOfGroup({ mode: group.mode, of: [...group.of, more] })
    : sentenceOfGroup({ mode: 'all', of: [here, more] });
  return replaced(sentence, path, next) ?? next;
}

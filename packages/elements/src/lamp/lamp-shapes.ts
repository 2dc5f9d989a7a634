import type { LampRule } from '@jiceng/core/generated/definition.js';

export type LampColor = LampRule['lamp'];

/** One shape for each lamp, in a box of 12 × 12, so that none is known by its colour alone. */
const SHAPES: ReadonlyMap<LampColor, string> = new Map<LampColor, string>([
  ['green', 'M6 0a6 6 0 1 1 0 12a6 6 0 1 1 0-12z'],
  ['yellow', 'M6 0l6 11.5h-12z'],
  ['red', 'M0.5 0.5h11v11h-11z'],
  ['blue', 'M6 0a6 6 0 1 1 0 12a6 6 0 1 1 0-12zM2.4 6.1l2.6 2.8l4.7-5.2l-1.2-1.1l-3.5 3.9l-1.5-1.5z'],
  ['grey', 'M6 0a6 6 0 1 1 0 12a6 6 0 1 1 0-12zM6 2.2a3.8 3.8 0 1 0 0 7.6a3.8 3.8 0 1 0 0-7.6z'],
]);

/** Outline of a lamp's shape; that of grey where the lamp is not known. */
export function lampPath(lamp: string): string {
  return SHAPES.get(lamp as LampColor) ?? SHAPES.get('grey')!;
}

/** Words for a lamp that has none of its own. */
export const isLamp = (value: unknown): value is LampColor => SHAPES.has(value as LampColor);

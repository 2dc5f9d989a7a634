import type { Json } from '@jiceng/core/json/json.js';
import { moveTo } from '../structure/arrange.ts';
import { spotOf, type Line, type Spot } from '../structure/structure.ts';

/**
 * Where what is dragged would go when it is dropped on a line of the tree, before or after what stands there; on a
 * section's own line, into it. `undefined`: it cannot go there.
 */
export function dropOnLine(value: Json, pointers: readonly string[], line: Line, isAfter: boolean): Spot | undefined {
  const spot = spotFor(value, pointers, line, isAfter);
  return spot && moveTo(value, pointers, spot) ? spot : undefined;
}

function spotFor(
  value: Json,
  pointers: readonly string[],
  { kind, id, pointer }: Line,
  isAfter: boolean,
): Spot | undefined {
  const by = isAfter ? 1 : 0;
  if (pointers.every((each) => /^\/view\/\d+$/.test(each))) {
    const section = /^\/view\/(\d+)/.exec(id);
    return section ? { holder: '/view', index: Number(section[1]) + by } : undefined;
  }
  if (kind === 'section') return { holder: `${pointer}/fields`, index: 0 };
  if (kind === 'rest') return { holder: '/record/properties', index: 0 };
  const spot = spotOf(value, pointer);
  return spot && { holder: spot.holder, index: spot.index + by };
}

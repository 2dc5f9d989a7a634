import { TOTAL } from '../cube/axis.ts';
import { isMember } from '../split/members.ts';
import type { Places } from './places.ts';

/**
 * The lowest members of the dimension at a place of the rows, by the node under which they stand, their own included.
 * Rows of an organisation itself and rows without a value are no members.
 */
export function lowestMembers(places: Places, dimension: number): ReadonlyMap<number, readonly number[]> {
  const { rows } = places.grid;
  const isAbove = new Set(
    rows.parents.filter((parent, node) => rows.dimensions[node] === dimension && rows.dimensions[parent] === dimension),
  );
  const found = new Map<number, number[]>();
  for (let node = 1; node < rows.size; node++) {
    if (rows.dimensions[node] !== dimension || isAbove.has(node)) continue;
    if (!isMember(places.memberOf('rows', node))) continue;
    for (let holder = node; holder >= TOTAL; holder = rows.parents[holder] as number) {
      const held = found.get(holder);
      if (held) held.push(node);
      else found.set(holder, [node]);
    }
  }
  return found;
}

import type { SortKey } from '../../generated/report.ts';
import { compare } from '../../number/arithmetic.ts';
import { TOTAL } from '../cube/axis.ts';
import type { MeasureGrid } from '../grid/measures.ts';
import { isMember } from '../split/members.ts';
import type { Work } from '../work.ts';

/** How the rows of a block are chosen and ordered. */
export interface Choice {
  readonly sort?: readonly SortKey[];
  readonly top?: number;
  readonly bottom?: number;
  readonly keep?: string;
}

/**
 * Children of each node in the order in which they are shown. Rows of an organisation itself are left out where nothing
 * stands beside them.
 */
export function childrenOf(
  grid: MeasureGrid,
  side: 'rows' | 'columns',
  work: Work,
  choice: Choice = {},
): { readonly children: ReadonlyMap<number, readonly number[]>; readonly left: number } {
  const axis = grid.grid[side];
  const children = new Map<number, number[]>();
  for (let node = 1; node < axis.size; node++) {
    const parent = axis.parents[node] as number;
    const list = children.get(parent);
    if (list) list.push(node);
    else children.set(parent, [node]);
  }
  let left = 0;
  const deepest = grid.grid.plan[side].length - 1;
  const emptied = new Set<number>();
  const isKept = (node: number, condition: string): boolean =>
    children.has(node) ||
    (!emptied.has(node) && axis.dimensions[node] === deepest && grid.holds(condition, node, TOTAL));
  // From the lowest, so that groups of which nothing is kept are known and leave, too.
  for (const [parent, list] of [...children].reverse()) {
    const shown =
      axis.dimensions[parent] === axis.dimensions[list[0] as number] &&
      list.length === 1 &&
      grid.memberOf(side, list[0] as number).isOwn &&
      !children.has(list[0] as number)
        ? []
        : list;
    const kept =
      side === 'rows' && choice.keep !== undefined
        ? shown.filter((node) => isKept(node, choice.keep as string))
        : shown;
    kept.sort((a, b) => byKeys(a, b, choice.sort ?? [], grid, side) || byMember(a, b, grid, side, work));
    const isLowest = !kept.some((node) => children.has(node));
    const cut = isLowest ? limited(kept, choice, (node) => isMember(grid.memberOf(side, node))) : kept;
    left += shown.filter((node) => !emptied.has(node)).length - cut.length;
    if (cut.length === 0) {
      children.delete(parent);
      if (shown.length > 0) emptied.add(parent);
    } else children.set(parent, [...cut]);
  }
  return { children, left };
}

/** The first and the last of those that are compared with each other; all where no number is asked. */
function limited(
  all: readonly number[],
  { top, bottom }: Choice,
  isCompared: (node: number) => boolean,
): readonly number[] {
  if (top === undefined && bottom === undefined) return all;
  const nodes = all.filter(isCompared);
  const first = nodes.slice(0, top ?? 0);
  const last = bottom === undefined ? [] : nodes.slice(Math.max(first.length, nodes.length - bottom));
  return [...first, ...last];
}

/** By measures, those without a value last; a dimension's id sorts by its own order. */
export function byKeys(
  a: number,
  b: number,
  keys: readonly SortKey[],
  grid: MeasureGrid,
  side: 'rows' | 'columns',
): number {
  for (const { by, descending } of keys) {
    if (!grid.has(by)) continue;
    const [first, second] = [a, b].map(
      (node) => (side === 'rows' ? grid.read(by, node, TOTAL) : grid.read(by, TOTAL, node)).value,
    ) as [number | string | null, number | string | null];
    if (first === null || second === null) {
      if (first !== second) return first === null ? 1 : -1;
      continue;
    }
    const order =
      typeof first === 'number' && typeof second === 'number'
        ? compare(first, second)
        : String(first) < String(second)
          ? -1
          : Number(String(first) !== String(second));
    if (order !== 0) return descending ? -order : order;
  }
  return 0;
}

function byMember(a: number, b: number, grid: MeasureGrid, side: 'rows' | 'columns', work: Work): number {
  const first = grid.memberOf(side, a);
  const second = grid.memberOf(side, b);
  const byTitle = () => work.titles.compare(first.title, second.title) || (first.id < second.id ? -1 : 1);
  if ((first.id === '') !== (second.id === '')) return first.id === '' ? 1 : -1;
  const dimension = work.context.index.dimensions.get(grid.dimensionAt(side, a));
  if (dimension?.order === 'title') return byTitle();
  if (dimension?.order === 'code' && !dimension.levels) return first.id < second.id ? -1 : 1;
  return first.order < second.order ? -1 : first.order > second.order ? 1 : byTitle();
}

import { TOTAL } from '../cube/axis.ts';
import type { Member } from '../split/members.ts';
import type { GridPlan } from './grid-plan.ts';
import type { Grid } from './grid.ts';

/** Members from the outermost on, each with its dimension. */
export type Path = readonly { readonly dimension: string; readonly member: Member }[];

/** Where one is in a grid: which members lead to a node, and which node they lead to. */
export class Places {
  readonly grid: Grid;
  protected readonly plan: GridPlan;

  constructor(grid: Grid) {
    this.grid = grid;
    this.plan = grid.plan;
  }

  /** The dimension that a node is of. */
  dimensionAt(side: 'rows' | 'columns', node: number): string {
    return this.plan[side][this.grid[side].dimensions[node] as number] ?? '';
  }

  /** The member of a node. */
  memberOf(side: 'rows' | 'columns', node: number): Member {
    const axis = this.grid[side];
    const id = this.plan[side][axis.dimensions[node] as number] as string;
    return this.grid.placer.membersOf(id).list[axis.members[node] as number] as Member;
  }

  /** Members from the outermost to a node, each with its dimension. */
  pathOf(side: 'rows' | 'columns', node: number): Path {
    const axis = this.grid[side];
    const path: Path[number][] = [];
    for (let at = node; at > TOTAL; at = axis.parents[at] as number)
      path.unshift({
        dimension: this.plan[side][axis.dimensions[at] as number] as string,
        member: this.memberOf(side, at),
      });
    return path;
  }

  /** The node at the end of such a path; -1 where there is none. */
  nodeAt(
    side: 'rows' | 'columns',
    path: readonly { readonly dimension: string; readonly member: { readonly id: string } }[],
  ): number {
    const axis = this.grid[side];
    return path.reduce(
      (node, { dimension, member }) =>
        node < 0
          ? -1
          : axis.find(node, this.plan[side].indexOf(dimension), this.grid.placer.membersOf(dimension).find(member.id)),
      TOTAL,
    );
  }
}

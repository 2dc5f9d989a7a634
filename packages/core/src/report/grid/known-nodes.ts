import type { Dimension } from '../../generated/report.ts';
import { TOTAL, type Axis } from '../cube/axis.ts';
import { isShared } from '../document/report-index.ts';
import type { SplitContext } from '../split/context.ts';
import { memberOfPath } from '../split/organisations.ts';
import { periodMember } from '../split/periods.ts';
import type { Placer } from '../split/placing.ts';
import { knownMembers } from '../split/split.ts';
import type { GridPlan } from './grid-plan.ts';

/** Nodes of members that are shown although no row has them. */
export class KnownNodes {
  private readonly context: SplitContext;
  private readonly placer: Placer;
  private readonly plan: GridPlan;
  private readonly expected: () => readonly string[];

  /** `expected`: paths of the organisations of which something is expected. */
  constructor(context: SplitContext, placer: Placer, plan: GridPlan, expected: () => readonly string[]) {
    this.context = context;
    this.placer = placer;
    this.plan = plan;
    this.expected = expected;
  }

  /**
   * Adds nodes for members that are known: everywhere below what is there, organisations only at the top.
   */
  addTo(axis: Axis, dimensions: readonly Dimension[]): void {
    dimensions.forEach((dimension, at) => {
      if (dimension.show === 'present') return;
      const members = this.placer.membersOf(dimension.id);
      const parents =
        at === 0 ? [TOTAL] : axis.dimensions.map((of, node) => (of === at - 1 ? node : -1)).filter((node) => node >= 0);
      if (dimension.levels) {
        if (at === 0 || dimension.id === this.plan.whole) this.addOrganisations(axis, dimensions, at, parents);
        return;
      }
      const known =
        dimension.period === undefined
          ? knownMembers(dimension, members, this.context)
          : (this.context.periodsOf(dimension) ?? []).map((code) => periodMember(code, members, this.context));
      for (const parent of parents) for (const number of known) axis.child(parent, at, number);
    });
  }

  /** Adds the organisations that are known below those nodes to which they belong. */
  private addOrganisations(axis: Axis, dimensions: readonly Dimension[], at: number, parents: readonly number[]): void {
    const numberOf = (of: number, path: readonly string[]): number => {
      const dimension = dimensions[of] as Dimension;
      return memberOfPath(dimension, path, this.placer.membersOf(dimension.id), this.context);
    };
    const outer = dimensions.map((_, of) => of).filter((of) => of < at && dimensions[of]?.levels);
    const { list } = this.placer.membersOf((dimensions[at] as Dimension).id);
    const found = this.listed(dimensions[at] as Dimension)
      .map((path) => ({ member: numberOf(at, path), above: outer.map((of) => numberOf(of, path)) }))
      .filter(({ member }) => member >= 0 && list[member]?.isOwn !== true);
    for (const parent of parents) {
      const held = outer.map((of) => {
        let node = parent;
        while (axis.dimensions[node] !== of) node = axis.parents[node] as number;
        return axis.members[node];
      });
      for (const { member, above } of found)
        if (above.every((number, index) => number === held[index]))
          this.placer
            .membersOf((dimensions[at] as Dimension).id)
            .chain(member)
            .reduce((node, step) => axis.child(node, at, step), parent);
    }
  }

  /**
   * Paths of organisations of a dimension's levels below the chosen one, and of those of which something is expected.
   */
  private listed(dimension: Dimension): readonly (readonly string[])[] {
    const { organisations } = this.context.sources;
    const { organisation: top, filters } = this.context.chosen;
    const filtered = [
      ...this.plan.filters.map((filter) => filter.dimension),
      ...Object.entries(filters ?? {}).flatMap(([id, ids]) => (ids.length > 0 ? [id] : [])),
    ];
    const { dimensions } = this.context.index;
    const isLimited = (id: string): boolean => {
      const filter = dimensions.get(id);
      return this.plan.whole === undefined || (filter !== undefined && isShared(filter));
    };
    if (filtered.some(isLimited)) return [];
    const paths: string[] = [];
    for (const { orgId, orgLevel, isActive } of organisations.organisations())
      if (isActive && (dimension.levels as readonly string[]).includes(orgLevel)) paths.push(organisations.path(orgId));
    if (dimension.levels?.includes('own')) paths.push(...this.expected());
    return paths.map((path) => path.split('/')).filter((path) => top === undefined || path.includes(top));
  }
}

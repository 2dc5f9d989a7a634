import type { DerivedMeasure, Measure } from '../../generated/report.ts';
import { divide, round15 } from '../../number/arithmetic.ts';
import { TOTAL } from '../cube/axis.ts';
import { isMember } from '../split/members.ts';
import type { Places } from './places.ts';
import { NOTHING, type Reading } from './reading.ts';
import { standingsOf, type Standing } from './standings.ts';

/** Where the nodes of a grid's rows stand among their neighbours, by a measure. */
export class Rankings {
  private readonly places: Places;
  private readonly valueAt: (id: string, rowNode: number, columnNode: number, depth: number) => Reading;
  private readonly held = new Map<string, ReadonlyMap<number, Standing>>();

  /** `valueAt` reads the measure by which is ranked. */
  constructor(places: Places, valueAt: (id: string, rowNode: number, columnNode: number, depth: number) => Reading) {
    this.places = places;
    this.valueAt = valueAt;
  }

  /** Rank among the neighbours of a node, or the share of them that are not better. */
  read(measure: DerivedMeasure, rowNode: number, columnNode: number, depth: number): Reading {
    const group = this.groupOf(rowNode, measure.within);
    const key = `${measure.of} ${group} ${this.places.grid.rows.dimensions[rowNode]} ${columnNode}`;
    let standings = this.held.get(key);
    if (!standings) this.held.set(key, (standings = this.rank(measure, group, rowNode, columnNode, depth)));
    const found = standings.get(rowNode);
    if (!found) return { ...NOTHING, missing: rowNode === TOTAL ? 'no-comparison' : 'not-ranked' };
    if (measure.derive === 'percentile' && found.others === 0) return { ...NOTHING, num: found.value };
    const value = measure.derive === 'rank' ? found.rank : round15(divide(found.notBetter * 100, found.others));
    return { value, num: found.value, den: found.others + 1, rows: 0 };
  }

  /** The node within which a node is ranked: its parent, or its ancestor in the dimension `within`. */
  private groupOf(rowNode: number, within: string | undefined): number {
    const { rows } = this.places.grid;
    const wanted = within === undefined ? -1 : this.places.grid.plan.rows.indexOf(within);
    for (let at = rows.parents[rowNode] as number; at > TOTAL && within !== undefined; at = rows.parents[at] as number)
      if (rows.dimensions[at] === wanted) return at;
    return within === undefined ? (rows.parents[rowNode] as number) : TOTAL;
  }

  private rank(
    measure: DerivedMeasure,
    group: number,
    rowNode: number,
    columnNode: number,
    depth: number,
  ): ReadonlyMap<number, Standing> {
    const { rows } = this.places.grid;
    const of = this.places.grid.context.index.measures.get(measure.of) as Measure;
    const ranked: { node: number; value: number }[] = [];
    for (let node = 1; node < rows.size; node++) {
      if (rows.dimensions[node] !== rows.dimensions[rowNode] || this.groupOf(node, measure.within) !== group) continue;
      if (!isMember(this.places.memberOf('rows', node))) continue;
      const found = this.valueAt(measure.of, node, columnNode, depth + 1);
      const size = found.den ?? found.rows;
      if (typeof found.value === 'number' && !('atLeast' in of && of.atLeast !== undefined && size < of.atLeast))
        ranked.push({ node, value: found.value });
    }
    return standingsOf(ranked, of.direction === 'down' ? -1 : 1);
  }
}

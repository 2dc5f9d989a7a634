import type { BoardBlock } from '../../generated/report.ts';
import { TOTAL } from '../cube/axis.ts';
import { idOf, steps, titleOf, type Work } from '../work.ts';
import { comparedPeriod } from '../chosen.ts';
import type { MeasureGrid } from '../grid/measures.ts';
import { isMember } from '../split/members.ts';
import { standingsOf } from '../grid/standings.ts';
import type { BoardModel, BoardRow } from '../model.ts';
import { byKeys, childrenOf } from './order.ts';

/** Ranked organisations in groups; equal values that no further key decides share a rank, and the next is skipped. */
export function boardModel(block: BoardBlock, work: Work): BoardModel {
  const ids = block.measures.map(idOf);
  const [main = ''] = ids;
  const rowIds = block.within === undefined ? [block.rows] : [block.within, block.rows];
  const ties = (block.ties ?? []).map(({ by }) => by).filter((by) => work.context.index.measures.has(by));
  const grid = work.grid(block, rowIds, [], [...ids, ...ties]);
  const past = block.movement === undefined ? undefined : comparedPeriod(work.chosen.period, block.movement);
  const before = past === undefined ? undefined : grid.other(past);
  const { children } = childrenOf(grid, 'rows', work);
  const groups = block.within === undefined ? [TOTAL] : (children.get(TOTAL) ?? []);
  const coverage =
    block.coverage === undefined
      ? undefined
      : work.grid(block, [], [], dataMeasures(block.coverage, work)).grid.coverage(block.coverage, TOTAL);
  const limit = block.provisionalBelow ?? 80;
  return {
    kind: 'board',
    columns: block.measures.map((ref) => ({ title: titleOf(ref, work), unit: work.wordsOf(idOf(ref)).unit })),
    groups: groups.map((group) => groupModel(group, block, grid, before, main, children.get(group) ?? [], work)),
    isProvisional:
      coverage !== undefined && coverage.expected > 0 && coverage.reported * 100 < limit * coverage.expected,
    coverage: coverage
      ? { ...coverage, text: work.context.words.reported(coverage.reported, coverage.expected) }
      : null,
  };
}

function dataMeasures(dataId: string, { context }: Work): readonly string[] {
  return [...context.index.measures.values()]
    .filter((measure) => 'data' in measure && measure.data === dataId)
    .slice(0, 1)
    .map(({ id }) => id);
}

function groupModel(
  group: number,
  block: BoardBlock,
  grid: MeasureGrid,
  before: MeasureGrid | undefined,
  main: string,
  nodes: readonly number[],
  work: Work,
): BoardModel['groups'][number] {
  const own = nodes.filter((node) => isMember(grid.memberOf('rows', node)));
  const ranks = ranksOf(own, block, grid, main, work);
  const isTooSmall = ranks.size < (block.smallest ?? 5);
  const pastGroup = before?.nodeAt('rows', grid.pathOf('rows', group)) ?? -1;
  const pastRanks =
    before && pastGroup >= 0
      ? ranksOf(childrenOf(before, 'rows', work).children.get(pastGroup) ?? [], block, before, main, work)
      : undefined;
  const ordered = [...own].sort((a, b) => (ranks.get(a) ?? Infinity) - (ranks.get(b) ?? Infinity) || 0);
  const rows = ordered.map((node): BoardRow => {
    const rank = isTooSmall ? null : (ranks.get(node) ?? null);
    const past = before ? pastRanks?.get(before.nodeAt('rows', grid.pathOf('rows', node))) : undefined;
    const member = grid.memberOf('rows', node);
    return {
      rank,
      moved: rank === null || past === undefined ? null : past - rank,
      title: member.title,
      steps: steps(grid, 'rows', node),
      isOwn: member.id === work.chosen.organisation,
      band: rank === null ? null : bandOf(rank, ranks.size, block),
      cells: block.measures.map((ref) => work.cell(block.id, grid, idOf(ref), node, TOTAL)),
    };
  });
  const shown = rows.filter((row) => row.isOwn || isTooSmall || isPublished(row, ranks.size, block));
  return {
    title: group === TOTAL ? '' : grid.memberOf('rows', group).title,
    rows: shown,
    ranked: ranks.size,
    hidden: rows.length - shown.length,
    isTooSmall,
  };
}

/**
 * Lower positions are published only where an administrator switched it on (showBottom); otherwise the top third is.
 */
function isPublished({ rank }: BoardRow, ranked: number, block: BoardBlock): boolean {
  if (rank === null) return block.showBottom === true;
  return rank <= (block.top ?? (block.showBottom === true ? ranked : Math.ceil(ranked / 3)));
}

function ranksOf(
  nodes: readonly number[],
  block: BoardBlock,
  grid: MeasureGrid,
  main: string,
  work: Work,
): ReadonlyMap<number, number> {
  const { atLeast } = work.measure(main) as { readonly atLeast?: number };
  const way = work.measure(main).direction === 'down' ? -1 : 1;
  const ranked = nodes
    .filter((node) => isMember(grid.memberOf('rows', node)))
    .map((node) => ({ node, found: grid.read(main, node, TOTAL) }))
    .filter(
      ({ found }) => typeof found.value === 'number' && (atLeast === undefined || (found.den ?? found.rows) >= atLeast),
    )
    .map(({ node, found }) => ({ node, value: found.value as number }));
  const standings = standingsOf(ranked, way);
  // Ties are decided by further keys; those still equal keep a common rank.
  const order = [...ranked].sort(
    (a, b) =>
      (standings.get(a.node)?.rank ?? 0) - (standings.get(b.node)?.rank ?? 0) ||
      byKeys(a.node, b.node, block.ties ?? [], grid, 'rows'),
  );
  const ranks = new Map<number, number>();
  order.forEach(({ node }, at) => {
    const above = order[at - 1];
    const isEqual =
      above &&
      standings.get(above.node)?.rank === standings.get(node)?.rank &&
      byKeys(above.node, node, block.ties ?? [], grid, 'rows') === 0;
    ranks.set(node, isEqual ? (ranks.get(above.node) as number) : at + 1);
  });
  return ranks;
}

/** The band of a rank: shares from the top; a tie at the edge belongs to the better band. */
function bandOf(rank: number, ranked: number, { bands = [] }: BoardBlock): BoardRow['band'] {
  let share = 0;
  const found = bands.find((band, at) => {
    share += band.share;
    return at === bands.length - 1 || rank <= Math.round((share * ranked) / 100);
  });
  return found ? { title: found.title, ...(found.tone ? { tone: found.tone } : {}) } : null;
}

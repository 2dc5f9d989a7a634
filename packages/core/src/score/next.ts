import { itemsOf, type BandNode, type ItemNode, type ScoreTree } from './tree.ts';
import { toPoints, toUnits } from './units.ts';

/** The next better band and where the points for it could come from. */
export interface NextBand {
  readonly band: BandNode;
  /** Points short of its lowest total; 0 where only other conditions fail. */
  readonly missing: number;
  /**
   * Items with points still to win, the most first; those of dimensions that are under their share go before the
   * others.
   */
  readonly gains: readonly { readonly item: ItemNode; readonly points: number }[];
}

/** What would reach the next better band; `null` in the best one, or where there are no bands. */
export function nextBand(tree: ScoreTree, most = 5): NextBand | null {
  const at = tree.band ? tree.bands.indexOf(tree.band) : tree.bands.length;
  const band = tree.bands[at - 1];
  if (!band) return null;
  const short = new Set(band.reasons.flatMap((reason) => (reason.kind === 'dimension' ? [reason.dimension.id] : [])));
  const points = band.reasons.find((reason) => reason.kind === 'points');
  const gains = itemsOf(tree)
    .filter(({ excluded, points: earned, max }) => !excluded && earned < max)
    .map((item) => ({
      item,
      points: toPoints(toUnits(item.max, tree.places) - toUnits(item.points, tree.places), tree.places),
    }))
    .sort(
      (a, b) => Number(short.has(b.item.dimension.id)) - Number(short.has(a.item.dimension.id)) || b.points - a.points,
    );
  return { band, missing: points?.kind === 'points' ? points.missing : 0, gains: gains.slice(0, most) };
}

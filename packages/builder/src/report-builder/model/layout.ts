import { isObject, own, type Json } from '@jiceng/core/json/json.js';
import { childPointer } from '@jiceng/core/json/pointer.js';
import type { Edit } from '../../document/edit.ts';
import { blocksOf } from './new-block.ts';

/** Widths of blocks in twelfths of a line, the narrowest first. */
export const TWELFTHS = { quarter: 3, third: 4, half: 6, twoThirds: 8, full: 12 } as const;
export type Width = keyof typeof TWELFTHS;
const WIDTHS = Object.keys(TWELFTHS) as Width[];
/** What so many blocks take when a line is shared out among them. */
const SHARED: Readonly<Record<number, Width>> = { 2: 'half', 3: 'third', 4: 'quarter' };

/** A place beside, above or below a block. */
export interface Spot {
  /** Number of the block. */
  readonly target: number;
  /** Behind it; otherwise before it. */
  readonly isBehind: boolean;
  /** On the same line. */
  readonly isBeside: boolean;
}

export const widthOf = (block: Json | undefined): Width => {
  const width = isObject(block) ? own(block, 'width') : undefined;
  return WIDTHS.find((each) => each === width) ?? 'full';
};

/** The next width up (`by` 1) or down (-1); `undefined` at the end. */
export const nextWidth = (width: Width, by: 1 | -1): Width | undefined => WIDTHS[WIDTHS.indexOf(width) + by];

/** The width that is nearest to a share of the line, 0 to 1. */
export function widthAt(share: number): Width {
  const off = (width: Width): number => Math.abs(TWELFTHS[width] / 12 - share);
  return WIDTHS.reduce((best, width) => (off(width) < off(best) ? width : best));
}

/** Makes a block so wide; the whole line is what it has without a width. */
export function widthEdits(report: Json, at: number, width: Width): Edit[] {
  const block = blocksOf(report)[at];
  if (block === undefined || widthOf(block) === width) return [];
  const place = childPointer(`/blocks/${at}`, 'width');
  return [width === 'full' ? { remove: place } : { set: place, value: width }];
}

/** Numbers of blocks by line: blocks stand beside each other as long as they fit. */
export function linesOf(report: Json): readonly (readonly number[])[] {
  const lines: number[][] = [];
  let used = 12;
  blocksOf(report).forEach((block, at) => {
    const width = TWELFTHS[widthOf(block)];
    if (used + width > 12) {
      lines.push([]);
      used = 0;
    }
    lines[lines.length - 1]?.push(at);
    used += width;
  });
  return lines;
}

/**
 * Puts a block into a spot: beside another, the line is shared out where it has no room; above or below, it goes before
 * or behind the whole line.
 */
export function arrange(
  report: Json,
  from: number,
  { target, isBehind, isBeside }: Spot,
): { readonly edits: readonly Edit[]; readonly at: number } | undefined {
  const blocks = blocksOf(report);
  const line = linesOf(report).find((each) => each.includes(target));
  if (!line || blocks[from] === undefined || (isBeside && from === target)) return undefined;
  const next = isBeside ? target : isBehind ? Math.max(...line) : Math.min(...line);
  const behind = next + (isBehind ? 1 : 0);
  const at = from < behind ? behind - 1 : behind;
  const others = line.filter((each) => each !== from);
  const used = others.reduce((sum, each) => sum + TWELFTHS[widthOf(blocks[each])], 0);
  const shared = isBeside && used + TWELFTHS[widthOf(blocks[from])] > 12 ? SHARED[others.length + 1] : undefined;
  const edits: Edit[] = [
    ...(shared ? [...others, from].flatMap((each) => widthEdits(report, each, shared)) : []),
    ...(at === from ? [] : [{ move: `/blocks/${from}`, to: `/blocks/${at}` }]),
  ];
  return edits.length === 0 ? undefined : { edits, at };
}

/** A rectangle; in any unit. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * The spot that a point means: the nearest edge, by share, of the box that it lies in, or of the one that is nearest
 * above or below.
 */
export function spotAt(x: number, y: number, boxes: readonly Box[]): Spot | undefined {
  const away = ({ left, top, right, bottom }: Box): number =>
    Math.max(left - x, x - right, 0) + Math.max(top - y, y - bottom, 0);
  const target = boxes.reduce((best, box, at) => (best < 0 || away(box) < away(boxes[best] as Box) ? at : best), -1);
  const box = boxes[target];
  if (!box) return undefined;
  const across = (x - box.left) / Math.max(1, box.right - box.left);
  const down = (y - box.top) / Math.max(1, box.bottom - box.top);
  const isBeside = Math.min(across, 1 - across) < Math.min(down, 1 - down);
  return { target, isBehind: (isBeside ? across : down) > 0.5, isBeside };
}

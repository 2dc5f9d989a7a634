import type { Json } from '@jiceng/core/json/json.js';
import { membersAt, selectedAt, spotOf, type Spot } from '../structure/structure.ts';
import type { Box } from './box.ts';

/** Where a drag would drop, and the line that shows it. */
export interface Drop {
  readonly spot: Spot;
  readonly mark: Box;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Thickness of the line, in px. */
const LINE = 4;

/**
 * Where what is dragged goes when it is dropped at a point: into the section there, before the first field that the
 * point lies before in reading order. `dragged`: the spot of what is moved; `undefined` for a new field. `undefined`:
 * it cannot go there.
 */
export function dropAt(
  value: Json,
  boxes: readonly Box[],
  { x, y }: Point,
  dragged: Spot | undefined,
): Drop | undefined {
  const holder =
    dragged?.holder === '/view' ? '/view' : dragged && !isLayout(dragged.holder) ? dragged.holder : holderAt(boxes, y);
  if (holder === undefined) return undefined;
  const members = membersAt(value, holder).map((member) => selectedAt(value, holder, member));
  const placed = members
    .map((pointer, index) => ({ box: boxes.find((box) => box.pointer === pointer), index }))
    .filter((one): one is { box: Box; index: number } => one.box !== undefined);
  const next = placed.find(
    ({ box }) =>
      y < box.top ||
      (y <= box.top + box.height &&
        (sharesRow(placed, box) ? x < box.left + box.width / 2 : y < box.top + box.height / 2)),
  );
  const last = placed[placed.length - 1];
  if (next) return { spot: { holder, index: next.index }, mark: lineAt(next.box, sharesRow(placed, next.box), false) };
  if (last) return { spot: { holder, index: last.index + 1 }, mark: lineAt(last.box, false, true) };
  const section = boxes.find(({ pointer }) => `${pointer}/fields` === holder);
  return section && { spot: { holder, index: 0 }, mark: lineAt(section, false, true) };
}

/** The spot of what is dragged: that of the first, since all go together. */
export const draggedSpot = (value: Json, [first = '']: readonly string[]): Spot | undefined => spotOf(value, first);

const isLayout = (holder: string): boolean => holder === '/record/properties' || /^\/view\/\d+\/fields$/.test(holder);

function holderAt(boxes: readonly Box[], y: number): string | undefined {
  const sections = boxes.filter(({ pointer }) => /^\/view\/\d+$/.test(pointer));
  if (sections.length === 0) return '/record/properties';
  const under = sections.find(({ top, height }) => y <= top + height) ?? sections[sections.length - 1];
  return under && `${under.pointer}/fields`;
}

const sharesRow = (placed: readonly { readonly box: Box }[], box: Box): boolean =>
  placed.some(
    ({ box: other }) => other !== box && other.top < box.top + box.height && other.top + other.height > box.top,
  );

function lineAt({ pointer, left, top, width, height }: Box, isUpright: boolean, isAfter: boolean): Box {
  if (isUpright) return { pointer, left: left - LINE * 2, top, width: LINE, height };
  return { pointer, left, top: isAfter ? top + height + LINE : top - LINE * 2, width, height: LINE };
}

import type { Json } from '@jiceng/core/json/json.js';
import { childPointer, pointerParts, toPointer } from '@jiceng/core/json/pointer.js';
import type { Edit } from '../document/edit.ts';
import { addressesOf } from './field-places.ts';
import { listAt, membersAt, spotOf, type Spot } from './structure.ts';

/** What a change of the arrangement comes to; no edits: everything stands there already. */
export interface Arranged {
  readonly edits: readonly Edit[];
  /** Pointers to select afterwards. */
  readonly select: readonly string[];
}

const FIELDS = /^\/view\/\d+\/fields$/;

/**
 * Moves sections or fields to a spot, in the order in which they stand. Fields go between sections and, where they are
 * listed, among the properties they belong to; `undefined` where they cannot go there, since that would change what the
 * record holds.
 */
export function moveTo(value: Json, pointers: readonly string[], to: Spot): Arranged | undefined {
  const spots = pointers
    .map((pointer) => ({ pointer, spot: spotOf(value, pointer) }))
    .filter((one): one is { pointer: string; spot: Spot } => one.spot !== undefined);
  spots.sort((a, b) =>
    a.spot.holder === b.spot.holder ? a.spot.index - b.spot.index : comparePointers(a.spot.holder, b.spot.holder),
  );
  if (spots.length === 0 || !spots.every(({ spot }) => fits(value, spot, to))) return undefined;
  const isList = to.holder === '/view' || FIELDS.test(to.holder);
  return isList ? intoList(value, spots, to) : amongKeys(value, spots, to);
}

function fits(value: Json, { holder }: Spot, to: Spot): boolean {
  if (FIELDS.test(to.holder))
    return FIELDS.test(holder) || (holder === '/record/properties' && listAt(value, '/view').length > 0);
  return holder === to.holder || (to.holder === '/record/properties' && FIELDS.test(holder));
}

type Placed = readonly { readonly pointer: string; readonly spot: Spot }[];

function intoList(value: Json, spots: Placed, to: Spot): Arranged {
  const lists = new Map<string, string[]>();
  const list = (holder: string) => {
    let found = lists.get(holder);
    if (!found) lists.set(holder, (found = membersAt(value, holder).map((member) => childPointer(holder, member))));
    return found;
  };
  const moved = new Set(spots.map(({ spot }) => childPointer(spot.holder, spot.index)));
  const anchor = list(to.holder).find((id, at) => at >= to.index && !moved.has(id));
  const before = [...list(to.holder)];
  const edits: Edit[] = [];
  for (const { pointer, spot } of spots) {
    const id = childPointer(spot.holder, spot.index);
    const isLoose = !FIELDS.test(spot.holder) && spot.holder !== '/view';
    const from = isLoose ? -1 : list(spot.holder).indexOf(id);
    if (from >= 0) list(spot.holder).splice(from, 1);
    const target = list(to.holder);
    const at = anchor === undefined ? target.length : target.indexOf(anchor);
    target.splice(at, 0, id);
    if (isLoose) edits.push({ insert: childPointer(to.holder, at), value: addressesOf(value, pointer)[0] ?? '' });
    else if (spot.holder !== to.holder || from !== at)
      edits.push({ move: childPointer(spot.holder, from), to: childPointer(to.holder, at) });
  }
  const after = list(to.holder);
  const select = spots.map(({ pointer, spot }) =>
    spot.holder === '/view' ? childPointer('/view', after.indexOf(childPointer('/view', spot.index))) : pointer,
  );
  return { edits: same(before, after) && lists.size === 1 ? [] : edits, select };
}

function amongKeys(value: Json, spots: Placed, to: Spot): Arranged {
  const select = spots.map(({ pointer }) => pointer);
  // From the layout into the rest: the field is no longer shown, and stays in the record.
  const shown = spots.filter(({ spot }) => FIELDS.test(spot.holder));
  if (shown.length > 0)
    return {
      edits: [...shown].reverse().map(({ spot }): Edit => ({ remove: childPointer(spot.holder, spot.index) })),
      select,
    };
  const keys = membersAt(value, to.holder);
  const moved = spots.map(({ spot }) => keys[spot.index] ?? '');
  let after: string | null = null;
  for (let at = 0; at < to.index; at++) if (!moved.includes(keys[at] ?? '')) after = keys[at] ?? null;
  const edits: Edit[] = [];
  const now = [...keys];
  for (const key of moved) {
    const from = now.indexOf(key);
    now.splice(from, 1);
    const at: number = after === null ? 0 : now.indexOf(after) + 1;
    now.splice(at, 0, key);
    if (from !== at) edits.push({ move: childPointer(to.holder, key), to: childPointer(to.holder, key), after });
    after = key;
  }
  return { edits, select };
}

/** One place up (-1) or down (1); at the edge of a section on into the next one. `undefined`: no further. */
export function shift(value: Json, pointers: readonly string[], by: -1 | 1): Arranged | undefined {
  const spots = spotsOf(value, pointers);
  const edge = by < 0 ? spots[0] : spots[spots.length - 1];
  if (!edge) return undefined;
  const length = membersAt(value, edge.holder).length;
  const index = by < 0 ? edge.index - 1 : edge.index + 2;
  if (index >= 0 && index <= length) return moveTo(value, pointers, { holder: edge.holder, index });
  return FIELDS.test(edge.holder) ? toSection(value, pointers, by) : undefined;
}

/** Into the section before (to its end) or after (to its start). `undefined`: there is none. */
export function toSection(value: Json, pointers: readonly string[], by: -1 | 1): Arranged | undefined {
  const spots = spotsOf(value, pointers);
  const edge = by < 0 ? spots[0] : spots[spots.length - 1];
  const sections = listAt(value, '/view');
  if (!edge || sections.length === 0) return undefined;
  const isShown = FIELDS.test(edge.holder);
  const at = isShown ? Number(pointerParts(edge.holder)[1]) + by : by < 0 ? sections.length - 1 : -1;
  if (at < 0 || at >= sections.length || edge.holder === '/view') return undefined;
  const holder = `/view/${at}/fields`;
  return moveTo(value, pointers, { holder, index: by < 0 ? membersAt(value, holder).length : 0 });
}

/** To the start (-1) or the end (1) of what it stands in. */
export function toEdge(value: Json, pointers: readonly string[], by: -1 | 1): Arranged | undefined {
  const [first] = spotsOf(value, pointers);
  return (
    first &&
    moveTo(value, pointers, { holder: first.holder, index: by < 0 ? 0 : membersAt(value, first.holder).length })
  );
}

function spotsOf(value: Json, pointers: readonly string[]): Spot[] {
  return pointers
    .map((pointer) => spotOf(value, pointer))
    .filter((spot): spot is Spot => spot !== undefined)
    .sort((a, b) => (a.holder === b.holder ? a.index - b.index : comparePointers(a.holder, b.holder)));
}

/** Order in the document of two places, numbers as numbers. */
export function comparePointers(a: string, b: string): number {
  const [left, right] = [pointerParts(a), pointerParts(b)];
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const [one, other] = [left[at], right[at]];
    if (one === other) continue;
    if (one === undefined || other === undefined) return one === undefined ? -1 : 1;
    return /^\d+$/.test(one) && /^\d+$/.test(other) ? Number(one) - Number(other) : one < other ? -1 : 1;
  }
  return 0;
}

/** Removals in an order in which none moves another: what lies in a removed part goes with it. */
export function removals(pointers: readonly string[]): Edit[] {
  const all = [...new Set(pointers)].sort(comparePointers);
  const outer = all.filter((pointer) => !all.some((other) => other !== pointer && pointer.startsWith(`${other}/`)));
  return outer.reverse().map((remove): Edit => ({ remove }));
}

const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((one, at) => one === b[at]);

/** A key for a new member of `holder` made of `wanted`: itself, else with a number behind it. */
export function freeKey(taken: readonly string[], wanted: string): string {
  if (!taken.includes(wanted)) return wanted;
  const stem = wanted.replace(/\d+$/, '') || 'field';
  let number = 2;
  while (taken.includes(stem + String(number))) number++;
  return stem + String(number);
}

/** The pointer of a schema's properties that hold the field at `pointer`. */
export const holderOf = (pointer: string): string => toPointer(pointerParts(pointer).slice(0, -1));

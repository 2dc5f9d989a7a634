import { isObject, own, type Json } from '@jiceng/core/json/json.js';
import { childPointer, pointerParts, toPointer, valueAt } from '@jiceng/core/json/pointer.js';
import type { Edit } from '../../document/edit.ts';
import { chipsOf, titleOf, type Chip, type Zone } from './zones.ts';

/**
 * Puts a part into a zone of the block at `pointer`, before the chip with number `at` or at the end. A zone for one
 * takes it in place of what it has.
 */
export function putIn(report: Json, pointer: string, zone: Zone, id: string, at?: number): Edit[] {
  const place = childPointer(pointer, zone.key);
  if (zone.key === 'values') return putInText(report, pointer, id);
  if (!zone.many) return [{ set: place, value: id }];
  const chips = chipsOf(report, pointer, zone);
  if (chips.some((chip) => chip.id === id)) return [];
  const before = at === undefined ? undefined : chips[at];
  return [{ insert: before?.pointer ?? childPointer(place, '-'), value: id }];
}

/** Takes a chip away; a header group that is empty then goes, too. `undefined` where the block cannot be without it. */
export function takeFrom(report: Json, pointer: string, zone: Zone, chip: Chip): Edit[] | undefined {
  if (zone.key === 'values') return takeFromText(report, pointer, chip);
  if (zone.required && chipsOf(report, pointer, zone).length <= 1) return undefined;
  let place = chip.pointer;
  for (let parts = pointerParts(place); parts.length > 4; parts = pointerParts(place)) {
    const list = valueAt(report, toPointer(parts.slice(0, -1)));
    if (!Array.isArray(list) || list.length > 1) break;
    place = toPointer(parts.slice(0, -2)); // the group around the list
  }
  return [{ remove: place }];
}

/** A number comes into a text at the end of its last sentence, under its own name. */
function putInText(report: Json, pointer: string, id: string): Edit[] {
  const paragraphs = valueAt(report, `${pointer}/paragraphs`);
  if (!Array.isArray(paragraphs) || paragraphs.length === 0 || valueAt(report, `${pointer}/values/${id}`) !== undefined)
    return [];
  const at = paragraphs.length - 1;
  const [, before = '', stop = ''] = /^([^]*?)([。.；;]?)$/.exec(String(paragraphs[at])) ?? [];
  return [
    { set: `${pointer}/values/${id}`, value: { measure: id } },
    { set: `${pointer}/paragraphs/${at}`, value: `${before}，${titleOf(report, 'measure', id)}{${id}}${stop}` },
  ];
}

/** Its name goes out of the sentences, too. */
function takeFromText(report: Json, pointer: string, chip: Chip): Edit[] {
  const paragraphs = valueAt(report, `${pointer}/paragraphs`);
  const name = pointerParts(chip.pointer)[3] ?? '';
  const edits = (Array.isArray(paragraphs) ? paragraphs : []).flatMap((text: Json, at): Edit[] =>
    typeof text === 'string' && text.includes(`{${name}}`)
      ? [{ set: `${pointer}/paragraphs/${at}`, value: text.split(`{${name}}`).join('') || '—' }]
      : [],
  );
  return [...edits, { remove: chip.pointer }];
}

/** Moves a chip one place forward or back among its zone's chips; `undefined` at the end. */
export function shift(report: Json, pointer: string, zone: Zone, chip: Chip, by: 1 | -1): Edit[] | undefined {
  const chips = chipsOf(report, pointer, zone);
  const at = chips.findIndex((each) => each.pointer === chip.pointer);
  const other = chips[at + by];
  if (at < 0 || !other || zone.key === 'values') return undefined;
  return [{ move: chip.pointer, to: other.pointer }];
}

/** Moves a chip before another one of the same zone, or to the end. */
export function moveTo(report: Json, pointer: string, zone: Zone, chip: Chip, at: number): Edit[] {
  const chips = chipsOf(report, pointer, zone);
  const from = zone.key === 'values' ? -1 : chips.findIndex((each) => each.pointer === chip.pointer);
  const target = chips[at > from ? at - 1 : at];
  return from >= 0 && target && target.pointer !== chip.pointer ? [{ move: chip.pointer, to: target.pointer }] : [];
}

/** Dimensions, measures and data sets that no block, choice or other part uses any more; the last removed first. */
export function unused(report: Json): Edit[] {
  if (!isObject(report)) return [];
  const edits: Edit[] = [];
  const gone = new Set<string>();
  for (let found = true; found;) {
    found = false;
    for (const key of ['measures', 'dimensions', 'data'] as const) {
      const list = own(report, key);
      if (!Array.isArray(list)) continue;
      list.forEach((entry: Json, at) => {
        const place = `/${key}/${at}`;
        const id = isObject(entry) ? own(entry, 'id') : undefined;
        if (
          typeof id !== 'string' ||
          gone.has(place) ||
          (key === 'data' && list.length - [...gone].filter((each) => each.startsWith('/data/')).length <= 1)
        )
          return;
        if (!mentions(report, id, place, gone, '')) {
          gone.add(place);
          found = true;
        }
      });
    }
  }
  const byIndex = (place: string): number => Number(place.slice(place.lastIndexOf('/') + 1));
  for (const place of [...gone].sort((a, b) => byIndex(b) - byIndex(a))) edits.push({ remove: place });
  return edits;
}

/** Whether anything but the part itself says its id: as a whole text, or as a word in a formula or paragraph. */
function mentions(value: Json, id: string, itself: string, gone: ReadonlySet<string>, at: string): boolean {
  if (at === itself || gone.has(at) || at === '/texts') return false;
  if (typeof value === 'string')
    return new RegExp(`(^|[^\\w\\u4e00-\\u9fff])${id}([^\\w\\u4e00-\\u9fff]|$)`).test(value) && !at.endsWith('/id');
  if (Array.isArray(value))
    return value.some((entry: Json, index) => mentions(entry, id, itself, gone, childPointer(at, index)));
  return (
    isObject(value) &&
    Object.keys(value).some((key) => mentions(value[key] as Json, id, itself, gone, childPointer(at, key)))
  );
}

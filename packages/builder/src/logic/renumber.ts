import { isObject, own, type Json } from '@jiceng/core/json/json.js';
import { toPointer } from '@jiceng/core/json/pointer.js';
import type { Edit } from '../document/edit.ts';

/**
 * The edits that keep translations with the items of a list when these get other numbers: `to` answers an item's number
 * afterwards, `undefined` for one that goes. Keys pass through a name that no text has, since two may change places.
 */
export function renumbered(value: Json, list: string, to: (index: number) => number | undefined): Edit[] {
  const texts = isObject(value) ? own(value, 'texts') : undefined;
  if (!isObject(texts)) return [];
  const removed: Edit[] = [];
  const away: Edit[] = [];
  const back: Edit[] = [];
  for (const language of Object.keys(texts)) {
    const held = own(texts, language);
    for (const key of isObject(held) ? Object.keys(held) : []) {
      const [, index = '', rest = ''] =
        (key.startsWith(`${list}/`) && /^(\d+)(\/.*)?$/.exec(key.slice(list.length + 1))) || [];
      if (index === '') continue;
      const next = to(Number(index));
      if (next === Number(index)) continue;
      const place = toPointer(['texts', language, key]);
      if (next === undefined) {
        removed.push({ remove: place });
        continue;
      }
      const waiting = ` ${key}`;
      away.push({ rename: place, to: waiting });
      back.push({ rename: toPointer(['texts', language, waiting]), to: `${list}/${next}${rest}` });
    }
  }
  return [...removed, ...away, ...back];
}

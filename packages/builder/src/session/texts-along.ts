import { isObject, own, type Json, type JsonObject } from '@jiceng/core/json/json.js';
import { pointerParts, toPointer } from '@jiceng/core/json/pointer.js';
import type { Edit } from '../document/edit.ts';

/** A translated text: where it was, and where what it translates is now; `undefined` once that is gone. */
interface Followed {
  readonly language: string;
  readonly key: string;
  now: string | undefined;
}

/**
 * The edits that keep translations with what they translate, when `edits` insert, move or remove items of lists:
 * translations are addressed by place. To be made after `edits`; texts that `edits` themselves remove or rename are
 * left to them.
 */
export function textsAlong(document: Json, edits: readonly Edit[]): Edit[] {
  const texts = isObject(document) ? own(document, 'texts') : undefined;
  if (!isObject(texts) || !edits.some((edit) => 'insert' in edit || 'move' in edit || 'remove' in edit)) return [];
  const cared = edits
    .flatMap((edit) => ('remove' in edit ? [edit.remove] : 'rename' in edit ? [edit.rename] : []))
    .filter((pointer) => pointer.startsWith('/texts'));
  const followed: Followed[] = Object.keys(texts).flatMap((language) => {
    const held = own(texts, language);
    const free = isObject(held)
      ? Object.keys(held).filter(
          (key) => !cared.some((pointer) => isWithin(toPointer(['texts', language, key]), pointer)),
        )
      : [];
    return free.map((key): Followed => ({ language, key, now: key }));
  });
  for (const edit of edits) for (const text of followed) if (text.now !== undefined) text.now = after(text.now, edit);
  const changed = followed.filter(({ key, now }) => now !== key);
  // Two may change places: each passes through a name that no text has.
  const place = (language: string, key: string) => toPointer(['texts', language, key]);
  const waiting = (key: string) => ` ${key}`;
  return [
    ...changed
      .filter(({ now }) => now === undefined)
      .map(({ language, key }): Edit => ({ remove: place(language, key) })),
    ...changed
      .filter(({ now }) => now !== undefined)
      .map(({ language, key }): Edit => ({ rename: place(language, key), to: waiting(key) })),
    ...changed
      .filter(({ now }) => now !== undefined)
      .map(({ language, key, now }): Edit => ({ rename: place(language, waiting(key)), to: now as string })),
  ];
}

/**
 * The edits that give what was copied from `from` to `to` the translations of its model, which is still there. To be
 * made once translations have gone along.
 */
export function textsOfCopy(document: Json, from: string, to: string): Edit[] {
  const texts = isObject(document) ? own(document, 'texts') : undefined;
  return Object.keys(isObject(texts) ? texts : {}).flatMap((language) => {
    const held = own(texts as JsonObject, language);
    return Object.keys(isObject(held) ? held : {})
      .filter((key) => isWithin(key, from))
      .map((key): Edit => ({
        set: toPointer(['texts', language, to + key.slice(from.length)]),
        value: own(held as JsonObject, key) as Json,
      }));
  });
}

/** Where a place is after an edit; `undefined` where it is gone. */
function after(pointer: string, edit: Edit): string | undefined {
  if ('insert' in edit) return shifted(pointer, edit.insert, 1);
  if ('remove' in edit) return isWithin(pointer, edit.remove) ? undefined : shifted(pointer, edit.remove, -1);
  if (!('move' in edit)) return pointer;
  if (isWithin(pointer, edit.move)) return edit.to + pointer.slice(edit.move.length);
  return shifted(shifted(pointer, edit.move, -1), edit.to, 1);
}

const isWithin = (pointer: string, holder: string): boolean => pointer === holder || pointer.startsWith(`${holder}/`);

/** A place after an item was put in (`by` 1) or taken away (`by` -1) at `at`; only items of lists shift others. */
function shifted(pointer: string, at: string, by: 1 | -1): string {
  const parts = pointerParts(at);
  const index = parts[parts.length - 1] ?? '';
  const list = toPointer(parts.slice(0, -1));
  if (!/^\d+$/.test(index) || !pointer.startsWith(`${list}/`)) return pointer;
  const own = pointerParts(pointer);
  const number = Number(own[parts.length - 1]);
  return number > Number(index) || (by > 0 && number === Number(index))
    ? toPointer([...own.slice(0, parts.length - 1), number + by, ...own.slice(parts.length)])
    : pointer;
}

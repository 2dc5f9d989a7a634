import { placesOf } from '@jiceng/core/definition/places.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import type { Json } from '@jiceng/core/json/json.js';
import { pointerParts } from '@jiceng/core/json/pointer.js';
import type { Edit } from '../document/edit.ts';

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The edits that let formulas go on comparing a field with a choice whose stored value becomes another. */
export function recodedFormulas(document: Json, address: string, from: string, to: string): Edit[] {
  const key = escaped(pointerParts(address).pop() ?? '');
  const name = `(?:\\[@${key}\\]|\\['${key}'\\]|${key})`;
  const [old, now] = [from, to].map((text) => `"${text.replace(/"/g, '""')}"`) as [string, string];
  const after = new RegExp(`(^|[^\\w\\u4e00-\\u9fff])(${name}\\s*(?:=|<>)\\s*)${escaped(old)}`, 'g');
  const before = new RegExp(`${escaped(old)}(\\s*(?:=|<>)\\s*${name})(?![\\w\\u4e00-\\u9fff(])`, 'g');
  return placesOf(document as unknown as Definition).formulas.flatMap(({ text, pointer }): Edit[] => {
    const changed = text
      .replace(after, (_, edge: string, comparison: string) => edge + comparison + now)
      .replace(before, (_, comparison: string) => now + comparison);
    return changed === text ? [] : [{ set: pointer, value: changed }];
  });
}

import { isObject, own, type Json } from '@jiceng/core/json/json.js';
import { pointerParts, toPointer, valueAt } from '@jiceng/core/json/pointer.js';

const NAMES = ['title', 'section', 'message'];

/**
 * What people call the thing at `pointer`: its own title, or that of the nearest thing around it that has one; `''`
 * where none has.
 */
export function titleAt(definition: unknown, pointer: string): string {
  const parts = pointerParts(pointer);
  for (let length = parts.length; length > 0; length--) {
    const value = valueAt(definition as Json, toPointer(parts.slice(0, length)));
    for (const name of NAMES) {
      const title = isObject(value) ? own(value, name) : undefined;
      if (typeof title === 'string' && title.trim() !== '') return title;
    }
  }
  return '';
}

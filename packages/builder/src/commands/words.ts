import type { Json } from '@jiceng/core/json/json.js';
import type { Bilingual } from '@jiceng/core/text/problem.js';
import { titleAt } from '../structure/structure.ts';

/** Names what is selected: its title, or how many there are. */
export function named(value: Json, pointers: readonly string[]): Bilingual {
  const [only] = pointers;
  if (pointers.length === 1 && only !== undefined)
    return { 'zh-CN': `“${titleAt(value, only)}”`, en: `“${titleAt(value, only)}”` };
  return { 'zh-CN': ` ${pointers.length} 项`, en: `${pointers.length} items` };
}

/** A text in both languages that names what is selected. */
export const about = (
  value: Json,
  pointers: readonly string[],
  zh: (name: string) => string,
  en: (name: string) => string,
): Bilingual => {
  const name = named(value, pointers);
  return { 'zh-CN': zh(name['zh-CN']), en: en(name.en) };
};

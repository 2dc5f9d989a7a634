import type { Json } from '@jiceng/core/json/json.js';
import type { Language, Problem } from '@jiceng/core/text/problem.js';
import { titleAt } from '../document/title-at.ts';

/**
 * What a problem says, with the things that it names by place called as people call them. `wordOf`: what the property
 * at a place is called, where somebody knows.
 */
export function spokenReason(
  { reason }: Problem,
  document: Json,
  language: Language,
  wordOf?: (pointer: string) => string | undefined,
): string {
  return reason[language].replace(/“(\/[^”]*)”/g, (whole, pointer: string) => {
    const words = [titleAt(document, pointer), wordOf?.(pointer) ?? ''].filter((word) => word !== '');
    return words.length === 0 ? whole : `“${words.join(' · ')}”`;
  });
}

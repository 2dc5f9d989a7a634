import type { BegunForm } from '@jiceng/builder/start/start-events.js';
import { isObject } from '@jiceng/core/json/json.js';
import { keep, stored } from './storage.ts';

/** So many are offered, the latest; drafts of them are kept by the builder for a week. */
const MOST = 5;

const nameOf = (personId: string): string => `portal-begun-forms:${personId}`;

/**
 * Forms that a person has begun to draw in this browser and not published, the latest first. A real portal keeps them
 * on its server.
 */
export function begunForms(personId: string): readonly BegunForm[] {
  try {
    const kept: unknown = JSON.parse(stored(nameOf(personId)) ?? '[]');
    return (Array.isArray(kept) ? kept : []).filter(
      (each: unknown) => isObject(each) && typeof each['title'] === 'string' && typeof each['text'] === 'string',
    ) as BegunForm[];
  } catch {
    return []; // not ours, or damaged
  }
}

/**
 * Remembers a form with the text with which it began, by which its draft is found again; `title` is what it is called
 * now.
 */
export function rememberBegun(personId: string, begun: BegunForm): void {
  const others = begunForms(personId).filter(({ text }) => text !== begun.text);
  keep(nameOf(personId), JSON.stringify([begun, ...others].slice(0, MOST)));
}

/** A form that was published is found in the catalogue from now on. */
export function forgetBegun(personId: string, text: string): void {
  keep(nameOf(personId), JSON.stringify(begunForms(personId).filter((each) => each.text !== text)));
}

import { ENVELOPE_NAMES } from '@jiceng/core/definition/names.js';
import { generatedName } from '../draft/names.ts';

/** Names that no field may have: the envelope's, and those that reach into objects themselves. */
const CLOSED: ReadonlySet<string> = new Set<string>([...ENVELOPE_NAMES, 'constructor', 'prototype']);

/**
 * The name of a field in a definition of one's own: without the mark of a part that a township adds to a county's form.
 * Names of the envelope, which no field may have, give way to the title's pinyin.
 */
export function ownKey(name: string, title: string): string {
  const own = name.replace(/^x_/, '');
  if (/^[a-zA-Z]\w*$/.test(own) && !CLOSED.has(own)) return own;
  const made = generatedName(title).replace(/^x_/, '');
  return /^[a-zA-Z]/.test(made) && !CLOSED.has(made) ? made : `f_${made}`;
}

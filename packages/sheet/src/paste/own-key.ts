import { ENVELOPE_NAMES } from '@jiceng/core/definition/names.js';
import { generatedName } from '../draft/names.ts';

const ENVELOPE: ReadonlySet<string> = new Set(ENVELOPE_NAMES);

/**
 * The name of a field in a definition of one's own: without the mark of a part that a township adds to a county's form. Names of the
 * envelope, which no field may have, give way to the title's pinyin.
 */
export function ownKey(name: string, title: string): string {
  const own = name.replace(/^x_/, '');
  if (/^[a-zA-Z]\w*$/.test(own) && !ENVELOPE.has(own)) return own;
  const made = generatedName(title).replace(/^x_/, '');
  return /^[a-zA-Z]/.test(made) && !ENVELOPE.has(made) ? made : `f_${made}`;
}

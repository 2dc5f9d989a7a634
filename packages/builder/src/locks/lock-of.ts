import type { Bilingual } from '@jiceng/core/text/problem.js';
import { lockAt } from '../document/lock.ts';
import type { BuilderSession } from '../session/session.ts';

/**
 * Why what stands at `pointer` may not be changed here, to be shown beside it; `undefined` where it may. Follows the
 * session.
 */
export function lockOf({ supplies, value }: BuilderSession, pointer: string): Bilingual | undefined {
  return lockAt(pointer, supplies.value, value.value);
}

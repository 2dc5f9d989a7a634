import type { Bilingual } from '@jiceng/core/text/problem.js';
import type { BuilderSession } from '../session/session.ts';
import { lockAt } from './lock.ts';

/** Why what stands at `pointer` may not be changed here, to be shown beside it; `undefined` where it may. Follows the session. */
export function lockOf({ supplies, value }: BuilderSession, pointer: string): Bilingual | undefined {
  return lockAt(pointer, supplies.value, value.value);
}

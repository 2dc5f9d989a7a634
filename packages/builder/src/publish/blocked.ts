import { blockedRules } from '@jiceng/core/burden/waive.js';
import { judgedOf } from '../burden/judged.ts';
import type { BuilderSession } from '../session/session.ts';

/** How many burden rules stand in the way of publishing. */
export const countBlocked = (session: BuilderSession): number =>
  blockedRules(judgedOf(session).peek()?.findings ?? []).length;

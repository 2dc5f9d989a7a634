import { newFiling } from '@jiceng/core/engine/filing.js';
import { FactLog } from '@jiceng/core/engine/frozen-facts.js';
import { Workspace } from '@jiceng/core/engine/workspace.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import { nextWorkday } from '@jiceng/core/time/calendar.js';
import { addDays } from '@jiceng/core/time/date.js';
import { draw, drawDate } from './draw.ts';
import type { Living } from './living.ts';
import type { FilingRecipe, Spec } from './recipe.ts';

/** Files a record as far as the recipe says; what would happen in the future has not happened. */
export function file(living: Living, { status, submittedOn, reviewDays = { integer: [1, 3] } }: FilingRecipe): void {
  const { store, now } = living.workshop;
  const today = now.slice(0, 10);
  const reached = String(draw(status, living.around));
  const on = drawDate(submittedOn, living.around);
  const filing = newFiling(living.compiled, living.record, new Workspace(store, null, now)) ?? {
    status: 'notStarted',
    returnCount: 0,
    revisionNo: 0,
  };
  if (reached === 'notStarted' || reached === 'draft' || on === undefined || on > today) {
    const isOpened = reached !== 'notStarted';
    living.record = {
      ...living.record,
      filing: { ...filing, status: isOpened ? 'draft' : 'notStarted' },
      ...(isOpened ? {} : { data: {} }),
    };
    return living.settle(now);
  }
  const at = living.moment(on);
  const isLate = filing.dueAt !== undefined && at > filing.dueAt;
  const { createdBy: by } = living.record.audit;
  living.record = { ...living.record, filing: { ...filing, status: 'draft' } };
  const log = new FactLog();
  living.settle(at, log);
  living.record = {
    ...living.record,
    facts: log.uses,
    filing: { ...filing, status: 'submitted', submittedAt: at, submittedBy: by, isLate, lateDays: isLate ? 1 : 0 },
    history: [...living.record.history, { at, by, act: 'filing:submit', from: 'draft', to: 'submitted' }],
  };
  if (reached !== 'submitted') review(living, reached, on, reviewDays);
}

/** Each level opens the submission, and passes it on or accepts it. */
function review(living: Living, reached: string, submittedOn: string, reviewDays: Spec): void {
  const { store } = living.workshop;
  const levels = living.compiled.definition.filing?.review ?? [];
  let day = submittedOn;
  levels.forEach(({ at: place }, level) => {
    const { filing } = living.record;
    if (!filing || filing.status === reached) return;
    for (let rest = Number(draw(reviewDays, living.around) ?? 1); rest > 0; rest--)
      day = nextWorkday(addDays(day, 1), store.isWorkday);
    if (day > living.around.today) return;
    const by = living.around.person('reviewer', place === 'county' ? 'county' : 'parent', []) ?? 'system';
    const isLast = level === levels.length - 1;
    const add = (act: string, from: string, to: string, next = level): void => {
      const at = living.moment(day);
      living.record = {
        ...living.record,
        history: [...living.record.history, { at, by, act: `filing:${act}`, from, to }],
        filing: { ...filing, level: next, status: to as typeof filing.status, reviewedAt: at, reviewedBy: by },
      } as StoredRecord;
    };
    if (filing.status === 'submitted') add('open', 'submitted', 'inReview');
    if (isLast) add('accept', 'inReview', reached);
    else add('escalate', 'inReview', 'inReview', level + 1);
  });
}

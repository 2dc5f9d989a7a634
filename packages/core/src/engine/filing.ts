import type { Compiled } from '../definition/compiled.ts';
import { evaluate } from '../formula/evaluate.ts';
import type { StoredRecord } from '../generated/record.ts';
import { hasFurtherLevel } from '../life/review.ts';
import { orgPathOf } from '../org/path.ts';
import { recordScope } from '../record/scope.ts';
import { addWorkdays, nextWorkday } from '../time/calendar.ts';
import { daysBetween, isDate } from '../time/date.ts';
import { deadlineOf } from '../time/period.ts';
import { toDateText } from '../time/serial.ts';
import type { Workspace } from './workspace.ts';

type Filing = NonNullable<StoredRecord['filing']>;

/** Working days that a returned filing gets at least. */
const DAYS_AFTER_RETURN = 3;

/**
 * A new filing, with its deadline: the definition's last day, or the next working day after it, at the end of office
 * hours.
 */
export function newFiling(compiled: Compiled, record: StoredRecord, workspace: Workspace): Filing | undefined {
  const { filing } = compiled.definition;
  if (!filing) return undefined;
  const day = dayOf(compiled, filing.due, record, workspace);
  return {
    status: 'notStarted',
    level: 0,
    returnCount: 0,
    revisionNo: 0,
    ...(day === undefined ? {} : { dueAt: deadlineOf(nextWorkday(day, workspace.isWorkday)) }),
  };
}

/** The first day on which people fill the form in; `undefined` where the definition says none or it cannot be told. */
export function openingDay(compiled: Compiled, record: StoredRecord, workspace: Workspace): string | undefined {
  const opens = compiled.definition.filing?.opens;
  return opens === undefined ? undefined : dayOf(compiled, opens, record, workspace);
}

function dayOf(compiled: Compiled, formula: string, record: StoredRecord, workspace: Workspace): string | undefined {
  const value = evaluate(compiled.formula(formula), recordScope(workspace.scopeInput(compiled, record)));
  return typeof value === 'number' ? toDateText(value) : isDate(value) ? value : undefined;
}

/**
 * What a filing move does besides changing the status. The times of day compare as text since all carry the same
 * offset.
 */
export function afterFilingMove(
  compiled: Compiled,
  record: StoredRecord,
  moveId: string,
  workspace: Workspace,
): StoredRecord {
  const { filing } = record;
  if (!filing) return record;
  const { now, actorId } = workspace;
  switch (moveId) {
    case 'submit': {
      const isLate = filing.isLate === true || (filing.dueAt !== undefined && now > filing.dueAt);
      const lateDays =
        filing.dueAt === undefined || now <= filing.dueAt
          ? 0
          : Math.max(1, daysBetween(filing.dueAt.slice(0, 10), now.slice(0, 10)));
      return {
        ...record,
        orgPath: orgPathOf(record.orgId, workspace),
        filing: {
          ...filing,
          level: 0,
          submittedAt: now,
          submittedBy: actorId,
          isLate,
          lateDays: Math.max(lateDays, filing.lateDays ?? 0),
          revisionNo: filing.submittedAt === undefined ? 0 : filing.revisionNo + 1,
        },
      };
    }
    case 'return': {
      const extended = deadlineOf(addWorkdays(now.slice(0, 10), DAYS_AFTER_RETURN, workspace.isWorkday));
      const dueAt = filing.dueAt !== undefined && filing.dueAt > extended ? filing.dueAt : extended;
      return { ...record, filing: { ...filing, ...reviewed(workspace), returnCount: filing.returnCount + 1, dueAt } };
    }
    case 'escalate':
      return {
        ...record,
        filing: {
          ...filing,
          ...reviewed(workspace),
          level: (filing.level ?? 0) + (hasFurtherLevel(compiled, record) ? 1 : 0),
        },
      };
    case 'open':
    case 'accept':
    case 'rate':
    case 'correct':
      return { ...record, filing: { ...filing, ...reviewed(workspace) } };
    default:
      return record;
  }
}

function reviewed({ now, actorId }: Workspace): Pick<Filing, 'reviewedAt' | 'reviewedBy'> {
  return { reviewedAt: now, reviewedBy: actorId };
}

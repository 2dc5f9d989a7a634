import type { Compiled } from '../definition/compiled.ts';
import { OWN_FILLERS } from '../definition/own-fillers.ts';
import { evaluate, type Scope } from '../formula/evaluate.ts';
import { FormulaError, type Value } from '../formula/value.ts';
import type { Actor, ProcessStage, ProcessStep } from '../generated/definition.ts';
import type { StepMark, StoredRecord } from '../generated/record.ts';
import { own } from '../json/json.ts';
import type { Bilingual } from '../text/problem.ts';
import { daysBetween, isDate, type DateText } from '../time/date.ts';
import { toDateText } from '../time/serial.ts';
import { brokenCheck } from './judge.ts';

/** How a step stands. `overdue` is an active step past its day; `returned` is active again, with a reason. */
export type StepStatus = 'pending' | 'active' | 'overdue' | 'returned' | 'done';

/** One step of a record's process as it stands today. */
export interface StepView {
  readonly step: ProcessStep;
  readonly stage: ProcessStage;
  /** Place over all stages, from 1. */
  readonly number: number;
  readonly status: StepStatus;
  /** Day on which it was done. */
  readonly doneOn: DateText | undefined;
  /** First and last day, as far as they can be computed yet. */
  readonly earliestOn: DateText | undefined;
  readonly dueOn: DateText | undefined;
  /** Days after the due date, of doing it or until today; 0 in time and for steps that are pending. */
  readonly delayDays: number;
  /** Steps that have to be done before it opens. */
  readonly waitsFor: readonly ProcessStep[];
  /** Why it is pending, or why it was returned. */
  readonly reason: Bilingual | undefined;
  /** Who may complete it. */
  readonly by: readonly Actor[];
  /** Formulas of its dates that failed, other than for lack of data. */
  readonly errors: readonly Bilingual[];
}

/** A record's whole process. */
export interface ProcessView {
  readonly steps: readonly StepView[];
  /** The first step that is open; `undefined` when all are done. */
  readonly current: StepView | undefined;
  /** What the definition warns of over all steps. */
  readonly warnings: readonly Bilingual[];
}

/**
 * The lists `steps.id`, `steps.status` … of a record, for any of its formulas; `scope` is the record's own. Made when
 * first read.
 */
export function stepLists(
  compiled: Compiled,
  record: StoredRecord,
  scope: Scope,
): (column: string) => readonly Value[] | undefined {
  let full: Scope | undefined;
  return (column) => {
    const { process } = compiled.definition;
    if (!process) return undefined;
    if (!full) {
      const plan = planOf(process.stages);
      full = withSteps(scope, plan, record, viewsOf(compiled, record, plan, scope));
    }
    return full.column?.('steps', column);
  };
}

/** The process of a record; `undefined` for definitions without one. `scope` is the record's own. */
export function processOf(compiled: Compiled, record: StoredRecord, scope: Scope): ProcessView | undefined {
  const { process } = compiled.definition;
  if (!process) return undefined;
  const plan = planOf(process.stages);
  const views = viewsOf(compiled, record, plan, scope);
  const steps = [...views.values()];
  const warningScope = withSteps(scope, plan, record, views);
  return {
    steps,
    current: steps.find(({ status }) => status !== 'pending' && status !== 'done'),
    warnings: (process.warnings ?? []).flatMap(
      (rule) => brokenCheck(rule, evaluate(compiled.formula(rule.check), warningScope)) ?? [],
    ),
  };
}

function viewsOf(
  compiled: Compiled,
  record: StoredRecord,
  plan: readonly Planned[],
  scope: Scope,
): ReadonlyMap<string, StepView> {
  const views = new Map<string, StepView>();
  const dates = withSteps(scope, plan, record);
  const pause = pauseOf(compiled, record);
  plan.forEach((planned, at) => views.set(planned.step.id, viewOf(compiled, record, plan, at, views, dates, pause)));
  return views;
}

interface Planned {
  readonly step: ProcessStep;
  readonly stage: ProcessStage;
  /** Ids of the steps before it. */
  readonly after: readonly string[];
}

/** Steps of all stages in order, with what each waits for: what it names, or the one above. */
export function planOf(stages: readonly ProcessStage[]): readonly Planned[] {
  const plan: Planned[] = [];
  for (const stage of stages) {
    for (const step of stage.steps) {
      const above = plan[plan.length - 1]?.step.id;
      plan.push({ step, stage, after: step.after ?? (above === undefined ? [] : [above]) });
    }
  }
  return plan;
}

/**
 * The record's scope with the columns `steps.id`, `steps.title`, `steps.stage`, `steps.doneOn`, and, once `views` are
 * there, `steps.status` and `steps.dueOn`; a step's own dates are computed before that and see only which steps are
 * done.
 */
export function withSteps(
  scope: Scope,
  plan: readonly Planned[],
  record: StoredRecord,
  views?: ReadonlyMap<string, StepView>,
): Scope {
  const columns: Readonly<Record<string, (planned: Planned) => Value>> = {
    id: ({ step }) => step.id,
    title: ({ step }) => step.title,
    stage: ({ stage }) => stage.id,
    doneOn: ({ step }) => doneMark(record, step.id)?.on ?? null,
    status: ({ step }) => views?.get(step.id)?.status ?? own(record.steps, step.id)?.status ?? null,
    dueOn: ({ step }) => views?.get(step.id)?.dueOn ?? null,
  };
  return {
    ...scope,
    column(list, column) {
      const read = list === 'steps' ? own(columns, column) : undefined;
      return read ? plan.map((planned) => read(planned)) : scope.column?.(list, column);
    },
  };
}

/** Why no step can be done in the record's present state; `undefined` where steps go on. */
function pauseOf({ definition }: Compiled, { state }: StoredRecord): Bilingual | undefined {
  if (state === undefined || !definition.process?.pausedIn?.includes(state)) return undefined;
  const title = definition.states?.find(({ id }) => id === state)?.title ?? state;
  return { 'zh-CN': `当前为“${title}”，流程暂停。`, en: `The process rests while the state is “${title}”.` };
}

export function doneMark(record: StoredRecord, stepId: string): StepMark | undefined {
  const mark = own(record.steps, stepId);
  return mark?.status === 'done' ? mark : undefined;
}

function viewOf(
  compiled: Compiled,
  record: StoredRecord,
  plan: readonly Planned[],
  at: number,
  views: ReadonlyMap<string, StepView>,
  scope: Scope,
  pause: Bilingual | undefined,
): StepView {
  const { step, stage, after } = plan[at] as Planned;
  const mark = own(record.steps, step.id);
  const isDone = mark?.status === 'done';
  const waitsFor = isDone
    ? []
    : plan
        .filter(({ step: other }) => after.includes(other.id) && !isOpened(record, step, views.get(other.id), other.id))
        .map((planned) => planned.step);
  const errors: Bilingual[] = [];
  const earliestOn = dateBy(compiled, step.earliest, scope, errors);
  const dueOn = dateBy(compiled, step.due, scope, errors);
  const until = isDone ? mark.on : scope.today;
  const isPending = !isDone && (waitsFor.length > 0 || pause !== undefined);
  const delayDays = dueOn === undefined || isPending ? 0 : Math.max(0, daysBetween(dueOn, until));
  const status: StepStatus = isDone
    ? 'done'
    : isPending
      ? 'pending'
      : mark?.status === 'returned'
        ? 'returned'
        : delayDays > 0
          ? 'overdue'
          : 'active';
  return {
    step,
    stage,
    number: at + 1,
    status,
    doneOn: isDone ? mark.on : undefined,
    earliestOn,
    dueOn,
    delayDays,
    waitsFor,
    reason: isPending
      ? (pause ?? waitingText(waitsFor))
      : mark?.status === 'returned' && mark.note !== undefined
        ? { 'zh-CN': mark.note, en: mark.note }
        : undefined,
    by: step.by ?? OWN_FILLERS,
    errors: isPending ? [] : errors, // what a pending step counts from may not be there yet
  };
}

/** Whether a predecessor lets the step open: it is done, or active where `started` is enough. */
function isOpened(record: StoredRecord, { opens }: ProcessStep, before: StepView | undefined, id: string): boolean {
  return (
    doneMark(record, id) !== undefined || (opens === 'started' && before !== undefined && before.status !== 'pending')
  );
}

/** The day that a formula gives; nothing while data are missing. */
function dateBy(compiled: Compiled, text: string | undefined, scope: Scope, errors: Bilingual[]): DateText | undefined {
  if (text === undefined) return undefined;
  const value = evaluate(compiled.formula(text), scope);
  if (value instanceof FormulaError) {
    if (value.code !== 'not-available') errors.push(value.reason);
    return undefined;
  }
  if (typeof value === 'number') return value >= FIRST_REAL_DAY ? toDateText(value) : undefined;
  return isDate(value) ? value : undefined;
}

/**
 * 1910-01-01: a formula that adds to a blank date gives a day about 1900, which means that the date is not known yet.
 */
const FIRST_REAL_DAY = 3654;

function waitingText(steps: readonly ProcessStep[]): Bilingual {
  return {
    'zh-CN': `须先完成${steps.map(({ title }) => `“${title}”`).join('、')}。`,
    en: `First complete ${steps.map(({ title }) => `“${title}”`).join(', ')}.`,
  };
}

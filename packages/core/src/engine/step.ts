import type { Compiled } from '../definition/compiled.ts';
import { evaluate } from '../formula/evaluate.ts';
import type { ProcessStep } from '../generated/definition.ts';
import type { StepMark, StoredRecord } from '../generated/record.ts';
import type { Json } from '../json/json.ts';
import { brokenGuards, isTrue } from '../record/judge.ts';
import { may } from '../life/may.ts';
import { doneMark, planOf, processOf, withSteps, type ProcessView, type StepView } from '../record/process.ts';
import { recordScope } from '../record/scope.ts';
import { valuesAt } from '../record/values-at.ts';
import { isDate } from '../time/date.ts';
import { problem } from '../text/problem.ts';
import { applyChanges } from './change.ts';
import { addressOf, checkRecord, unfilled } from './check.ts';
import type { StepCommand } from './contract.ts';
import type { Change } from '../json/changes.ts';
import { withDeed } from './history.ts';
import { reasonProblems } from './reason.ts';
import { forbid, refuse, Refused } from './refusal.ts';
import { settle } from './settle.ts';
import { refuseDouble } from './unique.ts';
import type { Workspace } from './workspace.ts';

/** Completes a step of the process, or returns one that is done for correction. */
export function takeStep(
  compiled: Compiled,
  stored: StoredRecord,
  command: StepCommand,
  workspace: Workspace,
): StoredRecord {
  const stages = compiled.definition.process?.stages ?? [];
  const step = planOf(stages).find((planned) => planned.step.id === command.step)?.step;
  if (!step) return refuse('missing', 'no-step', '没有这个步骤。', 'There is no such step.');
  return command.action === 'done'
    ? complete(compiled, stored, step, command.changes ?? [], workspace)
    : sendBack(compiled, stored, step, command.reason ?? '', workspace);
}

function complete(
  compiled: Compiled,
  stored: StoredRecord,
  step: ProcessStep,
  changes: readonly Change[],
  workspace: Workspace,
): StoredRecord {
  const orgId = refuseStranger(compiled, stored, [step], workspace);
  const before = viewOf(compiled, stored, step, workspace);
  if (before.status === 'done')
    refuse('guard', 'step-done', `“${step.title}”已经完成。`, `“${step.title}” is done already.`);
  if (before.status === 'pending')
    throw new Refused('guard', [
      {
        pointer: '',
        code: 'step-pending',
        reason: before.reason ?? { 'zh-CN': '前置步骤未完成。', en: 'An earlier step is not done.' },
      },
    ]);
  const fields = step.fields ?? [];
  const asked = [...fields.map(addressOf), ...(step.on === undefined ? [] : [step.on])];
  let record = settle(compiled, applyChanges(compiled, stored, changes, workspace, asked), workspace).record;
  const scope = withSteps(
    recordScope(workspace.scopeInput(compiled, record)),
    planOf(compiled.definition.process?.stages ?? []),
    record,
  );
  const missing = unfilled(compiled, fields, record, scope);
  if (missing.length > 0) throw new Refused('invalid', missing);
  const on = dateOf(step, record, workspace);
  refuseDate(compiled, record, step, on, workspace);
  const broken = brokenGuards(compiled, step.check ?? [], scope).map((reason) => ({
    pointer: '',
    code: 'guard',
    reason,
  }));
  if (step.done !== undefined && !isTrue(evaluate(compiled.formula(step.done), scope))) {
    broken.push(
      problem(
        '',
        'step-not-done',
        `“${step.title}”的完成条件尚未满足。`,
        `What completes “${step.title}” is not there yet.`,
      ),
    );
  }
  if (broken.length > 0) throw new Refused('guard', broken);
  const { errors, warnings } = checkRecord(compiled, record, workspace);
  if (errors.length > 0) throw new Refused('invalid', errors);
  workspace.warnings.push(...warnings);
  refuseDouble(compiled, record, workspace);
  const mark: StepMark = { status: 'done', on, at: workspace.now, by: workspace.actorId };
  record = { ...record, steps: { ...record.steps, [step.id]: mark } };
  record = settle(compiled, step.state === undefined ? record : moved(record, step.state, workspace), workspace).record;
  return finish(stored, record, `step:${step.id}`, orgId, undefined, workspace);
}

function sendBack(
  compiled: Compiled,
  stored: StoredRecord,
  step: ProcessStep,
  reason: string,
  workspace: Workspace,
): StoredRecord {
  const plan = planOf(compiled.definition.process?.stages ?? []);
  const followers = plan.filter(({ after }) => after.includes(step.id)).map((planned) => planned.step);
  const orgId = refuseStranger(compiled, stored, [step, ...followers], workspace);
  const mark = doneMark(stored, step.id);
  if (!mark)
    return refuse(
      'guard',
      'step-not-done',
      `“${step.title}”尚未完成，无需退回。`,
      `“${step.title}” is not done, so it cannot be returned.`,
    );
  const done = followers.filter(({ id }) => doneMark(stored, id));
  if (done.length > 0) {
    refuse(
      'guard',
      'step-followed',
      `须先退回后续步骤${done.map(({ title }) => `“${title}”`).join('、')}。`,
      `First return the later steps ${done.map(({ title }) => `“${title}”`).join(', ')}.`,
    );
  }
  const wrong = reasonProblems(reason, true);
  if (wrong.length > 0) throw new Refused('invalid', wrong);
  const record: StoredRecord = {
    ...stored,
    steps: {
      ...stored.steps,
      [step.id]: { ...mark, status: 'returned', at: workspace.now, by: workspace.actorId, note: reason },
    },
  };
  // The record falls back to what the last remaining step made of it.
  const last = plan.filter((planned) => planned.step.state !== undefined && doneMark(record, planned.step.id)).pop();
  const state = last?.step.state ?? compiled.definition.states?.[0]?.id;
  const back = step.state === undefined || state === undefined ? record : moved(record, state, workspace);
  return finish(stored, settle(compiled, back, workspace).record, `return:${step.id}`, orgId, reason, workspace);
}

/** Ends the command unless the person may do one of the steps; returns the post's organisation. */
function refuseStranger(
  compiled: Compiled,
  record: StoredRecord,
  steps: readonly ProcessStep[],
  workspace: Workspace,
): string | undefined {
  if (workspace.actor === null) return undefined;
  const options = { orgId: workspace.actor.orgId, label: (pointer: string) => compiled.field(pointer)?.title };
  const verdicts = steps.map(({ by }) => may(workspace.actingPerson, by, record, workspace, workspace.today, options));
  const allowed = verdicts.find((verdict) => verdict.allowed);
  if (allowed?.allowed) return allowed.orgId;
  const [first] = verdicts;
  return first?.allowed === false ? forbid(first.reason) : undefined;
}

/**
 * Ends the command where the step's day is not possible: in the future, too early, or before a step that precedes it.
 */
function refuseDate(
  compiled: Compiled,
  record: StoredRecord,
  step: ProcessStep,
  on: string,
  workspace: Workspace,
): void {
  const pointer = step.on ?? '';
  if (on > workspace.today)
    refuse('guard', 'step-in-future', '完成日期不能晚于今天。', 'The date cannot be later than today.', pointer);
  const { earliestOn } = viewOf(compiled, record, step, workspace);
  if (earliestOn !== undefined && on < earliestOn)
    refuse(
      'guard',
      'step-too-early',
      `“${step.title}”最早可在 ${earliestOn} 办理。`,
      `“${step.title}” is possible from ${earliestOn}.`,
      pointer,
    );
  // Only steps that ask for their date know when they were done; the others know when that was recorded.
  if (step.opens === 'started' || step.on === undefined) return;
  const planned = planOf(compiled.definition.process?.stages ?? []);
  const after = planned.find((entry) => entry.step.id === step.id)?.after ?? [];
  const late = planned.find(
    (entry) =>
      after.includes(entry.step.id) && entry.step.on !== undefined && (doneMark(record, entry.step.id)?.on ?? '') > on,
  );
  if (late)
    refuse(
      'guard',
      'step-order',
      `完成日期不能早于“${late.step.title}”的完成日期。`,
      `The date cannot be before that of “${late.step.title}”.`,
      pointer,
    );
}

function viewOf(compiled: Compiled, record: StoredRecord, step: ProcessStep, workspace: Workspace): StepView {
  const view = processOf(compiled, record, recordScope(workspace.scopeInput(compiled, record))) as ProcessView;
  return view.steps.find((found) => found.step.id === step.id) as StepView;
}

function dateOf({ on }: ProcessStep, record: StoredRecord, workspace: Workspace): string {
  if (on === undefined) return workspace.today;
  const day = String(valuesAt(record.data as Json, on)[0] ?? '').slice(0, 10);
  return isDate(day)
    ? day
    : refuse('invalid', 'required', '请填写完成日期。', 'Fill in the date on which it was done.', on);
}

function moved(record: StoredRecord, state: string, { now }: Workspace): StoredRecord {
  return record.state === state ? record : { ...record, state, stateSince: now };
}

function finish(
  stored: StoredRecord,
  record: StoredRecord,
  act: string,
  orgId: string | undefined,
  reason: string | undefined,
  workspace: Workspace,
): StoredRecord {
  const result = withDeed(
    stored,
    record,
    {
      act,
      ...(orgId === undefined ? {} : { orgId }),
      ...(stored.state === undefined ? {} : { from: stored.state }),
      ...(record.state === undefined ? {} : { to: record.state }),
      ...(reason === undefined ? {} : { reason }),
    },
    workspace,
  );
  workspace.put(result);
  return result;
}

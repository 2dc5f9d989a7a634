import type { Compiled } from '../definition/compiled.ts';
import type { Actor } from '../generated/definition.ts';
import type { StoredRecord } from '../generated/record.ts';
import { may } from '../life/may.ts';
import { isFinal, isOpenForFilling } from '../life/states.ts';
import { violationReason } from '../schema/messages.ts';
import { problem, type Problem } from '../text/problem.ts';
import { migrate } from '../version/migrate.ts';
import { wayBetween } from '../version/way.ts';
import { withDeed } from './history.ts';
import { forbid, refuse, Refused } from './refusal.ts';
import { settle } from './settle.ts';
import { refuseDouble } from './unique.ts';
import type { Workspace } from './workspace.ts';

/** Who may take a record to another version. */
const UPGRADERS: readonly Actor[] = [{ role: 'administrator', atAny: ['own', 'ancestor'] }];

/**
 * Takes a record to another version of its definition. What was right stays right: a record that satisfies its version
 * must satisfy the other one. Only records that are still being filled in are computed again.
 */
export function upgrade(compiled: Compiled, stored: StoredRecord, version: string, workspace: Workspace): void {
  const { id } = stored.definition;
  const now = stored.definition.version;
  if (version === now) return;
  const verdict =
    workspace.actor === null
      ? undefined
      : may(workspace.actingPerson, UPGRADERS, stored, workspace, workspace.today, {
          ...(workspace.actor.orgId === undefined ? {} : { orgId: workspace.actor.orgId }),
        });
  if (verdict && !verdict.allowed) forbid(verdict.reason);
  if (compiled.definition.version !== now)
    refuse(
      'missing',
      'no-version',
      `没有这条记录所用的 ${now} 版。`,
      `Version ${now}, with which the record was filled in, is not there.`,
    );
  const versions = workspace
    .versions(id)
    .map((known) => workspace.definition(id, known.definition.version))
    .filter((known): known is Compiled => known !== undefined);
  const way = wayBetween(versions, now, version);
  const target = way?.[way.length - 1]?.to;
  if (!way || !target)
    return refuse(
      'missing',
      'no-version',
      `没有 ${version} 版，或缺少中间的版本。`,
      `Version ${version} or one on the way to it is not there.`,
    );
  let record = stored;
  for (const { upgrade: step, to } of way) record = migrate(record, step, to.hash).record;
  if (isOpenForFilling(record) && !isFinal(target, record)) record = settle(target, record, workspace).record;
  const problems = [
    ...stateProblems(target, record),
    ...(violationsOf(compiled, stored).length > 0 ? [] : violationsOf(target, record)),
  ];
  if (problems.length > 0) throw new Refused('invalid', problems);
  refuseDouble(target, record, workspace);
  workspace.put(
    withDeed(
      stored,
      record,
      { act: 'upgrade', ...(verdict?.orgId === undefined ? {} : { orgId: verdict.orgId }), from: now, to: version },
      workspace,
    ),
  );
}

/** What a record's data say against their definition, read as data of that version. */
export function violationsOf(compiled: Compiled, { data }: StoredRecord): readonly Problem[] {
  return compiled
    .validator()
    .validate(data)
    .map((violation) => ({
      pointer: violation.pointer,
      code: violation.keyword,
      reason: violationReason(violation, compiled.field(violation.pointer)?.title ?? violation.pointer),
    }));
}

/** The state that its definition does not know. */
export function stateProblems({ definition: { states } }: Compiled, { state }: StoredRecord): readonly Problem[] {
  if (state === undefined || (states ?? []).some(({ id }) => id === state)) return [];
  return [
    problem(
      '',
      'unknown-state',
      `新版本没有状态“${state}”，请在迁移步骤中指明改为哪个状态。`,
      `the other version has no state ${state}; say in the migration which one it becomes`,
    ),
  ];
}

import type { Compiled } from '../definition/compiled.ts';
import { translated } from '../definition/translated.ts';
import { FormulaError } from '../formula/value.ts';
import type { AppliesTo } from '../generated/definition.ts';
import type { Organisation } from '../generated/organisation.ts';
import type { Link, StoredRecord } from '../generated/record.ts';
import type { JsonObject } from '../json/json.ts';
import { valueAt } from '../json/pointer.ts';
import { mayBegin } from '../life/begin.ts';
import { orgPathOf } from '../org/path.ts';
import { recordScope } from '../record/scope.ts';
import { startValue } from '../schema/fields/start.ts';
import { appliesToKind } from '../score/plan.ts';
import { problem } from '../text/problem.ts';
import { parsePeriod } from '../time/period.ts';
import { applyChanges } from './change.ts';
import { checkRecord, wrongTypes } from './check.ts';
import type { CreateCommand } from './contract.ts';
import { newFiling, openingDay } from './filing.ts';
import { withDeed } from './history.ts';
import { forbid, refuse, Refused } from './refusal.ts';
import { compute, settle, withField } from './settle.ts';
import { refuseDouble } from './unique.ts';
import type { Workspace } from './workspace.ts';

/** What a new record starts from besides its command. */
export interface Origin {
  /** The other end of a hand-over. */
  readonly link?: Link;
  readonly act?: string;
}

/**
 * Makes a record: checks that the definition applies and that there is none yet, loads what is known, takes the given
 * data. A filing begins as not started, and as a draft when data come along; people open it on its first day at the
 * earliest. Other records are live at once and must be valid.
 */
export function create(
  command: CreateCommand,
  workspace: Workspace,
  { link, act = 'create' }: Origin = {},
): StoredRecord {
  const compiled = workspace.definition(command.definitionId);
  if (!compiled)
    return refuse(
      'missing',
      'no-definition',
      '没有这张表，可能已停用。',
      'There is no such form; it may have been retired.',
    );
  const { definition, hash } = compiled;
  const organisation = workspace.organisation(command.orgId);
  if (!organisation) return refuse('missing', 'no-organisation', '没有这个组织。', 'There is no such organisation.');
  const orgPath = orgPathOf(command.orgId, workspace);
  refuseOutside(compiled, organisation, orgPath, command.periodCode);
  const { now, actorId } = workspace;
  const [initial] = definition.states ?? [];
  let record: StoredRecord = {
    id: command.recordId,
    definition: { id: definition.id, version: definition.version, hash },
    orgId: command.orgId,
    orgPath,
    ...(command.subject ? { subject: { ...command.subject } } : {}),
    ...(command.periodCode === undefined ? {} : { periodCode: command.periodCode }),
    ...(initial ? { state: initial.id, stateSince: now } : {}),
    ...(definition.process ? { steps: {} } : {}),
    revision: 0,
    links: link ? [link] : [],
    facts: [],
    history: [],
    data: {},
    audit: { createdAt: now, createdBy: actorId, updatedAt: now, updatedBy: actorId },
  };
  const filing = newFiling(compiled, record, workspace);
  if (filing) record = { ...record, filing };
  const orgId = refuseStranger(compiled, record, workspace);
  refuseEarly(compiled, record, workspace);
  refuseDouble(compiled, record, workspace);
  const known = prefilled(compiled, record, workspace);
  record = {
    ...record,
    data: { ...(startValue(compiled.root) as JsonObject | undefined), ...known } as StoredRecord['data'],
  };
  if (command.data) {
    record = applyChanges(
      compiled,
      record,
      Object.keys(command.data).map((key) => ({
        pointer: `/${key.replace(/~/g, '~0').replace(/\//g, '~1')}`,
        value: command.data?.[key],
      })),
      workspace,
    );
    if (filing && Object.keys(command.data).length > 0) record = { ...record, filing: { ...filing, status: 'draft' } };
  }
  const settled = settle(compiled, record, workspace);
  record = settled.record;
  refuseDouble(compiled, record, workspace);
  const wrong = wrongTypes(compiled, record);
  if (wrong.length > 0) throw new Refused('invalid', wrong);
  if (!filing) {
    const { errors, warnings } = checkRecord(compiled, record, workspace);
    const all = [...settled.problems, ...errors];
    if (all.length > 0) throw new Refused('invalid', all);
    workspace.warnings.push(...warnings);
  }
  record = withDeed(
    undefined,
    record,
    { act, ...(orgId === undefined ? {} : { orgId }), ...(record.state === undefined ? {} : { to: record.state }) },
    workspace,
  );
  workspace.put(record);
  return record;
}

/** Whether a definition or filing is meant for an organisation. */
export function applies(appliesTo: AppliesTo | undefined, organisation: Organisation, orgPath: string): boolean {
  return appliesToKind(appliesTo, { ...organisation, orgPath });
}

function refuseOutside(
  { definition: { filing } }: Compiled,
  organisation: Organisation,
  orgPath: string,
  periodCode: string | undefined,
): void {
  const period = periodCode === undefined ? undefined : parsePeriod(periodCode);
  if (periodCode !== undefined && !period)
    refuse('invalid', 'no-period', '期次代码不正确。', 'This is no period code.');
  if (!filing) return;
  if (period?.kind !== filing.period)
    refuse('invalid', 'other-period', '期次与填报周期不符。', 'The period is not of the kind that this form asks for.');
  if (!applies(filing.by, organisation, orgPath))
    refuse(
      'invalid',
      'not-for-organisation',
      `${organisation.orgShortName}不在本表的填报范围内。`,
      `${organisation.orgShortName} does not have to fill in this form.`,
    );
}

/** Ends the command unless the person may open such a record; returns the post's organisation. */
function refuseStranger(compiled: Compiled, record: StoredRecord, workspace: Workspace): string | undefined {
  if (workspace.actor === null) return undefined;
  const verdict = mayBegin(compiled, record, workspace.actingPerson, workspace, workspace.today, workspace.actor);
  return verdict.allowed ? verdict.orgId : forbid(verdict.reason);
}

/**
 * Nobody opens a filing before its first day; the clock does, for everybody at once, and hand-overs follow from what
 * has happened.
 */
function refuseEarly(compiled: Compiled, record: StoredRecord, workspace: Workspace): void {
  const day = workspace.actor === null ? undefined : openingDay(compiled, record, workspace);
  if (day !== undefined && day > workspace.today)
    refuse(
      'invalid',
      'not-open',
      `《${compiled.definition.title}》本期从${day}起填报。`,
      `${translated(compiled.definition, 'en').title} is filled in for this period from ${day} on.`,
    );
}

/** What is known from elsewhere. A source that fails leaves its field blank and is told as a warning. */
function prefilled(compiled: Compiled, record: StoredRecord, workspace: Workspace): JsonObject {
  let data: JsonObject = {};
  for (const { field, from } of compiled.definition.prefill ?? []) {
    if (field.includes('/*') || valueAt(data, field) !== undefined) continue;
    const value = compute(compiled, field, from, recordScope(workspace.scopeInput(compiled, record, { data })));
    if (value instanceof FormulaError)
      workspace.warnings.push(
        problem(field, 'prefill', `未能预填：${value.reason['zh-CN']}`, `Could not be prefilled: ${value.reason.en}`),
      );
    else data = withField(data, field, value);
  }
  return data;
}

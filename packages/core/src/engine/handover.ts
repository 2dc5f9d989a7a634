import type { Compiled } from '../definition/compiled.ts';
import { evaluate, type Scope } from '../formula/evaluate.ts';
import { FormulaError, type Value } from '../formula/value.ts';
import type { Handover } from '../generated/definition.ts';
import type { Link, StoredRecord } from '../generated/record.ts';
import { contentHash } from '../json/hash.ts';
import { isObject, own, type Json, type JsonObject } from '../json/json.ts';
import { valueAt } from '../json/pointer.ts';
import { isTrue } from '../record/judge.ts';
import { recordScope, rowScope } from '../record/scope.ts';
import { valueOf } from '../record/value-of.ts';
import { explainDeduction } from '../score/explain.ts';
import { scoreOf } from '../score/score.ts';
import { itemsOf } from '../score/tree.ts';
import { problem } from '../text/problem.ts';
import { create } from './create.ts';
import { Refused } from './refusal.ts';
import { compute, withField } from './settle.ts';
import type { Workspace } from './workspace.ts';

/** Records started by records started … this deep; deeper is a circle of definitions. */
const DEEPEST = 5;
/**
 * Records that one command starts at most: definitions that hand over to each other several times over would start
 * millions.
 */
const MOST = 2000;

/** One thing that may be handed over: the record itself, a row or an item of its score. */
interface Candidate {
  readonly scope: Scope;
  /** What tells it from the others where the definition names no key. */
  readonly key: string;
}

/**
 * Looks at the hand-overs of a record that has just changed and starts what is to be started. The new record's id
 * follows from the source, the hand-over and the key, so that it happens once, whoever asks again. What cannot be
 * started is told as a warning.
 */
export function handOver(
  compiled: Compiled,
  record: StoredRecord,
  trigger: string,
  workspace: Workspace,
  depth = 0,
  budget = { left: MOST },
): void {
  for (const handover of compiled.definition.handovers ?? []) {
    if (!handover.on.includes(trigger as Handover['on'][number])) continue;
    for (const candidate of candidatesOf(compiled, record, handover, workspace)) {
      const applies = evaluate(compiled.formula(handover.when), candidate.scope);
      if (applies instanceof FormulaError) warn(workspace, handover, applies.reason['zh-CN'], applies.reason.en);
      else if (isTrue(applies)) start(compiled, record.id, handover, candidate, workspace.asSystem(), depth, budget);
    }
  }
}

function candidatesOf(
  compiled: Compiled,
  record: StoredRecord,
  { each }: Handover,
  workspace: Workspace,
): readonly Candidate[] {
  const input = workspace.scopeInput(compiled, record);
  const scope = recordScope(input);
  if (each === undefined) return [{ scope, key: '' }];
  if (each === 'score.items') {
    const tree = scoreOf(input);
    if (!tree) return [];
    return itemsOf(tree).map((node) => {
      const extra = new Map<string, Value | readonly Value[]>([
        ...(input.extra ?? []),
        ['itemId', node.id],
        ['itemName', node.item.title],
        ['dimensionId', node.dimension.id],
        ['dimensionName', node.dimension.title],
        ['maxScore', node.max],
        ['finalScore', node.excluded || node.waiting ? null : node.points],
        [
          'deductReason',
          explainDeduction(node, {
            language: 'zh-CN',
            fact: (id, by) => workspace.facts.declaration(id, 'zh-CN', by),
          }) || null,
        ],
      ]);
      return { scope: recordScope({ ...input, extra }), key: node.id };
    });
  }
  const rows = valueAt(record.data as Json, each);
  if (Array.isArray(rows)) return rows.map((row: Json, at) => ({ scope: itemScope(scope, row), key: String(at) }));
  return isObject(rows) ? Object.keys(rows).map((key) => ({ scope: itemScope(scope, own(rows, key)), key })) : [];
}

/** A row's scope, in which its columns are also plain names, so that keys can name them. */
function itemScope(scope: Scope, row: Json | undefined): Scope {
  return {
    ...rowScope(scope, row),
    name: (name) => {
      const found = scope.name(name);
      return found ?? (isObject(row) && own(row, name) !== undefined ? valueOf(own(row, name)) : found);
    },
  };
}

function start(
  compiled: Compiled,
  sourceId: string,
  handover: Handover,
  { scope, key: ownKey }: Candidate,
  workspace: Workspace,
  depth: number,
  budget: { left: number },
): void {
  const source = workspace.record(sourceId);
  const target = workspace.definition(handover.to);
  if (!source) return;
  if (!target) return warn(workspace, handover, `没有“${handover.to}”这张表`, `there is no definition ${handover.to}`);
  if (depth >= DEEPEST) return warn(workspace, handover, '移交层次过多，可能形成循环', 'too many hand-overs in a row');
  const key = handover.key ? handover.key.map((name) => keyText(scope.name(name))).join('|') : ownKey;
  const recordId = `h-${contentHash([compiled.definition.id, handover.id, sourceId, key])}`;
  if (workspace.record(recordId)) return;
  if (budget.left === 0)
    return warn(workspace, handover, `一次最多移交 ${MOST} 条`, `one command starts at most ${MOST} records`);
  budget.left--;
  const end = { handover: handover.id, key: key.slice(0, 500), title: handover.title };
  const from: Link = { rel: 'from', recordId: sourceId, definitionId: compiled.definition.id, ...end };
  const period = handover.period === undefined ? undefined : evaluate(compiled.formula(handover.period), scope);
  const organisation =
    handover.organisation === undefined ? source.orgId : evaluate(compiled.formula(handover.organisation), scope);
  try {
    const made = create(
      {
        kind: 'create',
        recordId,
        definitionId: handover.to,
        orgId: typeof organisation === 'string' ? organisation : source.orgId,
        ...(typeof period === 'string' && period !== '' ? { periodCode: period } : {}),
        ...subjectFor(compiled, source, handover, scope),
        data: mapped(compiled, target, handover, scope, workspace),
      },
      workspace,
      { link: from, act: `handover:${handover.id}` },
    );
    const to: Link = { rel: 'to', recordId, definitionId: handover.to, ...end };
    workspace.put({
      ...source,
      links: [...source.links, to],
      revision: workspace.isChanged(sourceId) ? source.revision : source.revision + 1,
    });
    handOver(target, made, 'save', workspace, depth + 1, budget);
  } catch (failure) {
    if (!(failure instanceof Refused)) throw failure;
    const [first] = failure.refusal.problems;
    warn(workspace, handover, first?.reason['zh-CN'] ?? '', first?.reason.en ?? '');
  }
}

/** Whom or what the new record is about: what the hand-over says, or what this one is about. */
function subjectFor(
  compiled: Compiled,
  source: StoredRecord,
  { subject }: Handover,
  scope: Scope,
): Pick<StoredRecord, 'subject'> {
  if (!subject) return source.subject ? { subject: source.subject } : {};
  const [id, title] = [subject.id, subject.title].map((text) => keyText(evaluate(compiled.formula(text), scope)));
  return id ? { subject: { id, title: title || id } } : {};
}

/**
 * The new record's data. A formula that fails leaves its field blank; the target's own rules say whether that will do.
 */
function mapped(
  compiled: Compiled,
  target: Compiled,
  { map }: Handover,
  scope: Scope,
  workspace: Workspace,
): JsonObject {
  let data: JsonObject = {};
  for (const [pointer, text] of Object.entries(map)) {
    const field = target.field(pointer);
    const value = field
      ? compute({ ...compiled, field: () => field }, pointer, text, scope)
      : new FormulaError('#REF!', 'unknown-name', pointer);
    if (value instanceof FormulaError)
      workspace.warnings.push(
        problem(
          pointer,
          'handover-value',
          `移交取值失败：${value.reason['zh-CN']}`,
          `A value could not be handed over: ${value.reason.en}`,
        ),
      );
    else data = withField(data, pointer, value);
  }
  return data;
}

function keyText(value: Value | readonly Value[] | undefined): string {
  if (Array.isArray(value)) return value.map(keyText).join(',');
  return value === null || value === undefined || value instanceof FormulaError ? '' : String(value);
}

/** Says once what may happen to hundreds of rows. */
function warn({ warnings }: Workspace, handover: Handover, zh: string, en: string): void {
  const said = problem(
    '',
    'handover',
    `“${handover.title}”未能移交：${zh}`,
    `“${handover.title}” was not handed over: ${en}`,
  );
  if (!warnings.some(({ reason }) => reason['zh-CN'] === said.reason['zh-CN'])) warnings.push(said);
}

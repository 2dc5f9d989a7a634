import type { Compiled } from '../definition/compiled.ts';
import type { StoredRecord } from '../generated/record.ts';
import { sameJson, type Change } from '../json/changes.ts';
import { isObject, own, type Json, type JsonObject } from '../json/json.ts';
import { childPointer, valueAt, withValueAt } from '../json/pointer.ts';
import { editable } from '../life/editable.ts';
import { covers, isComputed, isTypedByNobody } from '../life/fields.ts';
import { recordScope } from '../record/scope.ts';
import { problem } from '../text/problem.ts';
import { hiddenFields, readonlyFields } from './check.ts';
import { forbid, refuse } from './refusal.ts';
import { settle } from './settle.ts';
import type { Workspace } from './workspace.ts';

/** Changes that one command may bring. */
const MOST_CHANGES = 5000;

/**
 * The record with the changes that the person may make. Fields that nobody types are left as they were without a word,
 * since forms send what they show; hidden and read-only fields with a warning; any other field that is not the person's
 * ends the command. The clock, which also hands over and imports, may write what is hidden or read-only for people.
 * `asked` are fields that the move or step itself asks for.
 */
export function applyChanges(
  compiled: Compiled,
  record: StoredRecord,
  changes: readonly Change[],
  workspace: Workspace,
  asked: readonly string[] = [],
): StoredRecord {
  if (changes.length === 0) return record;
  if (changes.length > MOST_CHANGES)
    refuse(
      'invalid',
      'too-many-changes',
      `一次最多修改 ${MOST_CHANGES} 项。`,
      `At most ${MOST_CHANGES} fields can be changed at once.`,
    );
  const before = record.data as JsonObject;
  let data = before;
  for (const { pointer, value } of changes) data = placed(data, pointer, value);
  const withAll = { ...record, data };
  // what is computed from the changes may show further fields
  const settled = settle(compiled, withAll, workspace).record;
  const scope = recordScope(workspace.scopeInput(compiled, settled));
  const silent = [...hiddenFields(compiled, settled, scope), ...readonlyFields(compiled, settled, scope)];
  for (const pointer of leafChanges(before, data)) {
    const isTaken = workspace.actor === null ? isComputed(compiled, pointer) : isTypedByNobody(compiled, pointer);
    if (isTaken) data = restored(before, data, pointer);
    else if (asked.some((field) => covers(field, pointer))) continue;
    else if (workspace.actor !== null && silent.some((field) => covers(field, pointer))) {
      data = restored(before, data, pointer);
      workspace.warnings.push(
        problem(
          pointer,
          'not-changed',
          `“${titleOf(compiled, pointer)}”当前不能填写，未作修改。`,
          `“${titleOf(compiled, pointer)}” cannot be filled in at present and was left as it was.`,
        ),
      );
    } else if (workspace.actor !== null) {
      const verdict = editable(compiled, record, workspace.actingPerson, pointer, workspace, workspace.today, {
        orgId: workspace.actor.orgId,
      });
      if (!verdict.allowed) {
        const title = titleOf(compiled, pointer);
        forbid(
          {
            'zh-CN': `不能修改“${title}”：${verdict.reason['zh-CN']}`,
            en: `“${title}” cannot be changed: ${verdict.reason.en}`,
          },
          pointer,
        );
      }
    }
  }
  return sameJson(before, data) ? record : { ...record, data };
}

function placed(data: JsonObject, pointer: string, value: Json | undefined): JsonObject {
  try {
    const result = pointer === '' ? value : withValueAt(data, pointer, value);
    if (isObject(result)) return result;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return refuse('invalid', 'no-such-place', '修改的位置不存在。', 'There is no such place to change.', pointer);
}

/** `data` with the value of `before` at `pointer`; places that have gone with their row stay gone. */
function restored(before: JsonObject, data: JsonObject, pointer: string): JsonObject {
  const holder = valueAt(data, pointer.slice(0, pointer.lastIndexOf('/')));
  return isObject(holder) || Array.isArray(holder) ? placed(data, pointer, valueAt(before, pointer)) : data;
}

/**
 * Addresses of the smallest fields that differ. Rows are compared by place, and each added or removed row counts cell
 * by cell.
 */
export function leafChanges(from: Json | undefined, to: Json | undefined, pointer = ''): string[] {
  if (from === to) return [];
  if (isObject(from) || isObject(to)) {
    const [a, b] = [isObject(from) ? from : {}, isObject(to) ? to : {}];
    if ((from === undefined || isObject(from)) && (to === undefined || isObject(to))) {
      const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
      if (keys.size === 0) return sameJson(from, to) ? [] : [pointer];
      return [...keys].flatMap((key) => leafChanges(own(a, key), own(b, key), childPointer(pointer, key)));
    }
  }
  const rows = (value: Json | undefined): readonly Json[] | undefined =>
    Array.isArray(value) && value.every(isObject) ? value : value === undefined ? [] : undefined;
  const [before, after] = [rows(from), rows(to)];
  if (before && after && before.length + after.length > 0) {
    const cells = Array.from({ length: Math.max(before.length, after.length) }, (_, at) =>
      leafChanges(before[at], after[at], childPointer(pointer, at)),
    );
    return cells.reduce<string[]>((all, some) => all.concat(some), []);
  }
  return sameJson(from, to) ? [] : [pointer];
}

function titleOf(compiled: Compiled, pointer: string): string {
  return compiled.field(pointer)?.title ?? pointer;
}

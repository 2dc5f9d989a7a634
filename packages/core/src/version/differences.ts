import type { Definition } from '../generated/definition.ts';
import { sameJson } from '../json/changes.ts';
import { isObject, own, type Json } from '../json/json.ts';
import type { Difference } from './difference.ts';
import { say } from './difference.messages.ts';
import { fieldDifferences } from './field-differences.ts';
import { partDifferences } from './part-differences.ts';
import type { Leap } from './version-number.ts';

/** Never told: they say which version this is and how its records came. */
const OWN: ReadonlySet<string> = new Set(['$schema', 'version', 'migration']);

/**
 * What is different in `after`, in words, fields first. Both are admitted. Nothing is left unsaid: where nothing better
 * can be said of a change, it is at least told that there is one. None for two that say the same.
 */
export function differences(before: Definition, after: Definition): readonly Difference[] {
  const fields = fieldDifferences(before, after);
  const found = [
    ...fields.found,
    ...recordDifferences(before, after),
    ...partDifferences(before, after, fields.renames),
  ];
  if (found.length > 0 || sameJson(bare(before), bare(after))) return found;
  return [{ part: 'other', happening: 'changed', pointer: '', text: say.other, touch: 'check', leap: 'minor' }];
}

/** How far the version number has to leap. */
export function leapOf(found: readonly Difference[]): Leap {
  return found.some(({ leap }) => leap === 'major')
    ? 'major'
    : found.some(({ leap }) => leap === 'minor')
      ? 'minor'
      : 'patch';
}

/** What the record schema says besides fields: shared parts, conditions, what else may be there. */
function recordDifferences(before: Definition, after: Definition): Difference[] {
  const [a, b] = [rest(before.record as unknown as Json), rest(after.record as unknown as Json)];
  if (sameJson(a, b)) return [];
  const keys = [...new Set([...Object.keys(a as object), ...Object.keys(b as object)])].filter(
    (key) => !sameJson(isObject(a) ? own(a, key) : undefined, isObject(b) ? own(b, key) : undefined),
  );
  return [
    { part: 'other', happening: 'changed', pointer: '/record', text: say.record(keys), touch: 'check', leap: 'minor' },
  ];
}

/** A schema without the fields that plain properties and rows declare, and without what is told of fields. */
function rest(schema: Json): Json {
  if (!isObject(schema)) return {};
  const { properties: _, required: __, title: ___, description: ____, ...others } = schema as Record<string, Json>;
  return others;
}

const bare = (definition: Definition): Json =>
  Object.fromEntries(Object.entries(definition as unknown as Record<string, Json>).filter(([key]) => !OWN.has(key)));

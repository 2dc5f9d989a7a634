import { siblingUses, textUses, usesOf, type Use } from '@jiceng/core/definition/uses.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import { isObject, own, type Json } from '@jiceng/core/json/json.js';
import { pointerParts, toPointer, valueAt } from '@jiceng/core/json/pointer.js';
import { problem, type Problem } from '@jiceng/core/text/problem.js';
import type { Edit } from '../document/edit.ts';
import { addressesOf } from './field-places.ts';

const APPLICATORS: ReadonlySet<string> = new Set(['if', 'then', 'else', 'not', 'allOf', 'anyOf', 'oneOf']);
/** Keys that formulas can read without quoting. */
const KEY = /^[\p{L}_][\p{L}\p{M}\p{N}_]*$/u;

/** Why the field at `pointer` cannot be called `key`; `undefined` when it can. */
export function cannotRename(value: Json, pointer: string, key: string): Problem | undefined {
  if (!KEY.test(key) || key === '__proto__' || /^(true|false)$/i.test(key))
    return problem(
      pointer,
      'bad-key',
      '标识由字母、汉字、数字和下划线组成，不能以数字开头。',
      'a key has letters, digits and underscores, and does not begin with a digit',
    );
  if (
    levelsOf(value, pointer).some(
      (level) =>
        isObject(valueAt(value, `${level}/properties`)) &&
        own(valueAt(value, `${level}/properties`) as { [k: string]: Json }, key) !== undefined,
    )
  ) {
    return problem(pointer, 'taken-key', `已有标识为“${key}”的字段。`, `there is a field ${key} already`);
  }
  return undefined;
}

/**
 * Gives the field whose schema stands at `pointer` another key, everywhere: rules, formulas, layout, ledger, score,
 * facts, prefill, hand-overs, translations. Answers undefined for what is no field, and throws nothing for definitions
 * of the right shape.
 */
export function renameEdits(value: Json, pointer: string, key: string): Edit[] {
  const parts = pointerParts(pointer);
  const old = parts[parts.length - 1] ?? '';
  const places = levelsOf(value, pointer).flatMap((level) =>
    valueAt(value, level + toPointer(['properties', old])) === undefined
      ? []
      : [level + toPointer(['properties', old])],
  );
  const definition = value as unknown as Definition;
  const uses: Use[] = [
    ...once(addressesOf(value, pointer).flatMap((address) => usesOf(definition, address))),
    ...places.flatMap((place) => textUses(definition, place)),
    ...levelsOf(value, pointer).flatMap((level) => siblingUses(valueAt(value, level), level, old)),
  ];
  const isKey = ({ kind }: Use) => kind === 'key' || kind === 'text';
  return [
    ...uses.filter((use) => !isKey(use)).map((use): Edit => ({ set: use.pointer, value: use.renamed(key) })),
    // last: what stands below them has another place now
    ...uses.filter(isKey).map((use): Edit => ({ rename: use.pointer, to: use.renamed(key) })),
    ...places.map((place): Edit => ({ rename: place, to: key })),
  ];
}

/** Schemas that describe the same object as the one that holds the field: itself and what it applies. */
function levelsOf(value: Json, pointer: string): string[] {
  let root = pointerParts(pointer).slice(0, -2);
  while (
    root.length > 1 &&
    (APPLICATORS.has(root[root.length - 1] ?? '') ||
      (/^\d+$/.test(root[root.length - 1] ?? '') && APPLICATORS.has(root[root.length - 2] ?? '')))
  )
    root = root.slice(0, -1);
  const levels: string[] = [];
  const walk = (at: string, depth: number) => {
    const schema = valueAt(value, at);
    if (!isObject(schema) || depth < 0) return;
    levels.push(at);
    for (const keyword of APPLICATORS) {
      const below = own(schema, keyword);
      if (Array.isArray(below)) below.forEach((_: Json, index) => walk(`${at}/${keyword}/${index}`, depth - 1));
      else if (isObject(below)) walk(`${at}/${keyword}`, depth - 1);
    }
  };
  walk(toPointer(root), 4);
  return levels;
}

function once(uses: readonly Use[]): Use[] {
  return [...new Map(uses.map((use) => [`${use.kind} ${use.pointer}`, use])).values()];
}

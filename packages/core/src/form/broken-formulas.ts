import { parseFormula } from '../formula/parse.ts';
import type { Definition, FieldRef } from '../generated/definition.ts';
import { isObject } from '../json/json.ts';
import { toPointer } from '../json/pointer.ts';
import type { Problem } from '../text/problem.ts';

type Part = string | number;

/** Where formulas stand in rules and prefills, and in sections and fields of a view. */
const IN_RULES: ReadonlySet<string> = new Set(['value', 'visible', 'required', 'readonly', 'check', 'from']);
const IN_VIEWS: ReadonlySet<string> = new Set(['visible', 'required']);

/**
 * What cannot be read among the formulas that a form of `definition`, or of some `fields` of it, evaluates. A rule that
 * cannot be read must not pass for a rule that is not there, so such a definition makes no form. Never throws.
 */
export function brokenFormulas(
  { rules, prefill, view }: Pick<Definition, 'rules' | 'prefill' | 'view'>,
  fields?: readonly FieldRef[],
): Problem[] {
  const problems: Problem[] = [];
  const look = (part: unknown, path: readonly Part[], names: ReadonlySet<string>): void => {
    if (Array.isArray(part)) return part.forEach((each, at) => look(each, [...path, at], names));
    if (!isObject(part)) return;
    for (const [key, value] of Object.entries(part)) {
      if (!names.has(key) || typeof value !== 'string') look(value, [...path, key], names);
      else problems.push(...problemsIn(value, [...path, key]));
    }
  };
  look(rules, ['rules'], IN_RULES);
  look(prefill, ['prefill'], IN_RULES);
  look(view, ['view'], IN_VIEWS);
  look(fields, ['fields'], IN_VIEWS);
  return problems;
}

function problemsIn(text: string, path: readonly Part[]): Problem[] {
  const result = parseFormula(text);
  return result.ok ? [] : result.problems.map((found) => ({ ...found, pointer: toPointer(path) }));
}

import { compileBare, type Compiled } from '@jiceng/core/definition/compiled.js';
import { originalOf, translated } from '@jiceng/core/definition/translated.js';
import { copyJson } from '@jiceng/core/form/copy.js';
import { formulas } from '@jiceng/core/form/formula-part.js';
import { usesFormulas } from '@jiceng/core/form/uses-formulas.js';
import type { Definition, FieldRef } from '@jiceng/core/generated/definition.js';
import { isObject } from '@jiceng/core/json/json.js';
import { checkStructure } from '@jiceng/core/schema/limits.js';
import type { Problem, Result } from '@jiceng/core/text/problem.js';
import { missingParts } from './parts.ts';

const copies = new WeakMap<object, { readonly document: object; readonly lost: readonly Problem[] }>();

/**
 * A definition ready for a form, in the language of `locale`, or why there is none; a promise while parts of it are
 * still loaded. Definitions are strangers' documents: nothing in them throws. One that says the same as the `last` is
 * taken for it.
 */
export function compiled(
  definition: object | undefined,
  schema: object | undefined,
  fields: readonly FieldRef[] | undefined,
  locale: string,
  last?: Definition,
): Result<Compiled> | Promise<unknown> | undefined {
  const host = definition ?? schema;
  if (!host) return undefined;
  const given = originalOf(host);
  // Copied once: hosts hand over proxies, and properties that are undefined.
  let copied = copies.get(given);
  if (!copied) {
    const lost: Problem[] = [];
    const copy = copyJson(given, lost);
    const fresh = definition ? (copy as object) : definitionOf(copy as object);
    const was = last && originalOf(last);
    // Compared as text: the order of keys is the order of fields.
    copied = {
      document: JSON.stringify(was) === JSON.stringify(fresh) ? (was as object) : fresh,
      lost: lost.filter(({ code }) => code === 'too-deep'),
    };
    copies.set(given, copied);
  }
  const { document, lost } = copied;
  const problems = [...lost, ...checkStructure(document, ['/record'])];
  if (problems.length > 0) return { ok: false, problems };
  try {
    const spoken = translated(document as Definition, locale);
    const waits = missingParts(spoken, fields);
    if (waits) return waits;
    const broken = usesFormulas(spoken, fields) ? formulas().brokenFormulas(spoken, fields) : [];
    return broken.length > 0 ? { ok: false, problems: broken } : { ok: true, value: compileBare(spoken) };
  } catch (error) {
    return { ok: false, problems: [faulty(error)] };
  }
}

/** Any JSON Schema as a definition of one record, which is an object whatever else it might be: no view, no rules. */
function definitionOf(schema: object): object {
  const { title, description } = schema as { title?: unknown; description?: unknown };
  return {
    $schema: 'https://jiceng.dev/schemas/definition/1.json',
    id: 'schema',
    version: '1.0.0',
    title: typeof title === 'string' ? title : '',
    subject: 'item',
    ...(typeof description === 'string' ? { description } : {}),
    purpose: { readBy: 'unit', decision: '' },
    record: isObject(schema)
      ? {
          ...schema,
          ...(isObject(schema['properties']) ? {} : { properties: {} }),
          ...(Array.isArray(schema['type']) ? { type: 'object' } : {}),
        }
      : schema,
  };
}

/** An error as a problem of the whole definition; what it says is for developers. */
export function faulty(error: unknown): Problem {
  return { pointer: '', code: 'definition', reason: { 'zh-CN': '结构有误', en: (error as Error).message } };
}

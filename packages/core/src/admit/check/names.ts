import { DEFAULT_STATUS_NAME } from '../../definition/compiled.ts';
import { COMMAND_NAMES, ENVELOPE_NAMES } from '../../definition/names.ts';
import { checkIds, checkParameters, checkTexts, unsafeNames } from '../../gate/shared-checks.ts';
import type { Definition } from '../../generated/definition.ts';
import { isObject, type Json } from '../../json/json.ts';
import { childPointer, toPointer, valueAt } from '../../json/pointer.ts';
import { subSchemas, type JsonSchema } from '../../schema/schema.ts';
import { problem, type Problem } from '../../text/problem.ts';

/**
 * Names must not reach a prototype, and be unique across fields, parameters and the envelope, ids within their list;
 * parameters keep their limits.
 */
export function checkNames(definition: Definition): Problem[] {
  const problems: Problem[] = [];
  const reserved = new Set<string>([
    ...ENVELOPE_NAMES,
    ...COMMAND_NAMES,
    'score',
    'steps',
    definition.statusName ?? DEFAULT_STATUS_NAME,
  ]);
  const fields = new Set(Object.keys(definition.record.properties));
  for (const name of fields) {
    if (reserved.has(name)) {
      problems.push(
        problem(
          childPointer('/record/properties', name),
          'envelope-name',
          `“${name}”是记录自带的信息，不能再作为字段。`,
          `${name} belongs to the record's envelope and cannot be a field`,
        ),
      );
    }
  }
  problems.push(
    ...checkParameters(definition.parameters, (name, pointer) =>
      fields.has(name) || reserved.has(name)
        ? [
            problem(
              pointer,
              'duplicate-name',
              `参数名“${name}”与字段或记录自带信息重名。`,
              `the parameter ${name} has the name of a field or of envelope data`,
            ),
          ]
        : [],
    ),
  );
  for (const [at, list] of (definition.unique ?? []).entries()) {
    list.forEach((name, index) => {
      if (!fields.has(name) && !reserved.has(name))
        problems.push(
          problem(
            `/unique/${at}/${index}`,
            'unknown-name',
            `唯一约束中的“${name}”不存在。`,
            `no field or envelope name ${name}`,
          ),
        );
    });
  }
  return [...unsafeFields(definition), ...problems, ...definitionIds(definition), ...checkTexts(definition)];
}

/** Fields at any depth whose names programs could take for a prototype. */
function unsafeFields({ record }: Definition): Problem[] {
  const problems: Problem[] = [];
  const stack: { readonly schema: JsonSchema; readonly parts: readonly string[] }[] = [
    { schema: record as unknown as JsonSchema, parts: ['record'] },
  ];
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    for (const [keyword, key, schema] of subSchemas(at.schema)) {
      const parts = [...at.parts, keyword, ...(key === undefined ? [] : [key])];
      if (keyword === 'properties' && key !== undefined) problems.push(...unsafeNames(key, toPointer(parts)));
      stack.push({ schema, parts });
    }
  }
  return problems;
}

/** Lists whose entries have ids that must differ, as JSON Pointers; `*` stands for every entry. */
const ID_LISTS = [
  '/states',
  '/moves',
  '/facts',
  '/handovers',
  '/score/dimensions',
  '/score/veto',
  '/score/bands',
  '/process/stages',
];

function definitionIds(definition: Definition): Problem[] {
  const problems: Problem[] = [];
  for (const list of ID_LISTS) {
    const entries = valueAt(definition as unknown as Json, list);
    if (Array.isArray(entries))
      problems.push(
        ...checkIds(
          entries.map((entry, at) => ({ id: String(isObject(entry) ? entry['id'] : ''), pointer: `${list}/${at}` })),
        ),
      );
  }
  problems.push(
    ...checkIds(
      (definition.score?.dimensions ?? []).flatMap(({ items }, at) =>
        items.map(({ id }, index) => ({ id, pointer: `/score/dimensions/${at}/items/${index}` })),
      ),
    ),
  );
  problems.push(
    ...checkIds(
      (definition.process?.stages ?? []).flatMap(({ steps }, at) =>
        steps.map(({ id }, index) => ({ id, pointer: `/process/stages/${at}/steps/${index}` })),
      ),
    ),
  );
  (definition.facts ?? []).forEach(({ id }, at) => {
    if (!id.startsWith(`${definition.id}/`)) {
      problems.push(
        problem(
          `/facts/${at}/id`,
          'foreign-fact',
          `事实编号须以“${definition.id}/”开头。`,
          `a fact's id starts with its own definition's: ${definition.id}/…`,
        ),
      );
    }
  });
  return problems;
}

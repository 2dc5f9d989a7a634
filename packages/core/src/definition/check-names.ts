import type { Definition } from '../generated/definition.ts';
import { isObject } from '../json/json.ts';
import { childPointer, pointerParts, toPointer, valueAt } from '../json/pointer.ts';
import type { Json } from '../json/json.ts';
import { subSchemas, type JsonSchema } from '../schema/schema.ts';
import { problem, type Problem } from '../text/problem.ts';
import { DEFAULT_STATUS_NAME } from './compiled.ts';
import { COMMAND_NAMES, ENVELOPE_NAMES } from './names.ts';

const UNSAFE = new Set(['__proto__', 'prototype', 'constructor']);

/** Names must not reach a prototype, and be unique across fields, parameters and the envelope, ids within their list; parameters keep their limits. */
export function checkNames(definition: Definition): Problem[] {
  const problems: Problem[] = [];
  const reserved = new Set<string>([...ENVELOPE_NAMES, ...COMMAND_NAMES, 'score', 'steps', definition.statusName ?? DEFAULT_STATUS_NAME]);
  const fields = new Set(Object.keys(definition.record.properties));
  for (const name of fields) {
    if (reserved.has(name)) {
      problems.push(problem(childPointer('/record/properties', name), 'envelope-name', `“${name}”是记录自带的信息，不能再作为字段。`, `${name} belongs to the record's envelope and cannot be a field`));
    }
  }
  for (const [name, parameter] of Object.entries(definition.parameters ?? {})) {
    const pointer = childPointer('/parameters', name);
    if (UNSAFE.has(name)) problems.push(unsafe(pointer, name));
    else if (fields.has(name) || reserved.has(name)) {
      problems.push(problem(pointer, 'duplicate-name', `参数名“${name}”与字段或记录自带信息重名。`, `the parameter ${name} has the name of a field or of envelope data`));
    }
    const { value, min, max } = parameter;
    if (typeof value === 'number' && ((min !== undefined && value < min) || (max !== undefined && value > max))) {
      problems.push(problem(`${pointer}/value`, 'parameter-out-of-range', `参数“${parameter.title}”的取值 ${value} 超出允许范围。`, `${name} is ${value}, outside ${min ?? '−∞'}…${max ?? '∞'}`));
    }
  }
  for (const [at, list] of (definition.unique ?? []).entries()) {
    list.forEach((name, index) => {
      if (!fields.has(name) && !reserved.has(name)) problems.push(problem(`/unique/${at}/${index}`, 'unknown-name', `唯一约束中的“${name}”不存在。`, `no field or envelope name ${name}`));
    });
  }
  return [...unsafeFields(definition), ...problems, ...duplicateIds(definition), ...checkTexts(definition)];
}

function unsafe(pointer: string, name: string): Problem {
  return problem(pointer, 'unsafe-name', `名称“${name}”不能使用，请换一个名称。`, `nothing can be called ${name}; choose another name`);
}

/** Fields at any depth whose names programs could take for a prototype. */
function unsafeFields({ record }: Definition): Problem[] {
  const problems: Problem[] = [];
  const stack: { readonly schema: JsonSchema; readonly parts: readonly string[] }[] = [{ schema: record as unknown as JsonSchema, parts: ['record'] }];
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    for (const [keyword, key, schema] of subSchemas(at.schema)) {
      const parts = [...at.parts, keyword, ...(key === undefined ? [] : [key])];
      if (keyword === 'properties' && key !== undefined && UNSAFE.has(key)) problems.push(unsafe(toPointer(parts), key));
      stack.push({ schema, parts });
    }
  }
  return problems;
}

/** Lists whose entries have ids that must differ, as JSON Pointers; `*` stands for every entry. */
const ID_LISTS = ['/states', '/moves', '/facts', '/handovers', '/score/dimensions', '/score/veto', '/score/bands', '/process/stages'];

function duplicateIds(definition: Definition): Problem[] {
  const problems: Problem[] = [];
  const unique = (entries: readonly { readonly id: string; readonly pointer: string }[]) => {
    const seen = new Set<string>();
    for (const { id, pointer } of entries) {
      if (UNSAFE.has(id)) problems.push(unsafe(`${pointer}/id`, id));
      if (seen.has(id)) problems.push(problem(`${pointer}/id`, 'duplicate-id', `标识“${id}”重复，请改为不同的标识。`, `the id ${id} is used twice`));
      seen.add(id);
    }
  };
  for (const list of ID_LISTS) {
    const entries = valueAt(definition as unknown as Json, list);
    if (Array.isArray(entries)) unique(entries.map((entry, at) => ({ id: String(isObject(entry) ? entry['id'] : ''), pointer: `${list}/${at}` })));
  }
  unique((definition.score?.dimensions ?? []).flatMap(({ items }, at) => items.map(({ id }, index) => ({ id, pointer: `/score/dimensions/${at}/items/${index}` }))));
  unique((definition.process?.stages ?? []).flatMap(({ steps }, at) => steps.map(({ id }, index) => ({ id, pointer: `/process/stages/${at}/steps/${index}` }))));
  (definition.facts ?? []).forEach(({ id }, at) => {
    if (!id.startsWith(`${definition.id}/`)) {
      problems.push(problem(`/facts/${at}/id`, 'foreign-fact', `事实编号须以“${definition.id}/”开头。`, `a fact's id starts with its own definition's: ${definition.id}/…`));
    }
  });
  return problems;
}

/** A translation must have a text to translate. */
function checkTexts(definition: Definition): Problem[] {
  const problems: Problem[] = [];
  for (const [language, texts] of Object.entries(definition.texts ?? {})) {
    for (const pointer of Object.keys(texts)) {
      const valid = pointer === '' || pointer.startsWith('/');
      if (!valid || pointerParts(pointer).length === 0 || typeof valueAt(definition as unknown as Json, pointer) !== 'string') {
        problems.push(problem(childPointer(`/texts/${language}`, pointer), 'text-without-place', `译文对应的位置“${pointer}”没有文字。`, `there is no text at ${pointer}`));
      }
    }
  }
  return problems;
}

import type { Report } from '../../generated/report.ts';
import type { Json } from '../../json/json.ts';
import { childPointer, pointerParts, valueAt } from '../../json/pointer.ts';
import { problem, type Problem } from '../../text/problem.ts';
import { CHOSEN_NAMES } from '../names.ts';

const UNSAFE = new Set(['__proto__', 'prototype', 'constructor']);

/** Ids are unique in their list and reach no prototype; parameters keep their limits and share no name with measures; translations have a text. */
export function checkIds(report: Report): Problem[] {
  const problems: Problem[] = [];
  for (const list of ['data', 'dimensions', 'measures', 'blocks'] as const) problems.push(...uniqueIds(report[list] ?? [], `/${list}`));
  (report.dimensions ?? []).forEach(({ buckets = [] }, at) => problems.push(...uniqueIds(buckets, `/dimensions/${at}/buckets`)));
  report.blocks.forEach((block, at) => { if (block.block === 'board') problems.push(...uniqueIds(block.bands ?? [], `/blocks/${at}/bands`)); });
  // A formula over measures reads parameters too; sorting reads measures and dimensions.
  const taken = new Map<string, string>([...CHOSEN_NAMES.map((name) => [name, '所选内容'] as const), ...(report.measures ?? []).map(({ id }) => [id, '指标'] as const)]);
  for (const [name, parameter] of Object.entries(report.parameters ?? {})) {
    const pointer = childPointer('/parameters', name);
    if (UNSAFE.has(name)) problems.push(unsafe(pointer, name));
    else if (taken.has(name)) problems.push(problem(pointer, 'duplicate-name', `参数名“${name}”与${taken.get(name)}重名。`, `the parameter ${name} has the name of a measure or of what the reader chooses`));
    const { value, min, max } = parameter;
    if (typeof value === 'number' && ((min !== undefined && value < min) || (max !== undefined && value > max))) {
      problems.push(problem(`${pointer}/value`, 'parameter-out-of-range', `参数“${parameter.title}”的取值 ${value} 超出允许范围。`, `${name} is ${value}, outside ${min ?? '−∞'}…${max ?? '∞'}`));
    }
  }
  const measures = new Set((report.measures ?? []).map(({ id }) => id));
  (report.dimensions ?? []).forEach(({ id }, at) => {
    if (measures.has(id)) problems.push(problem(`/dimensions/${at}/id`, 'duplicate-name', `维度“${id}”与指标重名，排序时无法区分。`, `the dimension ${id} has the name of a measure; sorting could not tell them apart`));
  });
  (report.measures ?? []).forEach(({ id }, at) => {
    if ((CHOSEN_NAMES as readonly string[]).includes(id)) problems.push(problem(`/measures/${at}/id`, 'duplicate-name', `“${id}”是读者所选内容的名称，指标不能再用。`, `${id} is the name of what the reader chooses`));
  });
  return [...problems, ...checkTexts(report)];
}

function uniqueIds(entries: readonly { readonly id: string }[], list: string): Problem[] {
  const seen = new Set<string>();
  const problems: Problem[] = [];
  entries.forEach(({ id }, at) => {
    if (UNSAFE.has(id)) problems.push(unsafe(`${list}/${at}/id`, id));
    if (seen.has(id)) problems.push(problem(`${list}/${at}/id`, 'duplicate-id', `标识“${id}”重复，请改为不同的标识。`, `the id ${id} is used twice`));
    seen.add(id);
  });
  return problems;
}

function unsafe(pointer: string, name: string): Problem {
  return problem(pointer, 'unsafe-name', `名称“${name}”不能使用，请换一个名称。`, `nothing can be called ${name}; choose another name`);
}

/** A translation must have a text to translate. */
function checkTexts(report: Report): Problem[] {
  const problems: Problem[] = [];
  for (const [language, texts] of Object.entries(report.texts ?? {})) {
    for (const pointer of Object.keys(texts)) {
      if (!pointer.startsWith('/') || pointerParts(pointer).length === 0 || typeof valueAt(report as unknown as Json, pointer) !== 'string') {
        problems.push(problem(childPointer(`/texts/${language}`, pointer), 'text-without-place', `译文对应的位置“${pointer}”没有文字。`, `there is no text at ${pointer}`));
      }
    }
  }
  return problems;
}

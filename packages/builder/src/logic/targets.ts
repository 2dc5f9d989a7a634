import { isObject, own, type Json } from '@jiceng/core/json/json.js';
import { childPointer } from '@jiceng/core/json/pointer.js';
import { fieldText } from '@jiceng/core/logic/rule-text.js';
import type { FieldNode } from '@jiceng/core/schema/fields/fields.js';
import type { FormulaContext } from '../formula/formula-context.ts';

/** Something that a rule can be about. */
export interface RuleTarget {
  /** Address of a field, or pointer of a section. */
  readonly id: string;
  readonly title: string;
  readonly kind: 'field' | 'section';
}

/** Fields within groups and rows are offered so deep. */
const DEEPEST = 3;

/** The fields that rules can be about, those of groups and rows behind the group, and the sections. */
export function ruleTargets(value: Json, { compiled, words }: FormulaContext): RuleTarget[] {
  const targets: RuleTarget[] = [];
  const walk = (node: FieldNode, depth: number): void => {
    const title = fieldText(node.pointer, words);
    targets.push({
      id: node.pointer,
      title: title.startsWith('“') && title.indexOf('”') === title.length - 1 ? title.slice(1, -1) : title,
      kind: 'field',
    });
    if (depth === 0 || node.recursive) return;
    for (const child of [...(node.item()?.children() ?? []), ...(node.kind === 'object' ? node.children() : [])])
      walk(child, depth - 1);
  };
  for (const node of compiled.root.children()) walk(node, DEEPEST);
  const sections = isObject(value) ? own(value, 'view') : undefined;
  (Array.isArray(sections) ? sections : []).forEach((section: Json, at) => {
    const title = isObject(section) ? own(section, 'section') : undefined;
    if (isObject(section) && own(section, 'when') === undefined)
      targets.push({
        id: childPointer('/view', at),
        title: typeof title === 'string' && title !== '' ? title : String(at + 1),
        kind: 'section',
      });
  });
  return targets;
}

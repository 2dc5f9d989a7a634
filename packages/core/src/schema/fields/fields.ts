import type { FieldNode } from './field-node.ts';
import { fieldTree as readTree, type FieldTreeOptions } from './field-tree.ts';
import type { JsonSchema } from '../schema.ts';
import { textJudges } from '../formats/text-judges.ts';
import { provideTextPart } from '../formats/text-part.ts';

export type { FieldBranch, FieldKind, FieldNode, FieldOption, FieldTreeOptions } from './field-tree.ts';

/** The fields of any schema; see field-tree.ts. */
export function fieldTree(schema: JsonSchema, options?: FieldTreeOptions): FieldNode {
  provideTextPart(textJudges);
  return readTree(schema, options);
}

import type { Definition, FieldRef } from '../generated/definition.ts';
import { fieldTree, type FieldNode } from '../schema/fields/fields.ts';
import type { SchemaObject } from '../schema/schema.ts';

/** One field that somebody fills in or sees: a plain field, or a column of a repeated one. */
export interface CountedField {
  readonly node: FieldNode;
  /** Address in the record, with `*` for rows. */
  readonly field: string;
  /** JSON Pointer of its schema in the definition. */
  readonly pointer: string;
  /** A person types it: it is not read-only, computed, prefilled for good or a result. */
  readonly typed: boolean;
  /** It starts with a known value, or is computed. */
  readonly known: boolean;
  readonly inRows: boolean;
}

/** What one person fills in at one time: the form itself, what a move asks for, or a step. */
export interface Sitting {
  /** JSON Pointer in the definition: `/record`, a move or a step. */
  readonly pointer: string;
  readonly fields: readonly CountedField[];
}

/** Deeper than any form is laid out; schemas that contain themselves end here. */
const DEPTH = 6;

/**
 * Every field of the record, columns of repeated fields once. The object that holds score entries is counted by its
 * items instead.
 */
export function countedFields(definition: Definition): readonly CountedField[] {
  let known = counted.get(definition);
  if (!known) counted.set(definition, (known = count(definition)));
  return known;
}

/** The fields of the same object are counted once: every rule asks for them, of every form in force. */
const counted = new WeakMap<Definition, readonly CountedField[]>();

function count(definition: Definition): CountedField[] {
  const computed = new Set<string>();
  const known = new Set<string>();
  for (const rule of definition.rules ?? []) if ('field' in rule && rule.value !== undefined) computed.add(rule.field);
  for (const { field, editable } of definition.prefill ?? []) (editable === true ? known : computed).add(field);
  for (const output of Object.values(definition.score?.outputs ?? {}))
    if (typeof output === 'string') computed.add(output);
  const found: CountedField[] = [];
  const visit = (node: FieldNode, inRows: boolean, readOnly: boolean, depth: number): void => {
    if (node.pointer === definition.score?.entries || depth > DEPTH || (node.recursive && depth > 0)) return;
    const fixed = readOnly || node.readOnly || computed.has(node.pointer);
    const item = node.kind === 'rows' ? node.item() : undefined;
    const children = node.kind === 'object' ? node.children() : (item?.children() ?? []);
    if (children.length > 0) {
      children.forEach((child) => visit(child, inRows || item !== undefined, fixed, depth + 1));
      return;
    }
    found.push({
      node,
      field: node.pointer,
      pointer: `/record${node.schemaPointer}`,
      typed: !fixed,
      known: fixed || known.has(node.pointer),
      inRows,
    });
  };
  fieldTree(definition.record as unknown as SchemaObject)
    .children()
    .forEach((node) => visit(node, false, false, 0));
  return found;
}

/** Who is asked for what at one time; the first sitting is the form itself, without what is asked for later. */
export function sittingsOf(definition: Definition, fields: readonly CountedField[]): Sitting[] {
  const later: Sitting[] = [];
  const asked = new Set<CountedField>();
  const sitting = (pointer: string, refs: readonly FieldRef[] | undefined) => {
    const wanted = (refs ?? []).map((ref) => (typeof ref === 'string' ? ref : ref.field));
    const held = fields.filter(({ field }) =>
      wanted.some((address) => field === address || field.startsWith(`${address}/`)),
    );
    if (held.length === 0) return;
    held.forEach((field) => asked.add(field));
    later.push({ pointer, fields: held });
  };
  (definition.moves ?? []).forEach(({ ask }, at) => sitting(`/moves/${at}`, ask));
  (definition.process?.stages ?? []).forEach(({ steps }, at) =>
    steps.forEach((step, index) => sitting(`/process/stages/${at}/steps/${index}`, step.fields)),
  );
  sitting('/filing', definition.filing?.reviewFields);
  return [{ pointer: '/record', fields: fields.filter((field) => !asked.has(field)) }, ...later];
}

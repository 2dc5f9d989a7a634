import { isObject, own, type Json, type JsonObject } from '../json/json.ts';
import { valueAt } from '../json/pointer.ts';
import { fieldTree, type FieldNode } from '../schema/fields/fields.ts';
import { FORMATS } from '../schema/formats/formats.ts';
import { checkStructure } from '../schema/limits.ts';
import { newerSchema } from '../schema/newer.ts';
import type { SchemaObject } from '../schema/schema.ts';
import { problem, type Problem, type Result } from '../text/problem.ts';
import { noRecord } from './no-record.ts';

/**
 * A record schema made of somebody's JSON Schema, and what about it does not work as it does there. Places are in the
 * record schema.
 */
export interface AdoptedSchema {
  readonly record: JsonObject;
  readonly title: string;
  readonly notes: readonly Problem[];
}

/** Formats that forms know besides those that are checked. */
const OWN_FORMATS: ReadonlySet<string> = new Set(['organisation', 'person', 'file', 'period']);
/** Fields deeper than this are not looked at. */
const DEPTH = 5;
const MOST_NOTES = 50;

/**
 * Takes a JSON Schema of any draft since 4 as a record schema. Nothing is lost: what a form cannot ask for, and what is
 * not checked, stays and is told. Refuses what describes no object, with what to do.
 */
export function adoptSchema(document: unknown): Result<AdoptedSchema> {
  const heavy = checkStructure(document, ['']);
  if (heavy.length > 0) return { ok: false, problems: heavy };
  const notes: Problem[] = [];
  const newer = newerSchema(document as Json);
  const root = isObject(newer) ? rootOf(newer, notes) : undefined;
  if (!root) return { ok: false, problems: [noRecord(document)] };
  const { $schema: _draft, ...rest } = root as JsonObject & { readonly $schema?: Json };
  const properties = own(rest, 'properties');
  const record: JsonObject = { ...rest, type: 'object', properties: isObject(properties) ? properties : {} };
  const tree = fieldTree(record as unknown as SchemaObject);
  // A list of what an entry may be, as of a whole standard: nothing to fill in until one is chosen.
  if (tree.children().length === 0 && isObject(own(record, '$defs')))
    return { ok: false, problems: [noRecord(record)] };
  look(tree, record, notes);
  const title = own(record, 'title');
  return {
    ok: true,
    value: { record, title: typeof title === 'string' ? title : '', notes: notes.slice(0, MOST_NOTES) },
  };
}

/** The schema of one record: the root itself, what it refers to, or the items of a list. */
function rootOf(schema: JsonObject, notes: Problem[]): JsonObject | undefined {
  const definitions = own(schema, '$defs');
  const shared: JsonObject = isObject(definitions) ? { $defs: definitions } : {};
  const reference = own(schema, '$ref');
  if (typeof reference === 'string' && reference.startsWith('#/') && own(schema, 'properties') === undefined) {
    const target = valueAt(schema, reference.slice(1));
    const { $ref: _gone, ...beside } = schema as JsonObject & { readonly $ref?: Json };
    return isObject(target) && own(target, '$ref') === undefined ? { ...target, ...beside, ...shared } : undefined;
  }
  const items = own(schema, 'items');
  if (own(schema, 'type') === 'array' && isObject(items)) {
    notes.push(
      problem(
        '',
        'list-schema',
        '原来描述的是一组记录，这里取其中一条记录的结构。',
        'it describes a list; one entry of it is taken as the record',
      ),
    );
    return rootOf({ ...items, ...shared }, notes);
  }
  const type = own(schema, 'type');
  return type === 'object' ||
    (Array.isArray(type) && type.includes('object')) ||
    (type === undefined &&
      ['properties', 'allOf', 'anyOf', 'oneOf', 'required'].some((key) => own(schema, key) !== undefined))
    ? schema
    : undefined;
}

/** Tells what forms cannot show or check. */
function look(tree: FieldNode, record: JsonObject, notes: Problem[]): void {
  const visit = (node: FieldNode, depth: number): void => {
    for (const field of node.children()) {
      const written = valueAt(record, field.schemaPointer);
      const reference = isObject(written) ? own(written, '$ref') : undefined;
      if (typeof reference === 'string' && !reference.startsWith('#'))
        notes.push(
          problem(
            field.schemaPointer,
            'foreign-reference',
            `“${field.title}”引用了另一份文件，不会去读取，请把那部分内容复制过来。`,
            `${field.title} refers to another document, which is never fetched; copy that part over`,
          ),
        );
      else if (field.kind === 'unknown')
        notes.push(
          problem(
            field.schemaPointer,
            'unknown-field',
            `“${field.title}”的结构表单里填不了，原样保留。`,
            `forms cannot ask for ${field.title}; it is kept as it is`,
          ),
        );
      else if (field.format !== undefined && !FORMATS.has(field.format) && !OWN_FORMATS.has(field.format))
        notes.push(
          problem(
            field.schemaPointer,
            'unknown-format',
            `“${field.title}”的格式“${field.format}”不会检查，原样保留。`,
            `the format ${field.format} of ${field.title} is not checked; it is kept`,
          ),
        );
      if (depth > 0 && !field.recursive) visit(field.item() ?? field, depth - 1);
    }
  };
  visit(tree, DEPTH);
}

import type { Json } from '../../json/json.ts';
import type { BranchCause } from './active.ts';
import type { FieldKind, FieldOption } from './kinds.ts';
import type { JsonSchema, SchemaObject, TypeName } from '../schema.ts';

/** One place that can be filled in. Opened lazily: a schema that contains itself has endless fields. */
export interface FieldNode {
  /** JSON Pointer of the place in a record, with `*` for any item of a list. */
  readonly pointer: string;
  /** Name of the property; `*` for an item, `''` for the whole record. */
  readonly key: string;
  readonly kind: FieldKind;
  /** All schemas of the place merged, without those that hold other schemas: title, limits, `x-` hints. */
  readonly schema: SchemaObject;
  /** The title, or the key where the schema has none. */
  readonly title: string;
  readonly description: string | undefined;
  /** Whether the record must always have it; see `requiredKeys` for what a value asks for. */
  readonly required: boolean;
  readonly readOnly: boolean;
  /** Whether `null` is a value of its own here. */
  readonly nullable: boolean;
  /** What can be chosen; empty for kinds without options. */
  readonly options: readonly FieldOption[];
  /** The types of JSON that a value may have, `null` left out; empty where the schemas do not tell. */
  readonly types: readonly TypeName[];
  readonly format: string | undefined;
  /** From `x-unit`, shown behind the number. */
  readonly unit: string | undefined;
  readonly default: Json | undefined;
  readonly examples: readonly Json[];
  /** The same schema already stands above: open it only when asked or when there is a value. */
  readonly recursive: boolean;
  /** JSON Pointer of the outermost schema of this place in the document. */
  readonly schemaPointer: string;
  readonly parent: FieldNode | undefined;
  /** The properties of an object that every value may have, in their order; of `rows`, see `item`. */
  children(): readonly FieldNode[];
  /** What one item of a list, of rows or of choices is; `undefined` for other kinds. */
  item(): FieldNode | undefined;
  /** What joins in under conditions. */
  branches(): readonly FieldBranch[];
  /** The fields that count while the object holds `value`, those of active branches at the end. */
  activeFields(value: Json | undefined): readonly FieldNode[];
  /** The properties that the object must have while it holds `value`. */
  requiredKeys(value: Json | undefined): ReadonlySet<string>;
  /** Properties of `value` that no active field covers, so that nothing that is there stays unseen. */
  extraFields(value: Json | undefined): readonly FieldNode[];
}

/** Fields and demands that hold under a condition. */
export interface FieldBranch {
  readonly cause: BranchCause;
  /**
   * The schema to satisfy (`if`) or to miss (`else`), the property that must be there (`has`); `undefined` for
   * alternatives.
   */
  readonly condition: JsonSchema | string | undefined;
  /** The alternative's title. */
  readonly title: string | undefined;
  readonly required: readonly string[];
  fields(): readonly FieldNode[];
}

import type { Formula } from '../formula/tree.ts';
import type { Value } from '../formula/value.ts';
import type { Definition } from '../generated/definition.ts';
import type { Json } from '../json/json.ts';
import { DATE_FORMATS } from '../schema/formats/date-formats.ts';
import { fieldTree, type FieldNode } from '../schema/fields/field-tree.ts';
import { interpretSchema, type Validator } from '../schema/interpreter.ts';
import { indexLoosely } from '../schema/resolve.ts';
import type { SchemaObject } from '../schema/schema.ts';
import { formatsOfPart } from '../schema/formats/text-part.ts';
import { findField } from './find-field.ts';
import { formulaReading, type NameKind } from './formula-part.ts';
import { originalOf } from './translated.ts';

/** Name of the item status where a definition gives none. */
export const DEFAULT_STATUS_NAME = 'itemStatus';

/** A definition made ready for use: names known, formulas parsed once, fields found by address. */
export interface Compiled {
  readonly definition: Definition;
  /** Content hash, stamped on records; a form alone needs none, so that it comes with the formulas. */
  readonly hash: string;
  /** Name by which formulas read the item status. */
  readonly statusName: string;
  readonly root: FieldNode;
  readonly names: ReadonlyMap<string, NameKind>;
  /** Parameter values by name, lists as lists, columns of tables as `name.column`. */
  readonly parameters: ReadonlyMap<string, Value | readonly Value[]>;
  /** The parsed formula; one that does not parse gives an error value wherever it is evaluated. */
  formula(text: string): Formula;
  /** The field at an address, `*` or an index standing for any row; undefined where there is none. */
  field(pointer: string): FieldNode | undefined;
  /** Validates whole data against the record schema; formats are asserted. */
  validator(): Validator;
}

const cache = new WeakMap<Definition, Compiled>();

/**
 * Compiles an admitted definition; the same object is compiled once. Formulas and patterns in it need their parts
 * (formula-part.ts, text-part.ts); compile.ts brings both.
 */
export function compileBare(definition: Definition): Compiled {
  let compiled = cache.get(definition);
  if (!compiled) {
    compiled = make(definition);
    cache.set(definition, compiled);
  }
  return compiled;
}

function make(definition: Definition): Compiled {
  const schema = definition.record as unknown as SchemaObject | undefined;
  // a stranger's; `false` is a schema that allows nothing
  if (schema === undefined || schema === null) throw new TypeError('the definition has no record');
  const index = indexLoosely(schema);
  const root = fieldTree(schema, { index });
  const statusName = definition.statusName ?? DEFAULT_STATUS_NAME;
  const parsed = new Map<string, Formula>();
  const fields = new Map<string, FieldNode | undefined>();
  let validator: Validator | undefined;
  let hash: string | undefined;
  let names: Compiled['names'] | undefined;
  let parameters: Compiled['parameters'] | undefined;
  return {
    definition,
    statusName,
    root,
    get hash() {
      return (hash ??= formulaReading().contentHash(originalOf(definition) as unknown as Json));
    },
    get names() {
      return (names ??= formulaReading().namesOf(definition, statusName));
    },
    get parameters() {
      return (parameters ??= formulaReading().parametersOf(definition));
    },
    formula(text) {
      let formula = parsed.get(text);
      if (!formula) {
        formula = read(text);
        parsed.set(text, formula);
      }
      return formula;
    },
    field(pointer) {
      if (!fields.has(pointer)) fields.set(pointer, findField(schema, root, pointer));
      return fields.get(pointer);
    },
    validator() {
      if (!validator) {
        const result = interpretSchema(schema, { index, formats: formatsOfPart() ?? DATE_FORMATS });
        if (!result.ok)
          throw new Error(result.problems.map(({ pointer, reason }) => `${pointer}: ${reason.en}`).join('; '));
        validator = result.value;
      }
      return validator;
    },
  };
}

/** Formulas come from admitted definitions, so they can be read; a stranger's that cannot must still not throw. */
function read(text: string): Formula {
  const { readFormula } = formulaReading();
  try {
    return readFormula(text);
  } catch {
    return { ...readFormula('NA()'), text };
  }
}

import { computed, type ReadonlySignal } from '@preact/signals-core';
import type { Compiled } from '../definition/compiled.ts';
import { isObject, type Json } from '../json/json.ts';
import type { FieldNode } from '../schema/fields/field-node.ts';
import { subSchemas, type JsonSchema } from '../schema/schema.ts';
import type { Validator, Violation } from '../schema/validate.ts';

/** Keywords by which one field's value decides about another, so that no field can be judged alone. */
const JOINING: ReadonlySet<string> = new Set([
  'if',
  'anyOf',
  'oneOf',
  'not',
  'dependentRequired',
  'dependentSchemas',
  'dependencies',
  'unevaluatedProperties',
  'unevaluatedItems',
  'additionalProperties',
  'propertyNames',
  'minProperties',
  'maxProperties',
]);

/**
 * Keywords by which a table is judged beside what stands in its rows; `contains` is asked for apart, since views leave
 * it out.
 */
const OF_TABLES: readonly string[] = ['minItems', 'maxItems', 'uniqueItems', 'const', 'enum'];
/** Tables this long are judged as a whole even so, since the judging itself has limits. */
const LONG = 10_000;

/** Judges a form's data by its record schema, field by field where that is enough. */
export class FormValidity {
  private readonly compiled: Compiled;
  private traits: Traits | undefined;
  /**
   * Made at the first judgement, which most forms come to long after they were drawn; null: the schema cannot be used.
   */
  private known: Validator | null | undefined;
  private readonly whole: ReadonlySignal<ReadonlyMap<string, readonly Violation[]>>;

  constructor(compiled: Compiled, data: ReadonlySignal<Json>) {
    this.compiled = compiled;
    let last: ReadonlyMap<string, readonly Violation[]> = new Map();
    this.whole = computed(() => {
      const next = new Map<string, Violation[]>();
      for (const violation of this.validator?.validate(data.value) ?? []) {
        const list = next.get(violation.pointer);
        if (list) list.push(violation);
        else next.set(violation.pointer, [violation]);
      }
      return next.size === 0 && last.size === 0 ? last : (last = next);
    });
  }

  /** The schema has conditions, so that the whole is judged together. */
  get conditional(): boolean {
    return this.ways.joins;
  }

  /** The schema cannot be used: nothing is judged, and the form says so. */
  get broken(): boolean {
    return this.validator === null;
  }

  /** Whether a table itself can be wrong, and not only what stands in its rows. */
  judgesTable({ schema }: FieldNode, length: number): boolean {
    return this.ways.contains || length > LONG || OF_TABLES.some((keyword) => schema[keyword] !== undefined);
  }

  /** Violations at one place when everything is judged together. */
  at(pointer: string): readonly Violation[] {
    return this.whole.value.get(pointer) ?? [];
  }

  /** Violations of one value by the schemas that always stand at its place. */
  own(pointer: string, value: Json): readonly Violation[] {
    return this.validator?.validateAt(pointer, value) ?? [];
  }

  private get ways(): Traits {
    return (this.traits ??= traitsOf(this.compiled.definition.record as unknown as JsonSchema));
  }

  private get validator(): Validator | null {
    return this.known === undefined ? (this.known = validatorOf(this.compiled)) : this.known;
  }
}

function validatorOf(compiled: Compiled): Validator | null {
  try {
    return compiled.validator();
  } catch {
    return null; // a stranger's schema; the form shows it as far as it can be read
  }
}

/** What a schema has anywhere that decides how its data are judged. */
interface Traits {
  /** Some field's verdict hangs on another. Options written as `oneOf` of constants do not count. */
  readonly joins: boolean;
  /** Some list must contain something. */
  readonly contains: boolean;
}

function traitsOf(root: JsonSchema): Traits {
  let contains = false;
  const queue: JsonSchema[] = [root];
  const seen = new Set<unknown>();
  for (let schema = queue.pop(); schema !== undefined; schema = queue.pop()) {
    if (!isObject(schema) || seen.has(schema)) continue;
    seen.add(schema);
    for (const keyword of Object.keys(schema)) {
      contains = contains || keyword === 'contains';
      if (!JOINING.has(keyword)) continue;
      const held: unknown = schema[keyword];
      if (
        held === undefined ||
        (Array.isArray(held) && held.every((option) => isObject(option) && option['const'] !== undefined))
      )
        continue;
      return { joins: true, contains: true };
    }
    for (const [, , child] of subSchemas(schema)) queue.push(child);
  }
  return { joins: false, contains };
}

import type { Compiled } from '../definition/compiled.ts';
import type { Organisation } from '../generated/organisation.ts';
import type { Person } from '../generated/person.ts';
import { isObject, type Json, type JsonObject } from '../json/json.ts';
import { valueAt, withValueAt } from '../json/pointer.ts';
import type { FieldNode } from '../schema/fields/fields.ts';
import { addDays, today, type Now } from '../time/date.ts';
import { periodOf, type PeriodKind } from '../time/period.ts';
import { textFor } from './example-text.ts';

/** What example data is made from. */
export interface ExampleOptions {
  readonly now: Now;
  /** The same seed gives the same data. */
  readonly seed?: number;
  readonly organisations?: readonly Organisation[];
  readonly people?: readonly Person[];
}

/** Groups within groups are filled in so deep; a schema may contain itself. */
const DEEPEST = 4;
/** Rows of a table, where the schema leaves it open. */
const ROWS = 2;
/** So often what the schema refuses is taken out, and what it misses put in. */
const ROUNDS = 4;

/**
 * Data as somebody might fill it in, made up from the record schema alone: options, limits, formats, patterns, and what
 * joins in under conditions. Satisfies the schema where that can be done by filling in field by field; what cannot is
 * left out.
 */
export function exampleData(compiled: Compiled, options: ExampleOptions): JsonObject {
  const maker = new Maker(options);
  const { root } = compiled;
  const made = maker.value(root, 0);
  let data: JsonObject = isObject(made) ? made : {};
  const validator = compiled.validator();
  for (let round = 0; round < ROUNDS; round++) {
    for (const field of root.activeFields(data))
      if (!(field.key in data)) data = maker.filled(data, field, root.requiredKeys(data).has(field.key));
    const violations = validator.validate(data);
    if (violations.length === 0) break;
    for (const { pointer } of violations)
      if (pointer !== '' && valueAt(data, pointer) !== undefined)
        data = withValueAt(data, pointer, undefined) as JsonObject;
  }
  return data;
}

class Maker {
  private state: number;
  private readonly options: ExampleOptions;

  constructor(options: ExampleOptions) {
    this.options = options;
    this.state = (options.seed ?? 1) >>> 0;
  }

  /** A whole number below `below`. */
  private readonly pick = (below: number): number => {
    this.state = (Math.imul(this.state, 1664525) + 1013904223) >>> 0;
    return Math.floor((this.state / 2 ** 32) * below);
  };

  filled(data: JsonObject, field: FieldNode, isNeeded: boolean): JsonObject {
    const value = this.value(field, 1);
    return value === undefined || (!isNeeded && field.readOnly) ? data : { ...data, [field.key]: value };
  }

  value(node: FieldNode, depth: number): Json | undefined {
    const [example] = node.examples;
    if (example !== undefined) return example;
    if (node.options.length > 0 && node.kind !== 'choices') return node.options[this.pick(node.options.length)]?.value;
    switch (node.kind) {
      case 'object':
        return depth > DEEPEST || node.recursive ? undefined : this.group(node, depth);
      case 'rows':
      case 'list':
        return this.items(node, depth);
      case 'choices':
        return this.choices(node);
      case 'number':
      case 'integer':
        return this.number(node);
      case 'boolean':
        return node.default ?? this.pick(2) === 0;
      case 'date':
        return addDays(today(this.options.now), -this.pick(60));
      case 'dateTime':
        return this.options.now;
      case 'time':
        return '09:30:00Z';
      case 'text':
      case 'longText':
        return this.text(node);
      default:
        return node.default;
    }
  }

  private group(node: FieldNode, depth: number): JsonObject {
    let data: JsonObject = {};
    for (const field of node.children())
      data = this.filled(data, field, field.required || node.requiredKeys(data).has(field.key));
    for (const field of node.activeFields(data))
      if (!(field.key in data)) data = this.filled(data, field, node.requiredKeys(data).has(field.key));
    return depth === 0 || Object.keys(data).length > 0 ? data : {};
  }

  private items(node: FieldNode, depth: number): Json | undefined {
    const item = node.item();
    const { minItems, maxItems, uniqueItems } = node.schema;
    if (!item || depth >= DEEPEST) return undefined;
    const count = Math.max(
      typeof minItems === 'number' ? minItems : 0,
      Math.min(typeof maxItems === 'number' ? maxItems : ROWS, item.format === 'file' ? 0 : ROWS),
    );
    const made = Array.from({ length: Math.min(count, 20) }, () => this.value(item, depth + 1)).filter(
      (one): one is Json => one !== undefined,
    );
    const different = new Map(made.map((one) => [JSON.stringify(one), one]));
    return made.length === 0 ? undefined : uniqueItems === true ? [...different.values()] : made;
  }

  private choices(node: FieldNode): Json | undefined {
    const options = (node.options.length > 0 ? node.options : (node.item()?.options ?? [])).map(({ value }) => value);
    if (options.length === 0) return undefined;
    const { minItems = 1, maxItems = options.length } = node.schema as { minItems?: number; maxItems?: number };
    const start = this.pick(options.length);
    return Array.from(
      { length: Math.min(options.length, Math.max(1, minItems), maxItems) },
      (_, at) => options[(start + at) % options.length] as Json,
    );
  }

  private number({ kind, schema }: FieldNode): number {
    const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema as {
      [keyword: string]: number | undefined;
    };
    const step = multipleOf ?? 1;
    const least =
      minimum ?? (exclusiveMinimum === undefined ? 0 : exclusiveMinimum + (kind === 'integer' ? 1 : step / 10));
    const most =
      maximum ??
      (exclusiveMaximum === undefined
        ? Math.max(least, 0) + 20 * step
        : exclusiveMaximum - (kind === 'integer' ? 1 : step / 10));
    const steps = Math.floor((most - Math.ceil(least / step) * step) / step);
    if (steps < 0) return least;
    const value = Math.ceil(least / step) * step + this.pick(Math.min(steps, 40) + 1) * step;
    return Number(value.toPrecision(12));
  }

  private text({ schema, format, title }: FieldNode): Json | undefined {
    const { now, organisations = [], people = [] } = this.options;
    if (format === 'organisation') return organisations[this.pick(organisations.length)]?.orgId ?? 'org-1';
    if (format === 'person') return people[this.pick(people.length)]?.personId ?? 'p-1';
    if (format === 'period')
      return periodOf(
        today(now),
        (typeof schema['x-periodKind'] === 'string' ? schema['x-periodKind'] : 'month') as PeriodKind,
      );
    if (format === 'email') return 'name@example.com';
    if (format !== undefined) return undefined;
    const {
      pattern,
      minLength = 0,
      maxLength = 40,
    } = schema as { pattern?: string; minLength?: number; maxLength?: number };
    if (pattern !== undefined) return textFor(pattern, this.pick);
    const words = `${title}示例${this.pick(9) + 1}`;
    return [...words.repeat(Math.min(200, Math.max(1, Math.ceil(minLength / words.length))))]
      .slice(0, Math.max(maxLength, 0))
      .join('');
  }
}

import { isObject, own } from '../json/json.ts';
import { toPointer } from '../json/pointer.ts';
import type { Problem } from '../text/problem.ts';
import { compilePattern } from './formats/text-part.ts';
import type { Format, Keyword, Place, Vocabulary } from './keywords/keyword.ts';
import { ARRAY_KEYWORDS, UNEVALUATED_ITEMS } from './keywords/keywords-array.ts';
import { LOGIC_KEYWORDS } from './keywords/keywords-logic.ts';
import { OBJECT_KEYWORDS, UNEVALUATED_PROPERTIES } from './keywords/keywords-object.ts';
import { VALUE_KEYWORDS } from './keywords/keywords-value.ts';
import { dynamicName, schemaPointer, type Location, type Resource } from './location.ts';
import type { Pattern } from './pattern/pattern.ts';
import { childOf, type SchemaIndex } from './resolve.ts';
import { BudgetSpent, merge, newEvaluated, violate, type Check, type Node } from './run.ts';
import type { SchemaObject } from './schema.ts';
import { checkShape } from './shape.ts';
import { vocabulariesOf } from './vocabulary.ts';

/** In the order of judging; last come those that ask what the others have evaluated. */
const KEYWORDS: readonly Keyword[] = [
  ...VALUE_KEYWORDS,
  ...OBJECT_KEYWORDS,
  ...ARRAY_KEYWORDS,
  ...LOGIC_KEYWORDS,
  UNEVALUATED_PROPERTIES,
  UNEVALUATED_ITEMS,
];

/**
 * Places in `KEYWORDS` by name: a schema has few keywords, so that it is asked for its own rather than for all that
 * there are.
 */
const PLACES: ReadonlyMap<string, readonly number[]> = placesByName();

const NOTHING: Pattern = { source: '', test: () => false };
const YES: Check = () => true;

/** Compiles the schemas of one index into closures. No code is made at run time, so every content policy allows it. */
export class Compiler {
  readonly problems: Problem[] = [];
  private readonly index: SchemaIndex;
  private readonly formats: ReadonlyMap<string, Format> | undefined;
  private readonly nodes = new Map<Location, Node>();
  private readonly patterns = new Map<string, Pattern>();
  private readonly vocabularies = new Map<Resource, ReadonlySet<Vocabulary>>();
  private readonly tracksScope: boolean;

  constructor(index: SchemaIndex, formats: ReadonlyMap<string, Format> | undefined) {
    this.index = index;
    this.formats = formats;
    this.tracksScope = index.locations.some((location) => dynamicName(location) !== undefined);
    for (const location of index.locations) {
      const shapes = checkShape(location);
      this.problems.push(...shapes);
      if (shapes.length > 0) this.nodeOf(location).check = YES;
      else this.checkPatterns(location);
    }
  }

  /** The node of a location. It is compiled when first asked: of a large definition most parts never are. */
  readonly nodeOf = (location: Location): Node => {
    const known = this.nodes.get(location);
    if (known !== undefined) return known;
    const node: Node = { check: (value, run, seen) => (node.check = this.compile(location))(value, run, seen) };
    this.nodes.set(location, node);
    return node;
  };

  /** Patterns are compiled at once: one that cannot run makes the whole definition wrong. */
  private checkPatterns(location: Location): void {
    const { schema } = location;
    if (typeof schema === 'boolean') return;
    const report = (text: string, keys: readonly string[]) => {
      const compiled = this.patterns.get(text) ?? compilePattern(text);
      if (!('ok' in compiled)) return;
      if (compiled.ok) this.patterns.set(text, compiled.value);
      else
        for (const { code, reason } of compiled.problems)
          this.problems.push({ pointer: schemaPointer(location) + toPointer(keys), code, reason });
    };
    const pattern = own<unknown>(schema, 'pattern');
    if (typeof pattern === 'string') report(pattern, ['pattern']);
    const keyed = own<unknown>(schema, 'patternProperties');
    if (isObject(keyed)) for (const text of Object.keys(keyed)) report(text, ['patternProperties', text]);
  }

  private compile(location: Location): Check {
    const { schema } = location;
    if (schema === true) return YES;
    if (schema === false) return (_value, run) => violate(run, { pointer: () => schemaPointer(location) }, 'false', {});
    const place = this.place(location);
    const allowed = this.allowed(location.resource);
    const groups = { any: [], string: [], number: [], array: [], object: [] } as Record<Keyword['on'], Check[]>;
    const arraysLast: Check[] = [];
    const objectsLast: Check[] = [];
    for (const keyword of keywordsOf(schema)) {
      if (!allowed.has(keyword.vocabulary)) continue;
      const check = keyword.compile(place);
      if (check === undefined) continue;
      (keyword === UNEVALUATED_PROPERTIES
        ? objectsLast
        : keyword === UNEVALUATED_ITEMS
          ? arraysLast
          : groups[keyword.on]
      ).push(check);
    }
    const check = assemble(groups);
    const whole = arraysLast.length + objectsLast.length === 0 ? check : evaluating(check, arraysLast, objectsLast);
    return this.tracksScope ? entering(location.resource, whole) : whole;
  }

  private place(location: Location): Place {
    const schema = location.schema as Readonly<Record<string, unknown>>;
    return {
      location,
      nodeOf: this.nodeOf,
      held: (keyword) => own(schema, keyword),
      node: (keyword, key) => this.nodeOf(childOf(location, keyword, key)!),
      pointer: (keyword) => schemaPointer(location) + toPointer([keyword]),
      format: (name) => this.formats?.get(name),
      pattern: (text) => this.patterns.get(text) ?? NOTHING,
      asserts: this.allowed(location.resource).has('validation'),
    };
  }

  private allowed(resource: Resource): ReadonlySet<Vocabulary> {
    let allowed = this.vocabularies.get(resource);
    if (allowed === undefined)
      this.vocabularies.set(resource, (allowed = vocabulariesOf(resource, this.index, this.formats !== undefined)));
    return allowed;
  }
}

function placesByName(): Map<string, number[]> {
  const places = new Map<string, number[]>();
  KEYWORDS.forEach(({ names }, at) => {
    for (const name of names) places.set(name, [...(places.get(name) ?? []), at]);
  });
  return places;
}

/** The keywords of which a schema has one of the names, in the order of judging. */
function keywordsOf(schema: SchemaObject): Keyword[] {
  const found = new Set<number>();
  for (const name of Object.keys(schema))
    if (schema[name] !== undefined) PLACES.get(name)?.forEach((at) => found.add(at));
  return [...found].sort((a, b) => a - b).map((at) => KEYWORDS[at]!);
}

/** One check of all groups; only those for the value's own type run. */
function assemble({ any, string, number, array, object }: Readonly<Record<Keyword['on'], Check[]>>): Check {
  return (value, run, seen) => {
    if (++run.steps > run.maxSteps) throw new BudgetSpent();
    let ok = true;
    for (let index = 0; index < any.length; index++) {
      if (any[index]!(value, run, seen)) continue;
      if (run.quiet) return false;
      ok = false;
    }
    let typed: readonly Check[];
    if (typeof value === 'string') typed = string;
    else if (typeof value === 'number') typed = number;
    else if (typeof value !== 'object' || value === null) return ok;
    else typed = Array.isArray(value) ? array : object;
    for (let index = 0; index < typed.length; index++) {
      if (typed[index]!(value, run, seen)) continue;
      if (run.quiet) return false;
      ok = false;
    }
    return ok;
  };
}

/** Notes what `check` evaluates, then lets the `unevaluated…` keywords ask for it. */
function evaluating(check: Check, arrays: readonly Check[], objects: readonly Check[]): Check {
  return (value, run, seen) => {
    const own = newEvaluated();
    let ok = check(value, run, own);
    if (!ok && run.quiet) return false;
    if (typeof value === 'object' && value !== null) {
      for (const unevaluated of Array.isArray(value) ? arrays : objects) if (!unevaluated(value, run, own)) ok = false;
    }
    if (seen !== undefined) merge(seen, own);
    return ok;
  };
}

/** Keeps the dynamic scope: the resources that lie on the way to a value's schema. */
function entering(resource: Resource, check: Check): Check {
  return (value, run, seen) => {
    const { scope } = run;
    if (scope[scope.length - 1] === resource) return check(value, run, seen);
    scope.push(resource);
    const ok = check(value, run, seen);
    scope.pop();
    return ok;
  };
}

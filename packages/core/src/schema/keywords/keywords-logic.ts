import { own } from '../../json/json.ts';
import { toPointer } from '../../json/pointer.ts';
import { equalityKey } from '../equal.ts';
import { dynamicName } from '../location.ts';
import {
  holds,
  merge,
  newEvaluated,
  violate,
  type Check,
  type Evaluated,
  type Node,
  type Run,
  type Violation,
} from '../run.ts';
import type { JsonSchema } from '../schema.ts';
import type { Keyword, Place } from './keyword.ts';

/** Keywords that combine schemas for one and the same value. */
export const LOGIC_KEYWORDS: readonly Keyword[] = [
  {
    names: ['$ref'],
    vocabulary: 'core',
    on: 'any',
    compile: (place) => {
      const { ref } = place.location;
      // only in the field tree of a broken schema: nothing is known, nothing is asked
      if (ref === undefined) return undefined;
      const node = place.nodeOf(ref);
      return (value, run, seen) => node.check(value, run, seen);
    },
  },
  { names: ['$dynamicRef'], vocabulary: 'core', on: 'any', compile: dynamicRef },
  {
    names: ['allOf'],
    vocabulary: 'applicator',
    on: 'any',
    compile: (place) => {
      const nodes = nodesOf(place, 'allOf');
      return (value, run, seen) => {
        let ok = true;
        for (let index = 0; index < nodes.length; index++) {
          if (!nodes[index]!.check(value, run, seen)) ok = false;
          if (!ok && run.quiet) return false;
        }
        return ok;
      };
    },
  },
  {
    names: ['anyOf'],
    vocabulary: 'applicator',
    on: 'any',
    compile: (place) => {
      const options = optionCounts(place, 'anyOf');
      if (options)
        return (value, run) =>
          options.has(equalityKey(value)) || violate(run, place, 'anyOf', { options: options.size });
      const nodes = nodesOf(place, 'anyOf');
      return (value, run, seen) =>
        countHolding(nodes, value, run, seen, 'first') > 0 ||
        none(nodes, value, run, () => violate(run, place, 'anyOf', {}));
    },
  },
  {
    names: ['oneOf'],
    vocabulary: 'applicator',
    on: 'any',
    compile: (place) => {
      const options = optionCounts(place, 'oneOf');
      if (options) {
        return (value, run) => {
          const passing = options.get(equalityKey(value)) ?? 0;
          return passing === 1 || violate(run, place, 'oneOf', { passing, options: options.size });
        };
      }
      const nodes = nodesOf(place, 'oneOf');
      return (value, run, seen) => {
        const passing = countHolding(nodes, value, run, seen, 'all');
        if (passing === 1) return true;
        const report = () => violate(run, place, 'oneOf', { passing });
        return passing === 0 ? none(nodes, value, run, report) : report();
      };
    },
  },
  {
    names: ['not'],
    vocabulary: 'applicator',
    on: 'any',
    compile: (place) => {
      const node = place.node('not');
      return (value, run) => !holds(node, value, run, undefined) || violate(run, place, 'not', {});
    },
  },
  { names: ['if'], vocabulary: 'applicator', on: 'any', compile: conditional },
];

function nodesOf(place: Place, keyword: string): Node[] {
  return (place.held(keyword) as readonly unknown[]).map((_, index) => place.node(keyword, index));
}

/** Keywords that say nothing about validity, beside which a constant is just an option with a title. */
const DESCRIBING = new Set(['const', 'title', 'description', '$comment', 'deprecated', 'examples', 'default']);

/**
 * How often each constant is offered when all alternatives are constants: looked up at once, however many there are.
 */
function optionCounts(place: Place, keyword: string): ReadonlyMap<unknown, number> | undefined {
  const held = place.held(keyword) as readonly JsonSchema[];
  const counts = new Map<unknown, number>();
  if (!place.asserts) return undefined;
  for (const schema of held) {
    if (typeof schema === 'boolean' || own<unknown>(schema, 'const') === undefined) return undefined;
    if (!Object.keys(schema).every((name) => DESCRIBING.has(name) || name.startsWith('x-'))) return undefined;
    const key = equalityKey(own<unknown>(schema, 'const'));
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function dynamicRef(place: Place): Check | undefined {
  const { location } = place;
  if (location.dynamicRef === undefined) return undefined; // as for $ref
  const name = dynamicName(location);
  const fallback = place.nodeOf(location.dynamicRef);
  if (name === undefined) return (value, run, seen) => fallback.check(value, run, seen);
  return (value, run, seen) => {
    for (const resource of run.scope) {
      const target = resource.dynamicAnchors.get(name);
      if (target !== undefined) return place.nodeOf(target).check(value, run, seen);
    }
    return fallback.check(value, run, seen);
  };
}

function conditional(place: Place): Check {
  const condition = place.node('if');
  const yes = place.held('then') === undefined ? undefined : place.node('then');
  const no = place.held('else') === undefined ? undefined : place.node('else');
  return (value, run, seen) => {
    const more = seen && newEvaluated();
    const met = holds(condition, value, run, more);
    // What a failing condition has looked at does not count as evaluated.
    if (met && seen && more) merge(seen, more);
    const chosen = met ? yes : no;
    return chosen === undefined || chosen.check(value, run, seen);
  };
}

/** How many of `nodes` hold. All are asked only when it matters, and where evaluated properties must be known. */
function countHolding(
  nodes: readonly Node[],
  value: unknown,
  run: Run,
  seen: Evaluated | undefined,
  until: 'first' | 'all',
): number {
  let passing = 0;
  for (let index = 0; index < nodes.length; index++) {
    const more = seen && newEvaluated();
    if (!holds(nodes[index]!, value, run, more)) continue;
    passing++;
    if (seen && more) merge(seen, more);
    else if (until === 'first') break;
  }
  return passing;
}

/**
 * Reports that no branch holds. When the value tells which branch was meant, by being of its type and having its
 * constants, the violations of that branch say what to change; otherwise `report` says that none fits.
 */
function none(nodes: readonly Node[], value: unknown, run: Run, report: () => false): false {
  if (run.quiet) return false;
  const before = run.violations;
  const here = run.prefix + toPointer(run.path);
  let meant: Violation[] | undefined;
  let candidates = 0;
  for (const node of nodes) {
    run.violations = [];
    node.check(value, run, undefined);
    if (run.violations.some((violation) => tellsApart(violation, here))) continue;
    candidates++;
    meant = run.violations;
  }
  run.violations = before;
  if (candidates !== 1 || meant === undefined) return report();
  for (const violation of meant) before.push(violation);
  return false;
}

function tellsApart({ keyword, pointer }: Violation, here: string): boolean {
  if (pointer === here) return keyword === 'type' || keyword === 'const' || keyword === 'enum' || keyword === 'false';
  return (keyword === 'const' || keyword === 'enum') && pointer.indexOf('/', here.length + 1) < 0;
}

import { evaluate } from '../formula/evaluate.ts';
import type { Scope } from '../formula/run.ts';
import { summarize } from '../formula/summary.ts';
import type { Formula, Literal, Node } from '../formula/tree.ts';
import { FormulaError, type Value } from '../formula/value.ts';
import { isTrue } from '../record/judge.ts';
import { textOfTree } from './write-sentence.ts';

/** What a name or a cell of the row can hold, given what it is compared with; `undefined` where nothing is known. */
export type Domain = (variable: Variable, constants: readonly Literal[]) => readonly Value[] | undefined;

/** The same with fewer values. */
export type Narrowing = (domain: Domain) => Domain;

export type Variable = Extract<Node, { type: 'name' | 'cell' }>;

/** How a condition can come out. */
export interface Outcomes {
  readonly holds: boolean;
  readonly fails: boolean;
}

/** So many cases are tried; beyond that nothing is claimed. */
const MOST_CASES = 4096;

/** A condition as true and false tests put together. */
type Skeleton =
  | { readonly type: 'constant'; readonly value: boolean }
  | { readonly type: 'leaf'; readonly leaf: Leaf; readonly not: boolean }
  | { readonly type: 'all' | 'any'; readonly of: readonly Skeleton[] }
  | { readonly type: 'not'; readonly of: Skeleton };

interface Leaf {
  /** The only thing that it depends on; without it the test may come out either way. */
  readonly variable: Variable | undefined;
  readonly constants: readonly Literal[];
  readonly formula: Formula;
}

/**
 * How the conditions can come out together: whether all can hold at once, and whether one can fail. Every value that
 * fields can have is tried; tests that depend on more than one field, on facts or on days may come out either way. So
 * “never” and “always” are certain, and what depends on such tests is not claimed. `onlyHolds`: the search ends with
 * the first case in which all hold. `undefined`: too many cases.
 */
export function outcomesOf(conditions: readonly Node[], domain: Domain, onlyHolds = false): Outcomes | undefined {
  const leaves = new Map<string, Leaf>();
  const skeleton: Skeleton = { type: 'all', of: conditions.map((condition) => skeletonOf(condition, leaves)) };
  const dimensions = dimensionsOf(leaves, domain);
  if (dimensions.reduce((cases, { size }) => cases * size, 1) > MOST_CASES) return undefined;
  const found = { holds: false, fails: false };
  const truths = new Map<Leaf, boolean>();
  const go = (at: number): void => {
    if (found.holds && (onlyHolds || found.fails)) return;
    const dimension = dimensions[at];
    if (!dimension) {
      if (truthOf(skeleton, truths)) found.holds = true;
      else found.fails = true;
      return;
    }
    for (let each = 0; each < dimension.size; each++) {
      for (const { leaf, table } of dimension.leaves) truths.set(leaf, table[each] === true);
      go(at + 1);
    }
  };
  go(0);
  return found;
}

/**
 * Whether a condition holds in the simplest case: every field blank or at its first value, every other test passed.
 * Conditions that all do can hold together.
 */
export function holdsAtFirst(condition: Node, domain: Domain): boolean {
  const leaves = new Map<string, Leaf>();
  const skeleton = skeletonOf(condition, leaves);
  const truths = new Map<Leaf, boolean>();
  for (const leaf of leaves.values()) {
    const values = leaf.variable && domain(leaf.variable, leaf.constants);
    truths.set(leaf, leaf.variable && values ? tested(leaf, leaf.variable, values[0] ?? null) : true);
  }
  return truthOf(skeleton, truths);
}

const NOWHERE = { start: 0, end: 0 };

/** The opposite of a condition. */
export const negated = (condition: Node): Node => ({ type: 'call', name: 'NOT', args: [condition], at: NOWHERE });

interface Dimension {
  readonly size: number;
  /** The tests that are decided with it, and how they come out in each case. */
  readonly leaves: readonly { readonly leaf: Leaf; readonly table: readonly boolean[] }[];
}

function dimensionsOf(leaves: ReadonlyMap<string, Leaf>, domain: Domain): Dimension[] {
  const byVariable = new Map<string, Leaf[]>();
  const free: Leaf[] = [];
  for (const leaf of leaves.values()) {
    const { variable } = leaf;
    const key = variable && textOfTree(variable);
    if (key === undefined) free.push(leaf);
    else byVariable.set(key, [...(byVariable.get(key) ?? []), leaf]);
  }
  const dimensions: Dimension[] = [];
  for (const group of byVariable.values()) {
    const variable = group[0]?.variable as Variable;
    const values = domain(
      variable,
      group.flatMap(({ constants }) => constants),
    );
    if (values)
      dimensions.push({
        size: values.length,
        leaves: group.map((leaf) => ({ leaf, table: values.map((value) => tested(leaf, variable, value)) })),
      });
    else free.push(...group);
  }
  return [...dimensions, ...free.map((leaf) => ({ size: 2, leaves: [{ leaf, table: [true, false] }] }))];
}

function tested({ formula }: Leaf, variable: Variable, value: Value): boolean {
  const scope: Scope = {
    today: '2000-01-01',
    name: (name) => (variable.type === 'name' && variable.name === name ? value : undefined),
    cell: (column) => (variable.type === 'cell' && variable.column === column ? value : undefined),
  };
  const result = evaluate(formula, scope);
  return !(result instanceof FormulaError) && isTrue(result);
}

function truthOf(skeleton: Skeleton, truths: ReadonlyMap<Leaf, boolean>): boolean {
  switch (skeleton.type) {
    case 'constant':
      return skeleton.value;
    case 'leaf':
      return (truths.get(skeleton.leaf) ?? false) !== skeleton.not;
    case 'not':
      return !truthOf(skeleton.of, truths);
    case 'all':
      return skeleton.of.every((part) => truthOf(part, truths));
    case 'any':
      return skeleton.of.some((part) => truthOf(part, truths));
  }
}

function skeletonOf(node: Node, leaves: Map<string, Leaf>): Skeleton {
  if (node.type === 'literal' && typeof node.value === 'boolean') return { type: 'constant', value: node.value };
  if (node.type === 'call') {
    const [first, second, third] = node.args;
    const part = (arg: Node | null | undefined): Skeleton =>
      arg ? skeletonOf(arg, leaves) : { type: 'constant', value: false };
    switch (node.name) {
      case 'TRUE':
      case 'FALSE':
        return { type: 'constant', value: node.name === 'TRUE' };
      case 'AND':
        return { type: 'all', of: node.args.map(part) };
      case 'OR':
        return { type: 'any', of: node.args.map(part) };
      case 'NOT':
        return { type: 'not', of: part(first) };
      case 'IF':
        return {
          type: 'any',
          of: [
            { type: 'all', of: [part(first), part(second)] },
            { type: 'all', of: [{ type: 'not', of: part(first) }, part(third)] },
          ],
        };
      default:
    }
  }
  return leafOf(node, leaves);
}

/** The other way round of a comparison, so that `a<b` and `a>=b` are one test. */
const OPPOSITE = new Map([
  ['<', '>='],
  ['>', '<='],
  ['<>', '='],
] as const);

function leafOf(node: Node, leaves: Map<string, Leaf>): Skeleton {
  const only = node.type === 'chain' && node.rest.length === 1 ? node.rest[0] : undefined;
  const opposite = only && OPPOSITE.get(only.operator as '<');
  const positive: Node =
    opposite && node.type === 'chain' ? { ...node, rest: [{ operator: opposite, operand: only.operand }] } : node;
  const text = textOfTree(positive);
  let leaf = leaves.get(text);
  if (!leaf)
    leaves.set(text, (leaf = { ...dependence(positive), formula: { text, tree: positive, ...summarize(positive) } }));
  return { type: 'leaf', leaf, not: opposite !== undefined };
}

/** What a test depends on, where that is one thing and constants. */
function dependence(node: Node): Pick<Leaf, 'variable' | 'constants'> {
  if (isVariable(node)) return { variable: node, constants: [] };
  if (node.type === 'call' && node.name === 'ISBLANK' && node.args[0] && isVariable(node.args[0]))
    return { variable: node.args[0], constants: [] };
  const only = node.type === 'chain' && node.rest.length === 1 ? node.rest[0] : undefined;
  if (node.type !== 'chain' || !only || !'<=<>='.includes(only.operator)) return { variable: undefined, constants: [] };
  const [left, right] = [node.first, only.operand];
  if (isVariable(left)) {
    const value = constantOf(right);
    // The order of texts is not tried out: too many lie between two.
    if (value !== undefined && (only.operator === '=' || typeof value === 'number'))
      return { variable: left, constants: [value] };
  }
  return { variable: undefined, constants: [] };
}

const isVariable = (node: Node): node is Variable => node.type === 'name' || node.type === 'cell';

function constantOf(node: Node): Literal | undefined {
  if (node.type === 'literal') return node.value;
  return node.type === 'sign' &&
    node.operator === '-' &&
    node.operand.type === 'literal' &&
    typeof node.operand.value === 'number'
    ? -node.operand.value
    : undefined;
}

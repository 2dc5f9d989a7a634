import type { Problem, Result } from '../text/problem.ts';
import { Compiler } from './compile.ts';
import type { Format } from './keywords/keyword.ts';
import { schemasAt } from './locate.ts';
import type { Location } from './location.ts';
import { indexLoosely, type LooseIndex, type References } from './resolve.ts';
import { BudgetSpent, newRun, type Node, type Violation } from './run.ts';
import type { JsonSchema } from './schema.ts';

export type { Violation } from './run.ts';

/** How a schema is to be read. */
export interface CompileOptions {
  /** Schemas that `$ref` may name by URI; none are ever fetched. */
  readonly references?: References;
  /** Formats that values must satisfy; without them, formats only describe. */
  readonly formats?: ReadonlyMap<string, Format>;
  /** The schema's own index, where it was made before. */
  readonly index?: LooseIndex;
  /** Schemas judged in one validation before it is given up; DEFAULT_STEPS by default. */
  readonly maxSteps?: number;
}

/** Judges values by one schema. The interpreter and Ajv answer in the same shape. */
export interface Validator {
  /** Every violation in `value`; none means that it is valid. Never throws. */
  validate(value: unknown): readonly Violation[];
  /** Whether `value` is valid; quicker than `validate`, since the first violation ends it. */
  test(value: unknown): boolean;
  /**
   * Violations of `value` by the schemas that stand at `pointer` whatever the rest of the record holds. Conditions
   * around it are left to `validate`, so this suits the answer while someone types.
   */
  validateAt(pointer: string, value: unknown): readonly Violation[];
}

export const DEFAULT_STEPS = 5_000_000;

/** Compiles a schema, or says with pointers into it why it cannot be used. Never throws. */
export function interpretSchema(schema: JsonSchema, options: CompileOptions = {}): Result<Validator> {
  const compiled = compileLocations(schema, options);
  if (!compiled.ok) return compiled;
  const { root, nodeOf } = compiled.value;
  return { ok: true, value: new Interpreter(root, nodeOf, options.maxSteps ?? DEFAULT_STEPS) };
}

/** A schema's locations with their compiled nodes, for those who must judge by parts of a schema. */
export interface CompiledSchema {
  readonly root: Location;
  readonly nodeOf: (location: Location) => Node;
}

/** Like `interpretSchema`, for single locations. */
export function compileLocations(schema: JsonSchema, options: CompileOptions = {}): Result<CompiledSchema> {
  try {
    const { index, problems } = options.index ?? indexLoosely(schema, options.references);
    if (problems.length > 0) return { ok: false, problems };
    const compiler = new Compiler(index, options.formats);
    if (compiler.problems.length > 0) return { ok: false, problems: compiler.problems };
    return { ok: true, value: { root: index.root, nodeOf: compiler.nodeOf } };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { ok: false, problems: [TOO_DEEP] }; // the stack ended: nothing else throws a RangeError here
  }
}

/** The violations that `check` finds, or one of keyword `budget` when steps, depth or the stack are used up. */
export function judge(nodes: readonly Node[], value: unknown, maxSteps: number, prefix = ''): readonly Violation[] {
  const run = newRun(maxSteps, prefix);
  try {
    for (const node of nodes) node.check(value, run, undefined);
  } catch (error) {
    if (!isSpent(error)) throw error;
    run.violations.push({ pointer: prefix, keyword: 'budget', schemaPointer: '', params: {} });
  }
  return run.violations;
}

/** The verdict of one node; out of budget means that it does not hold. */
export function nodeHolds(node: Node, value: unknown, maxSteps: number): boolean {
  const run = newRun(maxSteps);
  run.quiet = true;
  try {
    return node.check(value, run, undefined);
  } catch (error) {
    if (!isSpent(error)) throw error;
    return false;
  }
}

function isSpent(error: unknown): boolean {
  return error instanceof BudgetSpent || error instanceof RangeError;
}

class Interpreter implements Validator {
  private readonly root: Location;
  private readonly nodeOf: (location: Location) => Node;
  private readonly maxSteps: number;
  private readonly whole: readonly Node[];

  constructor(root: Location, nodeOf: (location: Location) => Node, maxSteps: number) {
    this.root = root;
    this.nodeOf = nodeOf;
    this.maxSteps = maxSteps;
    this.whole = [nodeOf(root)];
  }

  validate(value: unknown): readonly Violation[] {
    return judge(this.whole, value, this.maxSteps);
  }

  test(value: unknown): boolean {
    return nodeHolds(this.whole[0]!, value, this.maxSteps);
  }

  validateAt(pointer: string, value: unknown): readonly Violation[] {
    return judge(schemasAt(this.root, pointer).map(this.nodeOf), value, this.maxSteps, pointer);
  }
}

const TOO_DEEP: Problem = {
  pointer: '',
  code: 'too-deep',
  reason: { 'zh-CN': '嵌套太深', en: 'Nested too deeply' },
};

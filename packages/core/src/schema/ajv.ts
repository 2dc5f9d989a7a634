/**
 * The second opinion of servers and tools: Ajv beside the interpreter. The only module that imports Ajv, which makes
 * code at run time; browser code must never import this file, since the content policies of portals forbid that.
 */
import { Ajv2020, type ErrorObject, type Options, type ValidateFunction } from 'ajv/dist/2020.js';
import { isObject, own } from '../json/json.ts';
import type { Problem, Result } from '../text/problem.ts';
import { compilePattern } from './pattern/pattern.ts';
import { multipleTest } from './decimal.ts';
import { schemasAt } from './locate.ts';
import { indexSchema, type SchemaIndex } from './resolve.ts';
import { schemaPointer } from './location.ts';
import type { Violation } from './run.ts';
import { HOLDERS, isSchema, type Holding, type JsonSchema } from './schema.ts';
import { compileSchema, type CompileOptions, type Validator } from './validate.ts';

/** How Ajv reads a schema. */
export interface AjvOptions extends CompileOptions {
  /** Refuse what is likely a slip, such as unknown keywords. For our own schemas; record schemas may carry more. */
  readonly strict?: boolean;
}

const OPTIONS: Options = {
  allErrors: true,
  ownProperties: true,
  $data: false,
  logger: false,
  validateSchema: false, // the interpreter has checked every keyword before, with pointers and reasons of ours
  code: { regExp: Object.assign(linearRegExp, { code: 'linearRegExp' }) },
};

/** Keywords to which Ajv gives a meaning that 2020-12 does not know; `$async` would even make every value valid. */
const FOREIGN = new Set(['$async', 'nullable', 'discriminator', 'id']);

/** A validator that asks both; a value is valid only if both say so. */
export interface AjvJudge extends Validator {
  /** The verdict of Ajv alone, to compare it with the interpreter's. */
  opinion(value: unknown): boolean;
}

/**
 * Compiles a schema for Ajv; refuses whatever the interpreter refuses, for the same reasons. Each call has an Ajv of
 * its own, so that no definition can change what another one means.
 *
 * The interpreter judges first: it tells people the same as the form did, and what it refuses or gives up on is
 * never handed to Ajv, which has no budget. What it admits must convince Ajv too.
 */
export function compileWithAjv(schema: JsonSchema, options: AjvOptions = {}): Result<AjvJudge> {
  const interpreted = compileSchema(schema, options);
  if (!interpreted.ok) return interpreted;
  const index = indexSchema(schema, options.references);
  if (!index.ok) return index;
  try {
    return { ok: true, value: new Both(interpreted.value, index.value, options) };
  } catch (error) {
    return { ok: false, problems: [refusal(error)] };
  }
}

class Both implements AjvJudge {
  private readonly interpreter: Validator;
  private readonly index: SchemaIndex;
  private readonly ajv: Ajv2020;
  private readonly whole: ValidateFunction;
  private readonly places = new Map<string, readonly ValidateFunction[]>();

  constructor(interpreter: Validator, index: SchemaIndex, options: AjvOptions) {
    this.interpreter = interpreter;
    this.index = index;
    this.ajv = new Ajv2020({
      ...OPTIONS,
      strict: options.strict === true,
      validateFormats: options.formats !== undefined,
    });
    // Ajv divides binary numbers, so that 0.29 is no multiple of 0.01; its tolerance lets wrong decimals pass instead.
    this.ajv.removeKeyword('multipleOf');
    this.ajv.addKeyword({ keyword: 'multipleOf', type: 'number', schemaType: 'number', compile: multipleTest });
    options.formats?.forEach(({ test }, name) => this.ajv.addFormat(name, test));
    index.used.forEach((document, uri) => {
      if (this.ajv.getSchema(uri) === undefined) this.ajv.addSchema(cleaned(document) as object, uri);
    });
    this.whole = this.ajv.compile(cleaned(index.root.schema) as object);
  }

  validate(value: unknown): readonly Violation[] {
    return this.decide([this.whole], this.interpreter.validate(value), value);
  }

  test(value: unknown): boolean {
    return this.interpreter.test(value) && this.opinion(value);
  }

  opinion(value: unknown): boolean {
    return this.decide([this.whole], [], value).length === 0;
  }

  validateAt(pointer: string, value: unknown): readonly Violation[] {
    return this.decide(this.compiledAt(pointer), this.interpreter.validateAt(pointer, value), value);
  }

  private decide(
    judges: readonly ValidateFunction[],
    told: readonly Violation[],
    value: unknown,
  ): readonly Violation[] {
    if (told.length > 0) return told;
    try {
      return judges.flatMap((judge) => (judge(value) ? [] : (judge.errors ?? []))).map(violationOf);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      return [{ pointer: '', keyword: 'budget', schemaPointer: '', params: {} }];
    }
  }

  private compiledAt(pointer: string): readonly ValidateFunction[] {
    let compiled = this.places.get(pointer);
    if (compiled === undefined) {
      const base = this.index.root.resource.uri;
      compiled = schemasAt(this.index.root, pointer)
        .filter((location) => location.resource.uri === base)
        .map((location) => this.ajv.compile({ $ref: `${base}#${encodeURI(schemaPointer(location))}` }));
      this.places.set(pointer, compiled);
    }
    return compiled;
  }
}

function violationOf({ instancePath, keyword, schemaPath, params }: ErrorObject): Violation {
  const schemaPlace = schemaPath.slice(schemaPath.indexOf('#') + 1);
  return {
    pointer: instancePath,
    keyword: keyword === 'false schema' ? 'false' : keyword,
    schemaPointer: schemaPlace,
    params,
  };
}

function refusal(error: unknown): Problem {
  const message = error instanceof Error ? error.message : String(error);
  return {
    pointer: '',
    code: 'ajv-refused',
    reason: {
      'zh-CN': `服务器端校验器不接受此定义：${message}`,
      en: `The validator of the server refuses this schema: ${message}`,
    },
  };
}

/** Our engine in place of the host's, which can take exponential time. Patterns were compiled once before. */
function linearRegExp(source: string): { test(text: string): boolean; toString(): string } {
  const compiled = compilePattern(source);
  if (!compiled.ok) throw new Error(compiled.problems[0]?.reason.en);
  // Ajv tells patterns apart by their text
  return { test: (text) => compiled.value.test(text), toString: () => source };
}

/** A copy without `$schema`, which Ajv would look up, and without what Ajv alone understands. */
function cleaned(schema: JsonSchema): JsonSchema {
  if (typeof schema === 'boolean') return schema;
  const copy: [string, unknown][] = [];
  for (const keyword of Object.keys(schema)) {
    if (keyword === '$schema' || FOREIGN.has(keyword)) continue;
    const held = own<unknown>(schema, keyword);
    // Ajv keeps identifiers in plain objects, where these are taken from the start.
    if (keyword === '$id' && String(schema.$id) in Object.prototype) continue;
    copy.push([keyword, cleanedIn(held, HOLDERS.get(keyword))]);
  }
  return fromEntries(copy) as JsonSchema;
}

function cleanedIn(held: unknown, holding: Holding | undefined): unknown {
  if (holding === undefined) return held;
  if (holding === 'one') return isSchema(held) ? cleaned(held) : held;
  if (Array.isArray(held)) return held.map((entry: unknown) => (isSchema(entry) ? cleaned(entry) : entry));
  if (!isObject(held)) return held;
  return fromEntries(Object.keys(held).map((key) => [key, cleanedIn(own<unknown>(held, key), 'one')]));
}

function fromEntries(entries: readonly (readonly [string, unknown])[]): object {
  const object = {};
  // defineProperty, since a key may be `__proto__`
  for (const [key, value] of entries)
    Object.defineProperty(object, key, { value, enumerable: true, writable: true, configurable: true });
  return object;
}

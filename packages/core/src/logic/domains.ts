import type { Compiled } from '../definition/compiled.ts';
import type { Literal } from '../formula/tree.ts';
import type { Value } from '../formula/value.ts';
import { filing as filingMachine } from '../generated/machines.ts';
import { own } from '../json/json.ts';
import type { FieldNode } from '../schema/fields/fields.ts';
import type { Domain } from './outcomes.ts';

/**
 * What the fields of a definition can hold, as far as conditions can tell the difference: every option, yes and no,
 * numbers at, beside and between the ones that they are compared with and within the field's limits, and nothing at
 * all.
 */
export function domainsOf(compiled: Compiled, rows?: string): Domain {
  const { definition } = compiled;
  return (variable, constants) => {
    if (variable.type === 'cell')
      return rows === undefined ? undefined : fieldDomain(compiled.field(`${rows}/*/${variable.column}`), constants);
    const { name } = variable;
    switch (compiled.names.get(name)) {
      case 'field':
        return fieldDomain(compiled.field(`/${name}`), constants);
      case 'status':
        return (definition.states ?? []).map(({ id }) => id);
      case 'parameter':
        return parameterDomain(own(definition.parameters, name), constants);
      case 'envelope':
        return name === 'submissionStatus' ? [null, ...filingMachine.states.map(({ id }) => id)] : undefined;
      default:
        return undefined;
    }
  };
}

function fieldDomain(field: FieldNode | undefined, constants: readonly Literal[]): readonly Value[] | undefined {
  if (!field) return undefined;
  const options = field.options.map(({ value }) => value);
  const isPlain = options.every(
    (value): value is string | number | boolean =>
      typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean',
  );
  switch (field.kind) {
    case 'boolean':
      return [null, true, false];
    case 'choice':
      return isPlain ? [null, ...options] : undefined;
    case 'number':
    case 'integer':
      return [null, ...numbers(constants, field.kind === 'integer', limit(field, 'minimum'), limit(field, 'maximum'))];
    // What is typed may be anything: something else than all constants is always possible.
    case 'text':
    case 'longText':
      return [null, ...new Set(constants.filter((each) => typeof each === 'string')), OTHER];
    default:
      return undefined;
  }
}

const OTHER = '\u{10fffd}';

function limit({ schema }: FieldNode, keyword: 'minimum' | 'maximum'): number | undefined {
  const value: unknown = schema[keyword];
  return typeof value === 'number' ? value : undefined;
}

/** An administrator may set it to anything within its limits; without limits, to anything of its kind. */
function parameterDomain(
  parameter: { readonly value: unknown; readonly min?: number; readonly max?: number } | undefined,
  constants: readonly Literal[],
): readonly Value[] | undefined {
  if (typeof parameter?.value === 'boolean') return [true, false];
  return typeof parameter?.value === 'number' ? numbers(constants, false, parameter.min, parameter.max) : undefined;
}

/** Numbers that come out differently when compared with `constants`, within the limits. */
function numbers(constants: readonly Literal[], isWhole: boolean, min = -Infinity, max = Infinity): number[] {
  const limits = [
    ...new Set([
      ...constants.filter((each): each is number => typeof each === 'number'),
      ...[min, max].filter(Number.isFinite),
    ]),
  ].sort((a, b) => a - b);
  const [first, last] = [limits[0] ?? 0, limits[limits.length - 1] ?? 0];
  const between = limits.slice(1).map((each, at) => (each + (limits[at] as number)) / 2);
  const all = [first - 1, ...limits, ...between, last + 1];
  const exact = isWhole ? all.flatMap((each) => [Math.floor(each), Math.ceil(each)]) : all;
  return [...new Set(exact)].filter((each) => each >= min && each <= max);
}

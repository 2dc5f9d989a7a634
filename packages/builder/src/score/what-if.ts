import { compile } from '@jiceng/core/definition/compile.js';
import { placesOf } from '@jiceng/core/definition/places.js';
import { readsOf } from '@jiceng/core/definition/reads.js';
import { translated } from '@jiceng/core/definition/translated.js';
import type { Definition, Fact } from '@jiceng/core/generated/definition.js';
import type { FactReader, FactValue } from '@jiceng/core/record/fact-reader.js';
import type { Language } from '@jiceng/core/text/problem.js';

/** A fact that a score reads, as an input to play with. */
export interface FactInput {
  readonly id: string;
  readonly title: string;
  readonly type: Fact['type'];
  readonly unit: string;
  /** Right end of the slider. */
  readonly most: number;
}

/** Right end of a slider for a number of which nothing else is known. */
const MOST = 20;

/** The facts that the score of an admitted definition reads, or one `part` of it, in order of appearance. */
export function factInputs(
  definition: Definition,
  others: readonly Definition[],
  language: Language,
  part = '/score',
): FactInput[] {
  const { formula } = compile(definition);
  const ids = new Set<string>();
  for (const { text, pointer } of placesOf(definition).formulas)
    if (pointer.startsWith(`${part}/`)) formula(text).facts.forEach(({ id }) => ids.add(id));
  return [...ids].map((id) => {
    const fact = declared(id, [definition, ...others], language);
    const type = fact?.type ?? 'number';
    return {
      id,
      title: fact?.title ?? id.slice(id.indexOf('/') + 1),
      type,
      unit: type === 'percent' ? '%' : (fact?.unit ?? ''),
      most: type === 'percent' ? 100 : MOST,
    };
  });
}

function declared(id: string, definitions: readonly Definition[], language: Language): Fact | undefined {
  for (const definition of definitions) {
    const at = (definition.facts ?? []).findIndex((fact) => fact.id === id);
    if (at >= 0) return translated(definition, language).facts?.[at];
  }
  return undefined;
}

/** Field names that the score's formulas read and that people fill in. */
export function fieldInputs(definition: Definition): string[] {
  const compiled = compile(definition);
  const names = new Set<string>();
  for (const { text, pointer } of placesOf(definition).formulas) {
    if (!pointer.startsWith('/score/')) continue;
    const { names: read, columns } = readsOf(compiled.formula(text));
    for (const name of [...read, ...[...columns].map((column) => column.slice(0, column.indexOf('.')))])
      if (compiled.names.get(name) === 'field') names.add(name);
  }
  const computed = new Set(
    Object.values(definition.score?.outputs ?? {}).concat(
      (definition.rules ?? []).flatMap((rule) => ('field' in rule && rule.value !== undefined ? [rule.field] : [])),
    ),
  );
  return [...names]
    .map((name) => `/${name}`)
    .filter((field) => field !== definition.score?.entries && !computed.has(field));
}

/** Facts with the values that somebody tries out; those without one have no records. */
export function triedFacts(inputs: readonly FactInput[], values: ReadonlyMap<string, number>): FactReader {
  const known = new Map(inputs.map((input) => [input.id, input]));
  return {
    declaration(id) {
      const input = known.get(id);
      return (
        input && {
          id,
          title: input.title,
          subject: 'organisation',
          type: input.type,
          ...(input.unit === '' ? {} : { unit: input.unit }),
        }
      );
    },
    read({ id }): FactValue {
      const value = values.get(id);
      if (value === undefined) return { id, num: null, den: null, value: null, sources: [], missing: 'no-records' };
      const type = known.get(id)?.type;
      return type === 'percent'
        ? { id, num: value, den: 100, value, sources: [] }
        : { id, num: value, den: null, value: type === 'boolean' ? value !== 0 : value, sources: [] };
    },
  };
}

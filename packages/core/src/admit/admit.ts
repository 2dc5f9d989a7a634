import { gate, MOST_PROBLEMS } from '../gate/gate.ts';
import { ownValidator, schemaProblem } from '../gate/own-schema.ts';
import { checkMigration } from './check/migration.ts';
import { checkScore } from './check/score.ts';
import type { Definition } from '../generated/definition.ts';
import { definitionSchema } from '../generated/definition-schema.ts';
import { own, type JsonObject } from '../json/json.ts';
import { FORMATS } from '../schema/formats/formats.ts';
import { checkStructure } from '../schema/limits.ts';
import type { JsonSchema } from '../schema/schema.ts';
import { compileSchema } from '../schema/validate.ts';
import { problem, type Problem, type Result } from '../text/problem.ts';
import { checkComputed, checkFields, checkLedgerNames } from './check/fields.ts';
import { checkFormulas } from './check/formulas.ts';
import { checkLife } from './check/life.ts';
import { checkNames } from './check/names.ts';
import { compile } from '../definition/compile.ts';
import { placesOf } from '../definition/places.ts';

/** The draft in which record schemas are written. */
const DRAFT = 'https://json-schema.org/draft/2020-12/schema';

/**
 * The only gate through which a definition enters: the definition, or everything that is wrong with it, each with its
 * place. Never throws and never hangs, whatever the document; nothing in it is run or fetched.
 */
export function admit(document: unknown): Result<Definition> {
  return gate(document, { 'zh-CN': '定义', en: 'definition' }, () => problemsOf(document));
}

/** Each stage relies on the one before, so the first that finds something ends the search. */
function problemsOf(document: unknown): readonly Problem[] {
  const heavy = checkStructure(document, ['/record']);
  if (heavy.length > 0) return heavy;
  const shape = ownValidator(definitionSchema)
    .validate(document)
    .slice(0, MOST_PROBLEMS)
    .map((violation) => schemaProblem(violation));
  if (shape.length > 0) return shape;
  const definition = document as Definition;
  const draft: unknown = own(definition.record as unknown as JsonObject, '$schema');
  if (draft !== undefined && draft !== DRAFT)
    return [
      problem(
        '/record/$schema',
        'unknown-draft',
        `数据结构须按 JSON Schema 2020-12 编写：这里应为“${DRAFT}”，或者不写。`,
        `the record schema is written in JSON Schema 2020-12: give ${DRAFT} here, or nothing`,
      ),
    ];
  const record = compileSchema(definition.record as unknown as JsonSchema, { formats: FORMATS });
  if (!record.ok) return record.problems.map((found) => ({ ...found, pointer: `/record${found.pointer}` }));
  const names = checkNames(definition);
  if (names.length > 0) return names;
  const compiled = compile(definition);
  const places = placesOf(definition);
  return [
    ...checkFields(compiled, places.fields),
    ...checkComputed(definition),
    ...checkLedgerNames(compiled),
    ...checkFormulas(compiled, places.formulas),
    ...checkLife(definition),
    ...checkScore(definition),
    ...checkMigration(definition),
  ];
}

import { compile } from '../definition/compile.ts';
import { gate, MOST_PROBLEMS } from '../gate/gate.ts';
import { ownValidator, schemaProblem } from '../gate/own-schema.ts';
import type { Definition } from '../generated/definition.ts';
import type { Report } from '../generated/report.ts';
import { reportSchema } from '../generated/report-schema.ts';
import { isObject, own, type Json, type JsonObject } from '../json/json.ts';
import { valueAt } from '../json/pointer.ts';
import { checkStructure } from '../schema/limits.ts';
import type { Violation } from '../schema/validate.ts';
import type { Problem, Result } from '../text/problem.ts';
import { checkBlocks } from './check/blocks.ts';
import { checkHiddenFields, checkReportFormulas, checkSources, type FindDefinition } from './check/formulas.ts';
import { checkNames } from './check/names.ts';
import { checkParts, checkReferences } from './check/parts.ts';
import { reportPlaces } from './document/places.ts';
import { indexReport } from './document/report-index.ts';

/**
 * The only gate through which a report enters: the report, or everything that is wrong with it, each with its place.
 * `definitions` finds admitted definitions by id; without it, whatever depends on them (fields, states, facts, names of
 * records) is not judged. Never throws and never hangs, whatever the document; nothing in it is run or fetched.
 */
export function admitReport(document: unknown, definitions?: (id: string) => Definition | undefined): Result<Report> {
  return gate(document, { 'zh-CN': '报表', en: 'report' }, () => {
    const find: FindDefinition | undefined =
      definitions &&
      ((id) => {
        const definition = definitions(id);
        return definition && compile(definition);
      });
    return problemsOf(document, find);
  });
}

/** Each stage relies on the one before, so the first that finds something ends the search. */
function problemsOf(document: unknown, find: FindDefinition | undefined): readonly Problem[] {
  const heavy = checkStructure(document, []);
  if (heavy.length > 0) return heavy;
  const shape = shapeProblems(document);
  if (shape.length > 0) return shape;
  const report = document as Report;
  const names = checkNames(report);
  if (names.length > 0) return names;
  const index = indexReport(report);
  const { formulas, references } = reportPlaces(report);
  const parts = [...checkReferences(index, references), ...checkParts(index)];
  if (parts.length > 0) return parts;
  return [
    ...checkBlocks(index),
    ...(find ? [...checkSources(index, find), ...checkHiddenFields(index, find)] : []),
    ...checkReportFormulas(index, formulas, find),
  ];
}

function shapeProblems(document: unknown): Problem[] {
  return ownValidator(reportSchema)
    .validate(document)
    .flatMap((violation) => nearer(violation, document))
    .slice(0, MOST_PROBLEMS);
}

/** What stands in several forms is judged by the form that it means to be, so that the problem is told where it is. */
function nearer(violation: Violation, document: unknown): Problem[] {
  const part =
    violation.keyword === 'oneOf' ? formOf(violation.pointer, valueAt(document as Json, violation.pointer)) : undefined;
  if (part === undefined) return [schemaProblem(violation)];
  const found = ownValidator(reportSchema, part).validate(valueAt(document as Json, violation.pointer));
  return found.map((inner) => schemaProblem(inner, violation.pointer + inner.pointer));
}

const MEASURE_FORMS: readonly (readonly [key: string, form: string])[] = [
  ['num', 'countedMeasure'],
  ['fact', 'factMeasure'],
  ['filing', 'filingMeasure'],
  ['derive', 'derivedMeasure'],
  ['formula', 'computedMeasure'],
  ['over', 'memberMeasure'],
];

/** Which `$defs` an entry means to be: blocks by `block`, measures by the key that only one form has. */
function formOf(pointer: string, value: Json | undefined): string | undefined {
  if (!isObject(value)) return undefined;
  if (/^\/measures\/\d+$/.test(pointer)) return MEASURE_FORMS.find(([key]) => own(value, key) !== undefined)?.[1];
  if (!/^\/blocks\/\d+$/.test(pointer)) return undefined;
  const part = `${String(own(value, 'block'))}Block`;
  return own((reportSchema as { readonly $defs: JsonObject }).$defs, part) === undefined ? undefined : part;
}

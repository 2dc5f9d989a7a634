import { rowsOf } from '../definition/places.ts';
import type { FieldRef } from '../generated/definition.ts';
import { fieldRules, isPlain } from './analyse-rules.ts';
import type { Finding, Study } from './finding.ts';
import { fieldsIn } from './reads-fields.ts';

/** All that must hold for a field to be shown: its group's condition, its own rules, and those of what it stands in. */
function showing(study: Study): (field: string) => string[] {
  const own = new Map<string, string[]>();
  const add = (field: string, formula: string | undefined): void => {
    if (formula !== undefined) own.set(field, [...(own.get(field) ?? []), formula]);
  };
  for (const { rule } of fieldRules(study)) add(rule.field, rule.visible);
  const address = (ref: FieldRef): string => (typeof ref === 'string' ? ref : ref.field);
  for (const { when, fields } of study.definition.view ?? []) for (const ref of fields) add(address(ref), when);
  return (field) => {
    const conditions: string[] = [];
    for (let at = field; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) conditions.push(...(own.get(at) ?? []));
    return conditions;
  };
}

/** Fields whose conditions cannot hold together, and demands on fields that are hidden just then. */
export function visibilityFindings(study: Study): Finding[] {
  const shownWhen = showing(study);
  const found: Finding[] = [];
  const told = new Set<string>();
  for (const { rule, at } of fieldRules(study)) {
    const { field } = rule;
    const rows = rowsOf(field);
    const conditions = shownWhen(field);
    if (conditions.length === 0) continue;
    const trees = conditions.map((formula) => study.tree(formula));
    const fields = [field, ...new Set(conditions.flatMap((formula) => fieldsIn(study, formula, rows)))];
    if (study.excluded(trees, rows)) {
      // One condition that never holds is told where it stands.
      const isOwn = conditions.some((formula) => study.outcomes(formula, rows)?.holds === false);
      if (!isOwn && !told.has(field))
        found.push(
          study.found(
            'never-visible',
            `/rules/${at}`,
            fields,
            (words, say) => [
              say.field(field),
              conditions.map((formula) => say.condition(formula)).join(words.language === 'en' ? ' and ' : '，并且'),
            ],
            rows,
          ),
        );
      told.add(field);
      continue;
    }
    const required = rule.required !== undefined && !isPlain(rule.required) ? rule.required : undefined;
    if (required === undefined || study.outcomes(required, rows)?.holds !== true) continue;
    if (study.excluded([study.tree(required), ...trees], rows))
      found.push(
        study.found(
          'required-hidden',
          `/rules/${at}/required`,
          [...new Set([...fields, ...fieldsIn(study, required, rows)])],
          (_, say) => [say.field(field), say.condition(required)],
          rows,
        ),
      );
  }
  return [...found, ...circles(study, shownWhen)];
}

/**
 * Fields that wait for each other to be filled in before they are shown. A field that is shown once it holds something
 * itself is meant so: hand-overs and moves fill it.
 */
function circles(study: Study, shownWhen: (field: string) => string[]): Finding[] {
  const ruled = fieldRules(study).filter(({ rule }) => rule.visible !== undefined && rowsOf(rule.field) === undefined);
  const waits = new Map<string, string[]>();
  const given = new Set(fieldsGiven(study));
  for (const {
    rule: { field },
  } of ruled) {
    if (given.has(field)) continue;
    const formulas = shownWhen(field);
    const read = new Set(formulas.flatMap((formula) => fieldsIn(study, formula)));
    const conditions = formulas.map((formula) => study.tree(formula));
    const needed = ruled
      .map(({ rule }) => rule.field)
      .filter((other) => other !== field && read.has(other) && !given.has(other) && needs(study, conditions, other));
    if (needed.length > 0) waits.set(field, [...new Set(needed)]);
  }
  for (const start of waits.keys()) {
    const path = circleFrom(start, waits);
    if (!path) continue;
    const at = ruled.find(({ rule }) => rule.field === start)?.at ?? 0;
    return [
      study.found('visible-circle', `/rules/${at}/visible`, path, (_, say) => [
        [...path, start].map((field) => say.field(field)).join(' → '),
      ]),
    ];
  }
  return [];
}

/** Whether conditions cannot hold while a field is blank. */
function needs(study: Study, conditions: readonly ReturnType<Study['tree']>[], field: string): boolean {
  const name = field.slice(1);
  return study.excluded(
    conditions,
    undefined,
    (domain) => (variable, constants) =>
      variable.type === 'name' && variable.name === name ? [null] : domain(variable, constants),
  );
}

/** Fields that get a value without being shown. */
function fieldsGiven({ definition }: Study): string[] {
  const computed = (definition.rules ?? []).flatMap((rule) =>
    'field' in rule && rule.value !== undefined ? [rule.field] : [],
  );
  const asked = (definition.moves ?? []).flatMap(({ ask = [], set = {} }) => [
    ...ask.map((ref) => (typeof ref === 'string' ? ref : ref.field)),
    ...Object.keys(set),
  ]);
  const outputs = Object.values(definition.score?.outputs ?? {}).filter(
    (each): each is string => typeof each === 'string',
  );
  return [...computed, ...asked, ...outputs, ...(definition.prefill ?? []).map(({ field }) => field)];
}

function circleFrom(start: string, waits: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const seen = new Set<string>();
  const go = (field: string, path: readonly string[]): string[] | undefined => {
    for (const next of waits.get(field) ?? []) {
      if (next === start) return [...path];
      if (seen.has(next)) continue;
      seen.add(next);
      const found = go(next, [...path, next]);
      if (found) return found;
    }
    return undefined;
  };
  return go(start, [start]);
}

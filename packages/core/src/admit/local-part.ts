import { MOST_PROBLEMS } from '../gate/gate.ts';
import { ownValidator, schemaProblem } from '../gate/own-schema.ts';
import { LOCAL_PARTS } from '../definition/without-local.ts';
import type { CheckRule, Definition, FieldRule, ScoreDimension, Section } from '../generated/definition.ts';
import type { LocalPart } from '../generated/local-part.ts';
import { localPartSchema } from '../generated/local-part-schema.ts';
import { isObject, type Json, type JsonObject } from '../json/json.ts';
import { pointerParts, toPointer } from '../json/pointer.ts';
import { checkStructure } from '../schema/limits.ts';
import { problem, type Problem, type Result } from '../text/problem.ts';
import { admit } from './admit.ts';

/** The core's share of fields and points: a part has at most a fifth of the whole (burden rule B24). */
const SHARE = 5;

/**
 * A definition with the parts that townships add to it, as one document: each part is there only for the organisations
 * that it names, and is kept as it was written, so that its township can go on with it. `core` is admitted; `parts` are
 * any documents. Nothing of the core changes, and the core alone stays valid. Problems carry the place within the part;
 * the pointer begins with the part's place in `parts`.
 */
export function withLocalParts(core: Definition, parts: readonly unknown[]): Result<Definition> {
  let definition = core;
  for (const [at, document] of parts.entries()) {
    const problems = problemsOf(core, document);
    if (problems.length === 0) definition = joined(definition, document as LocalPart);
    const whole = problems.length === 0 ? admit(definition) : undefined;
    const found = whole ? (whole.ok ? [] : whole.problems) : problems;
    if (found.length > 0)
      return { ok: false, problems: found.map((each) => ({ ...each, pointer: toPointer([at]) + each.pointer })) };
  }
  return { ok: true, value: parts.length === 0 ? definition : ({ ...definition, [LOCAL_PARTS]: parts } as Definition) };
}

/** Whether a document is a local part by its schema; what it says of a core is not looked at. */
export function hasPartShape(document: unknown): document is LocalPart {
  return ownValidator(localPartSchema).validate(document).length === 0;
}

function problemsOf(core: Definition, document: unknown): readonly Problem[] {
  const heavy = checkStructure(document, ['/local/properties']);
  if (heavy.length > 0) return heavy;
  const shape = ownValidator(localPartSchema)
    .validate(document)
    .slice(0, MOST_PROBLEMS)
    .map((violation) => schemaProblem(violation));
  if (shape.length > 0) return shape;
  const part = document as LocalPart;
  const problems: Problem[] = [];
  const add = (pointer: string, code: string, zh: string, en: string): void =>
    void problems.push(problem(pointer, code, zh, en));
  if (part.extends.id !== core.id)
    add(
      '/extends/id',
      'other-definition',
      `这一部分属于“${part.extends.id}”，不是“${core.id}”。`,
      `this part belongs to ${part.extends.id}, not to ${core.id}`,
    );
  else if (part.extends.version !== core.version)
    add(
      '/extends/version',
      'other-version',
      `这一部分按 ${part.extends.version} 版编写，当前是 ${core.version} 版，请核对后更新。`,
      `written for version ${part.extends.version}; the definition is at ${core.version} now: check the part and update it`,
    );
  const { properties = {}, rules = [], view = [], dimensions = [] } = part.local;
  rules.forEach((rule, at) => {
    if ('field' in rule && !isOwn(rule.field))
      add(
        `/local/rules/${at}/field`,
        'locked',
        '只能为自选字段设规则，统一字段不能改。',
        'only fields of the part itself may have rules; the core is locked',
      );
  });
  view.forEach(({ fields }, at) =>
    fields.forEach((ref, index) => {
      if (!isOwn(typeof ref === 'string' ? ref : ref.field))
        add(
          `/local/view/${at}/fields/${index}`,
          'locked',
          '自选布局只放自选字段。',
          'sections of a part hold its own fields only',
        );
    }),
  );
  const items = dimensions.flatMap(({ items: each }) => each);
  dimensions.forEach(({ id, items: each }, at) =>
    [id, ...each.map((item) => item.id)].forEach((name, index) => {
      if (!name.startsWith('x_'))
        add(
          `/local/dimensions/${at}${index === 0 ? '' : `/items/${index - 1}`}/id`,
          'unmarked-name',
          '自选指标的编号以“x_”开头。',
          'ids of a part begin with x_',
        );
    }),
  );
  if (dimensions.length > 0 && !core.score)
    add(
      '/local/dimensions',
      'no-score',
      '统一表没有评分，不能加指标。',
      'the core has no score to which items could be added',
    );
  const count = Object.keys(properties).length;
  if (count * SHARE > count + Object.keys(core.record.properties).length)
    add('/local/properties', 'large-part', '自选字段超过全部字段的 20%。', 'local fields are more than 20% of all');
  const points = items.reduce((sum, { max }) => sum + max, 0);
  if (core.score && points * SHARE > points + (core.score.max ?? 0))
    add(
      '/local/dimensions',
      'large-part',
      '自选指标的分值超过全部分值的 20%。',
      'local items have more than 20% of the points',
    );
  return problems;
}

const isOwn = (field: string): boolean => field.startsWith('/x_');

/** True for records of the organisations named and of all below them. */
const belongs = (under: readonly string[]): string => {
  const tests = under.map((orgId) => `ISNUMBER(FIND("/${orgId.replace(/"/g, '""')}/","/"&orgPath&"/"))`);
  return tests.length === 1 ? (tests[0] as string) : `OR(${tests.join(',')})`;
};

function joined(definition: Definition, part: LocalPart): Definition {
  const { id, under, local } = part;
  const here = belongs(under);
  const mark = { 'x-local': id };
  return withAdded(definition, part.texts, {
    ...local,
    properties: Object.fromEntries(
      Object.entries((local.properties ?? {}) as JsonObject).map(([name, schema]) => [
        name,
        isObject(schema) ? { ...schema, ...mark } : schema,
      ]),
    ),
    view: (local.view ?? []).map((section): Section => ({
      ...section,
      when: section.when === undefined ? here : `AND(${here},${plain(section.when)})`,
      ...mark,
    })),
    rules: (local.rules ?? []).map((rule): FieldRule | CheckRule =>
      'check' in rule ? { ...rule, check: `IF(${here},${plain(rule.check)},TRUE)`, ...mark } : { ...rule, ...mark },
    ),
    dimensions: (local.dimensions ?? []).map((dimension): ScoreDimension => ({
      ...adjusting(dimension),
      ...mark,
      items: dimension.items.map((item) => ({
        ...item,
        appliesTo: { ...item.appliesTo, under: [...under] },
      })) as unknown as ScoreDimension['items'],
    })),
  });
}

/** A dimension whose points are added to the total without belonging to its maximum. */
export function adjusting(dimension: ScoreDimension): ScoreDimension {
  return { ...dimension, adjust: true, cap: dimension.cap ?? dimension.items.reduce((sum, { max }) => sum + max, 0) };
}

/**
 * `definition` with added content behind its own, and with the part's translations at the places where its texts now
 * stand.
 */
export function withAdded(
  definition: Definition,
  texts: LocalPart['texts'],
  { properties, parameters, view = [], rules = [], dimensions = [] }: LocalPart['local'],
): Definition {
  const shifts: Readonly<Record<string, number>> = {
    view: definition.view?.length ?? 0,
    rules: definition.rules?.length ?? 0,
    dimensions: definition.score?.dimensions.length ?? 0,
  };
  return {
    ...definition,
    record: { ...definition.record, properties: { ...definition.record.properties, ...properties } },
    ...(parameters ? { parameters: { ...definition.parameters, ...parameters } } : {}),
    ...(view.length > 0 ? { view: [...(definition.view ?? []), ...view] } : {}),
    ...(rules.length > 0 ? { rules: [...(definition.rules ?? []), ...rules] } : {}),
    ...(definition.score && dimensions.length > 0
      ? {
          score: {
            ...definition.score,
            dimensions: [
              ...definition.score.dimensions,
              ...dimensions,
            ] as unknown as typeof definition.score.dimensions,
          },
        }
      : {}),
    texts: textsOf(definition.texts, texts, shifts),
  } as Definition;
}

const plain = (formula: string): string => formula.replace(/^\s*=/, '');

/** The core's translations with those of the part, at the places where its texts now stand. */
function textsOf(
  core: Definition['texts'],
  local: LocalPart['texts'],
  shifts: Readonly<Record<string, number>>,
): Definition['texts'] {
  const moved = (pointer: string): string | undefined => {
    const [top, section, at = '', ...rest] = pointerParts(pointer);
    if (top !== 'local' || section === undefined) return undefined;
    const shift = shifts[section];
    if (section === 'properties') return toPointer(['record', section, at, ...rest]);
    const place = section === 'dimensions' ? ['score', section] : [section];
    return toPointer([...place, shift === undefined ? at : Number(at) + shift, ...rest]);
  };
  const languages = new Set([...Object.keys(core ?? {}), ...Object.keys(local ?? {})]);
  return Object.fromEntries(
    [...languages].map((language) => {
      const added = Object.entries(local?.[language] ?? {})
        .map(([pointer, text]) => [moved(pointer), text] as const)
        .filter((entry): entry is readonly [string, string] => entry[0] !== undefined);
      return [language, { ...core?.[language], ...Object.fromEntries(added) }];
    }),
  ) as Record<string, Record<string, Json>> as Definition['texts'];
}

import { compile } from '@jiceng/core/definition/compile.js';
import type { Compiled } from '@jiceng/core/definition/compiled.js';
import { translated } from '@jiceng/core/definition/translated.js';
import { OWN_NAMES } from '@jiceng/core/formula/write.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import { isObject, own, type Json, type JsonObject } from '@jiceng/core/json/json.js';
import { valueAt } from '@jiceng/core/json/pointer.js';
import type { FieldNode } from '@jiceng/core/schema/fields/field-node.js';
import type { Language } from '@jiceng/core/text/problem.js';
import { offerTexts, type OfferTexts } from './offers.messages.ts';
import type { PartKind } from './zones.ts';

/** Rows from which a part is counted: made as a data set of the report when it is first used. */
export interface Data {
  readonly from: 'records' | 'filings' | 'facts';
  readonly definition: string;
  readonly title: string;
  /** A row for each row of this repeated field. */
  readonly each?: string;
  /** Date that decides the period; absent: the record's own. */
  readonly on?: string;
  /** The rows belong to no period. */
  readonly always?: boolean;
  /** The fact, where `from` says so. */
  readonly fact?: string;
}

/** Something that can be put into a report: a way to split numbers, or a number. */
export interface Offer {
  /** Stable name, the same for the same definitions. */
  readonly key: string;
  readonly kind: PartKind;
  /** Heading under which it is offered. */
  readonly group: string;
  /** What it is called in the list, and in the report. */
  readonly title: string;
  /** The id to begin with, if it is free. */
  readonly id: string;
  /** The part without id, title and data set. */
  readonly body: JsonObject;
  /** Absent: every data set has it. */
  readonly data?: Data;
}

/**
 * Everything that can be counted and split in the records of `definitions`, with the words of `language`; `known` may
 * know more words.
 */
export function offersOf(
  definitions: readonly Definition[],
  language: Language,
  known: readonly Definition[] = definitions,
): readonly Offer[] {
  const texts = offerTexts(language);
  return [
    ...sharedOffers(texts, typesIn(known, language)),
    ...definitions.flatMap((definition) => offersOfOne(compile(translated(definition, language)), texts)),
  ];
}

/** Types of organisations in words, as the shared list of them stands in the first form that has it. */
function typesIn(definitions: readonly Definition[], language: Language): readonly Json[] {
  for (const definition of definitions) {
    const types =
      valueAt(definition as unknown as Json, TYPES) === undefined
        ? undefined
        : valueAt(translated(definition, language) as unknown as Json, TYPES);
    if (Array.isArray(types))
      return types.flatMap((each: Json) =>
        isObject(each) ? [{ const: own(each, 'const') ?? '', title: own(each, 'title') ?? '' }] : [],
      );
  }
  return [];
}

const TYPES = '/record/$defs/orgType/oneOf';

function sharedOffers(texts: OfferTexts, types: readonly Json[]): Offer[] {
  const dimension = (id: string, title: string, body: JsonObject): Offer => ({
    key: `shared/${id}`,
    kind: 'dimension',
    group: texts.shared,
    title,
    id,
    body,
  });
  return [
    dimension('township', texts.township, { levels: ['township'] }),
    dimension('tree', texts.tree, { levels: ['county', 'township', 'own'] }),
    dimension('organisation', texts.own, { levels: ['own'] }),
    dimension('orgType', texts.orgType, { name: 'orgType', ...(types.length > 0 ? { options: [...types] } : {}) }),
    dimension('month', texts.month, { period: 'month' }),
    dimension('quarter', texts.quarter, { period: 'quarter' }),
    dimension('year', texts.year, { period: 'year' }),
  ];
}

const camel = (id: string): string =>
  id.replace(/-+(.)/g, (_, letter: string) => letter.toUpperCase()).replace(/-/g, '');
const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

function offersOfOne(compiled: Compiled, texts: OfferTexts): Offer[] {
  const { definition, root } = compiled;
  const { id, title } = definition;
  const group = title;
  const name = camel(id);
  const fields = root.children().filter(({ kind }) => kind !== 'unknown');
  const data: Data = { from: 'records', definition: id, title, ...timeOf(compiled, fields) };
  const offer = (
    kind: PartKind,
    part: string,
    words: string,
    body: JsonObject,
    of: Data = data,
    start = part,
  ): Offer => ({ key: `${id}/${kind}/${part}`, kind, group, title: words, id: start, body, data: of });
  const count = offer(
    'measure',
    'count',
    texts.count(title),
    { type: 'count', ...(texts.unit ? { unit: texts.unit } : {}), num: { count: 'TRUE' } },
    data,
    `${name}Count`,
  );
  const states = definition.states
    ? [
        offer('dimension', 'state', texts.state, { name: compiled.statusName }, data, `${name}State`),
        ...definition.states.flatMap((state) => {
          const is = `${compiled.statusName}="${state.id}"`;
          return [
            offer(
              'measure',
              `state-${state.id}`,
              texts.inState(state.title, title),
              { type: 'count', ...(texts.unit ? { unit: texts.unit } : {}), num: { count: is } },
              data,
              state.id,
            ),
            offer(
              'measure',
              `share-${state.id}`,
              texts.shareInState(state.title),
              { type: 'percent', num: { count: is }, den: { count: 'TRUE' } },
              data,
              `${state.id}Share`,
            ),
          ];
        }),
      ]
    : [];
  return [
    count,
    ...states,
    ...(definition.filing
      ? [offer('dimension', 'filing', texts.filingState, { name: 'submissionStatus' }, data, `${name}Filing`)]
      : []),
    ...fields.flatMap((field) =>
      offersOfField(
        field,
        (kind, part, words, body, start) => offer(kind, part, words, body, data, start),
        texts,
        (node) => OWN_NAMES.name(node.key),
      ),
    ),
    ...fields.filter(({ kind }) => kind === 'rows').flatMap((field) => offersOfRows(field, data, offer, texts)),
    ...filingOffers(definition, group, name, texts),
    ...factOffers(definition, group),
  ];
}

/**
 * By which day records belong to a period: their own where they are filed, else the first date that must be given, else
 * none.
 */
function timeOf({ definition }: Compiled, fields: readonly FieldNode[]): Pick<Data, 'on' | 'always'> {
  if (definition.filing) return {};
  const dates = fields.filter(({ kind }) => kind === 'date');
  const day = dates.find(({ required }) => required) ?? dates[0];
  return day ? { on: day.pointer } : { always: true };
}

type Make = (kind: PartKind, part: string, words: string, body: JsonObject, start?: string) => Offer;

/** What one field gives: something to split by, or numbers. `read` is how formulas read it. */
function offersOfField(field: FieldNode, make: Make, texts: OfferTexts, read: (field: FieldNode) => string): Offer[] {
  const { key, kind, title } = field;
  const address = field.pointer;
  switch (kind) {
    case 'choice':
    case 'choices':
      return [make('dimension', address, title, { field: address }, key)];
    case 'boolean':
      return [
        make('dimension', address, title, { field: address }, key),
        make(
          'measure',
          `${address}-yes`,
          texts.yes(title),
          { type: 'percent', num: { count: read(field) }, den: { count: `NOT(ISBLANK(${read(field)}))` } },
          `${key}Share`,
        ),
      ];
    case 'number':
    case 'integer': {
      const unit = field.schema['x-unit'];
      const withUnit: JsonObject = typeof unit === 'string' && unit !== '' && unit !== '%' ? { unit } : {};
      const mean = make(
        'measure',
        `${address}-mean`,
        texts.mean(title),
        { type: unit === '%' ? 'percent' : 'number', ...withUnit, num: { mean: read(field) } },
        `mean${capital(key)}`,
      );
      return unit === '%'
        ? [mean]
        : [
            make(
              'measure',
              `${address}-sum`,
              texts.sum(title),
              { type: 'number', ...withUnit, num: { sum: read(field) } },
              `sum${capital(key)}`,
            ),
            mean,
          ];
    }
    default:
      return [];
  }
}

/** Columns of a repeated field are counted row by row. */
function offersOfRows(
  field: FieldNode,
  data: Data,
  offer: (kind: PartKind, part: string, words: string, body: JsonObject, of: Data, start?: string) => Offer,
  texts: OfferTexts,
): Offer[] {
  const title = texts.rows(data.title, field.title);
  const rows: Data = { ...data, each: field.pointer, title };
  const columns = (field.item()?.children() ?? []).filter(({ kind }) => kind !== 'unknown');
  return [
    offer(
      'measure',
      `${field.pointer}-count`,
      texts.count(field.title),
      { type: 'count', ...(texts.unit ? { unit: texts.unit } : {}), num: { count: 'TRUE' } },
      rows,
      `${field.key}Count`,
    ),
    ...columns.flatMap((column) =>
      offersOfField(
        column,
        (kind, part, words, body, start) => offer(kind, part, texts.rows(field.title, words), body, rows, start),
        texts,
        (node) => (/^\w+$/.test(node.key) ? `[@${node.key}]` : OWN_NAMES.cell(node.key)),
      ),
    ),
  ];
}

const FILINGS = ['expected', 'reported', 'completeness', 'onTime', 'firstPass', 'returned'] as const;

function filingOffers({ id, title, filing }: Definition, group: string, name: string, texts: OfferTexts): Offer[] {
  if (!filing) return [];
  const data: Data = { from: 'filings', definition: id, title };
  return FILINGS.map((kind) => ({
    key: `${id}/filing/${kind}`,
    kind: 'measure',
    group,
    title: texts.filing[kind],
    id: `${name}${capital(kind)}`,
    body: { filing: kind },
    data,
  }));
}

function factOffers({ id, facts = [] }: Definition, group: string): Offer[] {
  return facts
    .filter(({ subject }) => subject === 'organisation')
    .map((fact) => ({
      key: `${id}/fact/${fact.id}`,
      kind: 'measure',
      group,
      title: fact.title,
      id: fact.id.slice(fact.id.indexOf('/') + 1),
      body: { fact: fact.id },
      data: { from: 'facts', definition: id, title: group, fact: fact.id },
    }));
}

import { compile } from '../../definition/compile.ts';
import { translated } from '../../definition/translated.ts';
import type { Bucket, Dimension } from '../../generated/report.ts';
import type { Value } from '../../formula/value.ts';
import type { Json } from '../../json/json.ts';
import { CodeColumn } from '../cube/code-column.ts';
import { Split, type Member, type Members } from './members.ts';
import { kindOf } from '../document/report-index.ts';
import { splitOrganisations } from './organisations.ts';
import { splitPeriods } from './periods.ts';
import type { SplitContext } from './context.ts';
import type { RowTable } from '../rows/table.ts';

/** Which member of `dimension` each row of `table` belongs to; new members are added to `members`. */
export function splitRows(dimension: Dimension, table: RowTable, members: Members, context: SplitContext): Split {
  switch (kindOf(dimension)) {
    case 'levels':
      return splitOrganisations(dimension, table, members, context);
    case 'period':
      return splitPeriods(dimension, table, members, context);
    case 'field':
      return splitField(dimension, dimension.field as string, table, members, context);
    case 'value':
      return dimension.buckets
        ? splitBuckets(dimension, dimension.buckets, table, members, context)
        : splitCodes(table, table.keys(dimension.value as string), members, (value) =>
            plainMember(dimension, value, context),
          );
    default:
      return splitName(dimension, dimension.name as string, table, members, context);
  }
}

/** Numbers of the members that are shown although no row has them: options and buckets. */
export function knownMembers(dimension: Dimension, members: Members, context: SplitContext): readonly number[] {
  const { buckets } = dimension;
  if ((dimension.show ?? (buckets ? 'all' : 'present')) !== 'all') return [];
  if (buckets) return buckets.map((bucket) => bucketMember(bucket, buckets, members));
  return optionsOf(dimension, context).map(({ value }) =>
    members.number(String(value), () => plainMember(dimension, value as Value, context)),
  );
}

/** Members that a reader may choose: options and buckets. */
export function choices(
  dimensionId: string,
  context: SplitContext,
): readonly { readonly id: string; readonly title: string }[] {
  const dimension = context.index.dimensions.get(dimensionId);
  if (!dimension) return [];
  return dimension.buckets
    ? dimension.buckets.map(({ id, title }) => ({ id, title }))
    : optionsOf(dimension, context).map(({ value, title }) => ({ id: String(value), title }));
}

/** Members by the codes of a column; blank rows share one member. */
function splitCodes<T>(
  table: RowTable,
  column: CodeColumn<T>,
  members: Members,
  make: (value: T | null, row: number) => Omit<Member, 'id'>,
): Split {
  const byCode: number[] = [];
  const blank = blankMember(members, () => make(null, -1));
  return new Split(table.length, (row) => {
    const code = column.codes[row] as number;
    if (code < 0) return blank();
    const value = column.values[code] as T;
    const isBlank = value === null || (value as unknown) === '';
    return (byCode[code] ??= isBlank ? blank() : members.number(String(value), () => make(value, row)));
  });
}

function blankMember(members: Members, make: () => Omit<Member, 'id'>): () => number {
  let blank = -1;
  return () => (blank < 0 ? (blank = members.number('', make)) : blank);
}

interface Choice {
  readonly value: Json;
  readonly title: string;
  readonly tone?: Member['tone'];
}

/** Words of a dimension's codes: its own, those of the field, or those of states. */
function optionsOf(dimension: Dimension, context: SplitContext): readonly Choice[] {
  const { index, sources, locale, words } = context;
  if (dimension.options)
    return dimension.options.map((option) => ({
      value: option.const,
      title: option.title,
      ...(option.tone ? { tone: option.tone } : {}),
    }));
  for (const id of dimension.data ?? []) {
    const data = index.data.get(id);
    for (const factId of dimension.name === 'by' ? (data?.facts ?? []) : []) {
      const original = sources.definition(factId.slice(0, factId.indexOf('/')));
      const compiled = original && compile(translated(original.definition, locale));
      const fact = compiled?.definition.facts?.find((entry) => entry.id === factId);
      const requirements = fact?.required?.map(({ key, title }) => ({ value: key, title: title ?? key }));
      const options = requirements ?? (fact?.by === undefined ? [] : (compiled?.field(fact.by)?.options ?? []));
      if (options.length > 0) return options;
    }
    for (const definitionId of data?.records ?? data?.filings ?? []) {
      const original = sources.definition(definitionId);
      if (!original) continue;
      const compiled = compile(translated(original.definition, locale));
      if (dimension.field !== undefined) {
        const field = compiled.field(dimension.field);
        const options = (field?.options.length ? field : field?.item())?.options ?? [];
        if (options.length > 0) return options;
      }
      if (dimension.name === compiled.statusName)
        return (compiled.definition.states ?? []).map(({ id: value, title, tone }) => ({
          value,
          title,
          ...(tone ? { tone } : {}),
        }));
    }
  }
  if (dimension.name === 'submissionStatus') return filingStates(words);
  return dimension.name === 'moveFrom' || dimension.name === 'moveTo' ? movedStates(dimension, context) : [];
}

function filingStates({ filingStates: states }: SplitContext['words']): readonly Choice[] {
  return Object.entries(states).map(([value, title]) => ({ value, title }));
}

/** States between which records of all the dimension's data sets change, and those of their filings. */
function movedStates(dimension: Dimension, { index, sources, locale, words }: SplitContext): readonly Choice[] {
  const ids = new Set((dimension.data ?? []).flatMap((id) => index.data.get(id)?.records ?? []));
  const definitions = [...ids].flatMap((id) => {
    const found = sources.definition(id);
    return found ? [translated(found.definition, locale)] : [];
  });
  const states = definitions
    .flatMap((definition) => definition.states ?? [])
    .map(({ id: value, title, tone }) => ({ value, title, ...(tone ? { tone } : {}) }));
  return [...states, ...(definitions.some(({ filing }) => filing !== undefined) ? filingStates(words) : [])];
}

function plainMember(dimension: Dimension, value: Json | Value, context: SplitContext): Omit<Member, 'id'> {
  if (value === null || value === '')
    return { title: dimension.blank ?? context.words.blank, parent: -1, order: Number.MAX_SAFE_INTEGER };
  const options = context.optionsOf(dimension, () => optionsOf(dimension, context));
  const at = options.findIndex((option) => option.value === value || String(option.value) === String(value));
  const option = options[at];
  if (option) return { title: option.title, parent: -1, order: at, ...(option.tone ? { tone: option.tone } : {}) };
  const title =
    typeof value === 'boolean'
      ? context.words.truth(value)
      : (context.organisationTitle(String(value)) ?? String(value));
  return { title, parent: -1, order: typeof value === 'number' ? value : options.length };
}

function splitName(
  dimension: Dimension,
  name: string,
  table: RowTable,
  members: Members,
  context: SplitContext,
): Split {
  const titles = name === 'itemId' ? 'itemName' : name === 'dimensionId' ? 'dimensionName' : undefined;
  const seen: string[] = [];
  return splitCodes(table, table.names(name), members, (value, row) => {
    const made = plainMember(dimension, value, context);
    if (titles === undefined || value === null || dimension.options) return made;
    const title = table.rows[row]?.scope().name(titles);
    seen.push(String(value));
    return { ...made, title: typeof title === 'string' ? title : made.title, order: seen.length };
  });
}

function splitField(
  dimension: Dimension,
  field: string,
  table: RowTable,
  members: Members,
  context: SplitContext,
): Split {
  const numbers = new Map<Json, number>();
  const blank = blankMember(members, () => plainMember(dimension, null, context));
  const numberOf = (value: Json): number => {
    let number = numbers.get(value);
    if (number === undefined)
      numbers.set(value, (number = members.number(String(value), () => plainMember(dimension, value, context))));
    return number;
  };
  const valuesOf = (row: number): readonly Json[] => table.rows[row]?.values(field) ?? [];
  const first = (row: number): number => {
    const [value] = valuesOf(row);
    return value === undefined ? blank() : numberOf(value);
  };
  return new Split(table.length, first, (row) => {
    const values = valuesOf(row);
    return values.length < 2
      ? []
      : [...new Set(values.slice(1).map(numberOf))].filter((number) => number !== first(row));
  });
}

function bucketMember(bucket: Bucket, buckets: readonly Bucket[], members: Members): number {
  return members.number(bucket.id, () => ({
    title: bucket.title,
    parent: -1,
    order: buckets.indexOf(bucket),
    ...(bucket.tone ? { tone: bucket.tone } : {}),
  }));
}

function splitBuckets(
  dimension: Dimension,
  buckets: readonly Bucket[],
  table: RowTable,
  members: Members,
  context: SplitContext,
): Split {
  const truths = buckets.map(({ when }) => (when === undefined ? undefined : table.truths(when)));
  const limits = buckets
    .map((bucket, at) => ({ at, min: context.number(bucket.min) }))
    .filter(({ min }) => min !== null)
    .sort((a, b) => (b.min as number) - (a.min as number));
  const value = dimension.value === undefined ? undefined : table.numbers(dimension.value, undefined).numbers;
  const numbers = buckets.map((bucket) => bucketMember(bucket, buckets, members));
  const blank = blankMember(members, () => plainMember(dimension, null, context));
  return new Split(table.length, (row) => {
    let found = truths.findIndex((held) => held?.truth[row] === 1);
    const number = value?.read(row) ?? null;
    if (found < 0 && number !== null) found = limits.find(({ min }) => number >= (min as number))?.at ?? -1;
    return found < 0 ? blank() : (numbers[found] as number);
  });
}

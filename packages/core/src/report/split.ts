import { compile } from '../definition/compile.ts';
import { translated } from '../definition/translated.ts';
import { filing as filingMachine } from '../generated/machines.ts';
import type { Bucket, Dimension } from '../generated/report.ts';
import type { Value } from '../formula/value.ts';
import type { Json } from '../json/json.ts';
import { CodeColumn } from './cube/code-column.ts';
import { Members, type Member, type Split } from './members.ts';
import { kindOf } from './report-index.ts';
import { splitOrganisations } from './split-organisations.ts';
import { splitPeriods } from './split-periods.ts';
import type { SplitContext } from './split-context.ts';
import type { RowTable } from './rows/table.ts';

/** Which member of `dimension` each row of `table` belongs to; new members are added to `members`. */
export function splitRows(dimension: Dimension, table: RowTable, members: Members, context: SplitContext): Split {
  switch (kindOf(dimension)) {
    case 'levels': return splitOrganisations(dimension, table, members, context);
    case 'period': return splitPeriods(dimension, table, members, context);
    case 'field': return splitField(dimension, dimension.field as string, table, members, context);
    case 'value': return dimension.buckets ? splitBuckets(dimension, dimension.buckets, table, members, context) : splitCodes(table, table.keys(dimension.value as string), members, (value) => plainMember(dimension, value, context));
    default: return splitName(dimension, dimension.name as string, table, members, context);
  }
}

/** Members that are shown although no row has them: options and buckets. Organisations and periods have their own. */
export function addKnown(dimension: Dimension, members: Members, context: SplitContext): void {
  const kind = kindOf(dimension);
  const shows = dimension.show ?? (dimension.buckets ? 'all' : 'present');
  if (shows !== 'all' || kind === 'levels' || kind === 'period') return;
  if (dimension.buckets) dimension.buckets.forEach((bucket) => bucketMember(bucket, dimension.buckets as readonly Bucket[], members));
  else for (const { value } of optionsOf(dimension, context)) members.number(String(value), () => plainMember(dimension, value as Value, context));
}

/** Members by the codes of a column; blank rows share one member. */
function splitCodes<T>(table: RowTable, column: CodeColumn<T>, members: Members, make: (value: T, row: number) => Omit<Member, 'id'>): Split {
  const member = new Int32Array(table.length);
  const byCode: number[] = [];
  for (let row = 0; row < table.length; row++) {
    const code = column.codes[row] as number;
    member[row] = code < 0 ? -2 : (byCode[code] ??= members.number(String(column.values[code]), () => make(column.values[code] as T, row)));
  }
  return { member: withBlank(member, members, make as (value: T | null, row: number) => Omit<Member, 'id'>) };
}

function withBlank(member: Int32Array, members: Members, make: (value: null, row: number) => Omit<Member, 'id'>): Int32Array {
  let blank = -2;
  for (let row = 0; row < member.length; row++) {
    if (member[row] !== -2) continue;
    if (blank === -2) blank = members.number('', () => make(null, row));
    member[row] = blank;
  }
  return member;
}

interface Choice { readonly value: Json; readonly title: string; readonly tone?: Member['tone'] }

/** Words of a dimension's codes: its own, those of the field, or those of states. */
function optionsOf(dimension: Dimension, { index, sources, locale }: SplitContext): readonly Choice[] {
  if (dimension.options) return dimension.options.map((option) => ({ value: option.const, title: option.title, ...(option.tone ? { tone: option.tone } : {}) }));
  for (const id of dimension.data ?? []) {
    const data = index.data.get(id);
    for (const factId of dimension.name === 'by' ? data?.facts ?? [] : []) {
      const original = sources.definition(factId.slice(0, factId.indexOf('/')));
      const compiled = original && compile(translated(original.definition, locale));
      const fact = compiled?.definition.facts?.find((entry) => entry.id === factId);
      const requirements = fact?.required?.map(({ key, title }) => ({ value: key, title: title ?? key }));
      const options = requirements ?? (fact?.by === undefined ? [] : compiled?.field(fact.by)?.options ?? []);
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
      if (dimension.name === compiled.statusName) return (compiled.definition.states ?? []).map(({ id: value, title, tone }) => ({ value, title, ...(tone ? { tone } : {}) }));
    }
  }
  if (dimension.name === 'submissionStatus') return filingMachine.states.map(({ id: value, title }) => ({ value, title }));
  return [];
}

function plainMember(dimension: Dimension, value: Json | Value, context: SplitContext): Omit<Member, 'id'> {
  if (value === null || value === '') return { title: dimension.blank ?? context.words.blank, parent: -1, order: Number.MAX_SAFE_INTEGER };
  const options = context.optionsOf(dimension, () => optionsOf(dimension, context));
  const at = options.findIndex((option) => option.value === value || String(option.value) === String(value));
  const option = options[at];
  if (option) return { title: option.title, parent: -1, order: at, ...(option.tone ? { tone: option.tone } : {}) };
  const title = typeof value === 'boolean' ? context.words.truth(value) : context.organisationTitle(String(value)) ?? String(value);
  return { title, parent: -1, order: typeof value === 'number' ? value : options.length };
}

function splitName(dimension: Dimension, name: string, table: RowTable, members: Members, context: SplitContext): Split {
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

function splitField(dimension: Dimension, field: string, table: RowTable, members: Members, context: SplitContext): Split {
  const member = new Int32Array(table.length);
  const more = new Map<number, number[]>();
  const numbers = new Map<Json, number>();
  const numberOf = (value: Json): number => {
    let number = numbers.get(value);
    if (number === undefined) numbers.set(value, number = members.number(String(value), () => plainMember(dimension, value, context)));
    return number;
  };
  for (let row = 0; row < table.length; row++) {
    const values = table.rows[row]?.values(field) ?? [];
    member[row] = values.length === 0 ? -2 : numberOf(values[0] as Json);
    if (values.length > 1) more.set(row, [...new Set(values.slice(1).map(numberOf))].filter((number) => number !== member[row]));
  }
  withBlank(member, members, () => plainMember(dimension, null, context));
  return more.size > 0 ? { member, more } : { member };
}

function bucketMember(bucket: Bucket, buckets: readonly Bucket[], members: Members): number {
  return members.number(bucket.id, () => ({ title: bucket.title, parent: -1, order: buckets.indexOf(bucket), ...(bucket.tone ? { tone: bucket.tone } : {}) }));
}

function splitBuckets(dimension: Dimension, buckets: readonly Bucket[], table: RowTable, members: Members, context: SplitContext): Split {
  const member = new Int32Array(table.length);
  const truths = buckets.map(({ when }) => (when === undefined ? undefined : table.truths(when).truth));
  const limits = buckets.map((bucket, at) => ({ bucket, at, min: context.number(bucket.min) })).filter(({ min }) => min !== null).sort((a, b) => (b.min as number) - (a.min as number));
  const value = dimension.value === undefined ? undefined : table.numbers(dimension.value, undefined).numbers;
  const numbers = buckets.map((bucket) => bucketMember(bucket, buckets, members));
  for (let row = 0; row < table.length; row++) {
    let found = truths.findIndex((truth) => truth?.[row] === 1);
    const number = value?.read(row) ?? null;
    if (found < 0 && number !== null) found = limits.find(({ min }) => number >= (min as number))?.at ?? -1;
    member[row] = found < 0 ? -2 : (numbers[found] as number);
  }
  return { member: withBlank(member, members, () => plainMember(dimension, null, context)) };
}

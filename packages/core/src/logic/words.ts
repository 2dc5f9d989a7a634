import { columnLeaves } from '../definition/column-leaves.ts';
import { compile } from '../definition/compile.ts';
import type { Compiled } from '../definition/compiled.ts';
import { childField } from '../definition/find-field.ts';
import { localeOf, translated } from '../definition/translated.ts';
import type { Definition, Fact, FieldRef, LedgerColumn } from '../generated/definition.ts';
import { filing as filingMachine } from '../generated/machines.ts';
import { isObject, own, type Json } from '../json/json.ts';
import type { FieldNode, FieldOption } from '../schema/fields/fields.ts';
import type { Language } from '../text/problem.ts';
import {
  ENVELOPE_CODES,
  ENVELOPE_DATES,
  ENVELOPE_NUMBERS,
  ENVELOPE_TITLES,
  STATUS_TITLE,
} from './envelope.messages.ts';

/** What a value is, as far as words depend on it. */
export type WordKind = 'date' | 'number' | 'boolean' | 'text' | 'list' | 'unknown';

/** What people call something that a formula names. */
export interface Word {
  readonly title: string;
  readonly kind: WordKind;
  /** What can be chosen; empty where anything can stand. */
  readonly options: readonly FieldOption[];
  readonly unit: string | undefined;
  /** Address of the field in the record; `undefined` for what is no field. */
  readonly field: string | undefined;
}

/** The words for the names in one definition's formulas. What does not exist has no word. */
export interface Words {
  readonly language: Language;
  name(name: string): Word | undefined;
  column(list: string, column: string): Word | undefined;
  /** A cell of the row that the formula stands in. */
  cell(column: string): Word | undefined;
  fact(id: string): Word | undefined;
  /** The field by which a fact is split. */
  factBy(id: string): Word | undefined;
  /** What the formula's result goes into, so that an option's value is said by its title. */
  readonly into?: Word | undefined;
  /** The word of a field by its address. */
  at(pointer: string): Word | undefined;
}

export interface WordsOptions {
  readonly language: Language;
  /** The repeated field in whose rows the formula runs. */
  readonly rows?: string | undefined;
  /** Other definitions, whose facts may be read. */
  readonly definitions?: readonly Definition[];
  /** Address of the field that the formula computes. */
  readonly into?: string;
}

/** Words in the language of `compiled`'s definition: translate it before it is compiled. */
export function wordsOf(compiled: Compiled, { language, rows, definitions = [], into }: WordsOptions): Words {
  const { definition } = compiled;
  const labels = labelsOf(definition);
  const wordOf = (node: FieldNode | undefined): Word | undefined =>
    node && {
      title: labels.get(node.pointer) ?? (node.title === '*' ? labelAbove(node) : node.title),
      kind: kindOf(node),
      options: node.options.length > 0 ? node.options : (node.item()?.options ?? []),
      unit: node.unit,
      field: node.pointer,
    };
  const factOf = (id: string): { readonly fact: Fact; readonly by: Definition } | undefined => {
    for (const each of [definition, ...definitions]) {
      const by = translated(each, language);
      const fact = Array.isArray(by.facts) ? by.facts.find((one) => one?.id === id) : undefined;
      if (fact) return { fact, by };
    }
    return undefined;
  };
  const words: Words = {
    language,
    at: (pointer) => wordOf(compiled.field(pointer)),
    name(name) {
      switch (compiled.names.get(name)) {
        case 'field':
          return wordOf(compiled.field(`/${name.replace(/~/g, '~0').replace(/\//g, '~1')}`));
        case 'parameter':
          return parameterWord(definition, name);
        case 'status':
          return {
            title: STATUS_TITLE[language],
            kind: 'text',
            options: statesOf(definition.states),
            unit: undefined,
            field: undefined,
          };
        default:
          return envelopeWord(definition, name, language);
      }
    },
    column(list, column) {
      if (list === 'before') return words.name(column);
      if (compiled.names.get(list) === 'parameter')
        return { title: column, kind: 'unknown', options: [], unit: undefined, field: undefined };
      const holder = compiled.field(`/${list}`);
      return holder ? wordOf(childField(holder.item() ?? holder, column)) : envelopeWord(definition, column, language);
    },
    cell: (column) => (rows === undefined ? undefined : wordOf(compiled.field(`${rows}/*/${column}`))),
    fact(id) {
      const fact = factOf(id)?.fact;
      const kind: WordKind =
        fact?.type === 'date' || fact?.type === 'boolean' || fact?.type === 'text' ? fact.type : 'number';
      return fact && { title: fact.title, kind, options: [], unit: fact.unit, field: undefined };
    },
    factBy(id) {
      const found = factOf(id);
      return found?.fact.by === undefined ? undefined : wordsOf(compile(found.by), { language }).at(found.fact.by);
    },
  };
  return into === undefined ? words : { ...words, into: words.at(into) };
}

function labelAbove(node: FieldNode): string {
  return node.parent?.title ?? node.key;
}

function kindOf({ kind }: FieldNode): WordKind {
  switch (kind) {
    case 'date':
    case 'dateTime':
      return 'date';
    case 'number':
    case 'integer':
      return 'number';
    case 'boolean':
      return 'boolean';
    case 'text':
    case 'longText':
    case 'choice':
    case 'time':
      return 'text';
    case 'rows':
    case 'list':
    case 'choices':
      return 'list';
    default:
      return 'unknown';
  }
}

/** Titles that the view gives in place of the schema's, by address. A draft may hold anything. */
function labelsOf({ view }: Definition): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  const note = (ref: FieldRef, prefix = ''): void => {
    if (!isObject(ref as unknown)) return;
    const { field, title, columns } = ref as Exclude<FieldRef, string>;
    if (typeof title === 'string') labels.set(prefix + field, title);
    if (Array.isArray(columns)) for (const column of columns) note(column, `${prefix}${field}/*`);
  };
  for (const section of Array.isArray(view) ? view : [])
    for (const ref of Array.isArray(section?.fields) ? section.fields : []) note(ref);
  return labels;
}

function parameterWord({ parameters }: Definition, name: string): Word | undefined {
  const parameter = own(parameters, name);
  if (!parameter) return undefined;
  const { value, unit, title } = parameter;
  const kind: WordKind =
    typeof value === 'number'
      ? 'number'
      : typeof value === 'boolean'
        ? 'boolean'
        : typeof value === 'string'
          ? 'text'
          : 'list';
  return { title: title ?? name, kind, options: [], unit, field: undefined };
}

function statesOf(states: readonly { readonly id: string; readonly title: string }[] | undefined): FieldOption[] {
  return (states ?? []).map(({ id, title }) => ({ value: id, title }));
}

function envelopeWord(definition: Definition, name: string, language: Language): Word | undefined {
  const title = ENVELOPE_TITLES.get(name);
  if (!title) return undefined;
  const kind: WordKind = ENVELOPE_DATES.has(name)
    ? 'date'
    : ENVELOPE_NUMBERS.has(name)
      ? 'number'
      : name === 'isLate'
        ? 'boolean'
        : 'text';
  const listed = ledgerOptions(definition.ledger?.columns ?? [], name);
  const options =
    name === 'submissionStatus'
      ? statesOf(translated(filingMachine, localeOf(definition)).states)
      : listed.length > 0
        ? listed
        : codesOf(name, language);
  return { title: title[language], kind, options, unit: undefined, field: undefined };
}

function codesOf(name: string, language: Language): FieldOption[] {
  return [...(ENVELOPE_CODES.get(name) ?? [])].map(([value, title]) => ({ value, title: title[language] }));
}

/** Words for the codes of an envelope value, where the ledger gives some: they are not all that may stand there. */
function ledgerOptions(columns: readonly LedgerColumn[], name: string): FieldOption[] {
  for (const { column } of columnLeaves(columns)) {
    if (typeof column !== 'string' && column.name === name && column.options)
      return column.options.map((option) => ({ value: option.const as Json, title: option.title }));
  }
  return [];
}

import type { Definition, MigrationStep } from '@jiceng/core/generated/definition.js';
import { isObject, own, type Json, type JsonObject } from '@jiceng/core/json/json.js';
import type { NamedField } from './addresses.ts';
import type { Messages } from './versions.messages.ts';

/** Fields, states and steps of the process before and after, to choose from. */
export interface StepChoices {
  readonly before: readonly NamedField[];
  readonly after: readonly NamedField[];
  readonly beside: Readonly<Record<Beside, readonly [before: readonly Named[], after: readonly Named[]]>>;
}
interface Named {
  readonly id: string;
  readonly title: string;
}

/** What stands beside the data of a record and goes by ids of its definition. */
const BESIDE = ['state', 'steps'] as const;
type Beside = (typeof BESIDE)[number];
const isBeside = (field: string): field is Beside => (BESIDE as readonly string[]).includes(field);

/** Everything from which the steps between two versions choose. */
export function stepChoices(
  before: Definition,
  after: Definition,
  fields: Pick<StepChoices, 'before' | 'after'>,
): StepChoices {
  const stepsOf = ({ process }: Definition) => process?.stages.flatMap(({ steps }) => steps) ?? [];
  return {
    ...fields,
    beside: { state: [before.states ?? [], after.states ?? []], steps: [stepsOf(before), stepsOf(after)] },
  };
}

type Kind = MigrationStep['do'];
export const KINDS: readonly Kind[] = ['rename', 'move', 'split', 'merge', 'retype', 'recode', 'default', 'drop'];
const TYPES = ['text', 'number', 'integer', 'boolean', 'date', 'list'] as const;

/** The form in which one step is changed; drawn by the same form as everything else. */
export function stepForm(step: MigrationStep, choices: StepChoices, text: Messages): Definition {
  const list = (
    title: string,
    fields: readonly NamedField[],
    more: readonly { const: string; title: string }[] = [],
  ): JsonObject => ({
    type: 'string',
    title,
    oneOf: [...more, ...fields.map((field) => ({ const: field.address, title: field.title }))],
  });
  const several = (title: string, fields: readonly NamedField[]): JsonObject => ({
    type: 'array',
    title,
    minItems: 2,
    items: { type: 'object', properties: { field: list(text.field, fields) } },
  });
  const both = [
    ...choices.before,
    ...choices.after.filter(({ address }) => !choices.before.some((field) => field.address === address)),
  ];
  const codes = (field: string): JsonObject => {
    const [old, now] = optionsOf(field, choices);
    return {
      type: 'array',
      title: text.codes,
      items: {
        type: 'object',
        properties: { from: { title: text.oldCode, oneOf: old }, to: { title: text.newCode, oneOf: now } },
      },
    };
  };
  const type = (title: string): JsonObject => ({
    type: 'string',
    title,
    oneOf: TYPES.map((id) => ({ const: id, title: text.types[id] })),
  });
  const own: Readonly<Record<Kind, JsonObject>> = {
    rename: { from: list(text.from, both), to: list(text.to, choices.after) },
    move: { from: list(text.from, both), to: list(text.to, choices.after) },
    split: {
      from: list(text.from, both),
      to: several(text.toSeveral, choices.after),
      by: { type: 'string', title: text.by, maxLength: 10 },
    },
    merge: {
      from: several(text.fromSeveral, both),
      to: list(text.to, choices.after),
      by: { type: 'string', title: text.by, maxLength: 10 },
    },
    retype: { field: list(text.field, both), was: type(text.was), to: type(text.type) },
    recode: {
      field: list(
        text.field,
        both,
        BESIDE.filter((name) => choices.beside[name][0].length > 0).map((name) => ({ const: name, title: text[name] })),
      ),
      codes: codes(step.do === 'recode' ? step.field : ''),
    },
    default: {
      field: list(text.field, choices.after),
      value: step.do === 'default' ? valueSchema(step.field, choices, text.value) : {},
    },
    drop: { field: list(text.field, both) },
    restore: { field: list(text.field, both) },
  };
  return {
    $schema: 'https://jiceng.dev/schemas/definition/1.json',
    id: 'migration-step',
    version: '1.0.0',
    title: text.step,
    purpose: { readBy: 'county', decision: text.step },
    subject: 'item',
    record: {
      type: 'object',
      properties: {
        do: { type: 'string', title: text.way, oneOf: KINDS.map((kind) => ({ const: kind, title: text.ways[kind] })) },
        ...own[step.do],
      },
    },
  } as unknown as Definition;
}

/** The step as the form shows it. */
export function toStepForm(step: MigrationStep): JsonObject {
  const rows = (value: unknown): unknown =>
    Array.isArray(value) && typeof value[0] === 'string' ? value.map((field: string) => ({ field })) : value;
  return Object.fromEntries(
    Object.entries(step as unknown as JsonObject).map(([key, value]) => [
      key,
      (key === 'from' || key === 'to' ? rows(value) : value) as Json,
    ]),
  );
}

/** The step that the form holds; what another kind of step has no use for is left out, what it needs is begun. */
export function fromStepForm(data: JsonObject, before: MigrationStep): MigrationStep {
  const kind = own(data, 'do') as Kind;
  const lists = (value: Json | undefined): string[] =>
    (Array.isArray(value) ? value.map((row: Json) => (isObject(row) ? own(row, 'field') : row)) : [value]).filter(
      (field): field is string => typeof field === 'string' && field !== '',
    );
  const first =
    lists(own(data, 'from') ?? own(data, 'field'))[0] ??
    lists((before as unknown as JsonObject)['from'] ?? (before as unknown as JsonObject)['field'])[0] ??
    '';
  const field = isBeside(first) && kind !== 'recode' ? '' : first;
  const to = lists(own(data, 'to'));
  const by = typeof data['by'] === 'string' && data['by'] !== '' ? data['by'] : '、';
  switch (kind) {
    case 'rename':
    case 'move':
      return { do: kind, from: field, to: to[0] ?? '' };
    case 'split':
      return { do: kind, from: field, to: to.length > 0 ? to : [''], by };
    case 'merge':
      return { do: kind, from: lists(own(data, 'from')), to: to[0] ?? '', by };
    case 'retype':
      return {
        do: kind,
        field,
        ...(isType(data['was']) ? { was: data['was'] } : {}),
        to: isType(data['to']) ? data['to'] : 'text',
      };
    case 'recode':
      return {
        do: kind,
        field,
        codes: Array.isArray(data['codes'])
          ? data['codes'].filter((row: Json) => isObject(row) && own(row, 'from') !== undefined)
          : [],
      } as unknown as MigrationStep;
    case 'default':
      return { do: kind, field, value: own(data, 'value') ?? '' } as unknown as MigrationStep;
    default:
      return { do: kind, field };
  }
}

const isType = (value: unknown): value is (typeof TYPES)[number] => (TYPES as readonly unknown[]).includes(value);

function optionsOf(field: string, { before, after, beside }: StepChoices): readonly [JsonObject[], JsonObject[]] {
  if (isBeside(field)) return [beside[field][0].map(choice), beside[field][1].map(choice)];
  const of = (fields: readonly NamedField[]): JsonObject[] =>
    (fields.find(({ address }) => address === field)?.node.options ?? []).map(({ value, title }) => ({
      const: value,
      title,
    }));
  const [old, now] = [of(before), of(after)];
  return [old.length > 0 ? old : now, now];
}

const choice = ({ id, title }: Named): JsonObject => ({ const: id, title });

function valueSchema(field: string, { after }: StepChoices, title: string): JsonObject {
  const node = after.find(({ address }) => address === field)?.node;
  if (node && node.options.length > 0)
    return { title, oneOf: node.options.map((option) => ({ const: option.value, title: option.title })) };
  const type = node?.kind === 'number' || node?.kind === 'integer' || node?.kind === 'boolean' ? node.kind : 'string';
  return { type, title, ...(node?.kind === 'date' ? { format: 'date' } : {}) };
}

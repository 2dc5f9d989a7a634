import { compile } from '@jiceng/core/definition/compile.js';
import { translated } from '@jiceng/core/definition/translated.js';
import type { Definition, FieldRef, Section } from '@jiceng/core/generated/definition.js';
import type { Organisation } from '@jiceng/core/generated/organisation.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import type { Json, JsonObject } from '@jiceng/core/json/json.js';
import { childPointer, valueAt } from '@jiceng/core/json/pointer.js';
import type { FieldNode } from '@jiceng/core/schema/fields/fields.js';
import { itemsInForce } from '@jiceng/core/score/plan.js';

/** One thing to check with yes or no. */
export interface CheckItem {
  /** Item id or field address; hand-overs name it in their key. */
  readonly id: string;
  readonly title: string;
  readonly rule: string;
  /** `null` while it has not been checked. */
  readonly value: boolean | null;
  /** The answer that means that something is wrong. */
  readonly unmetWhen: boolean;
  readonly readOnly: boolean;
  /** One of several choices: ticked or not, so that the first tick answers for all. */
  readonly ticked: boolean;
  /** What is stored for yes and for no. */
  readonly stored: { readonly yes: Json; readonly no: Json };
  /** Where answer, note and files are kept; `null` where there is no place for them. */
  readonly pointer: string;
  readonly notePointer: string | null;
  readonly filesPointer: string | null;
  readonly note: string;
  readonly files: readonly string[];
  /** What the hand-over is called that an unmet item leads to; `null`: it leads to none. */
  readonly handover: string | null;
  /** The record that an unmet item has been handed over to; `null`: not yet. */
  readonly handedTo: { readonly recordId: string; readonly title: string } | null;
}

export interface CheckGroup {
  readonly title: string;
  readonly items: readonly CheckItem[];
}

export interface CheckInput {
  readonly definition: Definition;
  readonly record: StoredRecord | undefined;
  readonly data: JsonObject;
  readonly organisation: Organisation | undefined;
  /** Only these fields are gone through, under no heading. */
  readonly fields?: readonly FieldRef[] | undefined;
}

/** A definition's checks: yes-or-no items of its score, and yes-or-no fields of its view, in their groups. */
export function checkGroups({ locale, ...given }: CheckInput & { readonly locale: string }): readonly CheckGroup[] {
  const input = { ...given, definition: translated(given.definition, locale) };
  return [...(input.fields ? [] : scoreGroups(input)), ...viewGroups(input)].filter(({ items }) => items.length > 0);
}

/** Whether an item was checked and found wanting. */
export function isUnmet({ value, unmetWhen }: CheckItem): boolean {
  return value !== null && value === unmetWhen;
}

function scoreGroups(input: CheckInput): CheckGroup[] {
  const {
    definition: { score },
    organisation,
    data,
  } = input;
  if (!score || score.entries === undefined) return [];
  const kind = {
    orgType: organisation?.orgType ?? '',
    orgForm: organisation?.orgForm ?? '',
    orgLevel: organisation?.orgLevel ?? '',
  };
  const items = itemsInForce(score, kind);
  return score.dimensions.map((dimension, at) => ({
    title: dimension.title,
    items: items
      .filter((found) => found.dimension === at && found.item.method === 'boolean' && found.item.value === undefined)
      .map(({ item }): CheckItem => {
        const entry = childPointer(score.entries as string, item.id);
        return checkItem(input, data, {
          ...PLAIN,
          id: item.id,
          title: item.title,
          rule: item.rule ?? '',
          unmetWhen: item.direction === 'down',
          readOnly: false,
          pointer: `${entry}/answer`,
          notePointer: `${entry}/evidenceNote`,
          filesPointer: `${entry}/attachments`,
        });
      }),
  }));
}

function viewGroups(input: CheckInput): CheckGroup[] {
  const { definition, data } = input;
  const compiled = compile(definition);
  const sections: readonly Section[] = input.fields
    ? [{ section: '', fields: [...input.fields] }]
    : (definition.view ?? [
        { section: definition.title, fields: compiled.root.children().map(({ pointer }) => pointer) },
      ]);
  return sections.map((section) => ({
    title: section.section,
    items: section.fields.flatMap((ref): CheckItem[] => {
      const address = typeof ref === 'string' ? ref : ref.field;
      const node = compiled.field(address);
      if (!node) return [];
      const said = typeof ref === 'string' ? undefined : ref.title;
      if (node.kind === 'choices')
        return typeof ref === 'string' || ref.widget !== 'checklist' ? [] : ticks(input, node, data);
      return fieldsToCheck(node, compiled.root, data).map(({ answer, pointer, note, files, title }) =>
        checkItem(input, data, {
          ...PLAIN,
          id: pointer,
          title: title ?? said ?? answer.title,
          rule: answer.description ?? '',
          unmetWhen: answer.schema['x-unmet'] === true,
          readOnly: answer.readOnly,
          pointer,
          notePointer: note,
          filesPointer: files,
        }),
      );
    }),
  }));
}

const PLAIN = { ticked: false, stored: { yes: true, no: false } } as const;

/** A check for each choice; they are stored in the order of the choices, whatever order they are ticked in. */
function ticks(input: CheckInput, node: FieldNode, data: JsonObject): CheckItem[] {
  const now = valueAt(data, node.pointer);
  const chosen: readonly Json[] | undefined = Array.isArray(now) ? now : undefined;
  const kept = (chosen ?? []).filter((value) => !node.options.some((option) => option.value === value));
  return node.options.map(({ value, title, description = '' }) => {
    const list = (isOn: boolean): Json => [
      ...node.options
        .filter((option) => (option.value === value ? isOn : chosen?.includes(option.value)))
        .map((option) => option.value),
      ...kept,
    ];
    const item = checkItem(input, data, {
      id: childPointer(node.pointer, String(value)),
      title,
      rule: description,
      unmetWhen: node.schema['x-unmet'] === true,
      readOnly: node.readOnly,
      ticked: true,
      stored: { yes: list(true), no: list(false) },
      pointer: node.pointer,
      notePointer: null,
      filesPointer: null,
    });
    return { ...item, value: chosen ? chosen.includes(value) : null };
  });
}

interface FieldCheck {
  readonly answer: FieldNode;
  readonly pointer: string;
  readonly note: string | null;
  readonly files: string | null;
  /** The row's own words, where the checks are rows. */
  readonly title: string | undefined;
}

/**
 * The checks that a field stands for: a yes-or-no field, whose note is the field of the same name with `Note`; an
 * object with one such field; or rows of a text and such a field, a check for each row.
 */
function fieldsToCheck(node: FieldNode, root: FieldNode, data: JsonObject): FieldCheck[] {
  if (node.kind === 'boolean') {
    const sibling = (suffix: string) =>
      (node.parent ?? root).children().find(({ key }) => key === node.key + suffix)?.pointer ?? null;
    return [
      { answer: node, pointer: node.pointer, note: sibling('Note'), files: sibling('Attachments'), title: undefined },
    ];
  }
  const columns =
    node.kind === 'rows' ? (node.item()?.children() ?? []) : node.kind === 'object' ? node.children() : [];
  const answers = columns.filter(({ kind }) => kind === 'boolean');
  const [answer] = answers;
  if (!answer || answers.length !== 1) return [];
  const note = columns.find(
    ({ kind, key, readOnly }) => !readOnly && (kind === 'longText' || /note|remark/i.test(key)),
  );
  const files = columns.find((column) => column.format === 'file' || column.item()?.format === 'file');
  if (node.kind === 'object')
    return [
      {
        answer,
        pointer: answer.pointer,
        note: note?.pointer ?? null,
        files: files?.pointer ?? null,
        title: node.title,
      },
    ];
  const words = columns.find(({ kind }) => kind === 'text' || kind === 'longText');
  const rows = valueAt(data, node.pointer);
  if (!words || words === note || !Array.isArray(rows)) return [];
  return rows.map((row: Json, at): FieldCheck => {
    const place = childPointer(node.pointer, at);
    const title = valueAt(row, `/${words.key}`);
    return {
      answer,
      pointer: childPointer(place, answer.key),
      note: note ? childPointer(place, note.key) : null,
      files: files ? childPointer(place, files.key) : null,
      title: typeof title === 'string' ? title : '',
    };
  });
}

type Described = Omit<CheckItem, 'value' | 'note' | 'files' | 'handover' | 'handedTo'>;

function checkItem({ definition, record }: CheckInput, data: JsonObject, described: Described): CheckItem {
  const value = valueAt(data, described.pointer);
  const note = described.notePointer === null ? undefined : valueAt(data, described.notePointer);
  const files = described.filesPointer === null ? undefined : valueAt(data, described.filesPointer);
  const starts = definition.handovers?.find(
    ({ each }) =>
      each !== undefined &&
      described.pointer.startsWith(`${each === 'score.items' ? definition.score?.entries : each}/`),
  );
  const link = record?.links.find(({ rel, handover, key }) => {
    if (rel !== 'to') return false;
    const each = definition.handovers?.find(({ id }) => id === handover)?.each;
    const parts = key.split('|');
    return each === undefined || each === 'score.items'
      ? parts.includes(described.id)
      : parts.some((part) => described.pointer.startsWith(`${each}/${part}/`));
  });
  return {
    ...described,
    value: typeof value === 'boolean' ? value : null,
    note: typeof note === 'string' ? note : '',
    files: Array.isArray(files) ? files.filter((file): file is string => typeof file === 'string') : [],
    handover: starts && !described.ticked ? starts.title : null,
    handedTo: link ? { recordId: link.recordId, title: link.title ?? '' } : null,
  };
}

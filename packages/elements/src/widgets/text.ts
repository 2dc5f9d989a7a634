import type { FieldModel } from '@jiceng/core/form/field.js';
import type { Json } from '@jiceng/core/json/json.js';
import { cleanText, codePoints } from '@jiceng/core/schema/fields/field-value.js';
import { numberText, readNumber } from '@jiceng/core/typed/typed-number.js';
import { make } from '../internal/nodes.ts';
import { mould } from './mould.ts';
import type { Widget, WidgetType } from './widget.ts';

/** Which native keyboard and autofill a format asks for. A closed list: schemas set no attributes. */
const KINDS: Readonly<Record<string, string>> = { email: 'email', uri: 'url', 'idn-email': 'email' };

const line = mould(() => make('input', { class: 'input', type: 'text', autocomplete: 'off', dir: 'auto' }));
const block = mould(() => make('textarea', { class: 'input area', rows: '3', dir: 'auto' }));

/** A text shown in a control, unless the control already says it. */
function showText(control: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  if (control.value !== text && cleanText(control.value) !== text) control.value = text;
}

function asText(value: Json | undefined): string {
  return typeof value === 'object' && value !== null
    ? JSON.stringify(value)
    : typeof value === 'number'
      ? numberText(value)
      : String(value ?? '');
}

export const textWidget: WidgetType = {
  name: 'text',
  rank: ({ kind }) => (kind === 'text' || kind === 'longText' || kind === 'time' ? 1 : 0),
  create(field): Widget {
    const kind = KINDS[field.node.format ?? ''] ?? 'text';
    const input = line();
    if (kind !== 'text') input.inputMode = kind;
    return {
      node: input,
      control: input,
      show: (value, typed) => showText(input, typed ?? asText(value)),
      read: () => void field.set(cleanText(input.value) || undefined),
    };
  },
};

export const longTextWidget: WidgetType = {
  name: 'longText',
  rank: ({ kind }) => (kind === 'longText' ? 2 : kind === 'text' ? 0.5 : 0),
  create(field, { text }): Widget {
    const area = block();
    const { maxLength } = field.node.schema;
    const counter =
      typeof maxLength === 'number' ? make('span', { class: 'counter', 'aria-hidden': 'true' }) : undefined;
    const node = counter ? make('div', { class: 'counted' }, area, counter) : area;
    const count = () => {
      if (!counter) return;
      const length = codePoints(area.value);
      counter.textContent = text.count(length, maxLength as number);
      counter.classList.toggle('over', length > (maxLength as number));
    };
    return {
      node,
      control: area,
      show(value, typed) {
        showText(area, typed ?? asText(value));
        count();
      },
      read() {
        field.set(cleanText(area.value) || undefined);
        count();
      },
    };
  },
};

/** A list of texts or numbers, one a line; of texts among other things, which stay what they are. */
export const linesWidget: WidgetType = {
  name: 'lines',
  rank: ({ kind, node }) =>
    kind === 'list' && /^(text|longText|number|integer|date|mixed|unknown)$/.test(node.item()?.kind ?? '') ? 1 : 0,
  create(field, { text }): Widget {
    const area = make('textarea', { class: 'input area', rows: '3', dir: 'auto', placeholder: text.onePerLine });
    const item = field.node.item()?.kind;
    const numbers = item === 'number' || item === 'integer';
    const linesOf = () =>
      cleanText(area.value)
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '');
    const words = (value: Json | undefined) =>
      Array.isArray(value) ? value.map(asText) : value === undefined ? [] : [asText(value)];
    return {
      node: area,
      control: area,
      show(value, typed) {
        const lines = typed ?? words(value).join('\n');
        if (linesOf().join('\n') !== lines) area.value = lines;
      },
      read() {
        if (numbers) return readNumbers(field, linesOf(), area.value);
        const held = field.value.peek();
        const kept: readonly Json[] = Array.isArray(held) && /mixed|unknown/.test(item ?? '') ? held : [];
        const lines = linesOf().map((line) => kept.find((part) => asText(part) === line) ?? line);
        field.set(lines.length > 0 ? lines : undefined);
      },
    };
  },
};

function readNumbers(field: FieldModel, lines: readonly string[], typed: string): void {
  const values: number[] = [];
  for (const line of lines) {
    const read = readNumber(line);
    if (!read.ok) return field.refuse(typed, { ...read.problem, level: 'error' });
    if (read.value !== undefined) values.push(read.value);
  }
  field.set(values.length > 0 ? values : undefined);
}

import type { FieldModel } from '@jiceng/core/form/field.js';
import { numberText, readNumber } from '@jiceng/core/typed/typed-number.js';
import { make } from '../internal/nodes.ts';
import { isYuan, numberWords } from './format.ts';
import { mould } from './mould.ts';
import type { Widget, WidgetContext, WidgetType } from './widget.ts';

const digits = (inputmode: string) =>
  mould(() => make('input', { class: 'input numeric', type: 'text', inputmode, autocomplete: 'off' }));
const whole = digits('numeric');
const decimal = digits('decimal');

/** A number typed as text, so that half-typed ones survive and full-width digits are understood. */
function create(field: FieldModel, { text }: WidgetContext, money: boolean): Widget {
  const { unit, kind } = field.node;
  const input = kind === 'integer' ? whole() : decimal();
  const node =
    unit === undefined
      ? input
      : make('div', { class: 'with-unit' }, input, make('span', { class: 'unit', 'aria-hidden': 'true' }, unit));
  if (unit !== undefined) input.setAttribute('aria-description', text.unit(unit));
  const percent = unit === '%';
  const shown = (value: number) => (money ? numberWords(value, {}, isYuan(unit)) : numberText(value));
  return {
    node,
    control: input,
    show(value, typed) {
      const next =
        typed ??
        (typeof value === 'number' ? shown(value) : value === undefined || value === null ? '' : String(value));
      if (input.value === next) return;
      if (typed === undefined && input.matches(':focus')) {
        const now = readNumber(input.value, { percent });
        if (now.ok && now.value === (value ?? undefined)) return;
      }
      input.value = next;
    },
    read(final) {
      const read = readNumber(input.value, { percent });
      if (!read.ok) return field.refuse(input.value, { ...read.problem, level: 'error' });
      field.set(read.value);
      if (final && read.value !== undefined) input.value = shown(read.value);
    },
  };
}

export const numberWidget: WidgetType = {
  name: 'number',
  rank: ({ kind }) => (kind === 'number' || kind === 'integer' ? 1 : 0),
  create: (field, context) => create(field, context, false),
};

/** Money in the unit of the field: thousands are set apart when the field is left. */
export const moneyWidget: WidgetType = {
  name: 'money',
  rank: ({ kind, node }) =>
    kind !== 'number' && kind !== 'integer' ? 0 : /^(?:[万亿]?元|(?:.* )?yuan)$/.test(node.unit ?? '') ? 2 : 0.5,
  create: (field, context) => create(field, context, true),
};

export const percentWidget: WidgetType = {
  name: 'percent',
  rank: ({ kind, node }) => (kind !== 'number' && kind !== 'integer' ? 0 : node.unit === '%' ? 2 : 0.5),
  create: (field, context) => create(field, context, false),
};

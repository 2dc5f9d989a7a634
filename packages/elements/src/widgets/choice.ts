import type { FieldModel } from '@jiceng/core/form/field.js';
import { isBlank } from '@jiceng/core/schema/fields/field-value.js';
import { sameJson } from '@jiceng/core/json/changes.js';
import type { Json } from '@jiceng/core/json/json.js';
import type { FieldOption } from '@jiceng/core/schema/fields/fields.js';
import { uniqueId } from '../internal/unique-id.ts';
import { make } from '../internal/nodes.ts';
import { mould } from './mould.ts';
import type { Widget, WidgetContext, WidgetType } from './widget.ts';

/** Lists by their titles: many fields of a form offer the same, such as grades. */
const lists = new Map<string, () => HTMLSelectElement>();

/** A list of titles; the first stands for nothing, the others for their place among the options. */
function dropdown(titles: readonly string[]): HTMLSelectElement {
  const name = titles.join('\n');
  let stamp = lists.get(name);
  if (!stamp) {
    if (lists.size === 20) lists.clear();
    stamp = mould(() =>
      make(
        'select',
        { class: 'input select' },
        ...titles.map((title, at) => make('option', { value: at === 0 ? '' : String(at - 1) }, title)),
      ),
    );
    lists.set(name, stamp);
  }
  return stamp();
}

/** Up to so many options all are shown. */
const FEW = 6;
/** From so many on there is a search. */
export const MANY = 40;

export const selectWidget: WidgetType = {
  name: 'select',
  rank: ({ kind, node }) => (kind === 'choice' ? (node.options.length <= MANY ? 2 : 0.1) : 0),
  create(field, { text }): Widget {
    const { options } = field.node;
    const select = dropdown([text.choose, ...options.map(({ title }) => title)]);
    let kept: HTMLOptionElement | undefined;
    return {
      node: select,
      control: select,
      show(value) {
        kept?.remove();
        kept = undefined;
        const at = isBlank(value) ? -1 : options.findIndex((option) => sameJson(option.value, value));
        if (at < 0 && !isBlank(value)) {
          // A stored value that is no longer offered stays, and is said to be wrong by validation.
          kept = new Option(typeof value === 'object' ? JSON.stringify(value) : String(value), 'kept');
          select.add(kept);
        }
        const next = kept ? select.length - 1 : at + 1;
        if (select.selectedIndex !== next) select.selectedIndex = next;
        select.classList.toggle('blank', next === 0); // printed as an empty line
      },
      read: () =>
        void (
          select.value !== 'kept' && field.set(select.value === '' ? undefined : options[Number(select.value)]?.value)
        ),
    };
  },
};

/** A group of native boxes or buttons, one for each option. */
function boxes(
  type: 'radio' | 'checkbox',
  options: readonly FieldOption[],
): { readonly node: HTMLElement; readonly inputs: readonly HTMLInputElement[] } {
  const node = make('div', { class: 'choices', role: type === 'radio' ? 'radiogroup' : 'group' });
  const name = uniqueId('choice');
  const inputs = options.map(({ title, description }) => {
    const input = make('input', { type, name, class: 'tickbox' });
    const label = make('label', { class: 'choice' }, input, make('span', { class: 'choice-text' }, title));
    if (description !== undefined) label.append(make('span', { class: 'choice-help' }, description));
    node.append(label);
    return input;
  });
  return { node, inputs };
}

export const radioWidget: WidgetType = {
  name: 'radio',
  rank({ kind, node }) {
    if (kind !== 'choice') return 0; // options are read from the schema when first asked for
    const { options } = node;
    return options.length <= FEW && options.every(({ title }) => title.length <= 12)
      ? 3
      : options.length <= MANY
        ? 1
        : 0;
  },
  create: (field) => radio(field, field.node.options),
};

function radio(field: FieldModel, options: readonly FieldOption[]): Widget {
  const { node, inputs } = boxes('radio', options);
  return {
    node,
    control: node,
    group: true,
    show: (value) =>
      inputs.forEach((input, at) => {
        input.checked = sameJson(options[at]?.value, value);
      }),
    read(_final, target) {
      const at = inputs.indexOf(target as HTMLInputElement);
      if (at >= 0) field.set(options[at]?.value);
    },
    focus: () => (inputs.find(({ checked }) => checked) ?? inputs[0])?.focus(),
  };
}

export const checkboxesWidget: WidgetType = {
  name: 'checkboxes',
  rank: ({ kind, node }) => (kind === 'choices' && node.options.length <= MANY ? 2 : 0),
  create(field): Widget {
    const { options } = field.node;
    const { node, inputs } = boxes('checkbox', options);
    const held = () => (Array.isArray(field.value.peek()) ? (field.value.peek() as readonly Json[]) : []);
    return {
      node,
      control: node,
      group: true,
      show: (value) =>
        inputs.forEach((input, at) => {
          input.checked = Array.isArray(value) && value.some((item: Json) => sameJson(item, options[at]?.value));
        }),
      read() {
        const others = held().filter((item) => !options.some(({ value }) => sameJson(value, item)));
        const chosen = options.filter((_, at) => inputs[at]?.checked).map(({ value }) => value);
        field.set(chosen.length + others.length > 0 ? [...chosen, ...others] : undefined);
      },
      focus: () => inputs[0]?.focus(),
    };
  },
};

const yesNo = (field: FieldModel, { text }: WidgetContext): readonly FieldOption[] =>
  field.node.options.length > 0
    ? field.node.options
    : [
        { value: true, title: text.yes },
        { value: false, title: text.no },
      ];

/** Yes or no, where not having answered is neither. */
export const yesNoWidget: WidgetType = {
  name: 'yesNo',
  rank: ({ kind }) => (kind === 'boolean' ? 2 : 0),
  create: (field, context) => radio(field, yesNo(field, context)),
};

const single = (className: string, role?: string) =>
  mould(() =>
    make(
      'div',
      { class: 'choice' },
      make('input', { type: 'checkbox', class: className, role }),
      make('span', { class: 'choice-text', 'aria-hidden': 'true' }),
    ),
  );
const boxMould = single('tickbox');
const switchMould = single('tickbox switch', 'switch');

function box(field: FieldModel, asSwitch: boolean, { text }: WidgetContext): Widget {
  const node = asSwitch ? switchMould() : boxMould();
  const input = node.firstChild as HTMLInputElement;
  const word = node.lastChild as HTMLElement;
  const say = () => {
    word.textContent = input.checked ? text.yes : text.no;
  };
  word.addEventListener('click', () => input.click());
  return {
    node,
    control: input,
    show(value) {
      input.checked = value === true;
      say();
    },
    read() {
      field.set(input.checked);
      say();
    },
  };
}

export const checkboxWidget: WidgetType = {
  name: 'checkbox',
  rank: ({ kind, node }) => (kind === 'boolean' && node.options.length === 0 ? 1 : 0),
  create: (field, context) => box(field, false, context),
};
export const switchWidget: WidgetType = {
  name: 'switch',
  rank: ({ kind, node }) => (kind === 'boolean' && node.options.length === 0 ? 1 : 0),
  create: (field, context) => box(field, true, context),
};

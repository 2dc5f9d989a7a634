import type { FieldModel } from '@jiceng/core/form/field.js';
import type { Json } from '@jiceng/core/json/json.js';
import { isBlank } from '@jiceng/core/schema/fields/field-value.js';
import { adopt } from '../internal/adopt.ts';
import { clear, make } from '../internal/nodes.ts';
import { MANY } from './choice.ts';
import styles from './more.styles.ts';
import {
  optionId,
  optionSource,
  optionValue,
  OrganisationTree,
  personSource,
  type PickSource,
} from './pick-sources.ts';
import { openPicker, type PickerOptions } from './picker.ts';
import { textWidget } from './text.ts';
import type { Widget, WidgetContext, WidgetType } from './widget.ts';

/** Opens a picker under `anchor`, and resolves when it has closed. */
export async function pickFrom(
  source: PickSource,
  anchor: HTMLElement,
  label: string,
  { layer, locale }: Pick<WidgetContext, 'layer' | 'locale'>,
  options: Pick<PickerOptions, 'multiple' | 'chosen' | 'search'>,
  choose: (ids: readonly string[]) => void,
): Promise<void> {
  adopt(layer, styles);
  await undefined; // not during the key that asks for it, which would go on into the search
  source.reveal?.(options.chosen);
  return new Promise((closed) => openPicker({ ...options, source, anchor, layer, label, locale, choose, closed }));
}

/** A field whose value is picked in a popup: the button says what is picked. */
export function picked(
  field: FieldModel,
  context: WidgetContext,
  source: PickSource,
  toId: (value: Json) => string,
  toValue: (id: string) => Json,
): Widget {
  const { text } = context;
  adopt(context.layer, styles);
  const multiple = field.kind === 'list' || field.kind === 'choices';
  const words = make('span', { class: 'picked-words' });
  const note = make('span', { class: 'picked-note' });
  const control = make(
    'button',
    { type: 'button', class: 'input picked', role: 'combobox', 'aria-haspopup': 'dialog', 'aria-expanded': 'false' },
    words,
  );
  const node = make('div', { class: 'picked-box' }, control, note);
  const ids = () => {
    const value = field.value.peek();
    return isBlank(value) ? [] : Array.isArray(value) ? value.map(toId) : [toId(value as Json)];
  };
  control.addEventListener(
    'click',
    () =>
      void pickFrom(source, control, field.label, context, { multiple, chosen: ids() }, (chosen) => {
        const values = chosen.map(toValue);
        field.set(multiple ? (values.length > 0 ? values : undefined) : values[0]);
        context.committed(field);
      }),
  );
  return {
    node,
    control,
    show() {
      const now = ids();
      clear(words);
      if (now.length === 0) words.append(make('span', { class: 'placeholder' }, text.choose));
      else words.textContent = now.map((id) => source.title(id) ?? id).join(text.marks.list);
      note.textContent = now.length === 1 ? (source.note?.(now[0]!) ?? '') : '';
      note.hidden = note.textContent === '';
    },
  };
}

/** Choices too many to show at once: searched in a popup. */
export const searchWidget: WidgetType = {
  name: 'search',
  rank: ({ kind, node }) => (kind === 'choice' || kind === 'choices' ? (node.options.length > MANY ? 4 : 0.5) : 0),
  create(field, context) {
    const { options } = field.node;
    return picked(
      field,
      context,
      optionSource(options),
      (value) => optionId(options, value),
      (id) => optionValue(options, id),
    );
  },
};

const isRef = ({ kind, node }: FieldModel, format: string): boolean =>
  (kind === 'text' && node.format === format) || (kind === 'list' && node.item()?.format === format);

/** A person of the directory; where there is no directory, a text. */
export const personWidget: WidgetType = {
  name: 'person',
  rank: (field) => (isRef(field, 'person') ? 3 : 0),
  create: (field, context, spec) =>
    context.people.length === 0 && field.kind === 'text'
      ? textWidget.create(field, context, spec)
      : picked(field, context, personSource(context, field.form.options.record?.orgId), String, (id) => id),
};

/** An organisation, found by name, short name or code, or by opening the tree. */
export const organisationWidget: WidgetType = {
  name: 'organisation',
  rank: (field) => (isRef(field, 'organisation') ? 3 : 0),
  create: (field, context) => picked(field, context, new OrganisationTree(context), String, (id) => id),
};

/**
 * Opens the picker of a person or an organisation for a cell outside a form; `orgId`: its people come first. `''` is
 * chosen for nobody.
 */
export function pickReference(
  format: 'person' | 'organisation',
  anchor: HTMLElement,
  label: string,
  context: Pick<WidgetContext, 'layer' | 'locale' | 'organisations' | 'people' | 'today'>,
  { chosen, search, orgId }: { readonly chosen: string; readonly search: string; readonly orgId: string },
  choose: (id: string) => void,
): Promise<void> {
  const source = format === 'person' ? personSource(context, orgId) : new OrganisationTree(context);
  return pickFrom(source, anchor, label, context, { chosen: chosen === '' ? [] : [chosen], search }, ([id = '']) =>
    choose(id),
  );
}

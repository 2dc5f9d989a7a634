import type { FieldModel } from '@jiceng/core/form/field.js';
import type { Json } from '@jiceng/core/json/json.js';
import { cleanText } from '@jiceng/core/schema/fields/field-value.js';
import { readScalar, scalarText, type Scalar } from '@jiceng/core/typed/typed-scalar.js';
import { textWidget } from './text.ts';
import type { Messages } from './form.messages.ts';
import type { WidgetType } from './widget.ts';

/** A value of several types as it is typed; what is no plain value stands there as JSON. */
export function mixedText(value: Json | undefined, text: Messages): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : scalarText(value, [text.yes, text.no]);
}

/** Takes what was typed as the first type of the schema that it fits, and that the schema lets in. */
export function setMixed(field: FieldModel, typed: string, text: Messages): void {
  const words = cleanText(typed);
  const read = readScalar(words, field.node.types, [text.yes, text.no]);
  const { validity } = field.form;
  const fits = (value: Scalar) => validity.own(field.pointer, value).length === 0;
  if (read.length > 0 || words.trim() === '') return void field.set(read.find(fits) ?? read[0]);
  // Neither text nor what else was asked for.
  field.refuse(typed, {
    pointer: '',
    code: 'typed-mixed',
    reason: { 'zh-CN': '请填写数字，或者“是”“否”', en: 'Enter a number, or yes or no' },
    level: 'error',
  });
}

/** One line for a value of several types, such as a number or a text. */
export const mixedWidget: WidgetType = {
  name: 'mixed',
  rank: ({ kind }) => (kind === 'mixed' ? 1 : 0),
  create(field, context, spec) {
    const widget = textWidget.create(field, context, spec);
    const input = widget.control as HTMLInputElement;
    const { text } = context;
    return {
      ...widget,
      show(value, typed) {
        const isTyping = typed === undefined && input.matches(':focus');
        if (!isTyping || readScalar(input.value, field.node.types, [text.yes, text.no])[0] !== value)
          widget.show(mixedText(value, text), typed);
      },
      read: () => setMixed(field, input.value, text),
    };
  },
};

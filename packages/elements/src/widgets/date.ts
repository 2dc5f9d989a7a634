import type { FieldModel } from '@jiceng/core/form/field.js';
import { isMonthly, readDate, readDateTime } from '@jiceng/core/typed/typed-date.js';
import { make } from '../internal/nodes.ts';
import { mould } from './mould.ts';
import type { Widget, WidgetContext, WidgetType } from './widget.ts';

const block = mould(() =>
  make(
    'div',
    { class: 'with-button' },
    make('input', { class: 'input', type: 'text', inputmode: 'numeric', autocomplete: 'off' }),
    make('button', { type: 'button', class: 'button icon calendar-icon', tabindex: '-1' }),
  ),
);

/** A date that is typed in any usual way, or picked from a small calendar. */
function create(field: FieldModel, context: WidgetContext, withTime: boolean): Widget {
  const { text } = context;
  const node = block();
  const input = node.firstChild as HTMLInputElement;
  const pick = node.lastChild as HTMLButtonElement;
  const monthly = isMonthly(field.node.schema);
  input.placeholder = withTime ? text.dateTimeExample : text.dateExample.replace(monthly ? /-[^-]+$/ : '', '');
  const parse = (typed: string) => (withTime ? readDateTime(typed) : readDate(typed, monthly));
  const shown = (value: string) => value.slice(0, withTime ? 16 : monthly ? 7 : undefined).replace('T', ' ');
  pick.setAttribute('aria-label', text.openCalendar(field.label));
  const openCalendar = async () => {
    const { calendarPopup } = await import('./calendar.ts');
    const now = field.value.peek();
    calendarPopup({
      anchor: input,
      layer: context.layer,
      label: field.label,
      locale: context.locale,
      today: context.today,
      value: typeof now === 'string' ? now.slice(0, 10) : undefined,
      choose(day) {
        const time = typeof now === 'string' ? now.slice(11) : '09:00:00+08:00';
        field.set(day && (withTime ? `${day}T${time}` : monthly ? `${day.slice(0, 7)}-01` : day));
        context.committed(field);
      },
    });
  };
  pick.addEventListener('click', () => void openCalendar());
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown' || !event.altKey) return;
    event.preventDefault();
    void openCalendar();
  });
  return {
    node,
    control: input,
    show(value, typed) {
      const next = typed ?? (typeof value === 'string' ? shown(value) : String(value ?? ''));
      if (input.value === next) return;
      if (typed === undefined && input.matches(':focus')) {
        const now = parse(input.value);
        if (now.ok && now.value === (value ?? undefined)) return;
      }
      input.value = next;
    },
    read(final) {
      const read = parse(input.value);
      if (!read.ok) return field.refuse(input.value, { ...read.problem, level: 'error' });
      field.set(read.value);
      if (final && read.value !== undefined) input.value = shown(read.value);
    },
  };
}

export const dateWidget: WidgetType = {
  name: 'date',
  rank: ({ kind }) => (kind === 'date' ? 1 : 0),
  create: (field, context) => create(field, context, false),
};

export const dateTimeWidget: WidgetType = {
  name: 'dateTime',
  rank: ({ kind }) => (kind === 'dateTime' ? 1 : 0),
  create: (field, context) => create(field, context, true),
};

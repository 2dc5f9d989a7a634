import { effect, untracked } from '@preact/signals-core';
import type { FieldProblem } from '@jiceng/core/form/contract.js';
import { NO, YES, type FieldModel } from '@jiceng/core/form/field.js';
import { codePoints } from '@jiceng/core/schema/fields/field-value.js';
import { sameJson } from '@jiceng/core/json/changes.js';
import type { FieldSpec } from '@jiceng/core/form/layout.js';
import type { Json } from '@jiceng/core/json/json.js';
import { button, make, setAttribute } from '../internal/nodes.ts';
import { uniqueId } from '../internal/unique-id.ts';
import { fieldText } from '../widgets/format.ts';
import { mould } from '../widgets/mould.ts';
import { widgetFor } from '../widgets/registry.ts';
import type { Widget, WidgetType } from '../widgets/widget.ts';
import type { FormView } from './form-view.ts';

/** Kinds that take the whole line. */
const WIDE: ReadonlySet<string> = new Set(['longText', 'rows', 'object', 'list']);
const isWide = ({ kind, node }: FieldModel): boolean =>
  WIDE.has(kind) || (kind === 'choices' && node.options.length > 4) || node.format === 'file';

const blockMould = mould(() =>
  make('div', { part: 'field' }, make('label', { class: 'label' }), make('div', { class: 'control' })),
);
const starMould = mould(() =>
  make(
    'span',
    { class: 'required' },
    make('span', { 'aria-hidden': 'true' }, '*'),
    make('span', { class: 'visually-hidden' }),
  ),
);

/** One field in the page: label, control, help, problems. Native nodes made once; each follows its own signals. */
export class FieldView {
  readonly field: FieldModel;
  readonly node: HTMLElement;
  private readonly view: FormView;
  private readonly spec: FieldSpec;
  private readonly id = uniqueId('f');
  private readonly label: HTMLElement;
  private readonly body: HTMLElement;
  private readonly stops: (() => void)[] = [];
  private widget: Widget | undefined;
  private plain: HTMLElement | undefined;
  private help: HTMLElement | undefined;
  private error: HTMLElement | undefined;
  private chip: HTMLElement | undefined;
  /** The value when the person last finished a change, or code made one. */
  private last: Json | undefined;
  private busy = false;
  /** The widget shows by itself that it is read-only. */
  private always = false;
  /** What is shown, to leave alone what has not changed. */
  private shown: Parameters<FieldView['showValue']> | undefined;
  private problems: readonly FieldProblem[] | undefined;

  constructor(field: FieldModel, spec: FieldSpec, view: FormView) {
    this.field = field;
    this.spec = spec;
    this.view = view;
    const { text } = view;
    this.node = blockMould();
    this.node.className = `field ${spec.width ?? (isWide(field) ? 'full' : 'auto')}`;
    this.label = this.node.firstChild as HTMLElement;
    this.body = this.node.lastChild as HTMLElement;
    this.label.id = `${this.id}-l`;
    this.label.textContent = field.label;
    const help = field.form.layout.helpOf(field.node);
    if (help !== undefined) this.node.append((this.help = make('p', { class: 'help', id: `${this.id}-h` }, help)));
    this.mark(text.required);
    this.follow(() => this.update());
    if (field.visible !== YES) this.follow(() => this.showVisible(field.visible.value));
  }

  /** Takes what the controls hold, as the person types (`final`: has finished). */
  read(final: boolean, target: HTMLElement): void {
    const { field, widget } = this;
    if (!widget?.read) return;
    this.busy = true;
    widget.read(final, target);
    this.busy = false;
    if (!final) return this.count();
    field.form.endStep();
    const now = field.value.peek();
    if (sameJson(now, this.last)) return;
    this.last = now;
    this.view.committed(field, true);
  }

  /** The person has left the field. */
  leave(): void {
    this.field.touched.value = true;
    this.field.form.endStep();
  }

  /** Pointer of the field, or of the place in it where keys act. */
  get place(): string {
    return this.field.pointer + (this.widget?.place?.() ?? '');
  }

  focus(rest: readonly string[] = []): void {
    this.view.reveal(this.node);
    if (this.widget?.focus) this.widget.focus(rest);
    else (this.widget?.control ?? this.plain)?.focus({ preventScroll: true }); // the whole field is scrolled to below
    this.node.scrollIntoView({ block: 'nearest' });
  }

  disable(on: boolean): void {
    if (this.widget?.disable) this.widget.disable(on);
    else
      this.body.querySelectorAll<HTMLInputElement>('input, select, textarea, button').forEach((control) => {
        control.disabled = on;
      });
  }

  commit(): void {
    this.widget?.commit?.();
  }

  connect(on: boolean): void {
    this.widget?.connect?.(on);
  }

  dispose(): void {
    for (const stop of this.stops) stop();
  }

  private follow(run: () => void): void {
    this.stops.push(effect(run));
  }

  private mark(words: string): void {
    const {
      field,
      view: {
        text: { marks },
      },
    } = this;
    if (field.required === NO) return;
    const star = starMould();
    star.lastChild!.textContent = `${marks.open}${words}${marks.close}`;
    const show = (on: boolean) => {
      star.hidden = !on || field.rules.value !== undefined || field.form.options.readonly === true;
      this.node.classList.toggle('is-required', on);
      if (this.widget) this.describe();
    };
    this.label.append(star);
    if (field.required === YES) show(true);
    else this.follow(() => show(field.required.value));
  }

  /** Draws what has changed. */
  private update(): void {
    const { field, shown } = this;
    const now: Parameters<FieldView['showValue']> = [
      field.value.value,
      field.typed.value?.text,
      field.readonly.value,
      (field.kind === 'rows' || field.kind === 'object') && !field.suits.value,
    ];
    if (!shown || now.some((part, at) => part !== shown[at])) {
      this.shown = now;
      untracked(() => this.showValue(...now));
    }
    const problems = field.showing();
    if (problems !== this.problems) this.showProblems((this.problems = problems));
  }

  private showValue(value: Json | undefined, typed: string | undefined, readonly: boolean, unfit: boolean): void {
    const { field } = this;
    if (!this.busy) this.last = value;
    if (!unfit && (field.kind === 'rows' || this.spec.widget !== undefined)) {
      // Tables and elements say themselves that they are read-only.
      const type = this.widget ? undefined : widgetFor(field, this.spec);
      if (field.kind === 'rows' || type?.always) this.build(type);
      if (this.widget && (field.kind === 'rows' || this.always)) return;
    }
    if (!readonly && !unfit && !this.widget) this.build(widgetFor(field, this.spec));
    if (!readonly && !unfit && this.widget) {
      this.plain?.remove();
      this.plain = undefined;
      this.widget.show(value, typed);
    } else {
      this.widget?.node.remove();
      this.widget = undefined;
      this.plain ??= this.buildPlain();
      // Another text in the same node: the browser styles nothing anew for it.
      (this.plain.firstChild as Text).data = fieldText(field, this.view.names);
    }
    this.showSource();
  }

  private build(type: WidgetType | undefined): void {
    if (!type) return;
    this.always = type.always === true;
    const widget = (this.widget = type.create(this.field, this.view, this.spec));
    widget.control.id = this.id;
    this.body.append(widget.node);
    this.label.hidden = widget.titled === true;
    if (widget.group) widget.control.setAttribute('aria-labelledby', this.label.id);
    else this.label.setAttribute('for', this.id);
    this.view.own(widget.node, this);
    if (this.help || this.error || this.field.required !== NO) this.describe();
    if (this.view.disabled) this.disable(true);
  }

  private buildPlain(): HTMLElement {
    const plain = make('div', {
      class: 'reading',
      id: this.id,
      tabindex: '-1',
      role: 'group',
      'aria-labelledby': this.label.id,
    });
    plain.append('');
    this.label.removeAttribute('for');
    this.body.append(plain);
    return plain;
  }

  private showProblems(problems: readonly FieldProblem[]): void {
    const error = problems.find(({ level }) => level === 'error');
    const said = error ?? problems[0];
    if (!said && !this.error) return;
    this.error ??= this.node.appendChild(make('p', { class: 'problem', id: `${this.id}-e` }));
    this.error.hidden = !said;
    this.error.className = error ? 'problem' : 'problem warning';
    this.error.textContent = said
      ? problems
          .filter(({ level }) => level === said.level)
          .map(({ reason }) => reason[this.view.language])
          .join(this.view.text.marks.semicolon)
      : '';
    this.node.classList.toggle('invalid', error !== undefined);
    this.describe();
  }

  /** Ties help and problems to the control, and marks it. */
  private describe(): void {
    const { widget, error, help, field } = this;
    if (!widget) return;
    const ids = [help && !help.hidden ? help.id : '', error && !error.hidden ? error.id : ''].filter((id) => id !== '');
    setAttribute(widget.control, 'aria-describedby', ids.length > 0 ? ids.join(' ') : undefined);
    const role = widget.control.getAttribute('role');
    const invalid = this.node.classList.contains('invalid') ? 'true' : undefined;
    const marked = role === 'group' ? widget.node.querySelectorAll('input[type="checkbox"], select') : [widget.control];
    marked.forEach((control) => setAttribute(control, 'aria-invalid', invalid));
    if (role !== 'group' && role !== 'switch')
      setAttribute(
        widget.control,
        'aria-required',
        untracked(() => field.required.value) && (widget.control as HTMLInputElement).type !== 'checkbox'
          ? 'true'
          : undefined,
      );
  }

  private showVisible(visible: boolean): void {
    const before = !this.node.hidden;
    this.node.hidden = !visible;
    if (before !== visible && this.stops.length > 0) this.view.noteVisible(this.field, visible);
  }

  private showSource(): void {
    const { field, view } = this;
    const words = view.sourceWords(field);
    if (words === undefined) {
      if (this.chip) this.chip.hidden = true;
      return;
    }
    this.chip ??= this.label.parentNode!.insertBefore(
      button('', () => view.openSource(field), 'source no-print'),
      this.body,
    );
    this.chip.hidden = false;
    if (this.chip.textContent !== words) this.chip.textContent = words;
  }

  /** Tells screen readers near the end how many characters are left. */
  private count(): void {
    const { maxLength } = this.field.node.schema;
    const value = this.field.value.peek();
    if (typeof maxLength !== 'number' || maxLength < 20 || typeof value !== 'string') return;
    const left = maxLength - codePoints(value);
    if (left <= 10 && (left % 5 === 0 || left < 0)) this.view.announce(this.view.text.countSpoken(left));
  }
}

import { effect, untracked } from '@preact/signals-core';
import type { FieldProblem } from '@jiceng/core/form/contract.js';
import type { FieldModel } from '@jiceng/core/form/field.js';
import type { FormModel } from '@jiceng/core/form/form.js';
import type { FieldSpec, SectionSpec } from '@jiceng/core/form/layout.js';
import { isRows } from '@jiceng/core/form/rows-part.js';
import { pointerParts, toPointer } from '@jiceng/core/json/pointer.js';
import { button, clear, make } from '../internal/nodes.ts';
import { uniqueId } from '../internal/unique-id.ts';
import type { Names } from '../widgets/format.ts';
import type { WidgetContext } from '../widgets/widget.ts';
import { FieldView } from './field-view.ts';
import { GroupView } from './group-view.ts';

/** What the element gives its view. */
export interface FormViewHost extends Pick<
  WidgetContext,
  'locale' | 'language' | 'text' | 'today' | 'organisations' | 'people' | 'dataSource' | 'layer'
> {
  readonly names: Names;
  /** Place of the sections. */
  readonly body: HTMLElement;
  /** Place of the list of errors. */
  readonly summary: HTMLElement;
  /** Polite live region. */
  readonly live: HTMLElement;
  /** Title of the definition that establishes a fact. */
  titleOfFact(id: string): string | undefined;
  /** `isTyped`: by a native control, whose own `input` event the page has heard. */
  changed(field: FieldModel, isTyped: boolean): void;
  readonly openSource: (field: FieldModel) => void;
}

/** The nodes of one form. Built once for a form model; after that every node follows its own signals. */
export class FormView implements WidgetContext {
  readonly form: FormModel;
  readonly host: FormViewHost;
  declare readonly locale: FormViewHost['locale'];
  declare readonly language: FormViewHost['language'];
  declare readonly text: FormViewHost['text'];
  declare readonly today: FormViewHost['today'];
  declare readonly organisations: FormViewHost['organisations'];
  declare readonly people: FormViewHost['people'];
  declare readonly dataSource: FormViewHost['dataSource'];
  declare readonly layer: FormViewHost['layer'];
  declare readonly names: FormViewHost['names'];
  declare readonly openSource: FormViewHost['openSource'];
  disabled = false;
  private readonly views = new Map<FieldModel, FieldView | GroupView>();
  private readonly byNode = new WeakMap<Element, FieldView>();
  private readonly stops: (() => void)[] = [];
  private readonly parts: (FieldView | GroupView)[] = [];
  private composing = false;
  private news: { readonly field: FieldModel; readonly visible: boolean }[] = [];
  private built = false;

  constructor(form: FormModel, host: FormViewHost) {
    Object.assign(this, host); // widgets are told what the element tells its view
    this.form = form;
    this.host = host;
    const { body } = host;
    clear(body);
    clear(host.summary);
    host.summary.hidden = true;
    const listen = (type: string, act: (event: Event) => void) => {
      body.addEventListener(type, act);
      this.stops.push(() => body.removeEventListener(type, act));
    };
    listen('compositionstart', () => {
      this.composing = true;
    });
    listen('compositionend', (event) => {
      this.composing = false;
      this.read(event, false);
    });
    listen('input', (event) => {
      if (!this.composing && !(event as InputEvent).isComposing) this.read(event, false);
    });
    listen('change', (event) => this.read(event, true));
    listen('focusout', (event) => this.leave(event as FocusEvent));
    this.stops.push(effect(() => this.draw(form.layout.sections.value)));
    this.built = true;
  }

  /** The view of a field: a group of fields, or a single one. */
  part(field: FieldModel, spec: FieldSpec | undefined, level: number): FieldView | GroupView {
    return untracked(() => {
      const shown = spec ?? this.form.layout.specOf(field.node.pointer) ?? { pointer: field.node.pointer };
      const part =
        field.kind === 'object' && !isRows(field) && field.suits.peek() && shown.widget === undefined
          ? new GroupView(field, shown, this, level)
          : new FieldView(field, shown, this);
      this.views.set(field, part);
      return part;
    });
  }

  /** Remembers whose control a node is. */
  own(node: Element, view: FieldView): void {
    this.byNode.set(node, view);
  }

  announce(text: string): void {
    this.host.live.textContent = text;
  }

  committed(field: FieldModel, isTyped = false): void {
    this.form.endStep();
    this.host.changed(field, isTyped);
  }

  onDispose(stop: () => void): void {
    this.stops.push(stop);
  }

  /** Words of the chip that says where a value comes from. */
  sourceWords(field: FieldModel): string | undefined {
    const { text } = this;
    const source = field.source;
    if (!source) return undefined;
    const titles = [...new Set(source.facts.flatMap(({ id }) => this.host.titleOfFact(id) ?? []))];
    if (titles.length > 0) return text.source(titles.join(text.marks.list));
    return source.kind === 'computed' ? text.sourceComputed : text.sourcePrefill;
  }

  /** Fields that came or went because of what the person did; told together, after the change. */
  noteVisible(field: FieldModel, visible: boolean): void {
    if (!this.built) return;
    if (this.news.length === 0) queueMicrotask(() => this.tellNews());
    this.news.push({ field, visible });
  }

  /** Opens folded sections around a node. */
  reveal(node: Element): void {
    for (let at = node.closest('details'); at; at = at.parentElement?.closest('details') ?? null) at.open = true;
  }

  /** The field that has the focus, or the place in it. */
  get focused(): string | undefined {
    return this.viewOf((this.host.body.getRootNode() as ShadowRoot).activeElement)?.place;
  }

  /** Puts the focus on a field, or as near as can be. Answers whether there was one. */
  focusField(pointer: string): boolean {
    const parts = pointerParts(pointer);
    for (let length = parts.length; length >= 0; length--) {
      const field = this.form.field(toPointer(parts.slice(0, length)));
      const view = field && this.views.get(field);
      if (!view) continue;
      if (view instanceof GroupView) {
        this.reveal(view.node);
        view.focus();
      } else view.focus(parts.slice(length));
      return true;
    }
    return false;
  }

  /** Lists errors above the form, with a link to each field, and goes to the first. */
  showErrors(errors: readonly FieldProblem[], focus: boolean): void {
    const { summary } = this.host;
    clear(summary);
    summary.hidden = errors.length === 0;
    if (errors.length === 0) return;
    const list = make('ul', { class: 'summary-list' });
    for (const { pointer, reason } of errors.slice(0, 100)) {
      list.append(
        make(
          'li',
          {},
          pointer === ''
            ? reason[this.language]
            : button(reason[this.language], () => void this.focusField(pointer), 'text-link'),
        ),
      );
    }
    summary.append(make('p', { class: 'summary-title' }, this.text.problems(errors.length)), list);
    if (!focus) return;
    const first = errors.find(({ pointer }) => pointer !== '');
    if (!first || !this.focusField(first.pointer)) summary.focus();
  }

  disable(on: boolean): void {
    if (on === this.disabled) return;
    this.disabled = on;
    for (const part of this.parts) part.disable(on);
  }

  /** Takes what is being typed, before the whole is read. */
  commit(): void {
    for (const part of this.parts) part.commit();
  }

  /** The form has left the document, or come back. */
  connect(on: boolean): void {
    for (const part of this.parts) part.connect(on);
  }

  dispose(): void {
    for (const part of this.parts) part.dispose();
    for (const stop of this.stops) stop();
    clear(this.host.body);
  }

  private draw(sections: readonly SectionSpec[]): void {
    untracked(() => {
      for (const part of this.parts) part.dispose();
      this.parts.length = 0;
      this.views.clear();
      clear(this.host.body);
      const page = document.createDocumentFragment();
      for (const section of sections) page.append(this.section(section));
      // Only long forms leave out what is not in view: the estimate of a group's height must not show.
      this.host.body.classList.toggle('long', this.parts.length > 60);
      if (sections.length === 0) page.append(make('p', { class: 'empty' }, this.text.empty));
      this.host.body.append(page);
    });
  }

  private section({ title, help, when, columns, collapsed, fields }: SectionSpec): HTMLElement {
    const grid = make('div', { class: `fields columns-${columns}` });
    for (const spec of fields) {
      const field = this.form.field(spec.pointer);
      if (!field) continue;
      const part = this.part(field, spec, 1);
      this.parts.push(part);
      grid.append(part.node);
    }
    const id = uniqueId('s');
    const named = title !== undefined;
    const node = make('section', {
      class: 'section',
      part: 'section',
      role: named && 'group',
      'aria-labelledby': named && id,
    });
    const heading = named ? make('h3', { class: 'section-title', id }, title) : '';
    const parts = [help === undefined ? '' : make('p', { class: 'section-help' }, help), grid];
    if (named && collapsed) node.append(make('details', {}, make('summary', { class: 'fold' }, heading), ...parts));
    else node.append(heading, ...parts);
    node.style.setProperty('contain-intrinsic-size', `1px ${90 + Math.ceil(fields.length / columns) * 72}px`);
    if (when !== undefined)
      this.stops.push(
        effect(() => {
          node.hidden = !this.form.formulas.holds(when, undefined, true);
        }),
      );
    return node;
  }

  private viewOf(target: EventTarget | null): FieldView | undefined {
    for (let at = target as Element | null; at && at !== this.host.body; at = at.parentElement) {
      const view = this.byNode.get(at);
      if (view) return view;
    }
    return undefined;
  }

  private read(event: Event, final: boolean): void {
    this.viewOf(event.target)?.read(final, event.target as HTMLElement);
  }

  private leave({ target, relatedTarget }: FocusEvent): void {
    const view = this.viewOf(target);
    // Text that was refused is no change for the browser's `change` event after it was put back.
    if (view && this.viewOf(relatedTarget) !== view) view.leave();
  }

  private tellNews(): void {
    const { news } = this;
    this.news = [];
    const came = news.filter(({ visible }) => visible).map(({ field }) => field.label);
    const gone = news.length - came.length;
    this.announce(
      [
        came.length > 0 ? this.text.appeared(came.slice(0, 5).join(this.text.marks.list)) : '',
        gone > 0 ? this.text.disappeared(gone) : '',
      ]
        .filter(Boolean)
        .join(' '),
    );
  }
}

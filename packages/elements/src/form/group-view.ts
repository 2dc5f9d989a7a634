import { effect } from '@preact/signals-core';
import { YES, type FieldModel } from '@jiceng/core/form/field.js';
import type { FieldSpec } from '@jiceng/core/form/layout.js';
import { button, make } from '../internal/nodes.ts';
import type { FieldView } from './field-view.ts';
import type { FormView } from './form-view.ts';

/**
 * Deeper groups open when asked, so that a schema of two hundred levels, or one that contains itself, costs nothing.
 */
const OPEN_LEVELS = 3;

/**
 * A group of fields under one heading. Fields that join in under conditions come and go; the others keep their nodes.
 */
export class GroupView {
  readonly field: FieldModel;
  readonly node: HTMLElement;
  private readonly view: FormView;
  private readonly grid = make('div', { class: 'fields' });
  private readonly shown = new Map<FieldModel, FieldView | GroupView>();
  private readonly stops: (() => void)[] = [];
  private opened = false;

  constructor(field: FieldModel, spec: FieldSpec, view: FormView, level: number) {
    this.field = field;
    this.view = view;
    const legend = make('legend', { class: 'legend' }, spec.title ?? field.label);
    this.node = make('fieldset', { class: 'nested full', part: 'group' }, legend);
    const help = field.form.layout.helpOf(field.node);
    if (help !== undefined) this.node.append(make('p', { class: 'help' }, help));
    if (field.visible !== YES)
      this.stops.push(
        effect(() => {
          this.node.hidden = !field.visible.value;
        }),
      );
    if (field.raw === undefined && (level > OPEN_LEVELS || field.node.recursive)) {
      const open = button(view.text.open(field.label), () => {
        this.open(level);
        open.remove();
        this.focus();
      });
      this.node.append(open);
    } else this.open(level);
  }

  /** Draws the fields. */
  open(level: number): void {
    if (this.opened) return;
    this.opened = true;
    this.node.append(this.grid);
    this.stops.push(
      effect(() => {
        const fields = this.field.fields.value;
        const wanted = new Set(fields);
        this.shown.forEach((part, field) => {
          if (wanted.has(field)) return;
          part.dispose();
          part.node.remove();
          this.shown.delete(field);
        });
        let at: ChildNode | null = this.grid.firstChild;
        for (const field of fields) {
          let part = this.shown.get(field);
          if (!part) this.shown.set(field, (part = this.view.part(field, undefined, level + 1)));
          if (part.node === at) at = at.nextSibling;
          else this.grid.insertBefore(part.node, at);
        }
      }),
    );
  }

  focus(): void {
    const first = this.shown.values().next().value as FieldView | GroupView | undefined;
    first?.focus();
  }

  disable(on: boolean): void {
    this.shown.forEach((part) => part.disable(on));
  }

  commit(): void {
    this.shown.forEach((part) => part.commit());
  }

  connect(on: boolean): void {
    this.shown.forEach((part) => part.connect(on));
  }

  dispose(): void {
    this.shown.forEach((part) => part.dispose());
    for (const stop of this.stops) stop();
  }
}

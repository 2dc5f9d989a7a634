import type { FieldModel } from '@jiceng/core/form/field.js';
import type { FieldSpec } from '@jiceng/core/form/layout.js';
import type { Json } from '@jiceng/core/json/json.js';
import type { Organisation } from '@jiceng/core/generated/organisation.js';
import type { Person } from '@jiceng/core/generated/person.js';
import type { DataSource } from '@jiceng/core/engine/data-source.js';
import type { Language } from '@jiceng/core/text/problem.js';
import type { Messages } from './form.messages.ts';

/** What widgets may use of the form around them. */
export interface WidgetContext {
  readonly locale: string;
  readonly language: Language;
  readonly text: Messages;
  /** Today, `yyyy-mm-dd`. */
  readonly today: string;
  readonly organisations: readonly Organisation[];
  readonly people: readonly Person[];
  readonly dataSource: DataSource | undefined;
  /** Node of the form's shadow root in which dialogs are put. */
  readonly layer: HTMLElement;
  /** Says something to screen readers, politely. */
  announce(text: string): void;
  /** The person has finished a change of this field; fires `jc-change` when the value differs from before. */
  committed(field: FieldModel): void;
  /** Takes note of what must be undone when the form is rebuilt. */
  onDispose(stop: () => void): void;
}

/** One widget in the page: native nodes that are made once and follow the field. */
export interface Widget {
  readonly node: HTMLElement;
  /** The control that gets id, description and focus; of a group, the node with its role. */
  readonly control: HTMLElement;
  /** Several controls under one label: `control` is named by the label instead of being its target. */
  readonly group?: boolean;
  /** Has its own heading: no label is drawn above it. */
  readonly titled?: boolean;
  /** Shows the value, or text that could not be read as one. Never writes to a control whose text already means it. */
  show(value: Json | undefined, typed: string | undefined): void;
  /** Takes what the controls hold. `final`: the person has left them. Not called while an input method composes. */
  read?(final: boolean, target: HTMLElement): void;
  /** Puts the focus into it; `rest` is the way from the field to a place inside, such as row and column. */
  focus?(rest: readonly string[]): void;
  /** Where inside the focus is: what follows the field's pointer, or nothing. */
  place?(): string;
  /** Takes at once what is being typed; asked before the whole is read. */
  commit?(): void;
  /** Told that the form has left the document, or come back: listeners outside the form are for the time between. */
  connect?(on: boolean): void;
  /** Told that the form is active or not; without it all controls inside are switched. */
  disable?(on: boolean): void;
}

/** A kind of widget. Portals register their own; the highest rank above 0 is chosen. */
export interface WidgetType {
  /** By which definitions ask for it. */
  readonly name: string;
  /** Stands there when the field is read-only too, and shows that itself. */
  readonly always?: boolean;
  /** How well it suits a field; 0: not at all. A widget that the view names gets its field whenever this is above 0. */
  rank(field: FieldModel, spec: FieldSpec): number;
  create(field: FieldModel, context: WidgetContext, spec: FieldSpec): Widget;
}

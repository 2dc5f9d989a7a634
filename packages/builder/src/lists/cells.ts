import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { BuilderSession } from '../session/session.ts';
import { setCell } from './row-tools.ts';

const shown = (value: number | undefined): string => (value === undefined ? '' : String(value));

/** A text that is changed where it stands. */
export function textCell(
  session: BuilderSession,
  pointer: string,
  value: string,
  label: string,
  name: string,
): TemplateResult {
  return html`<input class="cell wide" type="text" autocomplete="off" aria-label=${label} .value=${live(value)}
    @input=${(event: InputEvent) => {
      if (!event.isComposing) setCell(session, pointer, name, (event.target as HTMLInputElement).value);
    }} @compositionend=${(event: CompositionEvent) => setCell(session, pointer, name, (event.target as HTMLInputElement).value)}>`;
}

/** A number that is changed where it stands; what is no number is left alone. */
export function numberCell(
  session: BuilderSession,
  pointer: string,
  value: number | undefined,
  label: string,
  name: string,
): TemplateResult {
  return html`<input class="cell" type="text" inputmode="decimal" autocomplete="off" aria-label=${label}
    .value=${shown(value)} @change=${(event: Event) => {
      const input = event.target as HTMLInputElement;
      const typed = input.value
        .trim()
        .replace(/[．。]/g, '.')
        .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
      if (typed === '') setCell(session, pointer, name, undefined);
      else if (Number.isFinite(Number(typed))) setCell(session, pointer, name, Number(typed));
      input.value = shown(Number.isFinite(Number(typed)) && typed !== '' ? Number(typed) : value);
    }}>`;
}

/** Selects a thing, unless it is selected: what is being typed stays one step. */
export function choose(session: BuilderSession, pointer: string): void {
  const selection = session.selection.peek();
  if (selection.length !== 1 || selection[0] !== pointer) session.select([pointer]);
}

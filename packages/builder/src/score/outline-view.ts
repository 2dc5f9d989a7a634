import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { isObject, own, type Json } from '@jiceng/core/json/json.js';
import { rowKeys, rowTools, setCell, type RowTools } from '../lists/row-tools.ts';
import { listAt, textOf } from '../lists/list-edits.ts';
import type { spokenIn } from '../lists/spoken.ts';
import type { BuilderSession } from '../session/session.ts';
import { messages } from './score.messages.ts';
import { idsInScore, scoreOutline, type DimensionLine, type ItemLine } from './score-model.ts';

/** What rows need of the pane. */
export interface OutlineTools {
  readonly session: BuilderSession;
  readonly text: ReturnType<typeof messages>;
  /** Says formulas in words. */
  readonly say: ReturnType<typeof spokenIn>;
  readonly isChosen: (pointer: string) => boolean;
  readonly follow: (pointer: string) => void;
  /** Opens the place to paste items into a dimension. */
  readonly paste: (dimension: string) => void;
  readonly addItem: (dimension: string) => void;
}

const shown = (value: number | undefined): string => (value === undefined ? '' : String(value));

/** A text that is changed where it stands. */
export function textCell(session: BuilderSession, pointer: string, value: string, label: string, name: string): TemplateResult {
  return html`<input class="cell wide" type="text" autocomplete="off" aria-label=${label} .value=${live(value)} @input=${(event: InputEvent) => {
    if (!event.isComposing) setCell(session, pointer, name, (event.target as HTMLInputElement).value);
  }} @compositionend=${(event: CompositionEvent) => setCell(session, pointer, name, (event.target as HTMLInputElement).value)}>`;
}

/** A number that is changed where it stands; what is no number is left alone. */
export function numberCell(session: BuilderSession, pointer: string, value: number | undefined, label: string, name: string): TemplateResult {
  return html`<input class="cell" type="text" inputmode="decimal" autocomplete="off" aria-label=${label} .value=${shown(value)} @change=${(event: Event) => {
    const input = event.target as HTMLInputElement;
    const typed = input.value.trim().replace(/[．。]/g, '.').replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
    if (typed === '') setCell(session, pointer, name, undefined);
    else if (Number.isFinite(Number(typed))) setCell(session, pointer, name, Number(typed));
    input.value = shown(Number.isFinite(Number(typed)) && typed !== '' ? Number(typed) : value);
  }}>`;
}

/** Dimensions with their items, every title and number changed where it stands. */
export function outlineTable(tools: OutlineTools): TemplateResult {
  const { text, session } = tools;
  const { dimensions } = scoreOutline(session.value.value);
  return html`<div class="scroll"><table class="list">
    <thead><tr><th scope="col">${text.name}</th><th scope="col" class="number">${text.points}</th><th scope="col">${text.method}</th><th scope="col">${text.tools}</th></tr></thead>
    <tbody>${dimensions.map((dimension) => html`${dimensionRow(dimension, tools)}${dimension.items.map((item) => itemRow(item, tools))}`)}</tbody>
  </table></div>`;
}

function dimensionRow({ pointer, title, adjust, cap, sum }: DimensionLine, tools: OutlineTools): TemplateResult {
  const { session, text } = tools;
  const row: RowTools = { session, pointer, name: title, taken: idsInScore(session.value.value), keepList: true, follow: tools.follow };
  return html`<tr class="group ${tools.isChosen(pointer) ? 'chosen' : ''}" data-at=${pointer} @focusin=${() => choose(session, pointer)} @click=${() => choose(session, pointer)} @keydown=${(event: KeyboardEvent) => rowKeys(event, row)}>
    <td>${textCell(session, `${pointer}/title`, title, `${text.dimension} ${text.name}`, title)}</td>
    <td class="number">${sum}</td>
    <td class="weak">${adjust ? text.adjust : cap === undefined ? nothing : text.cap(String(cap))}</td>
    <td>${rowTools(row)}<span class="tools"><button type="button" class="tool" @click=${() => tools.addItem(pointer)}>＋${text.addItem}</button><button type="button" class="tool" @click=${() => tools.paste(pointer)}>${text.paste}</button></span></td>
  </tr>`;
}

function itemRow({ pointer, title, max, method, isReplacement }: ItemLine, tools: OutlineTools): TemplateResult {
  const { session, text } = tools;
  const row: RowTools = { session, pointer, name: title, taken: idsInScore(session.value.value), keepList: true, follow: tools.follow };
  return html`<tr class=${tools.isChosen(pointer) ? 'chosen' : ''} data-at=${pointer} @focusin=${() => choose(session, pointer)} @click=${() => choose(session, pointer)} @keydown=${(event: KeyboardEvent) => rowKeys(event, row)}>
    <td>${textCell(session, `${pointer}/title`, title, `${text.item} ${text.name}`, title)}</td>
    <td class="number">${numberCell(session, `${pointer}/max`, max, `${title} ${text.points}`, title)}</td>
    <td>${text.methods[method] ?? method}${isReplacement ? html` <span class="weak">${text.replaces}</span>` : nothing}</td>
    <td>${rowTools(row)}</td>
  </tr>`;
}

/** Selects a thing, unless it is selected: what is being typed stays one step. */
export function choose(session: BuilderSession, pointer: string): void {
  const selection = session.selection.peek();
  if (selection.length !== 1 || selection[0] !== pointer) session.select([pointer]);
}

/** Bands or vetoes: a title and one more property. */
export function shortTable(tools: OutlineTools, list: string, second: { readonly key: string; readonly title: string; readonly speak: 'condition' | 'value' }, label: string): TemplateResult {
  const { session, text } = tools;
  const rows = listAt(session.value.value, list);
  return html`<div class="scroll"><table class="list">
    <thead><tr><th scope="col">${text.name}</th><th scope="col">${second.title}</th><th scope="col">${text.tools}</th></tr></thead>
    <tbody>${rows.map((thing: Json, at) => {
      const pointer = `${list}/${at}`;
      const title = textOf(thing, 'title');
      const value = isObject(thing) ? own(thing, second.key) : undefined;
      const row: RowTools = { session, pointer, name: title, taken: idsInScore(session.value.value), follow: tools.follow };
      return html`<tr class=${tools.isChosen(pointer) ? 'chosen' : ''} data-at=${pointer} @focusin=${() => choose(session, pointer)} @click=${() => choose(session, pointer)} @keydown=${(event: KeyboardEvent) => rowKeys(event, row)}>
        <td>${textCell(session, `${pointer}/title`, title, `${label} ${text.name}`, title)}</td>
        <td>${tools.say[second.speak](value)}</td>
        <td>${rowTools(row)}</td>
      </tr>`;
    })}</tbody>
  </table></div>`;
}

import { html, type TemplateResult } from 'lit';
import { isObject, own, type Json } from '@jiceng/core/json/json.js';
import type { BuilderSession } from '../session/session.ts';
import { choose, textCell } from './cells.ts';
import { listAt, textOf } from './list-edits.ts';
import { messages } from './lists.messages.ts';
import { rowKeys, rowTools, type RowTools } from './row-tools.ts';

/** A list of things with a title and a few more properties, which the panel edits. */
export interface ShortTable {
  readonly session: BuilderSession;
  /** JSON Pointer of the list. */
  readonly list: string;
  /** What one thing is called. */
  readonly word: string;
  readonly columns: readonly { readonly title: string; show(thing: Json): unknown }[];
  readonly isChosen: (pointer: string) => boolean;
  readonly follow: (pointer: string) => void;
  /** Ids that a copy may not have; the list's own by default. */
  readonly taken?: ReadonlySet<string>;
}

/** One property of a thing; `undefined` where it has none. */
export const propertyOf = (thing: Json, key: string): Json | undefined =>
  isObject(thing) ? own(thing, key) : undefined;

export function shortTable({ session, list, word, columns, isChosen, follow, taken }: ShortTable): TemplateResult {
  const text = messages(session.language.value);
  return html`<div class="scroll"><table class="list">
    <thead><tr><th scope="col">${text.name}</th>${columns.map(({ title }) => html`<th scope="col">${title}</th>`)}<th scope="col">${text.tools}</th></tr></thead>
    <tbody>${listAt(session.value.value, list).map((thing, at) => {
      const pointer = `${list}/${at}`;
      const title = textOf(thing, 'title');
      const row: RowTools = { session, pointer, name: title || text.unnamed, follow, ...(taken ? { taken } : {}) };
      return html`<tr class=${isChosen(pointer) ? 'chosen' : ''} data-at=${pointer}
        @focusin=${() => choose(session, pointer)} @click=${() => choose(session, pointer)}
        @keydown=${(event: KeyboardEvent) => rowKeys(event, row)}>
        <td>${textCell(session, `${pointer}/title`, title, `${word} ${text.name}`, title)}</td>
        ${columns.map(({ show }) => html`<td>${show(thing)}</td>`)}
        <td>${rowTools(row)}</td>
      </tr>`;
    })}</tbody>
  </table></div>`;
}

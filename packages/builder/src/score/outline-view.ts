import { html, nothing, type TemplateResult } from 'lit';
import { choose, numberCell, textCell } from '../lists/cells.ts';
import { rowKeys, rowTools, type RowTools } from '../lists/row-tools.ts';
import type { BuilderSession } from '../session/session.ts';
import { messages } from './score.messages.ts';
import { idsInScore, scoreOutline, type DimensionLine, type ItemLine } from './score-model.ts';

/** What rows need of the pane. */
export interface OutlineTools {
  readonly session: BuilderSession;
  readonly text: ReturnType<typeof messages>;
  readonly isChosen: (pointer: string) => boolean;
  readonly follow: (pointer: string) => void;
  /** Opens the place to paste items into a dimension. */
  readonly paste: (dimension: string) => void;
  readonly addItem: (dimension: string) => void;
}

/** Dimensions with their items, every title and number changed where it stands. */
export function outlineTable(tools: OutlineTools): TemplateResult {
  const { text, session } = tools;
  const { dimensions } = scoreOutline(session.value.value);
  return html`<div class="scroll"><table class="list">
    <thead><tr><th scope="col">${text.name}</th><th scope="col"
      class="number">${text.points}</th><th scope="col">${text.method}</th><th scope="col">${text.tools}</th></tr></thead>
    <tbody>${dimensions.map((dimension) => html`${dimensionRow(dimension, tools)}${dimension.items.map((item) => itemRow(item, tools))}`)}</tbody>
  </table></div>`;
}

function dimensionRow({ pointer, title, adjust, cap, sum }: DimensionLine, tools: OutlineTools): TemplateResult {
  const { session, text } = tools;
  const row: RowTools = {
    session,
    pointer,
    name: title,
    taken: idsInScore(session.value.value),
    keepList: true,
    follow: tools.follow,
  };
  return html`<tr class="group ${tools.isChosen(pointer) ? 'chosen' : ''}" data-at=${pointer}
    @focusin=${() => choose(session, pointer)} @click=${() => choose(session, pointer)}
    @keydown=${(event: KeyboardEvent) => rowKeys(event, row)}>
    <td>${textCell(session, `${pointer}/title`, title, `${text.dimension} ${text.name}`, title)}</td>
    <td class="number">${sum}</td>
    <td class="weak">${adjust ? text.adjust : cap === undefined ? nothing : text.cap(String(cap))}</td>
    <td>${rowTools(row)}<span class="tools"><button type="button" class="tool"
      @click=${() => tools.addItem(pointer)}>＋${text.addItem}</button><button type="button" class="tool"
      @click=${() => tools.paste(pointer)}>${text.paste}</button></span></td>
  </tr>`;
}

function itemRow({ pointer, title, max, method, isReplacement }: ItemLine, tools: OutlineTools): TemplateResult {
  const { session, text } = tools;
  const row: RowTools = {
    session,
    pointer,
    name: title,
    taken: idsInScore(session.value.value),
    keepList: true,
    follow: tools.follow,
  };
  return html`<tr class="under ${tools.isChosen(pointer) ? 'chosen' : ''}" data-at=${pointer}
    @focusin=${() => choose(session, pointer)} @click=${() => choose(session, pointer)}
    @keydown=${(event: KeyboardEvent) => rowKeys(event, row)}>
    <td>${textCell(session, `${pointer}/title`, title, `${text.item} ${text.name}`, title)}</td>
    <td class="number">${numberCell(session, `${pointer}/max`, max, `${title} ${text.points}`, title)}</td>
    <td>${text.methods[method] ?? method}${isReplacement ? html` <span class="weak">${text.replaces}</span>` : nothing}</td>
    <td>${rowTools(row)}</td>
  </tr>`;
}

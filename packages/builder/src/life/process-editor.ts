import { html, nothing, type TemplateResult } from 'lit';
import { isObject } from '@jiceng/core/json/json.js';
import { valueAt } from '@jiceng/core/json/pointer.js';
import { choose, textCell } from '../lists/cells.ts';
import { listAt, textOf } from '../lists/list-edits.ts';
import { ListPane } from '../lists/list-pane.ts';
import { problemList } from '../lists/problem-list.ts';
import { rowKeys, rowTools, type RowTools } from '../lists/row-tools.ts';
import { propertyOf } from '../lists/short-table.ts';
import { spokenIn } from '../lists/spoken.ts';
import type { BuilderSession } from '../session/session.ts';
import { messages } from './life.messages.ts';
import { idsInProcess, newProcess, newStage, newStep } from './life-model.ts';

/**
 * Draws a process: stages and steps in order, with the times between them and the documents.
 *
 * @customElement jc-process-editor
 *
 * @csspart base - Everything.
 */
export class ProcessEditor extends ListPane {
  protected readonly places = /^\/process/;
  protected draw(session: BuilderSession): TemplateResult {
    const text = messages(this.language);
    const document = session.value.value;
    if (!isObject(valueAt(document, '/process'))) {
      return html`<div class="base" part="base">${this.beginning(text.processEmpty, text.startProcess, () => this.add(session, text.process, newProcess()))}</div>`;
    }
    const say = spokenIn(session);
    const taken = idsInProcess(document);
    const row = (pointer: string, title: string, word: string, cells: unknown, isGroup: boolean) => {
      const tools: RowTools = { session, pointer, name: title, taken, keepList: true, follow: this.focusRow };
      return html`<tr class="${isGroup ? 'group' : 'under'} ${this.isChosen(session, pointer) ? 'chosen' : ''}"
        data-at=${pointer} @focusin=${() => choose(session, pointer)} @click=${() => choose(session, pointer)}
        @keydown=${(event: KeyboardEvent) => rowKeys(event, tools)}>
        <td>${textCell(session, `${pointer}/title`, title, `${word} ${text.name}`, title)}</td>${cells}
        <td>${rowTools(tools)}${
          isGroup
            ? html`<button type="button" class="tool"
          @click=${() => this.add(session, text.step, newStep(session.value.peek(), pointer))}>＋${text.addStep}</button>`
            : nothing
        }</td></tr>`;
    };
    return this.beside(
      session,
      text.process,
      html`
      ${problemList(session, ['/process'])}
      <section class="part" aria-labelledby="process"><h3 class="part-title"
        id="process">${text.process}</h3><p class="part-help">${text.processHelp}</p>
        <div class="scroll"><table class="list">
          <thead><tr><th scope="col">${text.name}</th><th scope="col">${text.earliest}</th><th scope="col">${text.due}</th><th scope="col">${text.documents}</th><th scope="col">${text.tools}</th></tr></thead>
          <tbody>${listAt(document, '/process/stages').map(
            (stage, at) => html`
            ${row(`/process/stages/${at}`, textOf(stage, 'title'), text.stage, html`<td></td><td></td><td></td>`, true)}
            ${listAt(document, `/process/stages/${at}/steps`).map((step, index) =>
              row(
                `/process/stages/${at}/steps/${index}`,
                textOf(step, 'title'),
                text.step,
                html`
              <td>${say.value(propertyOf(step, 'earliest'))}</td><td>${say.value(propertyOf(step, 'due'))}</td><td>${listAt(
                step,
                '/documents',
              )
                .map((name) => String(name))
                .join('、')}</td>`,
                false,
              ),
            )}`,
          )}</tbody>
        </table></div>
        <div class="actions"><button type="button" class="button"
          @click=${() => this.add(session, text.stage, newStage(session.value.peek()))}>${text.addStage}</button></div></section>`,
    );
  }
}

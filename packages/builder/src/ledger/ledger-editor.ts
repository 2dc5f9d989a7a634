import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { baseStyles } from '@jiceng/elements/internal/base.styles.js';
import { tokens } from '@jiceng/elements/internal/tokens.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import { isObject } from '@jiceng/core/json/json.js';
import { valueAt } from '@jiceng/core/json/pointer.js';
import { added, listAt, placeIn } from '../lists/list-edits.ts';
import { ListPane } from '../lists/list-pane.ts';
import { listStyles } from '../lists/lists.styles.ts';
import { problemList } from '../lists/problem-list.ts';
import { carryOut } from '../lists/row-tools.ts';
import { propertyOf, shortTable } from '../lists/short-table.ts';
import { spokenIn } from '../lists/spoken.ts';
import type { BuilderSession } from '../session/session.ts';
import { columnActs, columnTools, moveColumn, takeOut } from './column-acts.ts';
import { EXAMPLE_ORGANISATION, EXAMPLE_PERSON, exampleRecords } from './examples.ts';
import { dragHead } from './head-drag.ts';
import { messages } from './ledger.messages.ts';
import { columnMoved, columnsBetween, headOf, newLamp, newLedger, type HeadCell } from './ledger-model.ts';
import styles from './ledger.styles.ts';

/** When examples happen, where the session does not say. */
const EXAMPLE_NOW = '2026-01-15T09:00:00+08:00';

/**
 * Draws a ledger: its head as in Excel, lamp rules, counters, and the real table with made-up records below.
 *
 * @customElement jc-ledger-editor
 *
 * @csspart base - Everything.
 */
export class LedgerEditor extends ListPane {
  protected readonly places = /^\/ledger/;
  static override styles = [tokens, baseStyles, listStyles, styles];

  protected draw(session: BuilderSession): TemplateResult {
    const text = messages(this.language);
    const document = session.value.value;
    if (!isObject(valueAt(document, '/ledger'))) {
      return html`<div class="base" part="base">${this.beginning(text.empty, text.start, () => this.add(session, text.started, newLedger(session.value.peek())))}</div>`;
    }
    const say = spokenIn(session);
    const lists = { session, isChosen: (pointer: string) => this.isChosen(session, pointer), follow: this.focusRow };
    return this.beside(
      session,
      text.title,
      html`
      ${problemList(session, ['/ledger'])}
      <section class="part" aria-labelledby="head"><h3 class="part-title"
        id="head">${text.head}</h3><p class="part-help">${text.headHelp}</p>
        <div class="scroll">${this.head(session)}</div>${columnTools(session)}</section>
      <section class="part" aria-labelledby="preview"><h3 class="part-title"
        id="preview">${text.preview}</h3><p class="part-help">${text.previewHelp}</p>${this.preview(session)}</section>
      <section class="part" aria-labelledby="lamps"><h3 class="part-title"
        id="lamps">${text.lamps}</h3><p class="part-help">${text.lampsHelp}</p>
        ${
          listAt(document, '/ledger/lamp').length === 0
            ? nothing
            : shortTable({
                ...lists,
                list: '/ledger/lamp',
                word: text.lamps,
                columns: [
                  { title: text.lamp, show: (rule) => text.lampNames[String(propertyOf(rule, 'lamp'))] ?? nothing },
                  {
                    title: text.when,
                    show: (rule) =>
                      propertyOf(rule, 'when') === undefined ? text.always : say.condition(propertyOf(rule, 'when')),
                  },
                ],
              })
        }
        <div class="actions"><button type="button" class="button"
          @click=${() => this.add(session, text.lamps, newLamp(session.value.peek(), text.lampNames))}>${text.addLamp}</button></div></section>
      <section class="part" aria-labelledby="counters"><h3 class="part-title"
        id="counters">${text.counters}</h3><p class="part-help">${text.countersHelp}</p>
        ${listAt(document, '/ledger/counters').length === 0 ? nothing : shortTable({ ...lists, list: '/ledger/counters', word: text.counters, columns: [{ title: text.when, show: (counter) => say.condition(propertyOf(counter, 'when')) }] })}
        <div class="actions"><button type="button" class="button"
          @click=${() => this.add(session, text.counters, added(session.value.peek(), '/ledger/counters', { title: text.counters, when: 'TRUE' }))}>${text.addCounter}</button></div></section>`,
    );
  }

  private head(session: BuilderSession): TemplateResult {
    const storeys = headOf(session.value.value, this.language);
    const drag = (event: PointerEvent) =>
      dragHead(event, {
        drop: (from, onto, behind) => {
          const { list, at } = placeIn(onto);
          carryOut(
            session,
            messages(this.language).moved(this.titleOf(session, from)),
            columnMoved(session.value.peek(), from, list, at + (behind ? 1 : 0)),
          );
        },
        size: (pointer, width) => this.setWidth(session, pointer, width),
      });
    return html`<table class="head" @pointerdown=${drag}
      @keydown=${(event: KeyboardEvent) => this.key(event, session)}><tbody>
      ${storeys.map((cells) => html`<tr>${cells.map((cell) => this.cell(session, cell))}</tr>`)}</tbody></table>`;
  }

  private cell(
    session: BuilderSession,
    { pointer, title, isGroup, columns, rows, width, frozen }: HeadCell,
  ): TemplateResult {
    const text = messages(this.language);
    const chosen = this.isChosen(session, pointer);
    return html`<th scope=${isGroup ? 'colgroup' : 'col'} colspan=${columns} rowspan=${rows} data-at=${pointer}
      class="${isGroup ? 'group' : ''} ${chosen ? 'chosen' : ''}">
      <button type="button" class="pick" aria-pressed=${chosen}
        @click=${(event: MouseEvent) => this.pick(event, session, pointer)}>${title}${width === undefined && !frozen ? nothing : html`<span class="detail">${width === undefined ? nothing : `${width} px`} ${frozen ? text.frozen : nothing}</span>`}</button>
      ${isGroup ? nothing : html`<span class="edge"></span>`}</th>`;
  }

  private pick(event: MouseEvent, session: BuilderSession, pointer: string): void {
    const selection = session.selection.peek().filter((each) => each.startsWith('/ledger/columns/'));
    if (!event.shiftKey && !event.ctrlKey && !event.metaKey) return session.select([pointer]);
    const [first] = selection;
    if (event.shiftKey && first !== undefined) return session.select(columnsBetween(first, pointer));
    session.select(
      selection.includes(pointer) ? selection.filter((each) => each !== pointer) : [...selection, pointer],
    );
  }

  private titleOf(session: BuilderSession, pointer: string): string {
    return headOf(session.value.peek(), this.language).reduce<string>(
      (found, row) => row.find((cell) => cell.pointer === pointer)?.title ?? found,
      '',
    );
  }

  private setWidth(session: BuilderSession, pointer: string, width: number): void {
    const column = valueAt(session.value.peek(), pointer);
    const did = messages(this.language).sized(this.titleOf(session, pointer));
    session.edit(
      { title: did },
      [
        typeof column === 'string'
          ? { set: pointer, value: { field: column, width } }
          : { set: `${pointer}/width`, value: width },
      ],
      [pointer],
    );
  }

  /** Arrows go about in the head; with Alt they move the column. */
  private key(event: KeyboardEvent, session: BuilderSession): void {
    const pointer = (event.target as HTMLElement).closest<HTMLElement>('[data-at]')?.dataset['at'];
    const step = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
    if (
      pointer === undefined ||
      (step === 0 && event.key !== 'ArrowUp' && event.key !== 'ArrowDown' && event.key !== 'Delete')
    )
      return;
    event.preventDefault();
    if (event.altKey) {
      const name = this.titleOf(session, pointer);
      if (step !== 0) moveColumn(session, pointer, step, name);
      else if (event.key === 'ArrowUp') takeOut(session, pointer, name);
    } else if (event.key === 'Delete') columnActs.remove(session);
    else {
      const all = [...(this.shadowRoot?.querySelectorAll<HTMLElement>('.head .pick') ?? [])];
      const storeys = headOf(session.value.peek(), this.language);
      const order = storeys.flat().map((cell) => cell.pointer);
      const to =
        step !== 0
          ? sibling(storeys, pointer, step)
          : event.key === 'ArrowUp'
            ? placeIn(placeIn(pointer).list).list && pointer.replace(/\/columns\/\d+$/, '')
            : `${pointer}/columns/0`;
      const target = all[order.indexOf(to)];
      if (target) {
        target.focus();
        session.select([to]);
      }
      return;
    }
    void this.updateComplete.then(() =>
      this.shadowRoot
        ?.querySelector<HTMLElement>(`[data-at="${CSS.escape(session.selection.peek()[0] ?? '')}"] .pick`)
        ?.focus(),
    );
  }

  private shown: { readonly definition: Definition; readonly records: ReturnType<typeof exampleRecords> } | undefined;

  private preview(session: BuilderSession): TemplateResult {
    const definition = session.definition.value;
    const now = session.supplies.value.now ?? EXAMPLE_NOW;
    if (!definition?.ledger) return html`<p class="part-help">${messages(this.language).noPreview}</p>`;
    if (this.shown?.definition !== definition) this.shown = { definition, records: exampleRecords(definition, now) };
    const { records } = this.shown;
    return html`<jc-ledger readonly locale=${this.language} .definition=${definition} .records=${records}
      .organisations=${guard([], () => [EXAMPLE_ORGANISATION])} .people=${guard([], () => [EXAMPLE_PERSON])}
      .now=${now}></jc-ledger>`;
  }
}

/** The heading beside one in its storey. */
function sibling(storeys: readonly (readonly HeadCell[])[], pointer: string, step: number): string {
  for (const row of storeys) {
    const at = row.findIndex((cell) => cell.pointer === pointer);
    if (at >= 0) return row[at + step]?.pointer ?? pointer;
  }
  return pointer;
}

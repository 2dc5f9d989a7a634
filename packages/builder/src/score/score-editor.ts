import { html, nothing, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { isObject } from '@jiceng/core/json/json.js';
import { valueAt } from '@jiceng/core/json/pointer.js';
import { ListPane } from '../lists/list-pane.ts';
import { DID } from '../lists/lists.messages.ts';
import { problemList } from '../lists/problem-list.ts';
import { carryOut } from '../lists/row-tools.ts';
import { propertyOf, shortTable } from '../lists/short-table.ts';
import { spokenIn } from '../lists/spoken.ts';
import type { BuilderSession } from '../session/session.ts';
import { askTickedVeto } from './commands.ts';
import type { ScoreMethod } from './method-card.ts';
import { outlineTable, type OutlineTools } from './outline-view.ts';
import { messages } from './score.messages.ts';
import {
  idsInScore,
  newBand,
  newDimension,
  newItem,
  newScore,
  newVeto,
  scoreOutline,
  withPasted,
} from './score-model.ts';

/**
 * Draws a score: dimensions and items with their points, bands, vetoes, and the score tried out on example data.
 *
 * @customElement jc-score-editor
 *
 * @csspart base - Everything.
 */
export class ScoreEditor extends ListPane {
  protected readonly places = /^\/score/;
  /** The dimension into which items are being pasted; `''`: none. */
  @state() private pasting = '';
  /** Pasted lines that became nothing. */
  @state() private left: readonly string[] = [];
  /** The score is being tried out: it is computed only then. */
  @state() private isTrying = false;
  @query('jc-score-method') private method!: ScoreMethod | null;
  @query('textarea') private pasteArea!: HTMLTextAreaElement | null;

  protected draw(session: BuilderSession): TemplateResult {
    const text = messages(this.language);
    const document = session.value.value;
    if (!isObject(valueAt(document, '/score'))) {
      return html`<div class="base" part="base">${this.beginning(text.empty, text.start, () => this.add(session, text.started, newScore(session.value.peek())))}</div>`;
    }
    const tools: OutlineTools = {
      session,
      text,
      isChosen: (pointer) => this.isChosen(session, pointer),
      follow: this.focusRow,
      paste: (pointer) => this.openPaste(pointer),
      addItem: (pointer) => this.add(session, text.item, newItem(session.value.peek(), pointer)),
    };
    const say = spokenIn(session);
    const lists = { session, isChosen: tools.isChosen, follow: this.focusRow, taken: idsInScore(document) };
    return this.beside(
      session,
      text.title,
      html`
      ${problemList(session, ['/score'])}
      <section class="part" aria-labelledby="outline"><h3 class="part-title"
        id="outline">${text.outline}</h3><p class="part-help">${text.outlineHelp}</p>
        ${this.total(session)}
        ${outlineTable(tools)}
        ${this.pasteBox(session)}
        ${
          this.left.length > 0
            ? html`<p class="part-help"
          role="status">${text.left(this.left.length)}${this.left.slice(0, 5).join('；')}</p>`
            : nothing
        }
        <div class="actions"><button type="button" class="button"
          @click=${() => this.add(session, text.dimension, newDimension(session.value.peek()))}>${text.addDimension}</button>
          <button type="button" class="button" @click=${() => session.select(['/score'])}>${text.settings}</button></div></section>
      <section class="part" aria-labelledby="bands"><h3 class="part-title"
        id="bands">${text.bands}</h3><p class="part-help">${text.bandsHelp}</p>
        ${valueAt(document, '/score/bands') === undefined ? nothing : shortTable({ ...lists, list: '/score/bands', word: text.band, columns: [{ title: text.from, show: (band) => say.value(propertyOf(band, 'min')) }] })}
        <div class="actions"><button type="button" class="button"
          @click=${() => this.add(session, text.band, newBand(session.value.peek()))}>${text.addBand}</button></div></section>
      <section class="part" aria-labelledby="vetoes"><h3 class="part-title"
        id="vetoes">${text.vetoes}</h3><p class="part-help">${text.vetoesHelp}</p>
        ${valueAt(document, '/score/veto') === undefined ? nothing : shortTable({ ...lists, list: '/score/veto', word: text.veto, columns: [{ title: text.condition, show: (veto) => say.condition(propertyOf(veto, 'when')) }] })}
        <div class="actions"><button type="button" class="button"
          @click=${() => askTickedVeto(session)}>${text.addTickedVeto}</button><button type="button" class="button"
          @click=${() => this.add(session, text.veto, newVeto(session.value.peek()))}>${text.addVeto}</button></div></section>
      ${this.trial(session)}`,
      html`<jc-score-method .session=${session}></jc-score-method>`,
    );
  }

  protected override focusProperties(): void {
    if (!this.method?.focusForm()) super.focusProperties();
  }

  /** How many points are given, and what is missing to full marks. */
  private total(session: BuilderSession): TemplateResult | typeof nothing {
    const text = messages(this.language);
    const { sum, max, isOver } = scoreOutline(session.value.value);
    if (isOver) return nothing;
    const off = max === undefined ? undefined : Number((max - sum).toFixed(4));
    // The gate knows about replacements and kinds of organisation; where it is content, so are we.
    const isEqual = off === 0 || !session.problems.value.some(({ code }) => code === 'score-sum');
    const words =
      max === undefined
        ? text.noMax
        : isEqual
          ? text.equal
          : (off ?? 0) > 0
            ? text.short(String(off))
            : text.over(String(-(off ?? 0)));
    return html`<p class="sum ${isEqual && max !== undefined ? 'good' : 'bad'}"
      role="status">${max === undefined ? nothing : text.sum(String(sum), String(max))}${max === undefined ? nothing : this.language === 'zh-CN' ? '，' : '. '}${words}
      ${
        isEqual || sum <= 0
          ? nothing
          : html`<button type="button" class="button"
        @click=${() => session.edit({ title: DID.change(text.setMax) }, [{ set: '/score/max', value: sum }])}>${text.makeMax(String(sum))}</button>`
      }</p>`;
  }

  private openPaste(pointer: string): void {
    this.pasting = pointer;
    void this.updateComplete.then(() => this.pasteArea?.focus());
  }

  private pasteBox(session: BuilderSession): TemplateResult | typeof nothing {
    const text = messages(this.language);
    const dimension = this.pasting;
    if (dimension === '' || valueAt(session.value.value, dimension) === undefined) return nothing;
    const take = async () => {
      const { readPaste, pastedDimensions } = await import('@jiceng/sheet/paste/part.js');
      const pasted = readPaste(this.pasteArea?.value ?? '', 'items');
      const groups = pasted.as === 'items' ? pasted.groups : [];
      const document = session.value.peek();
      const count = groups.reduce((sum, { items }) => sum + items.length, 0);
      if (count > 0)
        carryOut(
          session,
          { 'zh-CN': messages('zh-CN').pasted(count), en: messages('en').pasted(count) },
          withPasted(document, dimension, pastedDimensions(groups, idsInScore(document))),
        );
      this.left = pasted.rest.map(({ text: words }) => words);
      this.pasting = '';
    };
    return html`<div class="part"><label class="part-help" for="paste">${text.pasteHelp}</label><textarea id="paste"
      class="cell paste" rows="6"></textarea>
      <div class="actions"><button type="button" class="button primary"
        @click=${() => void take()}>${text.pasteDo}</button><button type="button" class="button" @click=${() => {
          this.pasting = '';
        }}>${text.cancel}</button></div></div>`;
  }

  private trial(session: BuilderSession): TemplateResult {
    const text = messages(this.language);
    const definition = session.definition.value;
    const { definitions = [], now = '' } = session.supplies.value;
    const isBroken = session.problems.value.length > 0;
    const [chosen = ''] = session.selection.value;
    return html`<details class="part" @toggle=${(event: Event) => {
      this.isTrying = (event.target as HTMLDetailsElement).open;
    }}><summary class="part-title">${text.tryTitle}</summary>
      ${
        this.isTrying
          ? html`<p class="part-help">${text.tryHelp}</p>
        ${isBroken ? html`<p class="part-help">${definition?.score ? text.tryBroken : text.tryNone}</p>` : nothing}
        ${
          definition?.score
            ? html`<jc-score-try-out .definition=${definition} .definitions=${definitions} .now=${now}
          .language=${this.language} .chosen=${chosen}></jc-score-try-out>`
            : nothing
        }`
          : nothing
      }</details>`;
  }
}

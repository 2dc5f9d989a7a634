import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { rowsOf } from '@jiceng/core/definition/places.js';
import { fieldAt, placeOfField } from '../structure/field-places.ts';
import { SessionElement } from '../session/session-element.ts';
import type { BuilderSession } from '../session/session.ts';
import { showPane, showPlace } from '../session/show-pane.ts';
import { findingsOf } from './findings.ts';
import { contextOf } from '../formula/formula-context.ts';
import { both, messages, type Messages } from './logic.messages.ts';
import styles from './logic.styles.ts';
import { newRule, type NewEffect } from './new-rule.ts';
import { duplicateRule, removeLine, shiftRule, type RuleChange } from './rule-edits.ts';
import { ruleLine, type LineActs } from './rule-line.ts';
import { linesAbout, ruleLines, type RuleLine } from './rule-list.ts';
import { ruleTargets, type RuleTarget } from './targets.ts';

const EFFECTS: readonly NewEffect[] = ['visible', 'required', 'readonly', 'value', 'check', 'section'];

/**
 * All rules of the definition as sentences, with what is wrong with them; each is edited where it stands.
 *
 * @customElement jc-logic
 *
 * @fires {CustomEvent<ShowPane>} jc-pane-show - The field of a rule, or the place of a finding, is wanted.
 * @csspart base - Everything.
 */
export class LogicPane extends SessionElement {
  static override styles = [...(SessionElement.styles as []), styles];

  /** Address of the field whose rules alone are shown; `''`: all. */
  @state() private filter = '';
  /** Pointer of the formula whose editor is open. */
  @state() private open = '';
  @state() private isAdding = false;
  @state() private effect: NewEffect = 'required';
  @state() private target = '';
  /** The selection that was last followed. */
  private chosen: readonly string[] = [];
  /** Pointer of a line whose sentence gets the focus after drawing. */
  private focusNext: string | undefined;

  protected draw(session: BuilderSession): TemplateResult {
    const text = messages(this.language);
    const value = session.value.value;
    const { definitions } = session.supplies.value;
    const context = contextOf(value, { language: this.language, ...(definitions ? { definitions } : {}) });
    if (!context)
      return html`<div class="base" part="base"><p class="empty" role="status">${text.unreadable}</p></div>`;
    const all = ruleLines(value, context, definitions);
    this.follow(session.selection.value, all);
    const lines = linesAbout(all, this.filter);
    const targets = ruleTargets(value, context);
    const fields = targets.filter(({ kind }) => kind === 'field');
    return html`<div class="base" part="base" role="group" aria-label=${text.title}>
      <div class="bar">
        <div><label for="filter">${text.filter}</label><select id="filter" @change=${this.choose('filter')}>
          <option value="" .selected=${this.filter === ''}>${text.all}</option>${fields.map(
            ({ id, title }) => html`<option value=${id}
            .selected=${id === this.filter}>${title}</option>`,
          )}
        </select></div>
        <span class="count" role="status">${text.count(lines.length, all.length)}</span>
        <button type="button" class="button primary" aria-expanded=${this.isAdding} ?disabled=${fields.length === 0}
          @click=${this.turnAdding}>${text.add}</button>
      </div>
      ${this.isAdding ? this.adding(targets, text) : nothing}
      ${fields.length === 0 ? html`<p class="empty">${text.noFields}</p>` : lines.length === 0 ? html`<p class="empty">${this.filter === '' ? text.none : text.noneHere}</p>` : nothing}
      <ol class="rules">${repeat(
        lines,
        ({ pointer }) => pointer,
        (line) => ruleLine(session, line, line.pointer === this.open, text, this.acts),
      )}</ol>
      ${this.others(session, all, text)}
    </div>`;
  }

  private adding(targets: readonly RuleTarget[], text: Messages): TemplateResult {
    const suited = targets.filter(({ kind }) => (kind === 'section') === (this.effect === 'section'));
    const target = suited.some(({ id }) => id === this.target) ? this.target : (suited[0]?.id ?? '');
    return html`<div class="adding" role="group" aria-label=${text.add}>
      <div><label for="effect">${text.effect}</label><select id="effect"
        @change=${this.choose('effect')}>${EFFECTS.filter(
          (each) => each !== 'section' || targets.some(({ kind }) => kind === 'section'),
        ).map(
          (each) => html`<option value=${each}
        .selected=${each === this.effect}>${text.effects[each]}</option>`,
        )}</select></div>
      <div><label for="target">${text.target}</label><select id="target"
        @change=${this.choose('target')}>${suited.map(
          ({ id, title }) => html`<option value=${id}
        .selected=${id === target}>${title}</option>`,
        )}</select></div>
      <button type="button" class="button" ?disabled=${target === ''}
        @click=${() => this.add(target)}>${text.confirm}</button>
    </div>`;
  }

  /** What is wrong elsewhere: moves, points, facts. */
  private others(session: BuilderSession, lines: readonly RuleLine[], text: Messages): TemplateResult | typeof nothing {
    const found = findingsOf(session);
    if (found.length === 0)
      return lines.length === 0 ? nothing : html`<p class="fine" role="status">✓ ${text.fine}</p>`;
    const others = found.filter(
      ({ pointer }) => !lines.some((line) => pointer === line.pointer || pointer.startsWith(`${line.pointer}/`)),
    );
    if (others.length === 0) return nothing;
    return html`<h3>${text.other}</h3><ul class="wrong">${others.map(
      ({ pointer, reason }) =>
        html`<li>${reason[this.language]} <button type="button" class="link" @click=${() => {
          session.select([pointer]);
          showPlace(this, pointer);
        }}>${text.show}</button></li>`,
    )}</ul>`;
  }

  /** A rule that was selected elsewhere is opened. */
  private follow(selection: readonly string[], lines: readonly RuleLine[]): void {
    if (selection === this.chosen) return;
    this.chosen = selection;
    const [only = ''] = selection;
    if (lines.some(({ rule, pointer }) => pointer === this.open && rule === only)) return;
    const address = fieldAt(only);
    if (address !== undefined) this.target = address;
    const line = lines.find(({ rule, pointer }) => (rule === only && /^\/rules\//.test(rule)) || pointer === only);
    if (line) this.open = line.pointer;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.focusNext === undefined) return;
    const pointer = this.focusNext;
    this.focusNext = undefined;
    const line =
      this.renderRoot.querySelector<HTMLElement>(`[data-pointer="${CSS.escape(pointer)}"] .sentence`) ??
      this.renderRoot.querySelector<HTMLElement>('.bar .button');
    line?.focus();
    line?.scrollIntoView({ block: 'nearest' });
  }

  private readonly turnAdding = (): void => {
    this.isAdding = !this.isAdding;
  };

  private choose(name: 'filter' | 'effect' | 'target') {
    return (event: Event): void => {
      const { value } = event.target as HTMLSelectElement;
      if (name === 'effect') this.effect = value as NewEffect;
      else this[name] = value;
    };
  }

  private add(target: string): void {
    const { session, effect } = this;
    const value = session?.value.peek();
    const rows = effect === 'section' ? undefined : rowsOf(target);
    const context = value === undefined ? undefined : contextOf(value, { language: this.language, rows });
    if (!session || value === undefined || !context) return;
    const change = newRule(value, effect, target, context);
    this.isAdding = false;
    this.filter = '';
    this.carryOut('added', change, effect === 'section' ? 'when' : effect);
  }

  /** Makes a change and opens what it led to. */
  private carryOut(key: Parameters<typeof both>[0], change: RuleChange | undefined, part?: string): void {
    const { session } = this;
    if (!session) return;
    if (!change) {
      session.said.value = messages(this.language).noFurther;
      return;
    }
    const [select = ''] = change.select;
    this.open = part === undefined || select === '' ? '' : `${select}/${part}`;
    this.focusNext = this.open;
    session.edit({ title: both(key) }, change.edits, change.select);
  }

  private readonly acts: LineActs = {
    toggle: (line) => {
      this.open = this.open === line.pointer ? '' : line.pointer;
      this.session?.select([line.rule]);
    },
    change: (line, formula) => {
      this.session?.edit(
        { title: both('changed'), group: `rule ${line.pointer}` },
        [{ set: line.pointer, value: formula }],
        [line.rule],
      );
    },
    shift: (line, by) =>
      this.carryOut('moved', this.session && shiftRule(this.session.value.peek(), line.rule, by), line.effect),
    duplicate: (line) =>
      this.carryOut('copied', this.session && duplicateRule(this.session.value.peek(), line.rule), line.effect),
    remove: (line) => this.carryOut('removed', this.session && removeLine(this.session.value.peek(), line)),
    go: (line) => {
      const { session } = this;
      const place = session && line.field !== undefined ? placeOfField(session.value.peek(), line.field) : undefined;
      if (!session || place === undefined) return;
      session.select([place]);
      showPane(this, 'design');
    },
  };
}

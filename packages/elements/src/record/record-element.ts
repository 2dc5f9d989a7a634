import type { Refusal, Snapshot } from '@jiceng/core/engine/contract.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import type { Organisation } from '@jiceng/core/generated/organisation.js';
import type { Person } from '@jiceng/core/generated/person.js';
import type { FactReader } from '@jiceng/core/record/fact-reader.js';
import type { Bilingual, Problem, Result } from '@jiceng/core/text/problem.js';
import { PUNCTUATION } from '@jiceng/core/text/punctuation.js';
import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { languageOf } from '../internal/locale.ts';
import { SurroundingsController } from '../internal/surroundings-controller.ts';
import { loadGate, verdictOn } from './gate.ts';
import { clockNow, Sight, type SightInput } from './sight.ts';

const NO_GATE: Bilingual = {
  'zh-CN': '检查定义的程序未能加载，请刷新页面重试。',
  en: 'What checks definitions could not be loaded. Load the page again.',
};

/**
 * Base of elements that show records through their definition: what the host gives them, the gate, and what is said
 * when it is shut.
 */
export abstract class RecordElement extends LitElement {
  /** The definition; one that is not admitted is told in place of the content. */
  @property({ attribute: false }) definition?: Definition;
  /** Organisations, for their names and the order of the tree. */
  @property({ attribute: false }) organisations?: readonly Organisation[];
  /** People, for their names and for choosing. */
  @property({ attribute: false }) people?: readonly Person[];
  /** Facts that formulas read. */
  @property({ attribute: false }) facts?: FactReader;
  /** Who is at work, the provider's by default; nobody may only read. */
  @property({ attribute: false }) person?: Person;
  /**
   * A consistent state of the store, for judging moves; without it, what the other properties say is taken. Its
   * definitions need not pass the gate again.
   */
  @property({ attribute: false }) snapshot?: Snapshot;
  /** The present moment, `2025-09-15T09:30:00+08:00`; the data source's, or the reader's clock, by default. */
  @property() now?: string;
  /** Nothing can be changed. */
  @property({ type: Boolean }) readonly = false;
  /** Language tag; the provider's or the page's by default. */
  @property() locale?: string;

  protected readonly surroundings = new SurroundingsController(this, () => this.requestUpdate());
  /** The records' definition with all that is known around it; undefined while there is no usable definition. */
  protected sight: Sight | undefined;
  /** Something without which not all that was asked for can be drawn. */
  protected loading: Promise<void> | undefined;
  private admission: Result<Definition> | undefined;
  /** The definition for which the gate could not be loaded. */
  private unjudged: Definition | undefined;
  private warned = false;

  protected override async getUpdateComplete(): Promise<boolean> {
    let done = await super.getUpdateComplete();
    while (this.loading !== undefined) {
      await this.loading;
      done = await super.getUpdateComplete();
    }
    return done;
  }

  /** Makes `sight` anew when something around the records has changed; says whether it did. */
  protected look(): boolean {
    const { definition } = this;
    this.admission = definition && verdictOn(definition, this.snapshot);
    if (definition && !this.admission && this.unjudged !== definition) this.loadGateFor(definition);
    const before = this.sight;
    if (!this.admission?.ok) {
      this.sight = undefined;
      return before !== undefined;
    }
    const { value, locale } = this.surroundings;
    const input: SightInput = {
      definition: this.admission.value,
      organisations: this.organisations,
      people: this.people,
      facts: this.facts,
      person: this.person ?? value.person,
      actorOrgId: value.actorOrgId,
      snapshot: this.snapshot,
      now: this.now ?? value.dataSource?.now() ?? before?.now ?? clockNow(),
      locale,
    };
    if (before && (Object.keys(input) as (keyof SightInput)[]).every((key) => before.input[key] === input[key]))
      return false;
    this.sight = new Sight(input);
    return true;
  }

  /** In place of the content: `undefined` when it can be shown. */
  protected obstacle(texts: { readonly noDefinition: string; readonly broken: string }): TemplateResult | undefined {
    const result = this.admission;
    if (!this.definition) return this.message(html`${texts.noDefinition}`);
    if (!result && this.unjudged === this.definition)
      return this.message(html`<span role="alert">${this.say(NO_GATE)}</span>`);
    if (!result || result.ok) return undefined;
    return this.message(
      html`${texts.broken}<ul>${result.problems.slice(0, 5).map(({ pointer, reason }) => html`<li>${pointer || '/'}${PUNCTUATION[languageOf(this.surroundings.locale)].colon}${this.say(reason)}</li>`)}</ul>`,
    );
  }

  protected message(content: TemplateResult): TemplateResult {
    return html`<div class="base" part="base"><div class="message">${content}</div></div>`;
  }

  /** A box of reasons, read aloud at once. */
  protected refusal(title: string, reasons: readonly Bilingual[] | undefined): TemplateResult | typeof nothing {
    return reasons === undefined || reasons.length === 0
      ? nothing
      : html`<div class="refusal" role="alert">${title}<ul>${reasons.map((reason) => html`<li>${this.say(reason)}</li>`)}</ul></div>`;
  }

  /** What a store's refusal says; `conflict` in place of one that gives no reason. */
  protected problemsOf({ code, problems }: Refusal, conflict: string): readonly Problem[] {
    return problems.length > 0 ? problems : [{ pointer: '', code, reason: { 'zh-CN': conflict, en: conflict } }];
  }

  protected say(reason: Bilingual): string {
    return reason[languageOf(this.surroundings.locale)];
  }

  /** Tells developers once that ids came as numbers, of which long ones have lost digits by now. */
  protected warnOfNumbers(records: Iterable<{ readonly id: unknown }>, warning: string): void {
    if (this.warned) return;
    for (const { id } of records)
      if (typeof id === 'number') {
        this.warned = true;
        console.warn(warning);
        return;
      }
  }

  protected emit<T>(name: string, detail: T): void {
    this.dispatchEvent(new CustomEvent<T>(name, { detail, bubbles: true, composed: true }));
  }

  private loadGateFor(definition: Definition): void {
    this.loading ??= loadGate()
      .catch((reason: unknown) => {
        this.unjudged = definition;
        console.warn(reason);
      })
      .then(() => {
        this.loading = undefined;
        this.requestUpdate();
      });
  }
}

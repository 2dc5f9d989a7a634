import { admit } from '@jiceng/core/definition/admit.js';
import type { Change, Refusal, Snapshot } from '@jiceng/core/engine/contract.js';
import type { FactReader } from '@jiceng/core/facts/contract.js';
import { codePoints } from '@jiceng/core/form/field-value.js';
import type { Definition, ProcessStage } from '@jiceng/core/generated/definition.js';
import type { Organisation } from '@jiceng/core/generated/organisation.js';
import type { Person } from '@jiceng/core/generated/person.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import { SHORTEST_REASON } from '@jiceng/core/life/moves.js';
import { processOf, type ProcessView, type StepView } from '@jiceng/core/process/process.js';
import type { Result } from '@jiceng/core/text/problem.js';
import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { escapeHTML } from '../grid/plain-table.ts';
import { baseStyles } from '../internal/base.styles.ts';
import { languageOf } from '../internal/locale.ts';
import { SurroundingsController } from '../internal/surroundings-controller.ts';
import { tokens } from '../internal/tokens.ts';
import { uniqueId } from '../internal/unique-id.ts';
import { askStyles } from '../ledger/ask.styles.ts';
import { clockNow, Sight, type SightInput } from '../ledger/sight.ts';
import { messages } from './process.messages.ts';
import styles from './process.styles.ts';
import { mayAct, StepDraft, stepItem } from './step-view.ts';

/** Detail of `jc-step`, as the store's step command wants it. */
export interface StepDetail { readonly recordId: string; readonly revision: number; readonly step: string; readonly action: 'done' | 'return'; readonly changes: readonly Change[]; readonly reason?: string }

const NARROW = 560;
const admitted = new WeakMap<object, Result<Definition>>();
type StageStatus = 'done' | 'active' | 'pending';

/**
 * One record's way through a staged process: where it stands, what is due, what to fill in, and the button that completes a step.
 *
 * @customElement jc-process
 *
 * @fires {CustomEvent<StepDetail>} jc-step - When a step is completed or returned; the element itself changes nothing.
 *
 * @csspart base - Everything.
 */
export class Process extends LitElement {
  static override styles = [tokens, baseStyles, askStyles, styles];

  /** The definition; its `process` is shown. */
  @property({ attribute: false }) definition?: Definition;
  /** The record; `undefined` while it is being read. */
  @property({ attribute: false }) record?: StoredRecord;
  /** Organisations, for their names. */
  @property({ attribute: false }) organisations?: readonly Organisation[];
  /** People, for their names and for choosing. */
  @property({ attribute: false }) people?: readonly Person[];
  /** Facts that dates and warnings read. */
  @property({ attribute: false }) facts?: FactReader;
  /** Who is at work; nobody may only read. */
  @property({ attribute: false }) person?: Person;
  /** A consistent state of the store, for names, facts and working days. */
  @property({ attribute: false }) snapshot?: Snapshot;
  /** The present moment; default: the data source's, or the reader's clock. */
  @property() now?: string;
  /** Nothing can be completed. */
  @property({ type: Boolean }) readonly = false;
  /** Language tag; default: the provider's or the page's. */
  @property() locale?: string;

  @state() private width = 0;
  @state() private said = '';
  @state() private returning: { readonly step: string; readonly reason: string; readonly tried: boolean } | undefined;

  private readonly surroundings = new SurroundingsController(this, () => this.requestUpdate());
  private readonly idPrefix = uniqueId('jc-process');
  private readonly observer = new ResizeObserver(() => this.resized());
  private readonly drafts = new Map<string, StepDraft>();
  private sight: Sight | undefined;
  private sightOf: SightInput | undefined;
  private view: ProcessView | undefined;
  private shownRecord: StoredRecord | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.observer.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.observer.disconnect();
  }

  /** Shows why the store refused a step. */
  showRefusal(recordId: string, refusal: Refusal): void {
    if (recordId !== this.record?.id) return;
    const text = messages(this.surroundings.locale);
    const problems = refusal.problems.length > 0 ? refusal.problems : [{ pointer: '', code: refusal.code, reason: { 'zh-CN': text.conflict, en: text.conflict } }];
    const draft = [...this.drafts.values()].find(({ tried }) => tried) ?? [...this.drafts.values()][0];
    if (draft) draft.problems = problems;
    this.said = `${text.refused}${problems.map(({ reason }) => reason[languageOf(this.surroundings.locale)]).join('')}`;
    this.requestUpdate();
  }

  /** Takes what was changed in place into account. */
  refresh(): void {
    this.shownRecord = undefined;
    this.requestUpdate();
  }

  /** Stages and steps as text, for read-aloud tools. */
  getPlainText(): string {
    return this.lines().map(({ title, steps }) => [title, ...steps.map((cells) => cells.filter(Boolean).join('，'))].join('\n')).join('\n');
  }

  /** Stages and steps as HTML that needs no style sheet, for print tools that copy markup. */
  getPrintHTML(): string {
    const cell = 'border:0.75pt solid #000;padding:1.5mm;vertical-align:top';
    return this.lines().map(({ title, steps }) => `<table style="width:100%;border-collapse:collapse;font-family:SimSun,serif;font-size:10.5pt;margin-bottom:4mm"><caption style="text-align:left;font-weight:bold;padding:2mm 0">${escapeHTML(title)}</caption><tbody>${steps.map((cells) => `<tr style="page-break-inside:avoid">${cells.map((words) => `<td style="${cell}">${escapeHTML(words)}</td>`).join('')}</tr>`).join('')}</tbody></table>`).join('');
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { value, locale } = this.surroundings;
    if (changed.has('definition') && this.definition && !admitted.has(this.definition)) admitted.set(this.definition, admit(this.definition));
    const result = this.definition && admitted.get(this.definition);
    this.view = undefined;
    if (!result?.ok || !this.record) return;
    const input: SightInput = {
      definition: result.value, organisations: this.organisations, people: this.people, facts: this.facts, person: this.person ?? value.person, actorOrgId: value.actorOrgId, snapshot: this.snapshot,
      now: this.now ?? value.dataSource?.now() ?? this.sightOf?.now ?? clockNow(), locale,
    };
    const before = this.sightOf;
    if (!before || (Object.keys(input) as (keyof SightInput)[]).some((key) => before[key] !== input[key])) {
      this.sightOf = input;
      this.sight = new Sight(input);
      this.drafts.clear();
    }
    this.view = processOf(this.sight!.compiled, this.record, this.sight!.scope(this.record));
    this.followRecord(this.record);
  }

  protected override render(): TemplateResult {
    const text = messages(this.surroundings.locale);
    const result = this.definition && admitted.get(this.definition);
    const { sight, view, record } = this;
    if (!this.definition) return this.message(html`${text.noDefinition}`);
    if (result && !result.ok) return this.message(html`${text.broken}<ul>${result.problems.slice(0, 5).map(({ pointer, reason }) => html`<li>${pointer || '/'}：${reason[languageOf(this.surroundings.locale)]}</li>`)}</ul>`);
    if (!record || !sight) return this.message(html`<span role="status">${text.loading}</span>`);
    if (!view) return this.message(html`${text.noProcess}`);
    const stages = sight.compiled.definition.process!.stages;
    const narrow = this.width > 0 && this.width < NARROW;
    return html`<div class="base ${narrow ? 'narrow' : ''}" part="base">
      <div class="head"><h2>${record.subject?.title ?? sight.text('/title', sight.compiled.definition.title)}</h2><span class="overview">${overview(view, stages, text)}</span><span class="weak">${text.asOf(sight.now.slice(0, 10))}</span></div>
      ${view.warnings.length > 0 ? html`<div class="notice"><strong>${text.warnings}</strong><ul>${view.warnings.map((warning) => html`<li>${warning[sight.names.language]}</li>`)}</ul></div>` : nothing}
      <ol class="stages" aria-label=${text.stages}>${stages.map((stage, at) => {
        const status = stageStatus(stage, view);
        const steps = view.steps.filter((each) => each.stage === stage);
        return html`<li class=${status} aria-current=${view.current?.stage === stage ? 'step' : nothing}><span class="dot" aria-hidden="true">${status === 'done' ? '✓' : at + 1}</span><span class="stage-text"><span class="stage-title">${sight.text(`/process/stages/${at}/title`, stage.title)}</span><span class="weak">${text.stageState[status]} · ${text.stageSteps(steps.filter((each) => each.status === 'done').length, steps.length)}</span></span></li>`;
      })}</ol>
      ${stages.map((stage, at) => this.stage(stage, at, view, record, sight))}
      <div class="visually-hidden" role="status">${this.said}</div>
    </div>`;
  }

  private stage(stage: ProcessStage, at: number, view: ProcessView, record: StoredRecord, sight: Sight): TemplateResult {
    const text = messages(this.surroundings.locale);
    const steps = view.steps.filter((each) => each.stage === stage);
    const isOpen = steps.some(({ status }) => status !== 'pending' && status !== 'done');
    const title = sight.text(`/process/stages/${at}/title`, stage.title);
    return html`<details class="stage" ?open=${isOpen || view.current === undefined}><summary>${at + 1}. ${title}<span class="weak">${text.stageSteps(steps.filter(({ status }) => status === 'done').length, steps.length)}</span></summary>
      <ol aria-label=${text.outOf(title)}>${steps.map((step) => this.step(step, record, sight))}</ol></details>`;
  }

  private step(view: StepView, record: StoredRecord, sight: Sight): TemplateResult {
    const { id } = view.step;
    const isOpen = view.status !== 'pending' && view.status !== 'done';
    const mine = !this.readonly && sight.person !== undefined && mayAct(view, record, sight).allowed;
    let draft = this.drafts.get(id);
    if (isOpen && !draft) this.drafts.set(id, (draft = new StepDraft(view, record, sight, !mine)));
    const returning = this.returning?.step === id ? this.returning : undefined;
    const prefix = `${this.idPrefix}-${view.number}`;
    return stepItem({
      view, record, sight, draft, readonly: this.readonly, prefix, canReturn: mine,
      context: { sight, prefix, organisations: this.organisations ?? [], people: this.people ?? [], changed: () => this.requestUpdate() },
      finish: () => draft && this.finish(draft, record),
      startReturn: () => { this.returning = { step: id, reason: '', tried: false }; },
      setReturn: (reason) => { this.returning = reason === undefined ? undefined : { step: id, reason, tried: returning?.tried ?? false }; },
      confirmReturn: () => this.confirmReturn(record),
      returning: returning?.reason, returnTried: returning?.tried === true && tooShort(returning.reason),
    });
  }

  private finish(draft: StepDraft, record: StoredRecord): void {
    const wanted = draft.form.layout.sections.value.flatMap(({ fields }) => fields.map(({ pointer }) => pointer));
    const wrong = draft.form.validateAll().some(({ pointer }) => wanted.some((each) => pointer === each || pointer.startsWith(`${each}/`)));
    draft.problems = [];
    draft.tried = wrong;
    this.requestUpdate();
    if (wrong) {
      void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.step-body [aria-invalid]')?.focus());
      return;
    }
    this.emit({ recordId: record.id, revision: record.revision, step: draft.view.step.id, action: 'done', changes: draft.form.changes() });
  }

  private confirmReturn(record: StoredRecord): void {
    const { returning } = this;
    if (!returning) return;
    if (tooShort(returning.reason)) this.returning = { ...returning, tried: true };
    else this.emit({ recordId: record.id, revision: record.revision, step: returning.step, action: 'return', changes: [], reason: returning.reason.trim() });
  }

  private emit(detail: StepDetail): void {
    this.dispatchEvent(new CustomEvent<StepDetail>('jc-step', { detail, bubbles: true, composed: true }));
  }

  /** The store has answered: what was typed into steps that are still open stays on top of it. */
  private followRecord(record: StoredRecord): void {
    const before = this.shownRecord;
    if (before === record) return;
    this.shownRecord = record;
    if (before?.id !== record.id) this.drafts.clear();
    this.returning = undefined;
    const text = messages(this.surroundings.locale);
    for (const [id, draft] of this.drafts) {
      const now = this.view?.steps.find(({ step }) => step.id === id);
      if (now === undefined || now.status === 'done' || now.status === 'pending') {
        this.drafts.delete(id);
        if (now?.status === 'done') this.said = text.saved(draft.view.step.title);
      } else draft.form.rebase(record);
    }
  }

  private lines(): { title: string; steps: string[][] }[] {
    const { view, sight } = this;
    if (!view || !sight) return [];
    const text = messages(this.surroundings.locale);
    return sight.compiled.definition.process!.stages.map((stage) => ({
      title: stage.title,
      steps: view.steps.filter((each) => each.stage === stage).map(({ number, step, status, doneOn, dueOn, delayDays }) => [`${number}. ${step.title}`, text.status[status], doneOn ? text.doneOn(doneOn) : '', dueOn ? text.dueOn(dueOn) : '', delayDays > 0 ? text.late(delayDays) : '']),
    }));
  }

  private message(content: TemplateResult): TemplateResult {
    return html`<div class="base" part="base"><div class="message">${content}</div></div>`;
  }

  private resized(): void {
    const { width } = this.getBoundingClientRect();
    if (this.width === 0 || (width < NARROW) !== (this.width < NARROW)) this.width = width;
  }
}

const tooShort = (reason: string) => codePoints(reason.trim()) < SHORTEST_REASON;

function stageStatus(stage: ProcessStage, { steps }: ProcessView): StageStatus {
  const own = steps.filter((each) => each.stage === stage);
  return own.every(({ status }) => status === 'done') ? 'done' : own.every(({ status }) => status === 'pending') ? 'pending' : 'active';
}

function overview({ current, steps }: ProcessView, stages: readonly ProcessStage[], text: ReturnType<typeof messages>): string {
  return current ? text.overview(stages.indexOf(current.stage) + 1, current.number, steps.length) : steps.every(({ status }) => status === 'done') ? text.finished(steps.length) : text.stageState.pending;
}

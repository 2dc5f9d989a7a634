import type { Refusal } from '@jiceng/core/engine/contract.js';
import type { Change } from '@jiceng/core/json/changes.js';
import { codePoints } from '@jiceng/core/schema/fields/field-value.js';
import type { ProcessStage } from '@jiceng/core/generated/definition.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import { SHORTEST_REASON } from '@jiceng/core/engine/reason.js';
import { processOf, type ProcessView, type StepView } from '@jiceng/core/record/process.js';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { badgeStyles } from '../grid/badge.styles.ts';
import { WidthController } from '../grid/width-controller.ts';
import { escapeHTML } from '../internal/escape-html.ts';
import { baseStyles } from '../internal/base.styles.ts';
import { tokens } from '../internal/tokens.ts';
import { uniqueId } from '../internal/unique-id.ts';
import { askStyles } from '../record/ask.styles.ts';
import { askedForm } from '../record/ask-form.ts';
import { RecordElement } from '../record/record-element.ts';
import type { Sight } from '../record/sight.ts';
import { messages } from './process.messages.ts';
import styles from './process.styles.ts';
import { fieldsOf, mayAct, stepItem, type StepDraft } from './step-view.ts';

/** Detail of `jc-step`, as the store's step command wants it. */
export interface StepDetail {
  readonly recordId: string;
  readonly revision: number;
  readonly step: string;
  readonly action: 'done' | 'return';
  readonly changes: readonly Change[];
  readonly reason?: string;
}

const NARROW = 560;
type StageStatus = 'done' | 'active' | 'pending';

/**
 * One record's way through a staged process: where it stands, what is due, what to fill in, and the button that
 * completes a step.
 *
 * @customElement jc-process
 *
 * @fires {CustomEvent<StepDetail>} jc-step - When a step is completed or returned; the element itself changes nothing.
 *
 * @csspart base - Everything.
 */
export class Process extends RecordElement {
  static override styles = [tokens, baseStyles, badgeStyles, askStyles, styles];

  /** The record; `undefined` while it is being read. */
  @property({ attribute: false }) record?: StoredRecord;
  private said = '';
  @state() private returning: { readonly step: string; readonly reason: string; readonly tried: boolean } | undefined;

  private readonly idPrefix = uniqueId('jc-process');
  private readonly box = new WidthController(this, [NARROW]);
  private readonly openAll = () => {
    for (const each of this.renderRoot.querySelectorAll('details')) {
      this.wasOpen.set(each, each.open);
      each.open = true;
    }
  };
  private readonly closeAgain = () => {
    this.wasOpen.forEach((open, each) => {
      each.open = open;
    });
    this.wasOpen.clear();
  };
  private readonly wasOpen = new Map<HTMLDetailsElement, boolean>();
  private readonly drafts = new Map<string, StepDraft>();
  private view: ProcessView | undefined;
  private shownRecord: StoredRecord | undefined;
  /** Step whose completion was asked for last. */
  private asked: string | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    // Folded stages would be missing on paper.
    addEventListener('beforeprint', this.openAll);
    addEventListener('afterprint', this.closeAgain);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('beforeprint', this.openAll);
    removeEventListener('afterprint', this.closeAgain);
  }

  /** Shows why the store refused a step. */
  showRefusal(recordId: string, refusal: Refusal): void {
    if (recordId !== this.record?.id) return;
    const text = messages(this.surroundings.locale);
    const problems = this.problemsOf(refusal, text.conflict);
    const draft = this.drafts.get(this.asked ?? '') ?? [...this.drafts.values()][0];
    if (draft) draft.problems = problems;
    this.said = `${text.refused}${problems.map(({ reason }) => this.say(reason)).join(text.marks.space)}`;
    this.requestUpdate();
  }

  /** Takes what was changed in place into account. */
  refresh(): void {
    this.shownRecord = undefined;
    this.requestUpdate();
  }

  /** Stages and steps as text, for read-aloud tools. */
  getPlainText(): string {
    const { marks } = messages(this.surroundings.locale);
    return this.lines()
      .map(({ title, steps }) => [title, ...steps.map((cells) => cells.filter(Boolean).join(marks.comma))].join('\n'))
      .join('\n');
  }

  /** Stages and steps as HTML that needs no style sheet, for print tools that copy markup. */
  getPrintHTML(): string {
    const cell = 'border:0.75pt solid #000;padding:1.5mm;vertical-align:top';
    return this.lines()
      .map(
        ({ title, steps }) =>
          `<table style="width:100%;border-collapse:collapse;font-family:SimSun,serif;font-size:10.5pt;margin-bottom:4mm"><caption style="text-align:left;font-weight:bold;padding:2mm 0">${escapeHTML(title)}</caption><tbody>${steps.map((cells) => `<tr style="page-break-inside:avoid">${cells.map((words) => `<td style="${cell}">${escapeHTML(words)}</td>`).join('')}</tr>`).join('')}</tbody></table>`,
      )
      .join('');
  }

  protected override willUpdate(): void {
    if (this.look()) this.drafts.clear();
    const { sight, record } = this;
    this.view = sight && record ? processOf(sight.compiled, record, sight.scope(record)) : undefined;
    if (record) this.followRecord(record);
  }

  protected override render(): TemplateResult {
    const text = messages(this.surroundings.locale);
    const obstacle = this.obstacle(text);
    if (obstacle) return obstacle;
    const { sight, view, record } = this;
    if (!record || !sight) return this.message(html`<span role="status">${text.loading}</span>`);
    if (!view) return this.message(html`${text.noProcess}`);
    const stages = sight.compiled.definition.process!.stages;
    const narrow = this.box.isBelow(NARROW);
    return html`<div class="base ${narrow ? 'narrow' : ''}" part="base">
      <div class="head"><h2>${record.subject?.title ?? sight.compiled.definition.title}</h2><span class="overview">${overview(view, stages, text)}</span><span class="weak">${text.asOf(sight.now.slice(0, 10))}</span></div>
      ${view.warnings.length > 0 ? html`<div class="notice"><strong>${text.warnings}</strong><ul>${view.warnings.map((warning) => html`<li>${warning[sight.names.language]}</li>`)}</ul></div>` : nothing}
      <ol class="stages" aria-label=${text.stages}>${stages.map((stage, at) => {
        const status = stageStatus(stage, view);
        const steps = view.steps.filter((each) => each.stage === stage);
        return html`<li class=${status} aria-current=${view.current?.stage === stage ? 'step' : nothing}><span class="dot"
          aria-hidden="true">${status === 'done' ? '✓' : at + 1}</span><span class="stage-text"><span class="stage-title">${stage.title}</span><span class="weak">${text.stageState[status]} · ${text.stageSteps(steps.filter((each) => each.status === 'done').length, steps.length)}</span></span></li>`;
      })}</ol>
      ${stages.map((stage, at) => this.stage(stage, at, view, record, sight))}
      <div class="visually-hidden" role="status">${this.said}</div>
    </div>`;
  }

  private stage(
    stage: ProcessStage,
    at: number,
    view: ProcessView,
    record: StoredRecord,
    sight: Sight,
  ): TemplateResult {
    const text = messages(this.surroundings.locale);
    const steps = view.steps.filter((each) => each.stage === stage);
    const isOpen = steps.some(({ status }) => status !== 'pending' && status !== 'done');
    const { title } = stage;
    return html`<details class="stage" ?open=${isOpen || view.current === undefined}><summary>${at + 1}. ${title}<span class="weak">${text.stageSteps(steps.filter(({ status }) => status === 'done').length, steps.length)}</span></summary>
      <ol aria-label=${text.outOf(title)}>${steps.map((step) => this.step(step, record, sight))}</ol></details>`;
  }

  private step(view: StepView, record: StoredRecord, sight: Sight): TemplateResult {
    const { id } = view.step;
    const isOpen = view.status !== 'pending' && view.status !== 'done';
    const mine = !this.readonly && sight.person !== undefined && mayAct(view, record, sight).allowed;
    let draft = this.drafts.get(id);
    if (isOpen && !draft) this.drafts.set(id, (draft = { view, fields: fieldsOf(view), problems: [] }));
    const returning = this.returning?.step === id ? this.returning : undefined;
    const prefix = `${this.idPrefix}-${view.number}`;
    return stepItem({
      view,
      record,
      sight,
      draft,
      readonly: this.readonly,
      prefix,
      canReturn: mine,
      finish: () => draft && this.finish(draft, record),
      startReturn: () => {
        this.returning = { step: id, reason: '', tried: false };
      },
      setReturn: (reason) => {
        this.returning = reason === undefined ? undefined : { step: id, reason, tried: returning?.tried ?? false };
      },
      confirmReturn: () => this.confirmReturn(record),
      returning: returning?.reason,
      returnTried: returning?.tried === true && tooShort(returning.reason),
    });
  }

  private finish(draft: StepDraft, record: StoredRecord): void {
    const { id } = draft.view.step;
    const form = askedForm(this.renderRoot.querySelector(`[data-of="${draft.view.number}"]`));
    draft.problems = [];
    this.asked = id;
    this.requestUpdate();
    if (form !== null && !form.validate(true)) return;
    this.emit<StepDetail>('jc-step', {
      recordId: record.id,
      revision: record.revision,
      step: id,
      action: 'done',
      changes: form?.formModel?.changes() ?? [],
    });
  }

  private confirmReturn(record: StoredRecord): void {
    const { returning } = this;
    if (!returning) return;
    if (tooShort(returning.reason)) this.returning = { ...returning, tried: true };
    else
      this.emit<StepDetail>('jc-step', {
        recordId: record.id,
        revision: record.revision,
        step: returning.step,
        action: 'return',
        changes: [],
        reason: returning.reason.trim(),
      });
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
      }
    }
  }

  private lines(): { title: string; steps: string[][] }[] {
    const { view, sight } = this;
    if (!view || !sight) return [];
    const text = messages(this.surroundings.locale);
    return sight.compiled.definition.process!.stages.map((stage) => ({
      title: stage.title,
      steps: view.steps
        .filter((each) => each.stage === stage)
        .map(({ number, step, status, doneOn, dueOn, delayDays }) => [
          `${number}. ${step.title}`,
          text.status[status],
          doneOn ? text.doneOn(doneOn) : '',
          dueOn ? text.dueOn(dueOn) : '',
          delayDays > 0 ? text.late(delayDays) : '',
        ]),
    }));
  }
}

const tooShort = (reason: string) => codePoints(reason.trim()) < SHORTEST_REASON;

function stageStatus(stage: ProcessStage, { steps }: ProcessView): StageStatus {
  const own = steps.filter((each) => each.stage === stage);
  return own.every(({ status }) => status === 'done')
    ? 'done'
    : own.every(({ status }) => status === 'pending')
      ? 'pending'
      : 'active';
}

function overview(
  { current, steps }: ProcessView,
  stages: readonly ProcessStage[],
  text: ReturnType<typeof messages>,
): string {
  return current
    ? text.overview(stages.indexOf(current.stage) + 1, current.number, steps.length)
    : steps.every(({ status }) => status === 'done')
      ? text.finished(steps.length)
      : text.stageState.pending;
}

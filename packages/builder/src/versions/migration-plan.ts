import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import type { MigrationStep } from '@jiceng/core/generated/definition.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import type { JsonObject } from '@jiceng/core/json/json.js';
import type { JcForm } from '@jiceng/elements/form/form.js';
import type { Edit } from '../document/edit.ts';
import type { BuilderSession } from '../session/session.ts';
import { SessionElement } from '../session/session-element.ts';
import { namedFields, type NamedField } from './addresses.ts';
import { sampleTable } from './samples.ts';
import { fromStepForm, stepChoices, stepForm, toStepForm, type StepChoices } from './step-form.ts';
import { stepWords } from './step-words.ts';
import { tryMigration, type TrialResult } from './trial.ts';
import { addStep, drawnSteps, edgeOfNext, moveStep, removeStep, setStep, type Comparison } from './version-edits.ts';
import { messages, type Messages } from './versions.messages.ts';
import styles from './versions.styles.ts';

/** What a change of the plan is called. */
type Intention = 'proposeTitle' | 'addTitle' | 'changeTitle' | 'removeTitle' | 'moveTitle';

/**
 * The steps by which stored records come along: proposed, changed by hand, and tried on what is stored.
 *
 * @customElement jc-migration-plan
 *
 * @csspart base - Everything.
 */
export class MigrationPlan extends SessionElement {
  static override styles = [...(SessionElement.styles as []), styles];

  /** The published version with which the drawing is compared. */
  @property({ attribute: false }) comparison: Comparison | undefined;
  /** The records of that version. */
  @property({ attribute: false }) records: readonly StoredRecord[] = [];

  @state() private open: { readonly index: number; readonly step: MigrationStep } | undefined;
  @state() private result: TrialResult | undefined;
  @state() private done: number | undefined;
  /** What the result was made for: another plan needs another trial. */
  private triedFor = '';
  private run = 0;

  protected draw(session: BuilderSession): unknown {
    const { comparison } = this;
    const text = messages(this.language);
    if (!comparison) return nothing;
    const { before, after } = comparison;
    const steps = drawnSteps(session.value.value, before.version);
    const [old, now] = [namedFields(before, this.language), namedFields(after, this.language)];
    const fields = [...old, ...now];
    const isTried = this.triedFor === this.planOf(comparison, steps);
    return html`<div class="base" part="base">
      <h3>${text.migration}</h3>
      <p class="weak">${text.reversible}</p>
      ${steps === undefined ? html`<p>${text.noMigration}</p>` : steps.length === 0 ? html`<p>${text.noSteps}</p>` : html`<ol class="list">${steps.map((step, index) => this.step(session, step, index, steps.length, stepChoices(before, after, { before: old, after: now }), fields, text))}</ol>`}
      <div class="bar">
        <button class="button" type="button" @click=${() => this.edit(session, 'proposeTitle', edgeOfNext(comparison))}>${text.propose}</button>
        ${
          steps === undefined
            ? nothing
            : html`<button class="button" type="button"
          @click=${() => this.add(session, steps.length, old)}>${text.add}</button>`
        }
        ${
          this.records.length === 0
            ? html`<span class="weak">${text.noRecords}</span>`
            : html`<button class="button"
          type="button" ?disabled=${this.done !== undefined} title=${text.tryHelp}
          @click=${() => this.try(comparison, steps ?? [])}>${text.try}</button>`
        }
        ${
          this.done === undefined
            ? nothing
            : html`<progress max=${this.records.length} value=${this.done}
            aria-label=${text.trying}></progress><span role="status">${text.progress(this.done, this.records.length)}</span><button class="button"
            type="button" @click=${() => {
              this.run++;
              this.done = undefined;
            }}>${text.cancel}</button>`
        }
      </div>
      ${this.result && isTried ? this.outcome(this.result, steps ?? [], fields, text) : nothing}
    </div>`;
  }

  private step(
    session: BuilderSession,
    step: MigrationStep,
    index: number,
    count: number,
    choices: StepChoices,
    fields: readonly NamedField[],
    text: Messages,
  ): TemplateResult {
    const isOpen = this.open?.index === index;
    const words = stepWords(step, fields, text);
    const button = (label: string, run: () => void, isOff = false): TemplateResult =>
      html`<button class="button plain" type="button" aria-label=${`${label} ${words}`} ?disabled=${isOff}
        @click=${run}>${label}</button>`;
    return html`<li>
      <span class="mark">${text.ways[step.do] ?? step.do}</span><span class="words">${words}</span>
      <span class="acts">
        ${button(isOpen ? text.cancel : text.change, () => {
          this.open = isOpen ? undefined : { index, step };
        })}
        ${button(text.up, () => this.edit(session, 'moveTitle', moveStep(index, -1)), index === 0)}${button(text.down, () => this.edit(session, 'moveTitle', moveStep(index, 1)), index === count - 1)}
        ${button(text.remove, () => this.edit(session, 'removeTitle', removeStep(index)))}
      </span>
      ${isOpen && this.open ? this.editor(session, this.open.step, index, choices, text) : nothing}
    </li>`;
  }

  private editor(
    session: BuilderSession,
    step: MigrationStep,
    index: number,
    choices: StepChoices,
    text: Messages,
  ): TemplateResult {
    const definition = stepForm(step, choices, text);
    const about = JSON.stringify(definition);
    const take = (event: Event): void => {
      this.open = { index, step: fromStepForm((event.currentTarget as JcForm).value as JsonObject, step) };
    };
    return html`<div class="editor">
      <jc-form bare locale=${this.language} .drafts=${null} .definition=${guard([about], () => definition)}
        .value=${guard([about], () => toStepForm(step))} @jc-change=${take}></jc-form>
      <div class="bar"><button class="button primary" type="button"
        @click=${() => this.finish(session, index)}>${text.done}</button></div>
    </div>`;
  }

  private finish(session: BuilderSession, index: number): void {
    if (!this.open) return;
    const { step } = this.open;
    this.open = undefined;
    this.edit(session, 'changeTitle', setStep(index, step));
  }

  private add(session: BuilderSession, index: number, [first]: readonly NamedField[]): void {
    const step: MigrationStep = { do: 'drop', field: first?.address ?? '/' };
    if (this.edit(session, 'addTitle', addStep(step))) this.open = { index, step };
  }

  private edit(session: BuilderSession, what: Intention, edits: readonly Edit[]): boolean {
    this.open = undefined;
    return session.edit({ title: { 'zh-CN': messages('zh-CN')[what], en: messages('en')[what] } }, edits);
  }

  private planOf({ before, after }: Comparison, steps: readonly MigrationStep[] | undefined): string {
    return JSON.stringify([
      before.version,
      after.record,
      after.states,
      after.process,
      steps ?? [],
      this.records.length,
    ]);
  }

  private async try(comparison: Comparison, steps: readonly MigrationStep[]): Promise<void> {
    const run = ++this.run;
    this.done = 0;
    const result = await tryMigration(this.records, comparison.before, comparison.after, steps, {
      onProgress: (done) => {
        this.done = done;
      },
      isCancelled: () => run !== this.run,
    });
    if (run !== this.run) return;
    this.done = undefined;
    this.result = result;
    this.triedFor = this.planOf(comparison, steps);
  }

  private outcome(
    { counts, samples }: TrialResult,
    steps: readonly MigrationStep[],
    fields: readonly NamedField[],
    text: Messages,
  ): TemplateResult {
    const kept = steps
      .map((step, at) => ({ step, number: counts.keptAside[at] ?? 0 }))
      .filter(({ number }) => number > 0);
    return html`<h4>${text.tryTitle}</h4>
      <p role="status">${text.tried(counts.records, counts.changed)} <span class=${counts.broken > 0 ? 'bad' : 'good'}>${counts.broken > 0 ? text.broken(counts.broken) : text.fine}</span></p>
      ${kept.length === 0 ? nothing : html`<ul class="list">${kept.map(({ step, number }) => html`<li><span class="words">${stepWords(step, fields, text)}</span><span class="mark">${text.kept(number)}</span></li>`)}</ul>`}
      ${samples.length === 0 ? nothing : html`<h4>${text.samples}</h4>${sampleTable(samples, fields, this.language, text)}`}`;
  }
}

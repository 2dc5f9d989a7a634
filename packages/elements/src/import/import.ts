import type { SheetDraft } from '@jiceng/sheet/draft/result.js';
import type { SeveralNamed } from '@jiceng/sheet/ledger/read-cell.js';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { baseStyles } from '../internal/base.styles.ts';
import { tokens } from '../internal/tokens.ts';
import { uniqueId } from '../internal/unique-id.ts';
import { adoptView, PREVIEW_ROWS } from './adopt-view.ts';
import { belongingView, severalOf, someOf, strangersOf, whichOne, type BelongingInput } from './belonging.ts';
import {
  completeRows,
  previewRecords,
  withChoice,
  withColumn,
  withHeader,
  withRow,
  withSheet,
  type Adopting,
} from './adopting.ts';
import { filePick } from './file-pick.ts';
import { ImportBase } from './import-base.ts';
import type { Stage } from './stage.ts';
import styles from './import.styles.ts';
import { meaningOf } from './meaning.ts';
import { planView } from './plan-view.ts';
import { answerKey, type Planning } from './planning.ts';

/** Changes in a preview are nobody's business. */
const INNER_EVENTS = ['jc-change', 'jc-create', 'jc-move', 'jc-submit', 'jc-row-open', 'jc-record-open'];
const NO_DRAFTS = {
  read: () => Promise.resolve(undefined),
  write: () => Promise.resolve(),
  remove: () => Promise.resolve(),
};

/**
 * Brings an Excel or CSV file in. With a definition, a filled-in sheet comes back to its ledger: cells before and
 * after, faults, conflicts, then one list of commands. Without one, an Excel ledger becomes a definition with its
 * records; every guess can be changed. It stores nothing itself: tell it what the store answered with `showOutcome`.
 *
 * @customElement jc-import
 *
 * @fires {CustomEvent<ImportDetail>} jc-import - When the person agrees to what a sheet changes.
 * @fires {CustomEvent<ImportDetail>} jc-import-undo - When an import is to be taken back.
 * @fires {CustomEvent<AdoptDetail>} jc-adopt - When an Excel ledger is taken as a definition with its rows.
 * @fires {CustomEvent<null>} jc-import-cancel - When storing is to be ended.
 *
 * @csspart base - Everything.
 */
export class Import extends ImportBase {
  static override styles = [tokens, baseStyles, styles];

  @state() private onlyDoubts = false;
  @state() private preview: 'ledger' | 'form' = 'ledger';
  @state() private badNames: ReadonlySet<number> = new Set();
  @state() private hasLedger = false;

  private readonly idPrefix = uniqueId('jc-import');
  private shownStage: Stage['kind'] = 'pick';
  private readonly previews = new WeakMap<SheetDraft, ReturnType<typeof previewRecords>>();

  protected override render(): TemplateResult {
    const {
      text,
      stage,
      work: { shown },
    } = this;
    return html`<div class="base" part="base">
      ${
        shown
          ? html`<div class="working"><span>${shown.label}</span><progress max="1" .value=${shown.done}
        aria-label=${shown.label}></progress><span>${text.progress(Math.round(shown.done * 100))}</span><button type="button"
        class="button" @click=${() => this.cancel()}>${text.cancel}</button></div>`
          : nothing
      }
      ${this.body(stage)}
      <div class="visually-hidden" role="status">${shown ? shown.label : this.said}</div>
    </div>`;
  }

  private body(stage: Stage): TemplateResult {
    const { text, language, definition } = this;
    const title = definition?.ledger?.title ?? definition?.title ?? '';
    switch (stage.kind) {
      case 'pick':
        if (definition && !this.records) return html`<p class="empty" role="status">${text.waiting}</p>`;
        return filePick({
          text,
          language,
          prefix: this.idPrefix,
          title: definition ? text.planTitle(title) : text.adoptTitle,
          lead: definition ? text.planLead : text.adoptLead,
          reasons: stage.reasons,
          disabled: this.work.isBusy,
          take: (file) => void this.take(file),
        });
      case 'adopt':
        return html`${this.refused()}${this.adopting(stage.adopting)}`;
      case 'plan':
        return this.planning(stage.planning, title);
      case 'done':
        return html`<h2 class="title" tabindex="-1">${definition ? text.planTitle(title) : text.adoptTitle}</h2>${this.refused()}
        <p class="lead">${stage.isUndone ? text.undone : text.done(stage.created, stage.changed)}</p>
        <p class="tabs">${
          stage.undo && stage.undo.length > 0
            ? html`<button type="button" class="button"
          ?disabled=${this.pending !== undefined} @click=${() => this.undo()}>${text.undo}</button>`
            : nothing
        }<button type="button"
          class="button" @click=${() => this.restart()}>${text.another}</button></p>`;
    }
  }

  private adopting(adopting: Adopting): TemplateResult {
    const { text, language } = this;
    const redraft = (next: Adopting): void => void this.redraft(next);
    const draft = adopting.drafts.get(adopting.sheet);
    return adoptView({
      adopting,
      belonging: draft && this.belongingOf(draft, adopting),
      text,
      language,
      prefix: this.idPrefix,
      onlyDoubts: this.onlyDoubts,
      badNames: this.badNames,
      preview: this.preview,
      previewed: (draft) => this.previewed(draft),
      busy: this.pending !== undefined || this.readonly,
      chooseSheet: (sheet) => redraft(withSheet(adopting, sheet)),
      rename: (title) => redraft(withChoice(adopting, { title })),
      moveHeader: (top, bottom) => redraft(withHeader(adopting, top, bottom)),
      takeRow: (row, isTaken) => redraft(withRow(adopting, row, isTaken)),
      changeColumn: (column, choice) => {
        this.badNames = new Set();
        redraft(withColumn(adopting, column, choice));
      },
      refuseName: (column) => {
        this.badNames = new Set([column]);
      },
      showDoubts: (only) => {
        this.onlyDoubts = only;
      },
      showPreview: (which) => {
        this.preview = which;
      },
      again: () => this.restart(),
      read: (encoding) => this.readAgain(encoding),
      adopt: (taken) => this.adopt(taken, adopting),
    });
  }

  /** What the screen asks and says about whose the rows of the draft are. */
  private belongingOf(
    draft: SheetDraft,
    adopting: Adopting,
  ): { readonly view: TemplateResult; readonly isOpen: boolean } | undefined {
    const found = this.organisationsOf(draft, adopting);
    if (!found) return undefined;
    const { text, idPrefix: prefix } = this;
    const { whose } = adopting;
    const several = severalOf(found.rows.values()),
      strangers = strangersOf(found.rows.values());
    const input: BelongingInput = {
      columns: found.columns,
      column: found.column,
      orgId: whose.orgId,
      text,
      prefix,
      meaningOf: this.meaningOf,
      chooseColumn: (column) => this.belong(adopting, { ...whose, column }),
      chooseOrganisation: (anchor) =>
        void this.chooseOrganisation(whose.orgId, anchor, (orgId) => this.belong(adopting, { ...whose, orgId })),
    };
    const answer = (one: SeveralNamed, id: string): void =>
      this.belong(adopting, { ...whose, answers: new Map(whose.answers).set(answerKey(one), id) });
    return {
      isOpen: several.length > 0,
      view: belongingView(
        input,
        html`
      ${several.map((one, at) => whichOne(one, `${prefix}-whose-${at}`, input, answer))}
      ${strangers.count > 0 ? html`<p>${text.strangers(someOf(strangers.names, text.marks.list), strangers.count)}</p>` : nothing}`,
      ),
    };
  }

  private readonly meaningOf = (what: SeveralNamed['what'], id: string): string =>
    meaningOf(what, id, this.known.organisations ?? [], this.known.people ?? []);

  private planning(planning: Planning, title: string): TemplateResult {
    const { text, language } = this;
    const result = this.commandsOf(planning);
    return planView({
      planning,
      outcome: result.ok ? { ok: true, commands: result.value.commands } : result,
      text,
      language,
      prefix: this.idPrefix,
      title,
      readonly: this.readonly,
      refusal: this.refused(),
      busy: this.pending !== undefined,
      meaningOf: this.meaningOf,
      hasOrganisations: (this.known.organisations?.length ?? 0) > 0,
      chooseOrganisation: (anchor) =>
        void this.chooseOrganisation(planning.orgId, anchor, (orgId) => this.decide({ ...planning, orgId })),
      change: (next) => this.decide(next),
      compare: (comparing) => void this.plan(planning.book, { ...planning.comparing, ...comparing }, planning),
      again: () => this.restart(),
      read: (encoding) => this.readAgain(encoding),
      confirm: () => this.confirmImport(planning),
    });
  }

  /** Lets the person choose an organisation out of the directory. */
  private async chooseOrganisation(chosen: string, anchor: HTMLElement, take: (orgId: string) => void): Promise<void> {
    const { pickReference } = await import('../widgets/picked.ts');
    const layer = this.renderRoot.querySelector<HTMLElement>('.base');
    const context = {
      locale: this.surroundings.locale,
      organisations: this.known.organisations ?? [],
      people: [],
      today: this.moment.slice(0, 10),
    };
    if (layer)
      await pickReference(
        'organisation',
        anchor,
        this.text.belongs,
        { ...context, layer },
        { chosen, search: '', orgId: '' },
        (orgId) => {
          if (orgId !== '') take(orgId);
        },
      );
  }

  /** The draft in use, with the first of its rows. */
  private previewed(draft: SheetDraft): TemplateResult | typeof nothing {
    let records = this.previews.get(draft);
    if (!records)
      this.previews.set(
        draft,
        (records = previewRecords(draft, completeRows(draft).slice(0, PREVIEW_ROWS), this.moment)),
      );
    if (this.preview === 'form')
      return html`<div class="preview-box"><jc-form .definition=${draft.definition} .record=${records[0]}
        .organisations=${this.known.organisations} .people=${this.known.people} .drafts=${NO_DRAFTS} .now=${this.moment}
        bare></jc-form></div>`;
    return this.hasLedger
      ? html`<div class="preview-box"><jc-ledger readonly .definition=${draft.definition} .records=${records}
      .organisations=${this.known.organisations} .people=${this.known.people} now=${this.moment}></jc-ledger></div>`
      : nothing;
  }

  private refused(): TemplateResult | typeof nothing {
    return this.refusal
      ? html`<div class="refusal" role="alert">${this.refusal.title}<ul>${this.refusal.reasons.map((reason) => html`<li>${reason[this.language]}</li>`)}</ul></div>`
      : nothing;
  }

  protected override firstUpdated(changed: PropertyValues<this>): void {
    super.firstUpdated(changed);
    const stop = (event: Event): void => {
      if (event.target !== this) event.stopPropagation();
    };
    for (const name of INNER_EVENTS) this.renderRoot.addEventListener(name, stop);
  }

  protected override updated(): void {
    const { kind } = this.stage;
    // the preview alone is missing then
    if (kind === 'adopt' && !this.hasLedger)
      import('../ledger/define.ts').then(
        () => {
          this.hasLedger = true;
        },
        () => undefined,
      );
    if (kind === this.shownStage) return;
    this.shownStage = kind;
    this.renderRoot.querySelector<HTMLElement>('.title')?.focus();
  }
}

import type { Definition, Period } from '@jiceng/core/generated/definition.js';
import type { Json } from '@jiceng/core/json/json.js';
import type { AdoptDetail } from '@jiceng/elements/import/import.events.js';
import { baseStyles } from '@jiceng/elements/internal/base.styles.js';
import { languageOf } from '@jiceng/elements/internal/locale.js';
import { SurroundingsController } from '@jiceng/elements/internal/surroundings-controller.js';
import { tokens } from '@jiceng/elements/internal/tokens.js';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { copyOfTemplate, emptyDefinition, freeId, textOf } from './new-definition.ts';
import { underOwnNames, withOwnNames } from './own-names.ts';
import type { PasteDetail } from './paste.ts';
import { withPasted } from './paste-edits.ts';
import { SchemaReader } from './schema-reader.ts';
import type { BegunForm, StartDetail } from './start-events.ts';
import { messages, type Messages } from './start.messages.ts';
import styles from './start.styles.ts';
import { foundTemplates, templateList } from './template-list.ts';

const WAYS = ['template', 'paste', 'excel', 'schema', 'empty'] as const;
type Way = (typeof WAYS)[number];
const PERIODS = ['none', 'month', 'quarter', 'halfYear', 'year'] as const;

/**
 * Where a new form begins: a template, pasted text, an Excel ledger, a JSON Schema, or nothing. It hands over a text
 * that the builder opens.
 *
 * @customElement jc-builder-start
 *
 * @fires {CustomEvent<StartDetail>} jc-start - A person starts to draw.
 * @csspart base - Everything.
 */
export class BuilderStart extends LitElement {
  static override styles = [tokens, baseStyles, styles];

  /** The templates to begin with. */
  @property({ attribute: false }) templates: readonly Definition[] = [];
  /** Titles of the templates' groups, by the name of the group. */
  @property({ attribute: false }) groups: Readonly<Record<string, string>> = {};
  /** The definitions in force: their ids are taken. */
  @property({ attribute: false }) definitions: readonly Definition[] = [];
  /** Forms that this person has begun and can go on with, the latest first. */
  @property({ attribute: false }) begun: readonly BegunForm[] = [];
  /** Where to start: template, paste, excel, schema or empty. */
  @property() way: Way = 'template';
  /** Language; the provider's or the page's by default. */
  @property() locale: string | undefined;

  @state() private search = '';
  @state() private template: Definition | undefined;
  @state() private name = '';
  @state() private period: (typeof PERIODS)[number] | undefined;
  @state() private pasted: PasteDetail | null = null;
  @state() private failed = false;

  private readonly around = new SurroundingsController(this);
  private readonly schema = new SchemaReader(this);
  private excel = false;

  private get text(): Messages {
    return messages(this.around.locale);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('way') && this.way === 'excel' && !this.excel) void this.loadImport();
  }

  protected override render(): TemplateResult {
    const { text } = this;
    return html`<div class="base" part="base">
      ${
        this.begun.length === 0
          ? nothing
          : html`<h2>${text.begun}</h2><p class="begun">${this.begun.map(
              (form) => html`<button class="button"
        type="button" @click=${() => this.hand({ text: form.text })}>${text.goOn(form.title)}</button>`,
            )}</p>`
      }
      <h2>${text.title}</h2>
      <div class="ways" role="radiogroup" aria-label=${text.how}>
        ${WAYS.map(
          (way) => html`<label class="way ${way === this.way ? 'chosen' : ''}"><input type="radio" name="way"
          .checked=${way === this.way} @change=${() => this.choose(way)}><span><b>${text.ways[way]}</b><span class="weak">${text.wayHelp[way]}</span></span></label>`,
        )}
      </div>
      ${this.body(text)}
      ${this.way === 'excel' ? nothing : this.foot(text)}
    </div>`;
  }

  private body(text: Messages): TemplateResult | typeof nothing {
    switch (this.way) {
      case 'template': {
        if (this.templates.length === 0) return html`<p class="weak" role="status">${text.noTemplates}</p>`;
        const found = foundTemplates(this.templates, this.groups, this.search);
        const count = found.reduce((sum, { templates }) => sum + templates.length, 0);
        return html`<label class="field">${text.search}<input type="search" .value=${this.search}
          @input=${this.find}></label>
          <p class="weak" role="status">${count === 0 ? text.nothingFound : text.found(count)}</p>${count === 0 ? nothing : templateList(found, this.template, (template) => this.take(template), text)}`;
      }
      case 'paste':
        return html`<jc-paste .locale=${this.around.locale} @jc-paste-read=${this.readPaste}></jc-paste>`;
      case 'excel':
        return this.failed
          ? html`<p class="note bad" role="alert">${text.failed}</p>`
          : html`<jc-import .locale=${this.around.locale} @jc-adopt=${this.adopt}></jc-import>`;
      case 'schema':
        return this.schema.draw(text, languageOf(this.around.locale));
      case 'empty':
        return nothing;
    }
  }

  private foot(text: Messages): TemplateResult {
    const period = this.period ?? this.usualPeriod();
    const isTemplate = this.way === 'template';
    return html`<form class="foot" @submit=${this.start}>
      <label class="field grow">${text.name} <span class="weak">${text.nameHelp}</span><input type="text" maxlength="60"
        .value=${this.name} placeholder=${this.usualName()} @input=${this.typeName}></label>
      ${
        isTemplate && !this.template?.filing
          ? nothing
          : html`<label class="field">${text.period}<select @change=${this.choosePeriod}>${PERIODS.filter(
              (one) => !isTemplate || one !== 'none',
            ).map(
              (one) => html`<option value=${one}
        ?selected=${one === period}>${text.periods[one]}</option>`,
            )}</select></label>`
      }
      <button class="button primary" type="submit" ?disabled=${!this.isReady()}>${text.start}</button>
    </form>`;
  }

  private isReady(): boolean {
    return this.way === 'template'
      ? this.template !== undefined
      : this.way === 'paste'
        ? this.pasted !== null
        : this.way === 'schema'
          ? this.schema.adopted !== undefined
          : true;
  }

  private usualName(): string {
    const name =
      this.way === 'template'
        ? this.template?.title
        : this.way === 'paste'
          ? this.pasted?.pasted.title
          : this.way === 'schema'
            ? this.schema.adopted?.title
            : '';
    return (name ?? '').slice(0, 60) || this.text.untitled;
  }

  private usualPeriod(): (typeof PERIODS)[number] {
    if (this.way === 'template') return PERIODS.find((one) => one === this.template?.filing?.period) ?? 'none';
    return this.way === 'paste' && this.pasted?.pasted.as === 'items' ? 'year' : 'none';
  }

  private readonly start = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (!this.isReady()) return;
    const title = this.name.trim() || this.usualName();
    const chosen = this.period ?? this.usualPeriod();
    const period: Period | undefined = chosen === 'none' ? undefined : chosen;
    const taken = this.taken();
    if (this.way === 'template' && this.template) {
      const id = freeId(this.template.id, taken);
      return this.hand({
        text: copyOfTemplate(this.template, { id, title, ...(this.period === undefined ? {} : { period }) }),
      });
    }
    const making = await this.making();
    if (!making) return;
    const beginning = emptyDefinition({
      id: freeId(making.generatedId(title).replace(/^ledger$/, 'form'), taken),
      title,
      period,
    });
    if (this.way === 'paste' && this.pasted)
      return this.hand({ text: withPasted(textOf(beginning), this.pasted.pasted, making) });
    const { adopted } = this.schema;
    this.hand({
      text: textOf(this.way === 'schema' && adopted ? { ...beginning, record: adopted.record } : beginning),
    });
  };

  /** The names of new definitions are made by the Excel code, which knows how characters are read. */
  private async making(): Promise<PasteDetail['making'] | undefined> {
    try {
      return await import('@jiceng/sheet/paste/part.js');
    } catch (error) {
      console.error('Jiceng: <jc-builder-start> could not load:', error);
      this.failed = true;
      return undefined;
    }
  }

  /** Ids in use. Those of forms that were begun, too: drafts are kept by id. */
  private taken(): ReadonlySet<string> {
    return new Set([
      ...this.definitions.map(({ id }) => id),
      ...this.begun.map(({ text }) => (JSON.parse(text) as Definition).id),
    ]);
  }

  private hand(detail: StartDetail): void {
    this.dispatchEvent(new CustomEvent<StartDetail>('jc-start', { detail, bubbles: true, composed: true }));
  }

  private readonly adopt = (event: CustomEvent<AdoptDetail>): void => {
    event.stopPropagation();
    const { definition, rows } = event.detail;
    const id = freeId(definition.id, this.taken());
    const text = withOwnNames(textOf({ ...definition, id } as unknown as Json));
    const { properties } = (JSON.parse(text) as Definition).record;
    this.hand({ text, rows: rows.map((one) => ({ ...one, data: underOwnNames(one.data, properties) })) });
  };

  private async loadImport(): Promise<void> {
    this.failed = false;
    try {
      await import('@jiceng/elements/import/define.js');
      this.excel = true;
    } catch (error) {
      console.error('Jiceng: <jc-builder-start> could not load:', error);
      this.failed = true;
    }
  }

  private choose(way: Way): void {
    this.way = way;
    this.period = undefined;
    this.failed = false;
  }

  private take(template: Definition): void {
    this.template = template;
    this.period = undefined;
  }

  private readonly find = (event: Event): void => {
    this.search = (event.target as HTMLInputElement).value;
  };
  private readonly typeName = (event: Event): void => {
    this.name = (event.target as HTMLInputElement).value;
  };
  private readonly choosePeriod = (event: Event): void => {
    this.period = PERIODS.find((one) => one === (event.target as HTMLSelectElement).value);
  };
  private readonly readPaste = (event: CustomEvent<PasteDetail | null>): void => {
    this.pasted = event.detail;
  };
}

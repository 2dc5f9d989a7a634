import { ContextConsumer, ContextProvider } from '@lit/context';
import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { DataSource } from '@jiceng/core/engine/data-source.js';
import type { Person } from '@jiceng/core/generated/person.js';
import { surroundingsContext, type Drafts, type Size, type Surroundings } from '../internal/context.ts';
import { themes } from '../internal/tokens.ts';

/**
 * Hands data source, person, language, size and theme to every Jiceng element inside it. Draws nothing itself.
 *
 * @customElement jc-provider
 *
 * @slot - The part of the page that it serves.
 */
export class JcProvider extends LitElement {
  static override styles = [themes, css`:host { display: contents; }`];

  /** Where records and all else come from. */
  @property({ attribute: false }) dataSource: DataSource | undefined;
  /** Who is at work. */
  @property({ attribute: false }) person: Person | undefined;
  /** Organisation of the post in which the person acts, where there are several. */
  @property({ attribute: 'actor-org-id' }) actorOrgId: string | undefined;
  /** Language of everything inside. */
  @property() locale: string | undefined;
  /** Size of text and controls: normal, large or elder. */
  @property({ reflect: true }) size: Size | undefined;
  /** Colours: gov-red, gov-blue, neutral or contrast. */
  @property({ reflect: true }) theme: string | undefined;
  /** Key of the host for sealing drafts. */
  @property({ attribute: false }) draftKey: string | Uint8Array | undefined;
  /** Where half-finished forms are kept. */
  @property({ attribute: false }) drafts: Drafts | null | undefined;

  private readonly context = new ContextProvider(this, { context: surroundingsContext, initialValue: {} });

  /** What a provider further out says: this one changes only what it names itself. */
  private readonly outer = new ContextConsumer(this, {
    context: surroundingsContext,
    subscribe: true,
    callback: () => this.requestUpdate(),
  });

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const { dataSource, person, actorOrgId, locale, size, theme, draftKey, drafts } = this;
    const value: Record<string, unknown> = { dataSource, person, actorOrgId, locale, size, theme, draftKey, drafts };
    for (const name of Object.keys(value)) if (value[name] === undefined) delete value[name];
    this.context.setValue({ ...this.outer.value, ...value } as Surroundings);
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }
}

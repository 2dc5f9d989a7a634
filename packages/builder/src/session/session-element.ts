import { effect } from '@preact/signals-core';
import { LitElement, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { baseStyles } from '@jiceng/elements/internal/base.styles.js';
import { tokens } from '@jiceng/elements/internal/tokens.js';
import type { Language } from '@jiceng/core/text/problem.js';
import type { DocumentSession } from './document-session.ts';
import type { BuilderSession } from './session.ts';

/** A part of the builder: draws one view of the session, and draws it again when a signal that it read changes. */
export abstract class SessionElement<S extends DocumentSession<unknown> = BuilderSession> extends LitElement {
  static override styles: typeof LitElement.styles = [tokens, baseStyles];

  /** What is being drawn. */
  @property({ attribute: false }) session: S | undefined;

  private stop: (() => void) | undefined;

  protected get language(): Language {
    return this.session?.language.value ?? 'zh-CN';
  }

  /** The content for a session; signals that it reads are followed. */
  protected abstract draw(session: S): unknown;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop?.();
  }

  protected override render(): unknown {
    return this.session ? this.followed(this.session) : nothing;
  }

  private followed(session: S): unknown {
    this.stop?.();
    let drawn: unknown;
    let isFirst = true;
    this.stop = effect(() => {
      if (isFirst) drawn = this.draw(session);
      else this.requestUpdate();
      isFirst = false;
    });
    return drawn;
  }
}

import { html, nothing, type TemplateResult } from 'lit';
import { measureBurden } from '@jiceng/core/burden/measure.js';
import { askedTwice } from '@jiceng/core/burden/rules-set.js';
import type { BuilderSession } from '../session/session.ts';
import { SessionElement } from '../session/session-element.ts';
import { showPane } from '../session/show-pane.ts';
import { messages } from './burden.messages.ts';
import { figuresOf, type Figure } from './figures.ts';
import styles from './burden-meter.styles.ts';

/** What the toolbar has room for; the pane has all. */
const SHOWN: ReadonlySet<Figure['id']> = new Set(['minutes', 'typed', 'prefilled', 'counting', 'duplicates']);

/**
 * What the form will cost those who fill it in, always in sight. A click opens the pane about it.
 *
 * @customElement jc-burden-meter
 *
 * @fires {CustomEvent<ShowPane>} jc-pane-show - The pane about the burden is wanted.
 * @csspart base - The button.
 */
export class BurdenMeter extends SessionElement {
  static override styles = [...(SessionElement.styles as []), styles];

  /** What the form looks like is painted first: typing does not wait for figures. */
  protected override async scheduleUpdate(): Promise<void> {
    await new Promise((resolve) => {
      requestAnimationFrame(() => setTimeout(resolve));
    });
    super.scheduleUpdate();
  }

  protected override draw(session: BuilderSession): TemplateResult {
    const text = messages(this.language);
    const definition = session.definition.value;
    if (!definition) return html`<div class="base" part="base"><span class="none">${text.meter}：—</span></div>`;
    const figures = figuresOf(
      definition,
      measureBurden(definition),
      askedTwice(definition, session.supplies.value.definitions ?? []).length,
    ).filter(({ id, verdict }) => SHOWN.has(id) && (verdict !== 'fine' || (id !== 'duplicates' && id !== 'counting')));
    return html`<button class="base" part="base" type="button" title=${text.open}
      @click=${() => showPane(this, 'burden')}>
      <span class="visually-hidden">${text.meter}</span>
      ${figures.map((figure) => html`<span class="figure ${figure.verdict}"><span class="what">${text.names[figure.id]}</span> <b>${text.value(figure)}</b>${figure.verdict === 'fine' ? nothing : html` <span class="verdict">${text.verdict[figure.verdict]}</span>`}</span>`)}
    </button>`;
  }
}

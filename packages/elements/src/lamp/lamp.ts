import { LitElement, html, svg, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { baseStyles } from '../internal/base.styles.ts';
import { messagesIn } from '../internal/locale.ts';
import { SurroundingsController } from '../internal/surroundings-controller.ts';
import { tokens } from '../internal/tokens.ts';
import { isLamp, lampPath } from './lamp-shapes.ts';
import styles, { lampMarkStyles } from './lamp.styles.ts';

const messages = messagesIn({
  'zh-CN': { green: '正常', yellow: '预警', red: '超期', blue: '已完成', grey: '未开始' },
  en: { green: 'On track', yellow: 'Attention', red: 'Overdue', blue: 'Done', grey: 'Not started' },
});

/**
 * A lamp with its word. Each lamp has its own shape, so that colour is never the only sign.
 *
 * @customElement jc-lamp
 *
 * @csspart base - The line of mark and word.
 */
export class Lamp extends LitElement {
  static override styles = [tokens, baseStyles, lampMarkStyles, styles];

  /** green on track, yellow near the deadline or behind, red overdue, blue done, grey not started. */
  @property() lamp = 'grey';
  /** Word beside the lamp; without one, the usual word of this lamp. */
  @property() override title = '';
  /** Language tag; default: the provider's or the page's. */
  @property() locale?: string;

  private readonly surroundings = new SurroundingsController(this);

  /** The word that is shown, for read-aloud tools. */
  getPlainText(): string {
    return this.title || messages(this.surroundings.locale)[isLamp(this.lamp) ? this.lamp : 'grey'];
  }

  protected override render(): TemplateResult {
    const lamp = isLamp(this.lamp) ? this.lamp : 'grey';
    return html`<span class="base" part="base"><svg class=${`mark ${lamp}`} viewBox="0 0 12 12"
      aria-hidden="true">${svg`<path fill-rule="evenodd"
      d=${lampPath(lamp)}></path>`}</svg>${this.getPlainText()}</span>`;
  }
}

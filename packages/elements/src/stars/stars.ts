import { LitElement, html, svg, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { baseStyles } from '../internal/base.styles.ts';
import { messagesIn } from '../internal/locale.ts';
import { SurroundingsController } from '../internal/surroundings-controller.ts';
import { tokens } from '../internal/tokens.ts';
import styles from './stars.styles.ts';

const messages = messagesIn({
  'zh-CN': { stars: (value: number) => `${'零一二三四五六七八九十'.charAt(value) || String(value)}星`, none: '未定星' },
  en: { stars: (value: number) => (value === 1 ? '1 star' : `${value} stars`), none: 'not rated' },
});

const STAR = 'M6 0.4l1.7 3.6l3.9 0.5l-2.9 2.7l0.8 3.9l-3.5-1.9l-3.5 1.9l0.8-3.9l-2.9-2.7l3.9-0.5z';

/** More than any rating has; keeps a wrong number from filling the page. */
const MOST = 10;

/**
 * A star level with its word. It only shows; stars are never clicked.
 *
 * @customElement jc-stars
 *
 * @csspart base - The line of stars and word.
 * @cssproperty [--jc-stars-color=#b8860b] - Colour of the stars.
 */
export class Stars extends LitElement {
  static override styles = [tokens, baseStyles, styles];

  /** Number of stars; `null` while there is no rating. Zero is a rating. */
  @property({ type: Number }) value: number | null = null;
  /** Stars that can be had. */
  @property({ type: Number }) max = 5;
  /** Word beside the stars; default: the number in words. */
  @property() label = '';
  /** Language tag; default: the provider's or the page's. */
  @property() locale: string | undefined;

  private readonly surroundings = new SurroundingsController(this);

  /** The word that is shown, for read-aloud tools. */
  getPlainText(): string {
    const texts = messages(this.surroundings.locale);
    return this.label || (this.rating === null ? texts.none : texts.stars(this.rating));
  }

  private get rating(): number | null {
    const { value } = this;
    return value === null || !Number.isFinite(value) ? null : Math.max(0, Math.min(MOST, Math.round(value)));
  }

  protected override render(): TemplateResult {
    const rating = this.rating ?? 0;
    const max = Math.max(rating, Math.min(MOST, Math.max(0, Math.round(this.max) || 0)));
    const star = (_: unknown, at: number) =>
      html`<svg class=${at < rating ? 'on' : 'off'} viewBox="0 0 12 12"
        aria-hidden="true">${svg`<path d=${STAR}></path>`}</svg>`;
    return html`<span class="base" part="base">${Array.from({ length: max }, star)}<span class="word">${this.getPlainText()}</span></span>`;
  }
}

import { css, type CSSResultGroup } from 'lit';

/**
 * The design tokens. Pages set the public names (`--jc-color-primary` …) on any ancestor; a provider or an element sets
 * them by its `theme` and `size` attributes. Styles read the private names, which always have a value:
 * `color: var(--_text)`. Put it first: `static styles = [tokens, baseStyles, styles]`.
 */
export const themes = css`
  :host([theme='gov-red']) {
    --jc-color-primary: #b3131b;
    --jc-color-primary-strong: #8e0e15;
    --jc-color-primary-weak: #fcf1f0;
    --jc-color-focus: #1a56b8;
  }
  :host([theme='gov-blue']) {
    --jc-color-primary: #0b57a4;
    --jc-color-primary-strong: #084481;
    --jc-color-primary-weak: #eef5fc;
    --jc-color-focus: #b35900;
  }
  :host([theme='neutral']) {
    --jc-color-primary: #37474f;
    --jc-color-primary-strong: #24313a;
    --jc-color-primary-weak: #f1f4f5;
    --jc-color-focus: #1a56b8;
  }
  :host([theme='contrast']) {
    --jc-color-primary: #000000; --jc-color-primary-strong: #000000; --jc-color-primary-weak: #ffffff; --jc-color-on-primary: #ffffff; --jc-color-focus: #0000c8;
    --jc-color-text: #000000; --jc-color-text-weak: #000000; --jc-color-surface: #ffffff; --jc-color-surface-weak: #ffffff; --jc-color-surface-strong: #e0e0e0;
    --jc-color-line: #000000; --jc-color-border: #000000; --jc-color-link: #0000c8;
    --jc-color-positive: #004d00; --jc-color-positive-weak: #ffffff; --jc-color-notice: #5c2d00; --jc-color-notice-weak: #ffffff;
    --jc-color-negative: #a00000; --jc-color-negative-weak: #ffffff; --jc-color-info: #0000a0; --jc-color-info-weak: #ffffff; --jc-size-border: 2px;
  }
  :host-context([size='large']) {
    --jc-font-size: 18px;
    --jc-font-size-small: 18px;
    --jc-font-size-title: 20px;
    --jc-size-target: 44px;
    --jc-font-size-heading: 24px;
    --jc-size-control: 44px;
    --jc-size-mark: 22px;
  }
  :host-context([size='elder']) {
    --jc-font-size: 22px;
    --jc-font-size-small: 20px;
    --jc-size-target: 60px;
    --jc-font-size-title: 24px;
    --jc-font-size-heading: 28px;
    --jc-size-control: 60px;
    --jc-size-mark: 28px;
  }
  :host([size='normal']) {
    --jc-font-size: 14px;
    --jc-font-size-small: 13px;
    --jc-size-target: 24px;
    --jc-font-size-title: 16px;
    --jc-font-size-heading: 20px;
    --jc-size-control: 34px;
    --jc-size-mark: 16px;
  }
  :host([size='large']) {
    --jc-font-size: 18px;
    --jc-font-size-small: 18px;
    --jc-font-size-title: 20px;
    --jc-size-target: 44px;
    --jc-font-size-heading: 24px;
    --jc-size-control: 44px;
    --jc-size-mark: 22px;
  }
  :host([size='elder']) {
    --jc-font-size: 22px;
    --jc-font-size-small: 20px;
    --jc-size-target: 60px;
    --jc-font-size-title: 24px;
    --jc-font-size-heading: 28px;
    --jc-size-control: 60px;
    --jc-size-mark: 28px;
  }
`;

const names = css`
  :host {
    --_primary: var(--jc-color-primary, #b3131b);
    --_primary-strong: var(--jc-color-primary-strong, #8e0e15);
    --_primary-weak: var(--jc-color-primary-weak, #fcf1f0);
    --_on-primary: var(--jc-color-on-primary, #ffffff);
    --_text: var(--jc-color-text, #1f2329);
    --_text-weak: var(--jc-color-text-weak, #565d68);
    --_link: var(--jc-color-link, #0b57a4);
    --_surface: var(--jc-color-surface, #ffffff);
    --_surface-weak: var(--jc-color-surface-weak, #f6f7f9);
    --_surface-strong: var(--jc-color-surface-strong, #e9ecf0);
    --_line: var(--jc-color-line, #dde0e6);
    --_border: var(--jc-color-border, #858b96);
    --_focus: var(--jc-color-focus, #1a56b8);
    --_info: var(--jc-color-info, #0b57a4);
    --_info-weak: var(--jc-color-info-weak, #eef5fc);
    --_positive: var(--jc-color-positive, #1d6b36);
    --_positive-weak: var(--jc-color-positive-weak, #edf7f0);
    --_notice: var(--jc-color-notice, #8a4b00);
    --_notice-weak: var(--jc-color-notice-weak, #fff6e6);
    --_negative: var(--jc-color-negative, #b3131b);
    --_negative-weak: var(--jc-color-negative-weak, #fdf0ef);
    --_lamp-green: var(--jc-color-lamp-green, #2e8540);
    --_lamp-yellow: var(--jc-color-lamp-yellow, #b8860b);
    --_lamp-red: var(--jc-color-lamp-red, #c62828);
    --_lamp-blue: var(--jc-color-lamp-blue, #1565c0);
    --_lamp-grey: var(--jc-color-lamp-grey, #75797f);
    --_font: var(--jc-font-family, 'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', 'Source Han Sans SC', 'WenQuanYi Micro Hei', sans-serif);
    --_font-size: var(--jc-font-size, 14px);
    --_font-small: var(--jc-font-size-small, 13px);
    --_font-title: var(--jc-font-size-title, 16px);
    --_font-heading: var(--jc-font-size-heading, 20px);
    --_control: var(--jc-size-control, 34px);
    --_mark: var(--jc-size-mark, 16px);
    --_target: var(--jc-size-target, 24px);
    --_border-width: var(--jc-size-border, 1px);
    --_radius: var(--jc-size-radius, 4px);
    --_space-xs: var(--jc-space-xs, 4px);
    --_space-s: var(--jc-space-s, 8px);
    --_space-m: var(--jc-space-m, 12px);
    --_space-l: var(--jc-space-l, 20px);
    --_space-xl: var(--jc-space-xl, 32px);
    --_shadow: var(--jc-shadow, 0 4px 16px rgba(31, 35, 41, 0.16));
  }
  @media (prefers-contrast: more) {
    :host { --_text-weak: var(--_text); --_border: var(--_text); --_line: var(--_text-weak); }
  }
`;

// Two sheets and no text in a text: only plain ones are made small by the build.
export const tokens: CSSResultGroup = [themes, names];

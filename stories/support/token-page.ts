import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { baseStyles } from '@jiceng/elements/internal/base.styles.js';
import { cssVars } from '@jiceng/elements/internal/css-vars.js';
import { tokens } from '@jiceng/elements/internal/tokens.js';
import { contrastOf } from './contrast.ts';

/** A colour, what it stands on, and the contrast that it needs there. */
interface Colour {
  readonly name: string;
  readonly on: string;
  readonly use: string;
  readonly least: number;
}

const COLOURS: readonly Colour[] = [
  { name: 'text', on: 'surface', use: '正文', least: 4.5 },
  { name: 'text', on: 'surface-weak', use: '浅底上的正文', least: 4.5 },
  { name: 'text', on: 'surface-strong', use: '表头文字', least: 4.5 },
  { name: 'text-weak', on: 'surface', use: '次要文字', least: 4.5 },
  { name: 'text-weak', on: 'surface-weak', use: '浅底上的次要文字', least: 4.5 },
  { name: 'text-weak', on: 'surface-strong', use: '表头上的次要文字', least: 4.5 },
  { name: 'primary', on: 'surface', use: '主色文字', least: 4.5 },
  { name: 'primary', on: 'primary-weak', use: '主色浅底上的文字', least: 4.5 },
  { name: 'on-primary', on: 'primary', use: '主按钮文字', least: 4.5 },
  { name: 'on-primary', on: 'primary-strong', use: '主按钮文字（悬停）', least: 4.5 },
  { name: 'link', on: 'surface', use: '链接', least: 4.5 },
  { name: 'info', on: 'info-weak', use: '提示', least: 4.5 },
  { name: 'positive', on: 'positive-weak', use: '达标、通过', least: 4.5 },
  { name: 'notice', on: 'notice-weak', use: '临期、提醒', least: 4.5 },
  { name: 'negative', on: 'negative-weak', use: '错误、退回', least: 4.5 },
  { name: 'border', on: 'surface', use: '控件边框', least: 3 },
  { name: 'focus', on: 'surface', use: '焦点框', least: 3 },
  { name: 'line', on: 'surface', use: '分隔线（装饰，不作要求）', least: 1 },
  { name: 'lamp-green', on: 'surface', use: '绿灯', least: 3 },
  { name: 'lamp-yellow', on: 'surface', use: '黄灯', least: 3 },
  { name: 'lamp-red', on: 'surface', use: '红灯', least: 3 },
  { name: 'lamp-blue', on: 'surface', use: '蓝灯', least: 3 },
  { name: 'lamp-grey', on: 'surface', use: '灰灯', least: 3 },
];
const FONTS = [
  ['font-size', '正文'],
  ['font-small', '说明'],
  ['font-title', '小标题'],
  ['font-heading', '标题'],
] as const;
const LENGTHS = [
  ['space-xs', '间距 xs'],
  ['space-s', '间距 s'],
  ['space-m', '间距 m'],
  ['space-l', '间距 l'],
  ['space-xl', '间距 xl'],
  ['control', '控件高度'],
  ['mark', '勾选框'],
  ['radius', '圆角'],
  ['border-width', '边框'],
] as const;

/** The design tokens, measured where they hold. */
class TokenPage extends LitElement {
  static override properties = {
    coloursOnly: { type: Boolean, attribute: 'colours-only' },
    theme: { reflect: true },
    size: { reflect: true },
    measured: { state: true },
  };
  static override styles = [
    tokens,
    baseStyles,
    css`
    .base { padding: 8px 0 24px; background: var(--_surface); }
    h2 { margin: 16px 0 8px; font-size: var(--_font-title); font-weight: 600; }
    .grid { display: grid; grid-template-columns: repeat(auto-fill, minmax(210px, 1fr)); grid-gap: 12px; }
    .colour {
      padding: 12px;
      border: 1px solid var(--_border);
      border-radius: var(--_radius);
      background: var(--_on);
      color: var(--_colour);
    }
    .colour.mark { background: var(--_surface); color: var(--_text); }
    .colour .swatch { display: none; }
    .colour.mark .swatch { display: block; height: 20px; margin-bottom: 4px; background: var(--_colour); }
    .colour b { display: block; }
    .length { display: flex; align-items: center; margin: 4px 0; }
    .length .name { flex: none; width: 220px; }
    .bar { flex: none; height: 12px; background: var(--_primary); width: var(--_length); }
    .value { margin-left: 12px; color: var(--_text-weak); }
    .sample { margin: 4px 0; font-size: var(--_size); line-height: 1.4; }
  `,
  ];
  declare coloursOnly: boolean;
  declare theme: string;
  declare size: string;
  /** Computed values by private name; filled in once the element stands in the page. */
  declare measured: ReadonlyMap<string, string>;

  constructor() {
    super();
    this.coloursOnly = false;
    this.theme = 'gov-red';
    this.size = 'normal';
    this.measured = new Map();
  }

  protected override updated(changed: ReadonlyMap<PropertyKey, unknown>): void {
    if (changed.has('measured') && changed.size === 1) return;
    const probe = this.renderRoot.querySelector<HTMLElement>('.probe')!;
    const read = (property: 'color' | 'width', name: string) => {
      probe.style.setProperty(property, `var(--_${name})`);
      return getComputedStyle(probe)[property];
    };
    const colours = COLOURS.flatMap(({ name, on }) => [name, on]).map((name): [string, string] => [
      name,
      read('color', name),
    ]);
    const lengths = [...FONTS, ...LENGTHS].map(([name]): [string, string] => [name, read('width', name)]);
    this.measured = new Map([...colours, ...lengths]);
  }

  protected override render(): TemplateResult {
    return html`<div class="base" lang="zh-CN">
      <h2>颜色与对比度：${this.theme}</h2>
      <div class="grid">${COLOURS.map((colour) => this.colour(colour))}</div>
      ${
        this.coloursOnly
          ? nothing
          : html`
        <h2>字号（${this.size}）</h2>
        ${FONTS.map(([name, use]) => html`<p class="sample" ${cssVars({ '--_size': `var(--_${name})` })}>${use}：党支部标准化规范化评价 2025-09-15 86.5 分<span class="value">${this.measured.get(name)}</span></p>`)}
        <h2>间距与尺寸</h2>
        ${LENGTHS.map(([name, use]) => html`<div class="length"><span class="name">${use} <code>--_${name}</code></span><span class="bar" ${cssVars({ '--_length': `var(--_${name})` })}></span><span class="value">${this.measured.get(name)}</span></div>`)}`
      }
      <span class="probe visually-hidden"></span>
    </div>`;
  }

  private colour({ name, on, use, least }: Colour): TemplateResult {
    const [front, back] = [this.measured.get(name), this.measured.get(on)];
    const contrast = front && back ? contrastOf(front, back) : undefined;
    // What need not carry text is shown as a swatch, with the words in the colour of text.
    return html`<div class="colour ${least < 4.5 ? 'mark' : ''}" ${cssVars({ '--_colour': `var(--_${name})`, '--_on': `var(--_${on})` })}>
      <span class="swatch"></span><b>${use}</b>${name} / ${on}<br>${contrast === undefined ? '' : `${contrast.toFixed(2)} : 1${contrast < least ? `，低于 ${least}` : least > 1 ? '，合格' : ''}`}
    </div>`;
  }
}

if (!customElements.get('story-tokens')) customElements.define('story-tokens', TokenPage);

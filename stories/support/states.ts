import { html, type TemplateResult } from 'lit';
import type { Size } from '@jiceng/elements/internal/context.js';
import './print-preview.ts';
import { settingsOf, type Settings } from './settings.ts';

/** A story's function: draws with the toolbar's values; the state's name tells copies apart that stand on one page. */
export type Draw = (settings: Settings, state: string) => TemplateResult;

/** The states that differ by surroundings and not by properties; every element has them. */
const AROUND = ['narrow', 'large', 'elder', 'contrast', 'print'] as const;
type Around = (typeof AROUND)[number];

const NAMES: Readonly<Record<string, string>> = {
  default: '默认 · Default',
  loading: '加载中 · Loading',
  empty: '空 · Empty',
  failed: '出错 · Error',
  invalid: '有错误 · Invalid',
  readonly: '只读 · Read-only',
  disabled: '停用 · Disabled',
  narrow: '窄栏 360 px · Narrow',
  large: '大字 · Large',
  elder: '适老 · Elder',
  contrast: '高对比 · Contrast',
  print: '打印 · Print',
};

/** Views of one element by state; `default` is also what the surroundings' states show. */
export interface Views {
  readonly default: Draw;
  readonly [state: string]: Draw;
}

/** Story functions for every state of an element, and one for all of them side by side. */
export function statesOf<V extends Views>(
  views: V,
  options: { readonly small?: boolean } = {},
): Record<keyof V | Around | 'all', (args: unknown, context: { globals: object }) => TemplateResult> {
  const draws: Record<string, Draw> = { ...views };
  for (const state of AROUND)
    draws[state] ??= (settings) => around(state, (at) => views.default(at, nameOf(state)), settings);
  const stories = Object.fromEntries(
    Object.entries(draws).map(([state, draw]) => [
      state,
      (_: unknown, context: { globals: object }) => draw(settingsOf(context), nameOf(state)),
    ]),
  );
  stories['all'] = (_, context) =>
    panels(
      Object.keys(draws).map((state) => [nameOf(state), draws[state]!(settingsOf(context), nameOf(state))]),
      options.small,
    );
  return stories as ReturnType<typeof statesOf<V>>;
}

/** Views side by side, each under its name. */
export const panels = (views: readonly (readonly [string, TemplateResult])[], small = false): TemplateResult => html`
  <div class="states ${small ? 'small' : ''}">
    ${views.map(
      ([name, view]) => html`<div class="state-panel"><p class="state-name"
      lang="zh-CN">${name}</p>${view}</div>`,
    )}
  </div>`;

const nameOf = (state: string) => NAMES[state] ?? state;

function around(state: Around, draw: (settings: Settings) => TemplateResult, settings: Settings): TemplateResult {
  if (state === 'narrow') return html`<div class="state-place narrow">${draw(settings)}</div>`;
  if (state === 'print')
    return html`<story-print class="state-place paper">${draw({ ...settings, contrast: 'normal' })}</story-print>`;
  const theme = state === 'contrast' ? 'contrast' : undefined;
  const size: Size = state === 'large' || state === 'elder' ? state : settings.size;
  return html`<jc-provider size=${size} theme=${theme ?? (settings.contrast === 'more' ? 'contrast' : settings.theme)}
    locale=${settings.locale}>${draw(settings)}</jc-provider>`;
}

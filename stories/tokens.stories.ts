import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import './support/token-page.ts';
import { settingsOf, themeOf } from './support/settings.ts';

export default { title: '设计变量', tags: ['!autodocs'], parameters: { controls: { disable: true } } } satisfies Meta;

/**
 * Every token as the theme and size of the toolbar set it, with the contrast of each pair that stands on each other.
 */
export const Tokens: StoryObj = {
  name: '颜色、字号、间距',
  render: (_, context) => {
    const settings = settingsOf(context);
    return html`<story-tokens theme=${themeOf(settings)} size=${settings.size}
      .locale=${settings.locale}></story-tokens>`;
  },
};
/** The same in every theme. */
export const Themes: StoryObj = {
  name: '四种主题',
  render: () =>
    html`${['gov-red', 'gov-blue', 'neutral', 'contrast'].map(
      (theme) => html`<story-tokens theme=${theme} size="normal"
      colours-only></story-tokens>`,
    )}`,
};

import type { Decorator } from '@storybook/web-components-vite';
import { html } from 'lit';
import '@jiceng/elements/provider/define.js';
import { adopt } from './adopt.ts';
import frameStyles from './frame.styles.ts';
import { settingsOf, themeOf } from './settings.ts';

adopt(frameStyles);

/** Stands around every story: hands on theme, size and language, and gives it the width of the toolbar. */
export const inFrame: Decorator = (story, context) => {
  const settings = settingsOf(context);
  const padded = context.parameters['padded'] !== false;
  return html`
    <jc-provider class="story-provider" theme=${themeOf(settings)} size=${settings.size} locale=${settings.locale}>
      <div class="story-frame width-${settings.width} ${padded ? 'padded' : ''}"
        lang=${settings.locale}>${story()}</div>
    </jc-provider>
  `;
};

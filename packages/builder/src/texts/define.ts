import '@jiceng/elements/form/define.js';
import { define } from '@jiceng/elements/internal/define.js';
import { Texts } from './texts.ts';

declare global {
  interface HTMLElementTagNameMap {
    'jc-texts': Texts;
  }
}

define('jc-texts', Texts);

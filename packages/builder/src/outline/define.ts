import { define } from '@jiceng/elements/internal/define.js';
import { Outline } from './outline.ts';

declare global {
  interface HTMLElementTagNameMap {
    'jc-builder-outline': Outline;
  }
}

define('jc-builder-outline', Outline);

import { define } from '@jiceng/elements/internal/define.js';
import { Palette } from './palette.ts';

declare global {
  interface HTMLElementTagNameMap {
    'jc-builder-palette': Palette;
  }
}

define('jc-builder-palette', Palette);

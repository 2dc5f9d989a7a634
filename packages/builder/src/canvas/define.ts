import '@jiceng/elements/form/define.js';
import { define } from '@jiceng/elements/internal/define.js';
import { Canvas } from './canvas.ts';

declare global {
  interface HTMLElementTagNameMap {
    'jc-builder-canvas': Canvas;
  }
}

define('jc-builder-canvas', Canvas);

import '@jiceng/elements/form/define.js';
import { define } from '@jiceng/elements/internal/define.js';
import '../condition/define.ts';
import { BuilderPanel } from './panel.ts';

declare global {
  interface HTMLElementTagNameMap {
    'jc-builder-panel': BuilderPanel;
  }
}

define('jc-builder-panel', BuilderPanel);

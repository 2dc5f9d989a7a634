import '@jiceng/elements/form/define.js';
import { define } from '@jiceng/elements/internal/define.js';
import { FormulaEditor } from '../formula/formula.ts';
import { BuilderPanel } from './panel.ts';

declare global {
  interface HTMLElementTagNameMap {
    'jc-builder-panel': BuilderPanel;
  }
}

define('jc-formula', FormulaEditor);
define('jc-builder-panel', BuilderPanel);

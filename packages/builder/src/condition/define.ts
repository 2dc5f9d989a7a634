import { define } from '@jiceng/elements/internal/define.js';
import { FormulaEditor } from '../formula/formula.ts';
import { Condition } from './condition.ts';

declare global {
  interface HTMLElementTagNameMap {
    'jc-condition': Condition;
    'jc-formula': FormulaEditor;
  }
}

define('jc-formula', FormulaEditor);
define('jc-condition', Condition);

import { define } from '@jiceng/elements/internal/define.js';
import { FormulaEditor } from '../formula/formula.ts';
import '../panel/define.ts';
import { Condition } from './condition.ts';
import { LogicPane } from './logic.ts';

declare global {
  interface HTMLElementTagNameMap {
    'jc-condition': Condition;
    'jc-formula': FormulaEditor;
    'jc-logic': LogicPane;
  }
}

define('jc-formula', FormulaEditor);
define('jc-condition', Condition);
define('jc-logic', LogicPane);

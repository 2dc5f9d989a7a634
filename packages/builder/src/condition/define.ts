import { define } from '@jiceng/elements/internal/define.js';
import { DateRuleEditor } from '../formula/date-rule-editor.ts';
import { FormulaEditor } from '../formula/formula.ts';
import { Condition } from './condition.ts';

declare global {
  interface HTMLElementTagNameMap {
    'jc-condition': Condition;
    'jc-date-rule': DateRuleEditor;
    'jc-formula': FormulaEditor;
  }
}

define('jc-formula', FormulaEditor);
define('jc-condition', Condition);
define('jc-date-rule', DateRuleEditor);
